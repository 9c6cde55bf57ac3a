"""Pages drawn stroke by stroke for tests: every measure in points from the page's top left corner."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pikepdf
from fpdf import FPDF

from extractors.formats.pdf.reader import read
from extractors.records import Document, Limits, Paragraph, Table
from extractors.vietnamese.text import one_line

Rows = Sequence[Sequence[str]]
Area = tuple[int, int, int, int]
"""First row, first column, rows, columns of one cell."""


def _font(name: str) -> Path:
    """A font with Vietnamese letters, as matplotlib brings it."""
    spec = find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" / name


class Sheets(FPDF):
    """A file while it is drawn."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(auto=False)
        self.add_font("Serif", "", _font("DejaVuSerif.ttf"))
        self.add_font("Serif", "B", _font("DejaVuSerif-Bold.ttf"))
        self.add_font("Sans", "", _font("DejaVuSans.ttf"))
        self.set_line_width(0.5)

    def write_at(self, x: float, y: float, text: str, size: float = 12, style: str = "", font: str = "Serif") -> None:
        """One line with its baseline at y."""
        self.set_font(font, style, size)
        self.text(x, y, text)

    def lines_at(self, x: float, y: float, texts: Sequence[str], size: float = 12, step: float = 16) -> None:
        """Lines one below the other."""
        for index, text in enumerate(texts):
            self.write_at(x, y + index * step, text, size)

    def stroke(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A rule as LibreOffice draws it."""
        self.line(x0, y0, x1, y1)

    def fill(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A rule as Word draws it: a thin rectangle, filled."""
        self.set_fill_color(0)
        self.rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, style="F")

    def table(
        self, x: float, y: float, columns: Sequence[float], rows: Rows, cells: Sequence[Area] = (), height: float = 20
    ) -> None:
        """A table with strokes around every cell; `cells` are those that cover several slots."""
        xs = [x + sum(columns[:j]) for j in range(len(columns) + 1)]
        ys = [y + height * i for i in range(len(rows) + 1)]
        for i, j, high, wide in _all_cells(rows, cells):
            left, top, right, bottom = xs[j], ys[i], xs[j + wide], ys[i + high]
            for side in ((left, top, right, top), (left, bottom, right, bottom)):
                self.stroke(*side)
            for side in ((left, top, left, bottom), (right, top, right, bottom)):
                self.stroke(*side)
            self.write_at(left + 4, (top + bottom) / 2 + 4, rows[i][j], 9)

    def bytes(self) -> bytes:
        """The file."""
        return bytes(self.output())


def _all_cells(rows: Rows, cells: Sequence[Area]) -> list[Area]:
    covered = {(i + a, j + b) for i, j, high, wide in cells for a in range(high) for b in range(wide)}
    single = [(i, j, 1, 1) for i in range(len(rows)) for j in range(len(rows[0])) if (i, j) not in covered]
    return sorted([*cells, *single])


def sheets() -> Sheets:
    """A file with its first page."""
    made = Sheets()
    made.add_page()
    return made


def document(data: bytes) -> Document:
    """The file, read."""
    return read(data, Limits())


def texts(read_document: Document) -> list[str]:
    """The paragraphs outside of tables."""
    return [block.text for block in read_document.blocks if isinstance(block, Paragraph)]


def tables(read_document: Document) -> list[list[list[str]]]:
    """Every table's texts, slot by slot."""
    return [
        [[one_line(cell.text) for cell in row] for row in block.rows]
        for block in read_document.blocks
        if isinstance(block, Table)
    ]


def asides(read_document: Document) -> list[tuple[str, str]]:
    """What was kept apart."""
    return [(str(aside.kind), aside.paragraph.text) for aside in read_document.asides]


def ledger(read_document: Document) -> dict[str, int]:
    """The ledger's lines by rule."""
    return {line.rule: line.characters for line in read_document.ledger}


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file after `change` was done to it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()
