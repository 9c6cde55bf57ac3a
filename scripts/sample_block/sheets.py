"""The tables of a sample: score sheets in three layouts, the criteria, the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table

from scripts.sample_block.block import CRITERIA, TOTAL
from scripts.sample_block.records import Paper, Sheet

HEADINGS = {
    "plain": (("TT", "Nội dung tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Ghi chú"),),
    "merged": (
        ("TT", "Nội dung tiêu chí", "Điểm", "<", "Ghi chú"),
        ("^", "^", "Tối đa", "Tự chấm", "^"),
    ),
    "wide": (("STT", "Tiêu chí", "Thang điểm", "Tự chấm", "Khối chấm", "Tài liệu kiểm chứng"),),
}
HEADINGS["running"] = HEADINGS["plain"]
"""The heading rows of each layout; "<" goes on from the left, "^" from above."""

WIDTHS = {"plain": (12, 85, 21, 25, 22), "merged": (12, 85, 21, 25, 22), "wide": (12, 115, 25, 25, 28, 45)}
WIDTHS["running"] = WIDTHS["plain"]


def rows_of(sheet: Sheet) -> Iterator[tuple[str, str, str, str, str]]:
    """Each row of the sheet: printed code, code that no other row has, name, maximum, own score."""
    scores = iter(sheet.scores)
    printed = Counter(child for _, children in CRITERIA for child, _, _ in children)
    for (code, name, most), children in CRITERIA:
        own = [next(scores) for _ in children]
        yield code, code, name, most, added(own)
        for (child, child_name, child_most), score in zip(children, own, strict=True):
            alone = child if printed[child] == 1 else f"{code}.{child}"
            yield child, alone, child_name, child_most, score


def added(numbers: Sequence[str]) -> str:
    """The sum of numbers with decimal commas, printed like them."""
    total = sum(float(number.replace(",", ".")) for number in numbers)
    return f"{total:g}".replace(".", ",")


def put_sheet(document: DocxDocument, paper: Paper) -> None:
    """The score sheet of the paper in its layout."""
    assert paper.sheet is not None
    style = paper.sheet.style
    headings = HEADINGS[style]
    width = len(headings[0])
    rows: list[tuple[str, ...]] = [
        (code, name, most, score, *[""] * (width - 4)) for code, _, name, most, score in rows_of(paper.sheet)
    ]
    rows.append(("", "Tổng cộng", TOTAL, paper.sheet.total, *[""] * (width - 4)))
    ruled(document, headings, rows, WIDTHS[style])


def ruled(
    document: DocxDocument, headings: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> Table:
    """A ruled table with repeated heading rows; codes without a dot in capitals head a group."""
    table: Table = document.add_table(0, len(widths), style="Table Grid")
    for texts in (*headings, *rows):
        cells = table.add_row().cells
        bold = texts in headings or texts[0].isupper() or not texts[0]
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            put_cell(
                cell, "" if text in {"<", "^"} else text, bold=bold, left=_left(texts, column) and texts not in headings
            )
    set_widths(table, widths)
    _merge(table, headings)
    for row in table.rows[: len(headings)]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    return table


def _left(texts: Sequence[str], column: int) -> bool:
    """Names stand to the left, and lists of offices."""
    return column == 1 or texts[column].startswith("-")


def set_widths(table: Table, millimetres: Sequence[float]) -> None:
    """Fixes the columns' widths, in the grid and in every cell: LibreOffice and Word read different ones."""
    table.autofit = False
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)


def put_cell(cell: Any, text: str, *, bold: bool = False, left: bool = False) -> None:
    """A cell's text, one paragraph a line."""
    for index, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        run = paragraph.add_run(part)
        run.bold = bold
        run.font.size = Pt(12)
        paragraph.alignment = ALIGN.LEFT if left else ALIGN.CENTER


def _merge(table: Table, headings: Sequence[Sequence[str]]) -> None:
    """Joins the heading cells marked as going on from the left or from above."""
    for r, texts in enumerate(headings):
        for c, text in enumerate(texts):
            if text == "<":
                _join(table.cell(r, c - 1), table.cell(r, c))
            elif text == "^":
                _join(table.cell(r - 1, c), table.cell(r, c))


def _join(first: Any, second: Any) -> None:
    """Merges two cells and leaves no empty paragraph behind."""
    joined = first.merge(second)
    for paragraph in joined.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001
