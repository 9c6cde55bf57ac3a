"""Figures are read as every number that they can be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.vietnamese.numbers import printed, readings


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("98,5", ["98.5"]),
        ("94.2", ["94.2"]),
        ("98,50", ["98.50"]),
        ("09", ["9"]),
        ("00", ["0"]),
        ("0,25", ["0.25"]),
        ("0.125", ["0.125"]),
        (" 107 ", ["107"]),
        ("3.006.358", ["3006358"]),
        ("1.000,5", ["1000.5"]),
        ("1,000.5", ["1000.5"]),
        ("1.329", ["1329", "1.329"]),
        ("1.000", ["1000", "1.000"]),
        ("19,125", ["19.125", "19125"]),
        ("", []),
        ("98,", []),
        (",5", []),
        ("9 8", []),
        ("19, 5", []),
        ("98-100", []),
        ("12.34.56", []),
        ("٩٨", []),
        ("１２", []),
        ("5%", []),
        ("chín", []),
    ],
)
def test_readings(text: str, values: list[str]) -> None:
    assert readings(text) == tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("value", "text"), [("98.50", "98,5"), ("1000", "1.000"), ("-2", "-2"), ("0", "0"), ("1000.25", "1.000,25")]
)
def test_printed(value: str, text: str) -> None:
    assert printed(Decimal(value)) == text


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    assert value in readings(printed(value))


@given(st.text(alphabet="0123456789.,", max_size=12))
def test_a_reading_keeps_every_digit(text: str) -> None:
    digits = "".join(c for c in text if c.isdigit()).lstrip("0")
    for value in readings(text):
        assert f"{value:f}".replace(".", "").lstrip("0") == digits
