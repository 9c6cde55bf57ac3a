"""A form of a text is the same by the table of a code page as character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.vietnamese import text as forms
from extractors.vietnamese.code_page import CHARACTERS, by_table
from extractors.vietnamese.skeleton import skeleton

TABLED = st.text(alphabet=st.sampled_from(CHARACTERS))
TEXTS = st.one_of(st.text(), TABLED, st.text(alphabet=st.sampled_from("aĐệ \x00\x01\xa0\u0301\ufffe😀")))


def test_the_characters_fit_in_a_code_page() -> None:
    assert len(CHARACTERS) < 256


@given(TEXTS)
def test_a_table_gives_what_the_form_gives(text: str) -> None:
    assert by_table(str.swapcase)(text) == text.swapcase()


@given(TABLED)
def test_no_form_looks_at_what_stands_beside_a_character(text: str) -> None:
    for tabled in (skeleton.__wrapped__, forms._plain):
        assert tabled(text) == tabled.__wrapped__(text)
