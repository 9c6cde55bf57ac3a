"""Recognised names are set right where a closed list knows them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.places import Place
from extractors.records import Candidate
from extractors.restored import is_known, restored
from extractors.vietnamese.known_names import PROVINCES, PROVINCIAL_BODIES, SIGNERS_OFFICES
from extractors.vietnamese.text import fold


def candidate(field: str, value: str, doubt: str = "") -> Candidate:
    return Candidate(field, value, f"{field}.rule", value, Place(), doubt)


def values(*candidates: Candidate) -> list[object]:
    return [c.value for c in restored(candidates)]


@pytest.mark.parametrize(
    ("field", "read", "meant"),
    [
        ("signer_title", "PHO CHU TỊCH", "PHÓ CHỦ TỊCH"),
        ("signer_title", "— GIÁM ĐÓC", "GIÁM ĐỐC"),
        ("signer_title", "PHÓ 'CHÁNH € VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("issuer", "_ỦY BẠN NHÂN DÂN TĨNH PHU THỌ", "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"),
        ("parent_agency", "UBND TINH CAO BANG", "UBND TỈNH CAO BẰNG"),
    ],
)
def test_marks_that_were_misread_are_set_right(field: str, read: str, meant: str) -> None:
    (found,) = restored([candidate(field, read)])
    assert (found.value, found.raw) == (meant, read)


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ("signer_title", "P%Ó GIÁM ĐỐC"),
        ("signer_title", "VYYY CHỦ TỊCH"),
        ("signer_title", "THU TRƯỞNG"),
        ("issuer", "UBND HUYỆN QUANG BÌNH"),
        ("issuer", "SỞ NÔI VỤ"),
        ("place", "Quang Bình"),
        ("subject", "PHO CHU TICH"),
    ],
)
def test_what_no_list_has_stays_as_it_was_read(field: str, read: str) -> None:
    assert values(candidate(field, read)) == [read]


def test_a_place_is_set_right_only_where_an_office_bears_its_name() -> None:
    assert values(candidate("parent_agency", "UBND TỈNH HÒA BINH"), candidate("place", "Hoa Bình"))[1] == "Hòa Bình"
    assert values(candidate("issuer", "UBND HUYỆN QUANG BÌNH"), candidate("place", "Quang Binh"))[1] == "Quang Binh"


def test_a_doubt_about_specks_goes_and_a_weak_line_stays_weak() -> None:
    doubts = [c.doubt for c in restored([candidate("issuer", "UBND TỈNH LÀO CAl".replace("l", "I"), "odd_name")])]
    weak = [c.doubt for c in restored([candidate("signer_title", "CHU TỊCH", "weakly_read")])]
    assert (doubts, weak) == ([""], ["weakly_read"])


def test_no_two_names_of_a_list_have_the_same_letters() -> None:
    assert len(PROVINCES) == 63 - 2 + 1  # without the two Đắk, with Huế before and after it became a city
    assert len(PROVINCIAL_BODIES) == 4 * len(PROVINCES)
    assert "thu truong" not in SIGNERS_OFFICES


@given(st.sampled_from(sorted(SIGNERS_OFFICES.values())))
def test_a_listed_name_without_any_mark_comes_back_whole(name: str) -> None:
    (found,) = restored([candidate("signer_title", fold(name).upper())])
    assert found.value == name
    assert is_known("signer_title", found.value)


@given(st.text(max_size=40))
def test_what_is_restored_is_on_the_list_or_untouched(read: str) -> None:
    (found,) = restored([candidate("signer_title", read)])
    assert found.value == read or is_known("signer_title", found.value)
