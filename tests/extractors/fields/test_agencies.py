"""The issuing office and its parent, in every layout of a letterhead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.records import UnitName
from tests.extractors.judge import ABSENT, ANY, REPORT, REVIEW, Case, faults, missing

U = "UBND TỈNH LAM SƠN"

OFFICES: tuple[tuple[tuple[str, ...], object, object, str], ...] = (
    (("ỦY BAN NHÂN DÂN", "TỈNH LAM SƠN"), ABSENT, "ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "Số: 152/BC-UBND"),
    (("ỦY BAN NHÂN DÂN TỈNH LAM SƠN",), ABSENT, "ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "Số: 152/BC-UBND"),
    ((U, "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"), U, "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Số: 1/BC-SLĐTBXH"),
    ((U, "VĂN PHÒNG"), U, "VĂN PHÒNG", "Số: 152/BC-VP"),
    (("VĂN PHÒNG", "ĐOÀN ĐBQH VÀ HĐND TỈNH"), ABSENT, "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH", "Số: 152/BC-VP"),
    (("ĐOÀN ĐBQH VÀ HĐND TỈNH", "VĂN PHÒNG"), "ĐOÀN ĐBQH VÀ HĐND TỈNH", "VĂN PHÒNG", "Số: 152/BC-VP"),
    (
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ", "HỘI ĐỒNG NHÂN DÂN TỈNH LAM SƠN", "VĂN PHÒNG"),
        "ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH LAM SƠN",
        "VĂN PHÒNG",
        "Số: 152/BC-VP",
    ),
    (("UBND HUYỆN BẢO LÂM", "PHÒNG NỘI VỤ"), "UBND HUYỆN BẢO LÂM", "PHÒNG NỘI VỤ", "Số: 152/BC-PNV"),
    (("ĐẢNG BỘ TỈNH LAM SƠN", "VĂN PHÒNG TỈNH ỦY"), "ĐẢNG BỘ TỈNH LAM SƠN", "VĂN PHÒNG TỈNH ỦY", "Số 1-BC/VPTU"),
    (
        ("TỔNG CỤC THỐNG KÊ", "CỤC THỐNG KÊ TỈNH LAM SƠN"),
        "TỔNG CỤC THỐNG KÊ",
        "CỤC THỐNG KÊ TỈNH LAM SƠN",
        "Số: 1/BC-CTK",
    ),
    ((U, "BAN QUẢN LÝ KHU", "KINH TẾ"), U, "BAN QUẢN LÝ KHU KINH TẾ", "Số: 152/BC-BQLKKT"),
    ((U, "BAN QUẢN LÝ", "KHU KINH TẾ CỬA KHẨU"), U, "BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU", "Số: 15/BC-BQLKKT"),
    ((U, "SỞ", "NỘI VỤ"), U, "SỞ NỘI VỤ", "Số: 15/BC-SNV"),
    (("SỞ CÂY XANH", "TRUNG TÂM", "KHUYẾN LÂM"), "SỞ CÂY XANH", "TRUNG TÂM KHUYẾN LÂM", "Số: 15/BC-TTKL"),
    (
        ("SỞ NỘI VỤ TỈNH LAM SƠN", "BAN THI ĐUA -", "KHEN THƯỞNG"),
        "SỞ NỘI VỤ TỈNH LAM SƠN",
        "BAN THI ĐUA - KHEN THƯỞNG",
        "Số: 1/BC-BTĐKT",
    ),
    ((U, "SỞ NÔNG NGHIỆP VÀ", "PHÁT TRIỂN NÔNG THÔN"), U, "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "Số: 1/BC-SNNPTNT"),
    (("Ủy ban nhân dân tỉnh Lam Sơn", "Sở Nội vụ"), ANY, "Sở Nội vụ", "Số: 152/BC-SNV"),
    (
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "CHI NHÁNH TỈNH LAM SƠN"),
        "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM",
        "CHI NHÁNH TỈNH LAM SƠN",
        "Số: 1/BC-LAS",
    ),
    (
        ("BỘ ĐỘI BIÊN PHÒNG TỈNH LAM SƠN", "HẢI ĐỘI BIÊN PHÒNG 2"),
        "BỘ ĐỘI BIÊN PHÒNG TỈNH LAM SƠN",
        "HẢI ĐỘI BIÊN PHÒNG 2",
        "Số: 1/BC-HĐBP2",
    ),
    (
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH LAM SƠN", "TRUNG ĐOÀN 912"),
        "BỘ CHỈ HUY QUÂN SỰ TỈNH LAM SƠN",
        "TRUNG ĐOÀN 912",
        "Số: 1/BC-TĐ",
    ),
    (
        ("BỘ ĐỘI BIÊN PHÒNG TỈNH LAM SƠN", "ĐỒN BIÊN PHÒNG CỬA KHẨU", "BẢN THỬ"),
        "BỘ ĐỘI BIÊN PHÒNG TỈNH LAM SƠN",
        "ĐỒN BIÊN PHÒNG CỬA KHẨU BẢN THỬ",
        "Số: 1/BC-ĐBP",
    ),
    (
        (U, "LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT"),
        U,
        "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT",
        "Số: 1/BC-LHH",
    ),
    (("BỘ QUỐC PHÒNG", "QUÂN KHU 10"), "BỘ QUỐC PHÒNG", "QUÂN KHU 10", "Số: 1/BC-QK"),
    (
        ("CÔNG AN TỈNH LAM SƠN", "CÔNG AN HUYỆN BẢO LÂM"),
        "CÔNG AN TỈNH LAM SƠN",
        "CÔNG AN HUYỆN BẢO LÂM",
        "Số: 1/BC-CAH",
    ),
    (
        ("HỘI CỰU CHIẾN BINH VIỆT NAM", "HỘI CỰU CHIẾN BINH TỈNH LAM SƠN"),
        "HỘI CỰU CHIẾN BINH VIỆT NAM",
        "HỘI CỰU CHIẾN BINH TỈNH LAM SƠN",
        "Số: 1/BC-CCB",
    ),
    (
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN"),
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN",
        "Số: 1/BC-LĐLĐ",
    ),
    (
        ("TAND TỐI CAO", "TÒA ÁN NHÂN DÂN", "TỈNH LAM SƠN"),
        "TAND TỐI CAO",
        "TÒA ÁN NHÂN DÂN TỈNH LAM SƠN",
        "Số: 1/BC-TA",
    ),
    (("TỈNH ỦY LAM SƠN", "*"), ABSENT, "TỈNH ỦY LAM SƠN", "Số 152-BC/TU"),
    ((U, "SỞ TÀI NGUYÊN VÀ MÔI", "TRƯỜNG"), U, "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Số: 1/BC-STNMT"),
    (("LIÊN MINH", "HỢP TÁC XÃ TỈNH LAM SƠN"), ABSENT, "LIÊN MINH HỢP TÁC XÃ TỈNH LAM SƠN", "Số: 1/BC-LMHTX"),
    (("DỰ THẢO", U, "SỞ NỘI VỤ"), U, "SỞ NỘI VỤ", "Số: 152/BC-SNV"),
)
UNSURE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("TỔNG HỘI Y", "HỌC VIỆN LAM SƠN"), "Số: 152/BC-THYHV"),
    (("ĐOÀN KHẢO SÁT", "ĐỘI LAM SƠN"), "Số: 152/BC-ĐKSĐ"),
    ((U, "LÂM TRƯỜNG BA"), "Số: 152/BC-LTB"),
    (("SỞ NỘI VỤ", "SỞ TÀI CHÍNH"), "Số: 152/BC-SNV-STC"),
    (("SỞ NỘI VỤ TỈNH LAM SƠN", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI TỈNH LAM SƠN"), "Số: 152/BC-SNV-SLĐTBXH"),
    (("BAN DÂN TỘC TỈNH LAM SƠN", "BAN QUẢN LÝ KHU KINH TẾ"), "Số: 152/BC-BDT-BQL"),
    (("SỞ Y TẾ TỈNH LAM SƠN", "SỞ Y TẾ THÀNH PHỐ HẢI PHÒNG"), "Số: 152/BC-SYT"),
    (("TỔNG CỤC A", "CỤC B TỈNH LAM SƠN", "CHI CỤC C"), "Số: 152/BC-CC"),
    ((U, "SỞ NỘΙ VỤ"), "Số: 152/BC-SNV"),
    ((U, "ỦY BAN NHÂN DÂN"), "Số: 152/BC-UBND"),
)


def case(offices: tuple[str, ...], parent: object, issuer: object, number: str) -> Case:
    wanted = {"parent_agency": parent, "issuer": issuer, "number": ANY, "signer_title": ANY}
    truth = {} if parent is ABSENT else {"parent_agency": offices[0] if parent is ANY else parent}
    return Case(replace(REPORT, offices=offices, number=number), wanted, truth)


CASES = {
    **{"/".join(o): case(o, parent, issuer, number) for o, parent, issuer, number in OFFICES},
    **{"/".join(o): case(o, REVIEW, REVIEW, number) for o, number in UNSURE},
    "a member's code below one of its other names": Case(
        replace(REPORT, offices=("UBMTTQ VIỆT NAM TỈNH LAM SƠN", "BAN THƯỜNG TRỰC"), number="Số: 1/BC-MTTQ-BTT"),
        {"parent_agency": ANY, "issuer": "BAN THƯỜNG TRỰC", "number": "1/BC-MTTQ-BTT", "signer_title": ANY},
        roster=(
            UnitName("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lam Sơn", "MTTQ"),
            UnitName("mttq", "Ban Thường trực UBMTTQ Việt Nam tỉnh"),
        ),
    ),
    "a parent on no list": Case(
        replace(REPORT, offices=("LÂM TRƯỜNG LAM SƠN", "PHÒNG KẾ HOẠCH"), number="Số: 152/BC-PKH"),
        {"parent_agency": ANY, "issuer": ANY, "number": ANY, "signer_title": ANY},
        {"parent_agency": "LÂM TRƯỜNG LAM SƠN", "issuer": "PHÒNG KẾ HOẠCH"},
    ),
    "another member's code": Case(
        replace(REPORT, offices=(U, "SỞ NỘI VỤ"), number="Số: 152/BC-SNgV"),
        {"issuer": REVIEW, "number": REVIEW},
        roster=(UnitName("sngv", "Sở Ngoại vụ", "SNgV"), UnitName("snv", "Sở Nội vụ", "SNV")),
    ),
    "a member's name with another tone": Case(
        replace(REPORT, offices=(U, "SỞ NỘI VŨ"), number="Số: 152/BC-SNV"),
        {"issuer": REVIEW, "number": ANY},
        roster=(UnitName("snv", "Sở Nội vụ", "SNV"),),
    ),
}


@pytest.mark.parametrize("paper", CASES.values(), ids=CASES)
def test_offices(paper: Case) -> None:
    assert faults(paper) == []


@pytest.mark.parametrize("paper", CASES.values(), ids=CASES)
def test_plain_offices_need_no_review(paper: Case) -> None:
    assert [m for m in missing(paper) if " issuer " in m or " parent_agency " in m] == []
