"""Papers and decisions."""

from pipeline.explanations.explanation import Explanation
from pipeline.language import mark

DOCUMENTS: dict[str, Explanation] = {
    "document.number_blank": Explanation(
        mark("The place for the number is there and empty: “Số: …/BC-…”."),
        mark("A paper without a number has not been issued; the block's report cannot cite it."),
        mark("The unit registers the paper, fills the number in and sends the signed copy."),
    ),
    "document.date_blank": Explanation(
        mark("The place for the day is there and empty: “ngày … tháng 5 năm 2020”."),
        mark("Whether the paper came in time cannot be told from the paper; the day of receipt is used."),
        mark("The unit sends the issued copy with the day, or enter the day in the review."),
    ),
    "document.date_invalid": Explanation(
        mark("The day on the paper is in no calendar, such as 31 April."),
        mark("It is a typing error, and nobody knows which day was meant."),
        mark(
            "The unit says which day is right and sends the corrected paper; or enter the day in the review with the reason."
        ),
    ),
    "document.date_future": Explanation(
        mark("The paper is dated later than the day as of which all is judged."),
        mark("A paper cannot come before it is issued: the day or the year may be a typing error."),
        mark("Look at the paper. If the day is wrong, ask the unit; if it is right, run with --as-of and a later day."),
    ),
    "document.wrong_year": Explanation(
        mark("The paper reports on another year than the block's."),
        mark("Its numbers do not belong into this year's report."),
        mark(
            "If it is last year's paper, remove it or leave it: it is not counted. If only the year is mistyped, the unit sends a corrected paper."
        ),
    ),
    "document.unknown_unit": Explanation(
        mark("The paper's issuer is no member of the block."),
        mark("It may be a paper for information, or a member under a name that khoi.toml does not know."),
        mark(
            "If it is a member, add the name to its aliases in khoi.toml or keep it in the review, and run again. Otherwise nothing has to be done."
        ),
    ),
    "document.superseded": Explanation(
        mark("A newer paper of the unit replaces this one."),
        mark("Only the newer paper is counted; the older one is kept and can be shown."),
        mark("Nothing, if the newer paper is the right one. If not, decide in the review which counts."),
    ),
    "document.correction": Explanation(
        mark("The unit corrects a paper that it sent before, in a letter of its own."),
        mark("The figures of the corrected paper still stand as they were read."),
        mark("Read the letter, and decide the corrected figures in the review with its number as the reason."),
    ),
    "document.conflict": Explanation(
        mark("A unit sent two or more papers of one kind for the same task, and none says that it replaces another."),
        mark("None of them is counted, since nobody knows which one holds."),
        mark("Ask the unit which one holds, and choose it in the review (`thidua review list`)."),
    ),
    "document.pair_differs": Explanation(
        mark("Two files of one paper, such as the DOCX and the signed PDF, do not say the same."),
        mark("The signed paper and the file that was sent along must agree; one of them was changed."),
        mark("Compare the two; the signed one counts as a rule. Decide the value in the review, and tell the unit."),
    ),
    "document.corrected": Explanation(
        mark("Another paper of the unit corrects something in this one."),
        mark("The numbers that were read may be the ones before the correction."),
        mark("Read both papers, and correct the numbers in the review."),
    ),
    "document.unit_doubtful": Explanation(
        mark("What the paper says of its sender does not agree: the name, the letters of the number, the signer."),
        mark("Given to the wrong unit, its points would be another's."),
        mark("Open the paper and choose the unit in the review."),
    ),
    "document.unit_proposed": Explanation(
        mark("The name on the paper is nearly that of a member, but not the same."),
        mark("It may be a former or mistyped name, or really another office."),
        mark("If it is the member, confirm in the review: the name is kept and known from then on."),
    ),
    "document.unit_by_file_name": Explanation(
        mark("The paper itself does not say who sent it; only the file's name or folder does."),
        mark("A file's name proves nothing, so a person has to confirm it."),
        mark("Open the paper and confirm the unit in the review."),
    ),
    "document.kind_doubtful": Explanation(
        mark(
            "It is not plain what kind of paper this is: a half-year report, a year report, a registration, a score sheet."
        ),
        mark("The kind decides for which task it counts and where its numbers go."),
        mark("Open the paper and choose the kind in the review."),
    ),
    "document.task_doubtful": Explanation(
        mark("The paper may answer more than one task of the plan."),
        mark("Until the task is chosen, it is not sure which task is done."),
        mark("Choose the task in the review."),
    ),
    "decision.contradicted": Explanation(
        mark("A person decided a value; read again, the paper now says something else."),
        mark("The decision still holds, but it may rest on an older copy of the paper."),
        mark("Look at the paper again, and confirm the decision or take it back (`thidua review undo`)."),
    ),
}
