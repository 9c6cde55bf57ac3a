"""Score sheets."""

from pipeline.explanations.explanation import Explanation
from pipeline.language import mark

SCORES: dict[str, Explanation] = {
    "score.total_mismatch": Explanation(
        mark("The total that the table states is not what its rows add up to."),
        mark("The ranking goes by totals: a wrong sum moves a unit up or down."),
        mark("The unit says which holds, the rows or the total, and sends a corrected sheet; or decide in the review."),
    ),
    "score.subtotal_mismatch": Explanation(
        mark("A group's points are not what the rows of the group add up to."),
        mark("One of the rows or the group is mistyped, and the total may be wrong with it."),
        mark("The unit looks at the group and sends a corrected sheet; or decide in the review."),
    ),
    "score.over_max": Explanation(
        mark("A row has more points than its maximum."),
        mark("No unit may score above the maximum of the block's criteria."),
        mark("The unit corrects the row; at the appraisal the block's score may not be above the maximum."),
    ),
    "score.max_changed": Explanation(
        mark("The sheet states another maximum for a row than the block's criteria."),
        mark("Units scored by different maxima cannot be compared."),
        mark(
            "The unit fills in the block's own sheet. If the block changed its criteria, name the new file under [criteria] in khoi.toml."
        ),
    ),
    "score.row_missing": Explanation(
        mark("The unit's sheet leaves out a row of the block's criteria."),
        mark("The points of that row are in no sum."),
        mark("The unit adds the row, with 0 or with a note if it does not concern it."),
    ),
    "score.row_unknown": Explanation(
        mark("The unit's sheet has a row that is not in the block's criteria."),
        mark("Points for it would be points that no other unit can get."),
        mark("The unit takes the row out or says to which criterion it belongs."),
    ),
    "score.prose_mismatch": Explanation(
        mark("The total in the text of the report differs from the total in its table."),
        mark("Two numbers for one thing: one of them is wrong, and the block cannot choose by itself."),
        mark("The unit says which holds; decide in the review with the reason."),
    ),
    "sheet.maxima_mismatch": Explanation(
        mark("In the block's own criteria a group's maximum is not what its rows add up to."),
        mark("All units inherit the error of the issued sheet."),
        mark("The block's secretariat corrects the sheet of criteria, and names the corrected file in khoi.toml."),
    ),
    "sheet.other_criteria": Explanation(
        mark("Few rows of the unit's sheet are in the block's criteria: it seems to be another sheet altogether."),
        mark("Row by row it cannot be compared with the other units."),
        mark("See whether the unit took last year's or another block's sheet, and ask for the right one."),
    ),
    "sheet.reordered": Explanation(
        mark("The rows stand in another order than in the block's criteria."),
        mark("They were matched by code and name, so the sums are right."),
        mark("Nothing, unless a row was matched wrongly: look at the rows that are named."),
    ),
    "sheet.copied": Explanation(
        mark("The file holds the same score sheet twice."),
        mark("It was counted once."),
        mark("Nothing."),
    ),
    "sheet.contradicted": Explanation(
        mark("The file holds two score sheets that do not agree; the first was read."),
        mark("Nobody knows which of the two the unit means."),
        mark("The unit says which sheet holds, and sends the file with that one alone."),
    ),
    "sheet.unread": Explanation(
        mark(
            "Points that no rule knows, such as a table with a column for each unit, or a sheet without lines; they were not read."
        ),
        mark("Its points are in no row, no sum and no comparison."),
        mark("Look at the table; if it is the unit's score sheet, ask for it in the block's form."),
    ),
    "sheet.earlier_year": Explanation(
        mark("The file also holds the score sheet of another year; it was left out."),
        mark("Points of another year do not belong into this year's sums."),
        mark("Nothing, unless the year in the sheet's title is mistyped: then the unit corrects it."),
    ),
}
