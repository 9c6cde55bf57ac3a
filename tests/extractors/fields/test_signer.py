"""The signer's name, office and authority."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ABSENT, ANY, REPORT, REVIEW, Case, faults, missing

N = "Nông Thị Thử"

SIGNATURES: tuple[tuple[tuple[str, ...], object, object, object], ...] = (
    (("GIÁM ĐỐC", "", "", N), ABSENT, "GIÁM ĐỐC", N),
    (("GIÁM ĐỐC", "(Ký tên, đóng dấu)", N), ABSENT, "GIÁM ĐỐC", N),
    (("GIÁM ĐỐC", "(Đã ký)", ""), ABSENT, "GIÁM ĐỐC", ABSENT),
    (("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", N), "KT.", "PHÓ GIÁM ĐỐC", N),
    (("K/T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", N), "KT.", "PHÓ GIÁM ĐỐC", N),
    (("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "", N), "KT.", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", N),
    (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "", N), "KT.", "THỨ TRƯỞNG", N),
    (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", N), "TM.", "CHỦ TỊCH", N),
    (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", N), "KT.", "PHÓ CHỦ TỊCH", N),
    (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", N), "TM.", "PHÓ BÍ THƯ", N),
    (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", N), "TL.", "CHÁNH VĂN PHÒNG", N),
    (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", N), "KT.", "PHÓ CHÁNH VĂN PHÒNG", N),
    (("T/L TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "", N), "TL.", "CHÁNH VĂN PHÒNG", N),
    (("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "", N), "TUQ.", "GIÁM ĐỐC SỞ NỘI VỤ", N),
    (("Q. GIÁM ĐỐC", "", N), "Q.", REVIEW, N),
    (("TRƯỞNG KHỐI", "PHÓ CHÁNH VĂN PHÒNG UBND TỈNH", N), ABSENT, REVIEW, N),
    (("KT. GIÁM ĐỐC", "ĐẢO GIÁM ĐỐC", N), REVIEW, REVIEW, N),
    (("KT. GIÁM ĐỐC", "GIÁM ĐỐC", N), REVIEW, REVIEW, N),
    (("GIÁM ĐỐC", "", f"Đại tá {N}"), ABSENT, "GIÁM ĐỐC", REVIEW),
    (("GIÁM ĐỐC", "", f"ThS. {N}"), ABSENT, "GIÁM ĐỐC", REVIEW),
    (("CHÍNH TRỊ VIÊN", "", f"Trung tá {N}"), ABSENT, "CHÍNH TRỊ VIÊN", REVIEW),
    (("TM. BAN CHỈ HUY", "CHÍNH TRỊ VIÊN", "", f"Trung tá {N}"), "TM.", "CHÍNH TRỊ VIÊN", REVIEW),
    (("KT. ĐỒN TRƯỞNG", "PHÓ ĐỒN TRƯỞNG", "", f"Thiếu tá {N}"), "KT.", "PHÓ ĐỒN TRƯỞNG", REVIEW),
    (("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "", f"TS. {N}"), "KT.", "PHÓ HIỆU TRƯỞNG", REVIEW),
    (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", f"BS.CKII. {N}"), "KT.", "PHÓ GIÁM ĐỐC", REVIEW),
    (("GIÁM ĐỐC", "", f"PGS.TS. {N}"), ABSENT, "GIÁM ĐỐC", REVIEW),
    (("GIÁM ĐỐC", "", f"BSCKII. {N}"), ABSENT, "GIÁM ĐỐC", REVIEW),
    ((f"GIÁM ĐỐC TS. {N}",), ABSENT, "GIÁM ĐỐC", REVIEW),
    (("GIÁM ĐỐC", "", N.upper()), ABSENT, REVIEW, REVIEW),
    (("GIÁM ĐỐC", "Ký bởi: Văn thư", "Thời gian ký: 05/06/2021", N), ABSENT, ANY, REVIEW),
    (("GIÁM ĐỐC", "", "H'Thử Niê"), ABSENT, "GIÁM ĐỐC", "H'Thử Niê"),
    (("GIÁM ĐỐC", "", "Y Thử"), ABSENT, "GIÁM ĐỐC", "Y Thử"),
    (("GIÁM ĐỐC", "", "Nông  Thị  Thử "), ABSENT, "GIÁM ĐỐC", N),
    (("GIÁM ĐỐC", "", "Nông Тhị Thử"), ABSENT, "GIÁM ĐỐC", REVIEW),
    (("GIÁM ĐỐC", "", N, "Lò Thị Ghi"), ABSENT, REVIEW, REVIEW),
    (("GIÁM ĐỐC", "", N, N), ABSENT, "GIÁM ĐỐC", N),
)


def signed(signature: tuple[str, ...], authority: object, title: object, name: object) -> Case:
    wanted = {"authority": authority, "signer_title": title, "signer_name": name}
    truth = {"signer_name": N} if name is REVIEW else {}
    return Case(replace(REPORT, signature=signature), wanted, truth)


CASES = {
    **{"/".join(filter(None, row[0])): signed(*row) for row in SIGNATURES},
    **{
        " ".join(glued): Case(
            replace(REPORT, signature=glued),
            {"authority": authority, "signer_title": title, "signer_name": N},
        )
        for glued, authority, title in (
            (("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "", N), "KT.", "PHÓ GIÁM ĐỐC"),
            (("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "", N), "KT.", "PHÓ CHỦ TỊCH"),
            (("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG", "", N), "TL.", "CHÁNH VĂN PHÒNG"),
            (("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "", N), "TM.", "CHỦ TỊCH"),
            ((f"CHỦ TỊCH {N}",), ABSENT, "CHỦ TỊCH"),
            ((f"KT. BỘ TRƯỞNG THỨ TRƯỞNG {N}",), "KT.", "THỨ TRƯỞNG"),
        )
    },
    "title in two lines": Case(
        replace(REPORT, signature=("PHÓ CHÁNH VĂN PHÒNG", "ĐOÀN ĐBQH VÀ HĐND TỈNH", "", N)),
        {"authority": ABSENT, "signer_title": REVIEW},
        {"signer_title": "PHÓ CHÁNH VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH"},
    ),
    "a family name on no list": Case(
        replace(REPORT, signature=("GIÁM ĐỐC", "", "Zđơ Thị Thử")),
        {"authority": ABSENT, "signer_title": "GIÁM ĐỐC", "signer_name": REVIEW},
        {"signer_name": "Zđơ Thị Thử"},
    ),
    "a place for a name": Case(
        replace(
            REPORT,
            offices=("UBND TỈNH CAO BẰNG", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
            signature=("GIÁM ĐỐC", "Cao Bằng"),
            day="Cao Bằng, ngày 05 tháng 6 năm 2021",
        ),
        {
            "authority": ABSENT,
            "place": ANY,
            "parent_agency": "UBND TỈNH CAO BẰNG",
            "signer_title": "GIÁM ĐỐC",
            "signer_name": REVIEW,
        },
        {"signer_name": ""},
    ),
    "minutes": Case(
        replace(
            REPORT,
            title=("BIÊN BẢN",),
            number="Số: 03/BB-SKHĐT",
            recipients=("THƯ KÝ", "", "", "Lò Thị Ghi"),
            signature=("CHỦ TỌA", "", "", N),
        ),
        {
            "doc_type": "BIÊN BẢN",
            "number": "03/BB-SKHĐT",
            "recipients": ABSENT,
            "authority": ABSENT,
            "signer_title": REVIEW,
            "signer_name": REVIEW,
        },
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_signer(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_signatures_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " signer_" in m or " authority " in m] == []
