"""A paper's number and symbol."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.records import Aside, AsideKind, Paragraph, Place
from tests.extractors.judge import ANY, LETTER, REPORT, REVIEW, Case, faults, missing

READ = {
    "Số: 152/BC-SKHĐT": "152/BC-SKHĐT",
    "Số: 156 /BC-SKHĐT": "156/BC-SKHĐT",
    "Số:  67  /BC-SKHĐT": "67/BC-SKHĐT",
    "Số:156/ BC - SKHĐT": "156/BC-SKHĐT",
    "Số : 167/BC-SKHĐT": "167/BC-SKHĐT",
    "Số 15-BC/SKHĐT": "15-BC/SKHĐT",
    "Số: 05/2021/BC-SKHĐT": "05/2021/BC-SKHĐT",
    "SỐ :   63/ 2021 / BC- SKHĐT": "63/2021/BC-SKHĐT",
    "Số: 01/BC-SKHDT": "01/BC-SKHDT",
    "Số: 152/BC–SKHĐT": "152/BC-SKHĐT",
    "Sè: 152/BC-SKHĐT": "152/BC-SKHĐT",
    "Số: 319/BC-SKHĐT-VP": "319/BC-SKHĐT-VP",
    "Số: 152/BC-SKHĐT.": "152/BC-SKHĐT",
    "Số: 152a/BC-SKHĐT": "152a/BC-SKHĐT",
}
EMPTY = (
    "Số:      /BC-SKHĐT",
    "Số: /BC-SKHĐT",
    "Số: ……/BC-SKHĐT",
    "Số:......./BC-SKHĐT",
    "Số: ___/BC-SKHĐT",
    "Số:            /BC-SKHĐT",
)
ODD = (
    "Số: l52/BC-SKHĐT",
    "Số: 1S2/BC-SKHĐT",
    "Số: O5/BC-SKHĐT",
    "Số: 152/BС-SKHĐТ",
    "Số: 15 2/BC-SKHĐT",
    "Số: 152BC-SKHĐT",
    "Số: 15O/BC-SKHĐT",
    "Số: 152/BC-SKHĐT1",
    "Số: 152/BC-SKHĐT TH",
    "Số: 152/QĐ-SKHĐT",
    "Số: 152",
)


def drawn(text: str, place: Place) -> Aside:
    return Aside(AsideKind.FILLED_IN, Paragraph(text, place))


DRAWN = drawn("Số: 152/BC-SKHĐT", Place(1, "field 1", 1, 1))
BESIDE_THE_BLANK = Place(1, "field 1", 1, 1, bbox=(150, 108, 170, 120))
APPENDIX = "(Kèm theo Báo cáo số {} ngày 05/6/2021 của Sở Kế hoạch và Đầu tư)"

CASES = {
    **{raw: Case(replace(REPORT, number=raw), {"number": value}) for raw, value in READ.items()},
    **{raw: Case(replace(REPORT, number=raw), {"number": None}) for raw in EMPTY},
    **{raw: Case(replace(REPORT, number=raw), {"number": REVIEW, "doc_type": ANY}) for raw in ODD},
    "drawn over the blank": Case(replace(REPORT, number=EMPTY[0], asides=(DRAWN,))),
    "drawn and typed differ": Case(replace(REPORT, number="Số: 99/BC-SKHĐT", asides=(DRAWN,)), {"number": REVIEW}),
    "digits drawn over the blank": Case(
        replace(REPORT, number=EMPTY[0], asides=(drawn("152", BESIDE_THE_BLANK),)), only=("page",)
    ),
    "appendix agrees": Case(replace(REPORT, after=("PHỤ LỤC", APPENDIX.format("152/BC-SKHĐT")))),
    "appendix differs": Case(
        replace(REPORT, after=("PHỤ LỤC", APPENDIX.format("99/BC-SKHĐT"))),
        {"number": REVIEW},
        only=("tables", "one row", "tabs", "spaces", "page"),
    ),
    "letter": Case(LETTER),
    "letter of the Thanh tra": Case(
        replace(LETTER, offices=("UBND TỈNH LAM SƠN", "THANH TRA"), number="Số: 12/TTr-VP"),
        {"number": "12/TTr-VP", "issuer": "THANH TRA", "signer_title": ANY},
    ),
    "letter of the Party": Case(
        replace(LETTER, number="Số 127-CV/SNgV", motto=("ĐẢNG CỘNG SẢN VIỆT NAM",)), {"number": "127-CV/SNgV"}
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_number(case: Case) -> None:
    assert faults(case) == []


SURE = [name for name, case in CASES.items() if case.expected()["number"] is not REVIEW]


@pytest.mark.parametrize("name", SURE)
def test_plain_numbers_need_no_review(name: str) -> None:
    assert [m for m in missing(CASES[name]) if " number " in m] == []
