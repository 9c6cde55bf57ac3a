"""The workbook of the appraisal meeting: formulas locked, only the block's scores and reasons open."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractors.errors import Unreadable
from pipeline.appraisal import Appraisal, AppraisalRow, Filled

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    "TT",
    "Nội dung tiêu chí",
    "Điểm tối đa",
    "Tự chấm",
    "Khối chấm",
    "Chênh lệch",
    "Lý do",
    "Ghi chú của đơn vị",
    "",
)
WIDTHS = (8, 60, 11, 11, 11, 11, 40, 30, 3)
SUMMARY = "Tổng hợp"
SUMMARY_HEADINGS = ("STT", "Đơn vị", "Điểm tối đa", "Tự chấm", "Khối chấm", "Chênh lệch", "Tệp")
FIRST_ROW = 4
"""Below the title, the file's name and the headings."""
SCORE, REASON, KEY = 5, 7, 9
"""Columns: the block's score, the reason, the hidden key."""

_KEY = re.compile(r"(?P<document>[0-9]+):(?P<row>[0-9]+):(?P<self>[0-9.-]*)")
"""`17:4:9.5`: document, row, the unit's own score when the sheet was written"""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31


def write_book(appraisals: Sequence[Appraisal]) -> bytes:
    """The workbook: a summary, then one sheet for each unit."""
    from openpyxl import Workbook

    book = Workbook()
    summary = book.active
    assert summary is not None
    summary.title = SUMMARY
    names = _sheet_names(appraisals)
    _headings(summary, 1, SUMMARY_HEADINGS, (6, 45, 11, 11, 11, 11, 50))
    for turn, (appraisal, name) in enumerate(zip(appraisals, names, strict=True), 1):
        last = _write_sheet(book.create_sheet(name), appraisal)
        _write_summary(summary, turn, appraisal, f"'{name}'!", last)
    summary.protection.sheet = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_names(appraisals: Sequence[Appraisal]) -> list[str]:
    """Names that a workbook allows, each once."""
    names: list[str] = []
    for appraisal in appraisals:
        plain = _NOT_IN_A_NAME.sub(" ", appraisal.unit)[:_NAME_LENGTH].strip() or "Đơn vị"
        name, times = plain, 1
        while name.casefold() in {n.casefold() for n in (SUMMARY, *names)}:
            times += 1
            name = f"{plain[: _NAME_LENGTH - 4]} ({times})"
        names.append(name)
    return names


def _headings(sheet: Worksheet, row: int, headings: Iterable[str], widths: Iterable[int]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        cell = _write(sheet, row, column, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = width


def _write_sheet(sheet: Worksheet, appraisal: Appraisal) -> int:
    """Writes the unit's sheet; the row of its total."""
    _write(sheet, 1, 1, appraisal.unit)
    _write(sheet, 2, 1, appraisal.file)
    _headings(sheet, FIRST_ROW - 1, HEADINGS, WIDTHS)
    for turn, row in enumerate(appraisal.rows):
        _write_row(sheet, FIRST_ROW + turn, row, _children(appraisal.rows, turn), appraisal.document_id)
    last = FIRST_ROW + len(appraisal.rows)
    tops = [FIRST_ROW + turn for turn, row in enumerate(appraisal.rows) if row.level == 0]
    _write(sheet, last, 2, "Tổng cộng")
    _write(sheet, last, 3, appraisal.max_total)
    _write(sheet, last, 4, appraisal.self_total)
    _write_formula(sheet, last, SCORE, _sum(tops))
    _write_formula(sheet, last, SCORE + 1, f'=IF(OR(D{last}="",E{last}=""),"",E{last}-D{last})')
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.column_dimensions["I"].hidden = True
    sheet.protection.sheet = True
    _only_numbers(sheet, f"E{FIRST_ROW}:E{last}")
    return last


def _only_numbers(sheet: Worksheet, area: str) -> None:
    """A score typed as text would drop out of the sums."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("decimal", operator="between", formula1="-10000", formula2="10000", allow_blank=True)
    rule.showErrorMessage, rule.error = True, "Chỉ nhập số điểm."
    rule.add(area)
    sheet.add_data_validation(rule)


def _write_row(sheet: Worksheet, at: int, row: AppraisalRow, children: Sequence[int], document_id: int) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection

    name = row.criterion if row.is_sure else f"{row.criterion} [cần xem lại]"
    for column, value in enumerate((row.code, name, row.max_score, row.self_score), 1):
        _write(sheet, at, column, value).alignment = Alignment(wrap_text=True, vertical="top")
    if children:
        _write_formula(sheet, at, SCORE, _sum([FIRST_ROW + child for child in children]))
    else:
        cell = _write(sheet, at, SCORE, row.block_score)
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", start_color="FFF2CC")
        _write(sheet, at, KEY, f"{document_id}:{row.row}:{'' if row.self_score is None else row.self_score}")
    _write_formula(sheet, at, SCORE + 1, f'=IF(OR(D{at}="",E{at}=""),"",E{at}-D{at})')
    reason = _write(sheet, at, REASON, "")
    reason.protection = Protection(locked=False)
    _write(sheet, at, REASON + 1, row.note)


def _children(rows: Sequence[AppraisalRow], index: int) -> list[int]:
    """The rows one level below, up to the next of the same level."""
    found = []
    for turn in range(index + 1, len(rows)):
        if rows[turn].level <= rows[index].level:
            break
        if rows[turn].level == rows[index].level + 1:
            found.append(turn)
    return found


def _sum(rows: Sequence[int]) -> str:
    """Empty until a part is scored: "not yet" is not 0."""
    cells = ",".join(f"E{row}" for row in rows)
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def _write_summary(sheet: Worksheet, turn: int, appraisal: Appraisal, prefix: str, last: int) -> None:
    at = turn + 1
    for column, value in enumerate((turn, appraisal.unit, appraisal.max_total, appraisal.self_total), 1):
        _write(sheet, at, column, value)
    _write_formula(sheet, at, 5, f"={prefix}E{last}")
    _write_formula(sheet, at, 6, f'=IF(OR(D{at}="",E{at}=""),"",E{at}-D{at})')
    _write(sheet, at, 7, appraisal.file)


def _write(sheet: Worksheet, row: int, column: int, value: str | int | Decimal | None) -> Cell:
    """Writes a value; a text that looks like a formula stays a text."""
    cell: Any = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _write_formula(sheet: Worksheet, row: int, column: int, formula: str) -> None:
    sheet.cell(row, column).value = formula


def read_book(data: bytes) -> tuple[Filled, ...]:
    """The rows of a workbook that came back, as they were filled in; Unreadable for what is no workbook."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable(f"no whole workbook: {error}") from error
    return tuple(line for sheet in book.worksheets if sheet.title != SUMMARY for line in _filled(sheet))


def _filled(sheet: Worksheet) -> Iterator[Filled]:
    for at in range(FIRST_ROW, sheet.max_row + 1):
        key = _KEY.fullmatch(str(sheet.cell(at, KEY).value or ""))
        if key:
            yield Filled(
                document_id=int(key["document"]),
                row=int(key["row"]),
                self_score=Decimal(key["self"]) if key["self"] else None,
                text=_text(sheet.cell(at, SCORE).value),
                reason=str(sheet.cell(at, REASON).value or ""),
                place=f"{sheet.title}, E{at}",
            )


def _text(value: object) -> str:
    """The score as text, a number with a decimal comma so that 1.125 is no thousand."""
    if isinstance(value, int | float):
        return f"{Decimal(f'{value:.12g}'):f}".replace(".", ",")
    return str(value or "").strip()
