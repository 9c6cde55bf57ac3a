"""Tables drawn by hand, with lines or without: PDFs that no office program makes on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fpdf import FPDF

from extractors.formats.pdf.reader import read
from extractors.records import Document, Limits, Paragraph, Table

TOP, HIGH = 150, 24
EDGES = (72, 110, 330, 400, 470)
"""Where the columns begin, and where the last one ends."""
HEADING = ("TT", "Noi dung", "Thang diem", "Tu cham")
ROWS = (
    ("1", "Hoan thanh nhiem vu", "20", "19,5"),
    ("2", "Cai cach hanh chinh", "10", "9"),
    ("3", "Che do bao cao", "5", "4,5"),
)

Rule = tuple[float, float, float, float]


def empty() -> FPDF:
    """A document without a page, measured in points."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_font("Helvetica", size=11)
    return pdf


def page(pdf: FPDF, rows: Iterable[Sequence[str]], top: float = TOP, rules: Iterable[Rule] = ()) -> None:
    """A page with one table: each row's cells on one line, a cell of several lines with each below the other."""
    pdf.add_page()
    y = top
    for row in rows:
        deepest = 1
        for left, text in zip(EDGES, row, strict=False):
            for below, part in enumerate(text.split("\n")):
                pdf.text(left + 5, y + 16 + 13 * below, part)
                deepest = max(deepest, below + 1)
        y += HIGH + 13 * (deepest - 1)
    for rule in rules:
        pdf.line(*rule)


def across(rows: int, without: Iterable[tuple[int, int]] = ()) -> list[Rule]:
    """The horizontal lines of so many rows; `without` names (line, column) pieces to leave out."""
    gaps = set(without)
    pieces = ((line, column) for line in range(rows + 1) for column in range(len(EDGES) - 1))
    return [
        (EDGES[column], TOP + line * HIGH, EDGES[column + 1], TOP + line * HIGH)
        for line, column in pieces
        if (line, column) not in gaps
    ]


def down(rows: int, without: Iterable[tuple[int, int]] = ()) -> list[Rule]:
    """The vertical lines of so many rows; `without` names (edge, row) pieces to leave out."""
    gaps = set(without)
    pieces = ((edge, row) for edge in range(len(EDGES)) for row in range(rows))
    return [
        (EDGES[edge], TOP + row * HIGH, EDGES[edge], TOP + (row + 1) * HIGH)
        for edge, row in pieces
        if (edge, row) not in gaps
    ]


def read_back(pdf: FPDF) -> Document:
    """What the reader makes of it."""
    return read(bytes(pdf.output()), Limits())


def tables(document: Document) -> list[Table]:
    """Its tables."""
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    """The texts of its slots."""
    return [[cell.text for cell in row] for row in table.rows]


def prose(document: Document) -> list[str]:
    """The texts of its paragraphs outside of tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]
