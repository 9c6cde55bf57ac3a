"""A text's forms for keeping and for comparing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.text import clean, dashes, fold, nfc, one_line, quotes, raised, solid, tones, unraised

VIETNAMESE = st.text(alphabet=st.sampled_from("aàảãáạăắâấeêếiíoóôốơớuúưứyýdđĐÂƯ bcghkm-–\u00a0\u200b\t\n0123,./"))
TEXTS = st.one_of(st.text(), VIETNAMESE)


@given(TEXTS)
def test_solid_characters_are_those_that_no_split_takes_away(text: str) -> None:
    assert solid(text) == len("".join(text.split()))


@given(TEXTS)
def test_every_form_is_idempotent(text: str) -> None:
    for form in (nfc, clean, one_line, dashes, quotes, fold, tones):
        assert form(form(text)) == form(text), form


@given(TEXTS)
def test_kept_forms_are_nfc(text: str) -> None:
    for form in (nfc, clean, one_line, tones):
        assert unicodedata.is_normalized("NFC", form(text))


@given(TEXTS)
def test_decomposed_and_composed_text_are_the_same(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert clean(decomposed) == clean(nfc(text))
    assert fold(decomposed) == fold(nfc(text))


@given(VIETNAMESE)
def test_clean_loses_only_what_cannot_be_seen(text: str) -> None:
    visible = [c for c in text if c != "\u200b"]
    assert clean(text) == unicodedata.normalize("NFC", "".join(visible).replace("\u00a0", " "))


@given(VIETNAMESE)
def test_fold_is_ascii_for_vietnamese_and_blind_to_case_and_tone_place(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == fold(text.upper())
    assert folded == fold(tones(text))
    assert folded == " ".join(folded.split())


@given(TEXTS)
def test_dashes_keeps_every_position(text: str) -> None:
    assert len(dashes(text)) == len(text)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Số:\u00a0152\u200b/BC\u2011SKHĐT", "Số: 152/BC-SKHĐT"),
        ("a\r\nb\u2028c\x0bd", "a\nb\nc\nd"),
        ("  hai  cột\t\tđây ", "  hai  cột\t\tđây "),
        ("Ðảng", "Đảng"),
        ("chƣa đƣợc", "chưa được"),
        ("đề".replace("ề", "ê\u0300"), "đề"),
        ("Тổng", "Tổng"),
        ("Москва", "Москва"),
        ("152/\u0412\u0421-S\u039dV", "152/BC-SNV"),
        ("\u0392\u0391 \u03a9", "BA \u03a9"),
        ("một – hai — ba", "một – hai — ba"),
        ("e\u034f\u0301", "é"),
    ],
)
def test_clean(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Độc lập – Tự do — Hạnh phúc", "doc lap - tu do - hanh phuc"),
        ("“Khối  thi đua”", '"khoi thi dua"'),
        ("SỞ KẾ HOẠCH\nVÀ ĐẦU TƯ", "so ke hoach va dau tu"),
        ("UỶ BAN", "uy ban"),
        ("MIXED ascii  Text", "mixed ascii text"),
        ("98¹ cá nhân, 9,5²", "98 ca nhan, 9,5"),
    ],
)
def test_fold(given_text: str, expected: str) -> None:
    assert fold(given_text) == expected


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("hoà uỷ THUỶ khoẻ", "hòa ủy THỦY khỏe"),
        ("quý qúy hóan lựơng", "quý quý hoán lượng"),
        ("giá quả UBND 95,5 Krông", "giá quả UBND 95,5 Krông"),
    ],
)
def test_tones(given_text: str, expected: str) -> None:
    assert tones(given_text) == expected


@given(TEXTS)
def test_a_raised_figure_is_a_space_to_who_looks_for_a_number(text: str) -> None:
    assert unraised(raised(text)) == unraised("".join(" " if c in "0123456789" else c for c in text))
    assert len(skeleton(raised(text))) == len(text)


def test_one_line() -> None:
    assert one_line(" Sở\u00a0Nội vụ\n\ttỉnh ") == "Sở Nội vụ tỉnh"
