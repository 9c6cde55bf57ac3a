"""What a narrow cell breaks between two letters is one word again; what may be two figures is for a person to see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Table
from tests.extractors.formats.pdf.drawn import document, sheets

SIZE = 10
INSET = 5.4
"""Points between a cell's edge and its text, as Word leaves them."""


def read(lines: list[str], room: float | None = None) -> tuple[str, frozenset[int]]:
    """The text of a cell with these lines, and the table's doubtful rows.

    The cell has no room for a letter more than the longest line, or for so many points as `room` says.
    """
    pdf = sheets()
    pdf.set_font("Serif", "", SIZE)
    wide = 2 * INSET + (room or max(pdf.get_string_width(line) for line in lines) + 1)
    bottom = 100 + 14 * len(lines) + 4
    xs, ys = (60, 100, 100 + wide), (80, 100, bottom)
    for y in ys:
        pdf.stroke(xs[0], y, xs[-1], y)
    for x in xs:
        pdf.stroke(x, ys[0], x, ys[-1])
    pdf.write_at(64, 94, "TT", SIZE)
    pdf.write_at(64, 112, "1", SIZE)
    pdf.lines_at(xs[1] + INSET, 112, lines, SIZE, 14)
    [table] = [block for block in document(pdf.bytes()).blocks if isinstance(block, Table)]
    return table.rows[1][1].text, table.doubtful_rows


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["1100,", "5"], "1100,5"),
        (["98.500.0", "00"], "98.500.000"),
        (["98.500", ".000"], "98.500.000"),
        (["15/12/202", "0"], "15/12/2020"),
        (["98,5", "%"], "98,5%"),
        (["Tổn", "g"], "Tổng"),
        (["Nghiê", "m túc"], "Nghiêm túc"),
        (["152/BC-", "SKHĐT"], "152/BC-SKHĐT"),
    ],
)
def test_what_can_be_nothing_else_is_one_word(lines: list[str], whole: str) -> None:
    assert read(lines) == (whole, frozenset())


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["100", "0"], "1000"),
        (["50,2", "5"], "50,25"),
        (["98.50", "0.000"], "98.500.000"),
        (["10", "00"], "1000"),
        (["152/BC-SKH", "ĐT"], "152/BC-SKHĐT"),
        (["152/BC-SKH", "ĐT ngày"], "152/BC-SKHĐT ngày"),
    ],
)
def test_what_is_likely_one_word_is_doubted(lines: list[str], whole: str) -> None:
    assert read(lines) == (whole, frozenset({1}))


@pytest.mark.parametrize(
    "lines",
    [
        ["10", "15"],
        ["9,5", "9,5"],
        ["5", "5"],
        ["100", "100", "100"],
        ["01/6/2020", "15/6/2020"],
        ["15/KH-SNV", "UBND tỉnh"],
        ["Tự", "chấm"],
        ["NỘI", "DUNG"],
    ],
)
def test_words_one_below_the_other_stay_apart(lines: list[str]) -> None:
    assert read(lines) == (" ".join(lines), frozenset())


@pytest.mark.parametrize("lines", [["100", "0"], ["1100", ",5"], ["Tổn", "g"]])
def test_nothing_breaks_where_there_is_room(lines: list[str]) -> None:
    assert read(lines, room=60) == (" ".join(lines), frozenset())


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999), st.integers(1, 9))
def test_wherever_a_sum_of_money_breaks_it_is_whole(first: int, second: int, third: int, at: int) -> None:
    whole = f"{first}.{second:03}.{third:03}"
    at = min(max(at, len(whole) // 2 + 1), len(whole) - 1)
    assert read([whole[:at], whole[at:]])[0] == whole
