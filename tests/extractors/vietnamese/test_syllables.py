"""What is a Vietnamese syllable, and what recognition makes of strokes."""

import pytest

from extractors.vietnamese.syllables import is_abbreviation, is_syllable, strange_words

PAPER = """Căn cứ Quyết định; Ủy ban nhân dân tỉnh, Văn phòng UBND, Sở Kế hoạch và Đầu tư, Thanh tra, quốc gia,
giám đốc, nghiệp vụ, khuyến khích, thường xuyên, gìn giữ, quý, quyền, ngoằn ngoèo, yêu nước, uống, xoong, oanh,
huỷ, hủy"""


def test_every_word_of_a_paper_is_a_syllable_or_an_abbreviation() -> None:
    assert strange_words(PAPER) == []


@pytest.mark.parametrize("word", ["CIIÁNH", "quôc", "hoặch", "Nộỉi", "thưc", "ngc"])
def test_what_recognition_makes_of_strokes_is_strange(word: str) -> None:
    assert strange_words(word) == [word]


@pytest.mark.parametrize("word", ["UBND", "QĐ", "SNgV", "TĐKT"])
def test_abbreviations_are_short_and_in_capitals(word: str) -> None:
    assert is_abbreviation(word)
    assert not is_abbreviation("TỈNH")


def test_a_rime_that_stops_short_needs_a_sharp_or_heavy_tone() -> None:
    assert is_syllable("việc")
    assert not is_syllable("viêc")
    assert not is_syllable("việ́c")
