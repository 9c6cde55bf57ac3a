"""Numbers in words are read, and nothing else is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.patterns.number_words import WORDS
from extractors.vietnamese.words import number_in_words
from tests.extractors.vietnamese.spelling import words_for


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("chín mươi tám phẩy năm", "98.5"),
        ("Chín mươi tám phẩy năm", "98.5"),
        ("chín mươi ba", "93"),
        ("chín mươi mốt phẩy hai lăm", "91.25"),
        ("chín mươi mốt phẩy hai mươi lăm", "91.25"),
        ("chín mươi phẩy không năm", "90.05"),
        ("chín mươi tư", "94"),
        ("mười", "10"),
        ("mười lăm", "15"),
        ("một nghìn", "1000"),
        ("chín trăm tám mươi lăm", "985"),
        ("một trăm linh bảy", "107"),
        ("một trăm lẻ bẩy", "107"),
        ("một nghìn không trăm năm mươi", "1050"),
        ("hai triệu ba trăm nghìn", "2300000"),
        ("chín mươi bảy rưỡi", "97.5"),
        ("không", "0"),
    ],
)
def test_numbers_in_words(text: str, value: str) -> None:
    assert number_in_words(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "điểm", "mươi", "chín tám", "trăm", "chín phẩy", "phẩy năm", "chín mươi mười", "một nghìn triệu", "năm 2020"],
)
def test_other_words_are_no_number(text: str) -> None:
    assert number_in_words(text) is None


@given(st.integers(0, 10**12 - 1))
def test_whole_numbers_come_back(value: int) -> None:
    assert number_in_words(words_for(Decimal(value))) == value


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals_come_back(value: Decimal) -> None:
    assert number_in_words(words_for(value)) == value


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_can_stand_in_a_number(word: str) -> None:
    samples = [
        f"{word} mươi",
        word,
        f"mười {word}",
        f"hai mươi {word}",
        f"hai {word}",
        f"hai {word} ba",
        f"một trăm {word} hai",
    ]
    assert any(number_in_words(sample) is not None for sample in samples)
