"""Every finding there is: its code, how much it weighs, and its words.

A message is an English template that the catalogs translate; `{names}` come from the
finding's evidence. A new finding is one line here and its translation in `locale/`.
"""

from __future__ import annotations

from collections.abc import Callable
from gettext import NullTranslations
from typing import NamedTuple

from extractors.errors import ExtractionError
from extractors.vietnamese.text import one_line
from pipeline import days
from pipeline.labels import field_in, place_in, value_in
from pipeline.language import current, mark
from pipeline.reasons import reason_in
from pipeline.records import Finding, Severity

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


_SAID: dict[str, Callable[[NullTranslations, str], str]] = {
    "field": field_in,
    "place": place_in,
    "decided": value_in,
    "read": value_in,
    "reason": reason_in,
    "value": value_in,
    "other_value": value_in,
}
"""How people say the evidence of the name."""


class Kind(NamedTuple):
    """A kind of finding."""

    severity: Severity
    message: str


FINDINGS: dict[str, Kind] = {
    "file.duplicate": Kind(I, mark("{file}: the same bytes as {original}; counted once.")),
    "file.unreadable": Kind(E, mark("{file}: cannot be read ({reason}). Ask the unit to send it again.")),
    "file.encrypted": Kind(E, mark("{file}: protected by a password. Ask the unit for an open copy.")),
    "file.too_large": Kind(E, mark("{file}: too large to be read safely ({reason}).")),
    "file.unsupported": Kind(W, mark("{file}: this kind of file is not read. Send it as DOCX or PDF.")),
    "file.needs_ocr": Kind(W, mark("{file}: a scan without text. Send the DOCX too, or install text recognition.")),
    "file.page_without_text": Kind(W, mark("{file}: page {page} is a picture without text; it was not read.")),
    "file.page_recognised": Kind(
        I, mark("{file}: has text, but page(s) {pages} are pictures; these were recognised, and need a second look.")
    ),
    "file.misnamed": Kind(I, mark("{file}: its content is {type}, whatever its name says; it was read as such.")),
    "file.several_papers": Kind(W, mark("{file}: holds several papers; only the first was read.")),
    "file.hidden_text": Kind(W, mark("{file}: holds hidden text, which was left out.")),
    "signature.intact": Kind(I, mark("{file}: signed by {signer} at {signed_at}; unchanged since.")),
    "signature.changed": Kind(E, mark("{file}: changed after {signer} signed it at {signed_at}.")),
    "signature.none": Kind(I, mark("{file}: holds no digital signature.")),
    "document.number_blank": Kind(W, mark("{file}: the number is not filled in.")),
    "document.date_blank": Kind(W, mark("{file}: the day is not filled in.")),
    "document.date_invalid": Kind(E, mark("{file}: no such day in the calendar: “{raw}”.")),
    "document.date_future": Kind(E, mark("{file}: dated {issued_on}, after {as_of}.")),
    "document.wrong_year": Kind(W, mark("{file}: reports on {period}; the block's year is {year}.")),
    "document.unknown_unit": Kind(W, mark("{file}: “{issuer}” is no member of the block.")),
    "document.superseded": Kind(I, mark("{number}: replaced by {newer}.")),
    "document.correction": Kind(
        W, mark("{number}: corrects another paper ({subject}); nothing of it was carried over.")
    ),
    "document.conflict": Kind(
        E, mark("{unit}: several papers for task {task}: {papers}. None is counted until one is chosen.")
    ),
    "document.pair_differs": Kind(
        W, mark("{file} and {other} are one paper and differ: {field} is “{value}” and “{other_value}”.")
    ),
    "document.corrected": Kind(W, mark("{file}: another paper corrects it; look at both.")),
    "document.unit_doubtful": Kind(W, mark("{file}: who sent it is not sure (“{issuer}”).")),
    "document.unit_proposed": Kind(W, mark("{file}: “{issuer}” may be {unit}. Confirm, and the name is kept.")),
    "document.unit_by_file_name": Kind(W, mark("{file}: by its name it may be from {unit}; the paper does not say.")),
    "document.kind_doubtful": Kind(W, mark("{file}: what kind of report it is, is not sure.")),
    "document.task_doubtful": Kind(W, mark("{file}: answers task {task} or another one; choose.")),
    "decision.contradicted": Kind(
        W, mark("{file}: {field} was decided as “{decided}”; the paper now reads “{read}”. Look again.")
    ),
    "schedule.late": Kind(W, mark("{unit}: task {task} was due on {due_on}, came on {came_on}, {days} days late.")),
    "schedule.missing": Kind(E, mark("{unit}: nothing received for task {task}, due on {due_on}.")),
    "schedule.not_counted": Kind(
        W, mark("{file}: not counted for task {task} on {as_of}: received later, and its own day is not sure.")
    ),
    "plan.duplicate_number": Kind(W, mark("The plan uses number {number} again: the later row is task {task}.")),
    "plan.unknown_unit": Kind(W, mark("The plan names “{name}” for task {task}, which is no member of the block.")),
    "plan.no_time": Kind(W, mark("The plan gives no time for task {task}.")),
    "plan.several_days": Kind(
        W, mark("The plan names several days for task {task} (“{time}”): papers are judged by the last of them.")
    ),
    "plan.no_member": Kind(W, mark("The plan does not say which members send a paper for task {task}: {content}")),
    "awards.unequal": Kind(
        I, mark("{unit}: {award}: registered {registered}, proposed {proposed}, granted {granted}.")
    ),
    "score.total_mismatch": Kind(
        E, mark("{file}: the {column} total is stated as {stated}, the rows add up to {sum}.")
    ),
    "score.subtotal_mismatch": Kind(
        E, mark("{file}: row {code}, {column}: stated {stated}, its rows add up to {sum}.")
    ),
    "score.over_max": Kind(E, mark("{file}: row {code}, {column}: {score} is over the maximum of {max}.")),
    "score.max_changed": Kind(E, mark("{file}: row {code}: maximum {max}; the block's criteria say {criteria_max}.")),
    "score.row_missing": Kind(E, mark("{file}: criterion {code} “{criterion}” is missing.")),
    "score.row_unknown": Kind(E, mark("{file}: row {code} “{criterion}” is not in the block's criteria.")),
    "sheet.maxima_mismatch": Kind(
        W, mark("The block's criteria: row {code} “{criterion}” has {stated}, its rows add up to {sum}.")
    ),
    "sheet.other_criteria": Kind(
        W, mark("{file}: only {known} of {rows} score rows are the block's criteria: is it another sheet?")
    ),
    "sheet.reordered": Kind(I, mark("{file}: rows {codes} stand in another order than the block's criteria.")),
    "sheet.copied": Kind(I, mark("{file}: holds its score sheet twice ({place}); counted once.")),
    "sheet.contradicted": Kind(E, mark("{file}: holds two score sheets that differ ({place}); the first was read.")),
    "sheet.earlier_year": Kind(I, mark("{file}: the score sheet of another year was left out ({place}).")),
    "sheet.unread": Kind(W, mark("{file}: a table with points was not read ({place}): look at it there.")),
    "score.prose_mismatch": Kind(E, mark("{file}: the text says {prose}, the table {table}.")),
}


def message(finding: Finding, words: NullTranslations) -> str:
    """The finding in the catalog's language; its dates, fields and places as people write them."""
    evidence = {name: _as_people_write(name, value, words) for name, value in finding.evidence.items()}
    return words.gettext(FINDINGS[finding.code].message).format(**evidence)


def refusal(error: ExtractionError, file: str) -> str:
    """Why the file was not read, in the spoken language, as the finding about it would say."""
    return message(Finding(error.code, {"file": file, "reason": str(error)}), current())


def _as_people_write(name: str, value: object, words: NullTranslations) -> object:
    """The field's name, the place in words, an ISO date as 15/6/2020; no text keeps what a terminal would obey."""
    if not isinstance(value, str):
        return value
    if day := days.said(value):
        return day
    said = _SAID[name](words, value) if name in _SAID else value
    return one_line(said)
