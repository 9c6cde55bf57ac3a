"""Rows are numbered as papers number them; anything else may be misread."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.records import Place, ScoreRow, Status
from extractors.sheets.sequence import out_of_sequence


def rows(*codes):
    def parent(code):
        return code.rpartition(".")[0] or None

    return [
        ScoreRow(n, c, "", c.count("."), parent(c), Status.ACCEPTED, Place(), "", self_score=Decimal(1))
        for n, c in enumerate(codes, 1)
    ]


@pytest.mark.parametrize(
    "codes",
    [
        ("I", "I.1", "I.2", "II", "II.1", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"),
        ("1", "2", "3", "5", "10"),
        ("A", "A.1", "B"),
        ("1", "1.1", "1.1.a", "1.1.b", "1.2", "2"),
        ("I", "I.a", "I.b", "I.c", "I.d", "I.đ", "I.e", "I.g"),
        ("a", "b", "c", "d", "e", "f"),
        ("I", "1.1", "1.2", "II", "2.1", "2.2"),
    ],
)
def test_numbers_that_run_on_are_not_doubted(codes):
    assert out_of_sequence(rows(*codes)) == []


@pytest.mark.parametrize(
    ("codes", "doubted"),
    [
        (("I", "I.1", "I", "III"), {0, 1, 2, 3}),
        (("I", "II", "II", "IV"), {0, 1, 2, 3}),
        (("I", "I.1", "III", "III.1"), {0, 1, 2, 3}),
        (("I", "I.1", "I.3", "I.2", "II", "II.1"), {1, 2, 3}),
        (("1", "2", "2"), {0, 1, 2}),
        (("H", "H.1"), {0, 1}),
        (("I", "I.l", "II"), {1}),
        (("2", "2.1", "3"), {0, 1, 2}),
        (("1", "H", "2"), {0, 1, 2}),
    ],
)
def test_a_repeated_or_broken_series_is_doubted_with_all_below(codes, doubted):
    assert {row.row - 1 for row in out_of_sequence(rows(*codes))} == doubted


def test_a_lost_number_is_doubted_with_what_would_begin_with_it():
    found = [replace(row, level=level) for row, level in zip(rows("", "1", "1.1", "2"), (0, 1, 2, 0), strict=True)]
    assert {row.row for row in out_of_sequence(found)} == {1, 2, 3}


@pytest.mark.parametrize(
    ("codes", "doubted"),
    [
        (("I", "1.1", "1.2", "II", "I.1", "11.2", "III", "II.1", "I.2"), {1, 2, 4, 5, 7, 8}),
        (("I", "1.1", "II", "II.1"), {1}),
        (("I", "I.1", "II", "II.1", "III", "II.2"), {5}),
        (("I", "1.1", "1.2", "II", "3.1"), {4}),
    ],
)
def test_a_number_that_begins_as_another_part_does_is_doubted(codes, doubted):
    """In part III, "II.1" is a misread "III.1"; the levels are those of the table, whatever the numbers say."""
    assert {row.row - 1 for row in out_of_sequence(rows(*codes))} == doubted
