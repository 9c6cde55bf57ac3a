"""A paper's type, as its title or its number says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ANY, LETTER, REPORT, REVIEW, Case, faults, missing

TITLES = {
    "KẾ HOẠCH": "Số: 12/KH-SKHĐT",
    "TỜ TRÌNH": "Số: 12/TTr-SKHĐT",
    "THÔNG BÁO": "Số: 12/TB-SKHĐT",
    "HƯỚNG DẪN": "Số: 12/HD-SKHĐT",
    "CHƯƠNG TRÌNH": "Số: 12/CTr-SKHĐT",
    "GIẤY MỜI": "Số: 12/GM-SKHĐT",
    "BẢN ĐĂNG KÝ": "Số: 12/ĐK-SKHĐT",
    "QUYẾT ĐỊNH": "Số: 12/QĐ-SKHĐT",
    "CHỈ THỊ": "Số: 12/CT-SKHĐT",
    "ĐỀ ÁN": "Số: 12/ĐA-SKHĐT",
    "KẾT LUẬN": "Số: 12/KL-SKHĐT",
    "THÔNG TƯ": "Số: 12/2021/TT-SKHĐT",
    "GIAO ƯỚC THI ĐUA": "Số: 12/GƯTĐ-SKHĐT",
}


def titled(title: str, number: str, kind: object) -> Case:
    return Case(replace(REPORT, title=(title,), number=number), {"doc_type": kind, "number": ANY})


CASES = {
    **{title: titled(title, number, title) for title, number in TITLES.items()},
    "with a colon": titled("BÁO CÁO:", REPORT.number, "BÁO CÁO"),
    "letters apart": titled("B Á O  C Á O", REPORT.number, "BÁO CÁO"),
    "number of a letter": titled("TỜ TRÌNH", "Số: 12/SKHĐT-VP", "TỜ TRÌNH"),
    "number of another type": titled("BÁO CÁO", "Số: 12/QĐ-SKHĐT", REVIEW),
    "empty number of another type": titled("BÁO CÁO", "Số:     /QĐ-SKHĐT", REVIEW),
    "on no list, with its letters": titled("BẢN CAM KẾT", "Số: 12/CK-SKHĐT", "BẢN CAM KẾT"),
    "on no list": titled("BẢN CAM ĐOAN", "Số: 12/XY-SKHĐT", REVIEW),
    "in one line with the subject": Case(
        replace(REPORT, title=("BÁO CÁO SƠ KẾT CÔNG TÁC THI ĐUA 6 THÁNG ĐẦU NĂM 2021",), about=()),
        {"subject": ANY, "period": ANY},
    ),
    "letter": Case(LETTER),
    "letter with a report's number": Case(
        replace(LETTER, number="Số: 12/BC-SNgV"), {"doc_type": REVIEW, "number": REVIEW}
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_doc_type(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_titles_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " doc_type " in m] == []


def test_a_letter_prints_no_type() -> None:
    from extractors.extraction import extract
    from tests.extractors.paper import in_tables

    (fact,) = [f for f in extract(in_tables(LETTER)).facts if f.field == "doc_type"]
    assert (fact.value, fact.raw) == ("CÔNG VĂN", None)
