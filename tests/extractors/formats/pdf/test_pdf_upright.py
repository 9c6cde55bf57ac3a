"""Headings that stand on their side in narrow columns are read along their own lines."""

from __future__ import annotations

import math

import pikepdf
import pytest

from extractors.formats.pdf.turning import quarters_seen
from tests.extractors.formats.pdf.drawn import Sheets, changed, document, ledger, sheets, tables

HEADING = ["TT", "Nội dung", "", ""]
ROWS = [HEADING, ["1", "Phát động thi đua", "10", "9,5"], ["2", "Nhân điển hình", "5", "5"]]
READ = [["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], *ROWS[1:]]
UP, DOWN = 90, -90


def stand(pdf: Sheets, turn: int, x: float, y: float, text: str) -> None:
    """A line with its beginning at that point, turned counterclockwise."""
    with pdf.rotation(turn, x, y):
        pdf.write_at(x, y, text, 9)


def drawn(turn: int) -> Sheets:
    """A table whose row of headings is high, its last two on their side, the first of them on two lines."""
    pdf = sheets()
    pdf.table(60, 100, (30, 160, 40, 40), ROWS, height=70)
    y, first, second, last = (165, 266, 280, 314) if turn == UP else (105, 278, 264, 310)
    stand(pdf, turn, first, y, "Điểm tối")
    stand(pdf, turn, second, y, "đa")
    stand(pdf, turn, last, y, "Điểm tự chấm")
    return pdf


@pytest.mark.parametrize("turn", [UP, DOWN])
def test_a_heading_on_its_side_is_read_along_its_lines(turn: int) -> None:
    read = document(drawn(turn).bytes())
    assert tables(read) == [READ]
    assert "unplaced" not in ledger(read)


@pytest.mark.parametrize("shown", [90, 180, 270])
def test_a_heading_on_its_side_on_a_page_that_lies_on_its_own(shown: int) -> None:
    def rotate(opened: pikepdf.Pdf) -> None:
        opened.pages[0].Rotate = shown

    assert tables(document(changed(drawn(UP).bytes(), rotate))) == [READ]


@pytest.mark.parametrize("turn", [90, 270])
def test_a_heading_on_its_side_in_a_table_that_lies_on_its_own(turn: int) -> None:
    pdf = sheets()
    with pdf.rotation(turn, 300, 300):
        pdf.table(60, 100, (30, 160, 40, 40), ROWS, height=70)
        stand(pdf, UP, 274, 165, "Điểm tối đa")
        stand(pdf, UP, 314, 165, "Điểm tự chấm")
    assert tables(document(pdf.bytes())) == [READ]


@pytest.mark.parametrize(
    ("degrees", "page", "quarters"),
    [(0, 0, 0), (90, 0, 1), (270, 0, 3), (359.9, 0, 0), (0, 1, 1), (270, 1, 0), (50, 0, 0), (130, 1, 0)],
)
def test_text_is_on_its_side_by_whole_quarters_alone(degrees: float, page: int, quarters: int) -> None:
    """A watermark stands askew."""
    assert quarters_seen(math.radians(degrees), page) == quarters
