"""What findings of a code are called where many stand together: in filters, facets and cells."""

from __future__ import annotations

from pipeline.language import _, mark

NAMES = {
    "file.duplicate": mark("copy of another file"),
    "file.unreadable": mark("file that cannot be read"),
    "file.encrypted": mark("file protected by a password"),
    "file.too_large": mark("file too large to be read"),
    "file.unsupported": mark("kind of file that is not read"),
    "file.needs_ocr": mark("scan without text"),
    "file.page_without_text": mark("page without text"),
    "file.page_recognised": mark("pages recognised from pictures"),
    "file.misnamed": mark("file named for another kind"),
    "file.several_papers": mark("several papers in one file"),
    "file.hidden_text": mark("hidden text left out"),
    "signature.intact": mark("digital signature intact"),
    "signature.changed": mark("changed after it was signed"),
    "signature.none": mark("no digital signature"),
    "document.number_blank": mark("number not filled in"),
    "document.date_blank": mark("day not filled in"),
    "document.date_invalid": mark("no such day in the calendar"),
    "document.date_future": mark("dated in the future"),
    "document.wrong_year": mark("paper of another year"),
    "document.unknown_unit": mark("issuer is no member"),
    "document.superseded": mark("paper was replaced"),
    "document.correction": mark("paper that corrects another"),
    "document.conflict": mark("several papers for one task"),
    "document.pair_differs": mark("files of one paper differ"),
    "document.corrected": mark("another paper corrects it"),
    "document.unit_doubtful": mark("unit not sure"),
    "document.unit_proposed": mark("name like a unit's"),
    "document.unit_by_file_name": mark("unit told by the file's name alone"),
    "document.kind_doubtful": mark("kind of report not sure"),
    "document.task_doubtful": mark("task of the plan not sure"),
    "decision.contradicted": mark("paper contradicts a decision"),
    "schedule.late": mark("paper came late"),
    "schedule.missing": mark("no paper came"),
    "schedule.not_counted": mark("day not sure, not counted in time"),
    "plan.duplicate_number": mark("plan repeats a number"),
    "plan.unknown_unit": mark("plan names no member"),
    "plan.no_time": mark("plan gives no time"),
    "plan.several_days": mark("plan gives several days"),
    "plan.no_member": mark("plan names nobody"),
    "awards.unequal": mark("registered, proposed and granted differ"),
    "score.total_mismatch": mark("total is not the sum"),
    "score.subtotal_mismatch": mark("row is not the sum of its parts"),
    "score.over_max": mark("score over the maximum"),
    "score.max_changed": mark("maximum differs from the criteria"),
    "score.row_missing": mark("criterion missing"),
    "score.row_unknown": mark("row is none of the criteria"),
    "score.prose_mismatch": mark("text and table differ"),
    "sheet.maxima_mismatch": mark("criteria do not add up"),
    "sheet.other_criteria": mark("sheet of other criteria"),
    "sheet.reordered": mark("rows in another order"),
    "sheet.copied": mark("score sheet held twice"),
    "sheet.contradicted": mark("two score sheets differ"),
    "sheet.unread": mark("table with points that was not read"),
    "sheet.earlier_year": mark("score sheet of another year"),
}
"""Code -> short name."""


def finding_name(code: str) -> str:
    """What findings of the code are called; the code itself where it has no name."""
    return _(NAMES[code]) if code in NAMES else code
