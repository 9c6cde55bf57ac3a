"""Whose a paper is, by all that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.records import Fact, Status
from pipeline.records import Unit
from pipeline.stages.units import issuer_of
from tests.pipeline.cases import BLOCK, fact, facts


def said(**values: object) -> dict[str, Fact]:
    return {f.field: f for f in facts(**values)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("issuer", "parent", "number", "unit_id"),
    [
        ("SỞ TÀI CHÍNH", "UBND TỈNH LAM SƠN", "15/BC-STC", "stc"),
        ("SỞ TÀI CHÍNH TỈNH LAM SƠN", "", "15/BC-STC", "stc"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "UBND TỈNH LAM SƠN", "45/SKHĐT-VP", "skhdt"),
        ("SỞ KẾ HOẠCH & ĐẦU TƯ", "UBND TỈNH LAM SƠN", "45/BC-SKHDT", "skhdt"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "UBND TỈNH LAM SƠN", "9/BC-SLĐTBXH", "ldtbxh"),
        ("VĂN PHÒNG", "UBND TỈNH LAM SƠN", "7/BC-VP", "vp-ubnd"),
        ("VĂN PHÒNG", "HĐND TỈNH LAM SƠN", "7/BC-VP", "vp-hdnd"),
        ("VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN", "HĐND TỈNH", "7/BC-VP", "vp-hdnd"),
        ("HUYỆN HOÀ SƠN", "ỦY BAN NHÂN DÂN", "30/BC-UBND", "hoa-son"),
        ("UBND HUYỆN HÒA SƠN", "", "30/BC-UBND", "hoa-son"),
        ("SỞ Y TẾ", "UBND TỈNH LAM SƠN", "15/BC-SYT", None),
        ("ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "", "302/QĐ-UBND", None),
        ("BAN QUẢN LÝ DỰ ÁN", "SỞ TÀI CHÍNH TỈNH LAM SƠN", "3/BQL-VP", None),
        ("PHÒNG NỘI VỤ", "UBND HUYỆN HÒA SƠN", "3/BC-PNV", None),
        ("UBND HUYỆN HÒA SẬU", "", "30/BC-UBND", None),
    ],
)
def test_issuers_without_doubt(issuer: str, parent: str, number: str, unit_id: str | None) -> None:
    found = issuer_of(said(issuer=issuer, parent_agency=parent, number=number), BLOCK)
    assert (found.unit_id, found.doubts) == (unit_id, ())


@pytest.mark.parametrize(
    ("issuer", "number", "unit_id", "doubt"),
    [
        ("SỞ TÀI CHÍNH", "15/BC-SKHĐT", "stc", "document.unit_doubtful"),
        ("SỎ TÀI CHÍNHH", "15/BC-STC", "stc", "document.unit_proposed"),
        ("VĂN PHÒNG", "7/BC-VP", None, "document.unit_doubtful"),
        ("", "45/BC-SKHĐT", "skhdt", "document.unit_doubtful"),
        ("", "", None, "document.unit_doubtful"),
    ],
)
def test_witnesses_that_disagree_or_stand_alone_are_doubted(
    issuer: str, number: str, unit_id: str | None, doubt: str
) -> None:
    found = issuer_of(said(issuer=issuer, number=number), BLOCK)
    assert (found.unit_id, found.doubts) == (unit_id, (doubt,))


@pytest.mark.parametrize("number", ["214/BC-MTTQ-BTT", "214-BC/MTTQ-BTT"])
def test_a_members_letters_may_be_of_several_groups(number: str) -> None:
    block = replace(BLOCK, units=(*BLOCK.units, Unit("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ-BTT")))
    found = issuer_of(said(issuer="BAN THƯỜNG TRỰC", number=number), block)
    assert (found.unit_id, found.doubts) == ("mttq", ("document.unit_doubtful",))


def test_a_near_name_with_another_offices_letters_is_no_member() -> None:
    assert issuer_of(said(issuer="SỞ TÀI CHÁNH", number="1/BC-SXYZ"), BLOCK).unit_id is None


def test_a_former_name_holds_until_its_day_and_is_only_proposed_after_it() -> None:
    before = issuer_of(said(issuer="SỞ VẬT GIÁ", issued_on="2021-12-31"), BLOCK)
    after = issuer_of(said(issuer="SỞ VẬT GIÁ", issued_on="2022-01-05"), BLOCK)
    assert (before.unit_id, before.doubts) == ("stc", ())
    assert (after.unit_id, after.doubts) == ("stc", ("document.unit_proposed",))


def test_letters_in_a_blank_number_are_witnesses_too() -> None:
    number = fact("number", None, Status.BLANK, "Số:      /SKHĐT-VP")
    assert issuer_of({"number": number}, BLOCK).unit_id == "skhdt"


def test_the_block_itself() -> None:
    found = issuer_of(said(issuer="KHỐI THI ĐUA SỐ 3", parent_agency="UBND TỈNH LAM SƠN"), BLOCK)
    assert (found.unit_id, found.is_block) == (None, True)


def test_an_inspectorates_letters_are_those_of_a_to_trinh_as_well() -> None:
    block = replace(BLOCK, units=(*BLOCK.units, Unit("ttt", "Thanh tra tỉnh", "TTr")))
    for number in ("12/BC-TTr", "12/TTr-TTr", "12/TTr-P1"):
        found = issuer_of(said(issuer="THANH TRA TỈNH", parent_agency="UBND TỈNH LAM SƠN", number=number), block)
        assert (found.unit_id, found.doubts) == ("ttt", ())


def test_the_town_that_the_province_is_named_after_is_not_the_province() -> None:
    block = replace(BLOCK, units=(*BLOCK.units, Unit("tp", "UBND thành phố Lam Sơn", "UBND")))
    assert issuer_of(said(issuer="ỦY BAN NHÂN DÂN TỈNH LAM SƠN"), block).unit_id is None
    assert issuer_of(said(issuer="UBND THÀNH PHỐ LAM SƠN", number="3/BC-UBND"), block).unit_id == "tp"


@pytest.mark.parametrize(
    ("file_name", "unit_id"),
    [
        ("email/Bảng tự chấm điểm - Sở Tài chính.xlsx", "stc"),
        ("bang_tu_cham_diem_so_ke_hoach_va_dau_tu.xlsx", "skhdt"),
        ("email/ldtbxh/bang diem.xlsx", "ldtbxh"),
        ("Sở Tài chính, Sở Kế hoạch và Đầu tư.xlsx", None),
        ("khac/bang diem.xlsx", None),
    ],
)
def test_a_files_name_is_only_a_hint(file_name: str, unit_id: str | None) -> None:
    found = issuer_of({}, BLOCK, [file_name])
    assert found.unit_id == unit_id
    assert found.doubts == (("document.unit_by_file_name",) if unit_id else ("document.unit_doubtful",))
    assert issuer_of(said(issuer="SỞ Y TẾ"), BLOCK, [file_name]).unit_id is None


@pytest.mark.parametrize(
    ("issuer", "unit_id"),
    [
        ("BAN CHẤP HÀNH TỈNH LAM SƠN", "hnd"),
        ("BAN THƯỜNG VỤ", "hnd"),
        ("BAN CHẤP HÀNH HUYỆN HÒA SƠN", None),
        ("BAN CHẤP HÀNH TỈNH HẠ LIÊN", None),
    ],
)
def test_the_provinces_body_of_a_national_union(issuer: str, unit_id: str | None) -> None:
    block = replace(BLOCK, units=(*BLOCK.units, Unit("hnd", "Hội Nông dân tỉnh Lam Sơn", "HND")))
    found = issuer_of(said(issuer=issuer, parent_agency="HỘI NÔNG DÂN VIỆT NAM", number="3/BC-BTV"), block)
    assert (found.unit_id, found.doubts) == (unit_id, ())


@pytest.mark.parametrize(
    ("issuer", "unit_id"), [("BAN CHỈ HUY SỞ TÀI CHÍNH", "stc"), ("BỘ ĐỘI TỈNH LAM SƠN SỞ Y TẾ", None)]
)
def test_a_doubtful_issuer_is_not_called_a_stranger(issuer: str, unit_id: str | None) -> None:
    found = issuer_of({"issuer": fact("issuer", issuer, Status.NEEDS_REVIEW)}, BLOCK)
    assert (found.unit_id, found.doubts) == (unit_id, ("document.unit_doubtful",))
