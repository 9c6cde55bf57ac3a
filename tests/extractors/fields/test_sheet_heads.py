"""Score sheets without a letter: whose they are and of which year, from the lines around their titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from extractors.records import Block, Cell, Document, Paragraph, Place, Table, UnitName
from tests.extractors.judge import ABSENT, IN_REPORT, REPORT, REVIEW, Case, faults, missing

TITLE = "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2021"
ROSTER = (UnitName("stp", "Sở Tư pháp", "STP"),)
ROWS = (("TT", "Tiêu chí", "Điểm chuẩn", "Tự chấm"), ("1", "Chuyên môn", "60", "55,5"), ("2", "Thi đua", "40", "40"))


def sheet_below(lines: tuple[str, ...]) -> Document:
    """Paragraphs with these texts, and a score sheet below them."""
    above: list[Block] = [Paragraph(text, Place(None, "", n, n)) for n, text in enumerate(lines, 1)]
    rows = tuple(tuple(_cell(text, r, c) for c, text in enumerate(row)) for r, row in enumerate(ROWS))
    return Document("test", None, (*above, Table(rows, Place(None, "table 1"))))


def _cell(text: str, row: int, column: int) -> Cell:
    place = Place(None, f"table 1, row {row + 1}, cell {column + 1}")
    return Cell(text, place, row, column, paragraphs=(Paragraph(text, place._replace(first=1, last=1)),))


@dataclass(frozen=True)
class Apart(Case):
    """A score sheet below some lines and nothing else."""

    lines: tuple[str, ...] = ()

    def expected(self) -> dict[str, object]:
        return dict.fromkeys(IN_REPORT, ABSENT) | self.wanted

    def documents(self) -> Iterator[tuple[str, Document]]:
        yield "sheet", sheet_below(self.lines)


def apart(*lines: str, **wanted: object) -> Apart:
    return Apart(REPORT, {"period": "2021", **wanted}, roster=ROSTER, lines=lines)


CASES: dict[str, Case] = {
    "offices above": apart(
        "Sheet1", "UBND TỈNH LAM SƠN", "SỞ TƯ PHÁP", "", TITLE,
        issuer="SỞ TƯ PHÁP", parent_agency="UBND TỈNH LAM SƠN",
    ),
    "offices above and the unit below": apart(
        "UBND TỈNH LAM SƠN", "SỞ TƯ PHÁP", TITLE, "Đơn vị: Sở Tư pháp", "(Kèm theo báo cáo của đơn vị)",
        issuer="SỞ TƯ PHÁP", parent_agency="UBND TỈNH LAM SƠN",
    ),
    "the unit below only": apart("Phiếu tự chấm điểm năm 2021", "Tên đơn vị: Sở Tư pháp", issuer="Sở Tư pháp"),
    "nobody": apart(TITLE),
    "no title": apart("UBND TỈNH LAM SƠN", "SỞ TƯ PHÁP", period=ABSENT),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_sheets_say_whose_they_are(case: Case) -> None:
    assert faults(case) == []
    assert missing(case) == []


def test_a_stranger_named_below_the_title_needs_review() -> None:
    assert faults(apart(TITLE, "Đơn vị: Phòng Lạ Mặt", issuer=REVIEW)) == []
