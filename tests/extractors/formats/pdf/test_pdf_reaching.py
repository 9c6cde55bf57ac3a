"""Words that one text object draws in several cells stand each in its own."""

from __future__ import annotations

import pytest

from tests.extractors.formats.pdf.drawn import Sheets, document, sheets, tables

LEFT, TOP, HIGH = 60, 100, 24
WIDE = (40, 230, 90, 90)
COLUMNS = [LEFT + sum(WIDE[:at]) + 3 for at in range(len(WIDE))]
BASELINE = TOP + HIGH + 14
WHOLE = [["TT", "Nội dung", "Điểm", "Chấm"], ["2", "Việc B", "20", "19"]]


def reaching(pdf: Sheets, column: int, words: str, other: int, more: str) -> None:
    """One object with words in a column and others in one further right."""
    while pdf.get_string_width(words) < COLUMNS[other] - COLUMNS[column]:
        words += " "
    pdf.text(COLUMNS[column], BASELINE, words + more)


def paper() -> Sheets:
    pdf = sheets()
    pdf.table(LEFT, TOP, WIDE, [WHOLE[0], [""] * len(WIDE)], height=HIGH)
    pdf.set_font("Serif", "", 9)
    return pdf


@pytest.mark.parametrize("rest", [40, 25])
def test_a_word_drawn_after_an_object_that_reaches_over_other_cells(rest: float) -> None:
    pdf = paper()
    pdf.text(COLUMNS[0], BASELINE, "2")
    reaching(pdf, 1, "Việc", 2, "20")
    pdf.text(COLUMNS[1] + rest, BASELINE, "B")
    pdf.text(COLUMNS[3], BASELINE, "19")
    assert tables(document(pdf.bytes())) == [WHOLE]


def test_objects_that_reach_over_each_other() -> None:
    pdf = paper()
    reaching(pdf, 0, "2", 3, "19")
    reaching(pdf, 1, "Việc B", 2, "20")
    assert tables(document(pdf.bytes())) == [WHOLE]
