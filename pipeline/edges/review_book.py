"""The queue as a workbook to fill in: one row for each thing that needs a person."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from extractors.errors import Unreadable
from pipeline.decided_values import NotAllowed, confirmed
from pipeline.edges.store_review import Asked, Item, Witness
from pipeline.labels import field_label, why
from pipeline.language import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    "Tệp",
    "Nội dung",
    "Giá trị đọc được",
    "Nguyên văn",
    "Trang",
    "Vị trí",
    "Giá trị khác có thể",
    "Vì sao phải xem",
    "Quyết định",
    "Giá trị đúng",
    "Lý do",
    "Văn bản",
    "Trường",
)
WIDTHS = (38, 28, 24, 40, 7, 26, 30, 26, 14, 24, 30, 9, 30)
CONFIRM, CORRECT, NONE = "đúng", "sửa", "không có"
DECISION, VALUE, REASON, DOCUMENT, FIELD = 9, 10, 11, 12, 13
"""Columns to fill in, then the key of the row."""


class Filled(NamedTuple):
    """One row as it came back."""

    document_id: int
    field: str
    decided: bool
    after: str | None
    reason: str
    row: int
    """Of the sheet, from 1."""


def write_book(rows: Iterable[tuple[Asked, Item]]) -> bytes:
    """The workbook; only the decision, the value and the reason are open."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Cần xem lại"
    _head(sheet)
    for at, (asked, item) in enumerate(rows, 2):
        _line(sheet, at, asked, item)
    _choices(sheet)
    sheet.protection.sheet = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), 1):
        cell = sheet.cell(1, column, heading)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "C2"


def _line(sheet: Worksheet, at: int, asked: Asked, item: Item) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection

    others = "; ".join(_other(witness) for witness in item.witnesses if witness.value != item.value)
    said = (asked.file_name, field_label(asked.field), item.value, item.raw, item.page, item.where, others)
    rest = (why(asked.why), None, None, None, asked.document_id, asked.field)
    for column, value in enumerate((*said, *rest), 1):
        cell: Any = sheet.cell(at, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column in (DECISION, VALUE, REASON):
        sheet.cell(at, column).protection = Protection(locked=False)
        sheet.cell(at, column).fill = PatternFill("solid", start_color="FFF2CC")
        sheet.cell(at, column).number_format = "@"


def _other(witness: Witness) -> str:
    told = witness.value or "–"
    return f"{told} ({witness.file_name})" if witness.file_name else told


def _choices(sheet: Worksheet) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("list", formula1=f'"{CONFIRM},{CORRECT},{NONE}"', allow_blank=True)
    rule.add(f"I2:I{max(sheet.max_row, 2)}")
    sheet.add_data_validation(rule)


def read_book(data: bytes) -> tuple[Filled, ...]:
    """The rows of a filled workbook; NotAllowed names every row that does not say what is decided."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable(f"no whole workbook: {error}") from error
    rows = list(_rows(book.worksheets[0]))
    wrong = [row for row in rows if isinstance(row, str)]
    if wrong:
        raise NotAllowed("\n".join(wrong))
    return tuple(row for row in rows if isinstance(row, Filled))


def told_by_row(rows: Sequence[Filled], wrong: Iterable[tuple[int, str]]) -> str:
    """Why rows cannot stand, a line for each."""
    return "\n".join(_("Row {row}: {reason}").format(row=rows[at].row, reason=why_not) for at, why_not in wrong)


def _rows(sheet: Worksheet) -> Iterator[Filled | str]:
    for at in range(2, sheet.max_row + 1):
        texts = [_text(sheet.cell(at, column).value) for column in range(1, len(HEADINGS) + 1)]
        document, field = texts[DOCUMENT - 1], texts[FIELD - 1]
        if document.isdigit() and field:
            yield _filled(at, int(document), field, texts)


def _filled(at: int, document_id: int, field: str, texts: list[str]) -> Filled | str:
    decision, value, reason = texts[DECISION - 1].casefold(), texts[VALUE - 1], texts[REASON - 1]
    read = texts[2] or None
    known: dict[str, tuple[bool, str | None]] = {
        "": (bool(value), value),
        CONFIRM: (True, read),
        CORRECT: (True, value),
        NONE: (True, None),
    }
    if decision not in known or (decision == CORRECT and not value):
        return _("Row {row}: “{decision}” does not say what is decided.").format(row=at, decision=texts[DECISION - 1])
    decided, after = known[decision]
    if decision == CONFIRM:
        try:
            confirmed(field, read)
        except NotAllowed as wrong:
            return _("Row {row}: {reason}").format(row=at, reason=wrong)
    return Filled(document_id, field, decided, after, reason, at)


def _text(value: object) -> str:
    """The cell's text; a number as people write it, a date as ISO."""
    from datetime import date, datetime

    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value).strip() if value is not None else ""
