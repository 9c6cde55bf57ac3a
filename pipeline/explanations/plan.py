"""The plan, the schedule, the awards and the appraisal."""

from pipeline.explanations.explanation import Explanation
from pipeline.language import mark

PLAN: dict[str, Explanation] = {
    "schedule.late": Explanation(
        mark("The unit's paper came after the day on which the task was due."),
        mark("Being in time is scored in most blocks' criteria."),
        mark(
            "Nothing can be made good. If the day is wrong, correct it in the review; if the unit was granted more time, set the day under [plan.due] in khoi.toml."
        ),
    ),
    "schedule.missing": Explanation(
        mark("The day is over, and no paper of the unit for this task is in the inbox."),
        mark("The block's report has to say so, and the unit's numbers are missing in all sums."),
        mark(
            "Remind the unit (`thidua report reminder` writes the letter). If the paper is there and was not recognised, look for it with `thidua review list`."
        ),
    ),
    "schedule.not_counted": Explanation(
        mark(
            "A paper for this task is there, but it was received after the day that is looked at, and its own day is not sure."
        ),
        mark("It cannot be said that it had come by that day."),
        mark("Decide its day in the review, or look at a later day with --as-of."),
    ),
    "plan.duplicate_number": Explanation(
        mark("The plan gives two tasks the same number."),
        mark("A number alone would then mean two tasks; the later one is called 11b, 11c and so on."),
        mark("Nothing. Use the key with its letter in khoi.toml. In the next plan the numbers should differ."),
    ),
    "plan.unknown_unit": Explanation(
        mark("The plan gives a task to somebody who is no member in khoi.toml."),
        mark("Nobody is then asked for that paper."),
        mark(
            "If it is a member under another name, add the name to its aliases in khoi.toml. If it is an office outside the block, nothing has to be done."
        ),
    ),
    "plan.no_time": Explanation(
        mark("The plan does not say when the task is due."),
        mark("It can never be late, and never be missing."),
        mark("If there is a day, set it under [plan.due] in khoi.toml."),
    ),
    "plan.several_days": Explanation(
        mark("The plan gives one task two days that lie apart, often one for the half year and one for the year."),
        mark("A half year's paper that comes after the first day and before the last is not called late."),
        mark("Give each its own row in the plan, or one day under [plan.due] in khoi.toml."),
    ),
    "plan.no_member": Explanation(
        mark("The plan asks for papers that members send, and names nobody who sends them."),
        mark("Nobody is then asked for that paper, and none can be late or missing."),
        mark("Name them in the row of the plan, for example “các đơn vị trong Khối”, and run again."),
    ),
    "awards.unequal": Explanation(
        mark("What the unit registered, what it proposed and what it was granted are different numbers."),
        mark("This is often right; it is told so that nobody overlooks a missing registration."),
        mark("Look whether every proposed award was registered at the beginning of the year."),
    ),
    "appraisal.unknown_row": Explanation(
        mark("The filled sheet holds a row that no paper of this workspace has."),
        mark("It is the sheet of another block or year; nothing of it was taken over."),
        mark("Take the sheet that this workspace wrote with `thidua appraise export`."),
    ),
    "appraisal.outdated": Explanation(
        mark("The unit's paper has changed since the sheet was written."),
        mark("The appraised score might belong to numbers that no longer stand; nothing was taken over."),
        mark("Write the sheets anew with `thidua appraise export`, and carry the scores over."),
    ),
    "appraisal.unreadable": Explanation(
        mark("What stands in the column for the block's score is no number."),
        mark("Nothing of the sheet was taken over, so that no row is half done."),
        mark("Write the score as 9,5 or 9.5 and import the sheet again."),
    ),
    "appraisal.no_reason": Explanation(
        mark("A score was changed, and no reason stands beside it."),
        mark("The unit and an inspector will ask why."),
        mark("Fill in the reason in the sheet and import it again."),
    ),
}
