"""Place and day of a dateline; a day that is none is noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.extraction import extract
from extractors.records import Aside, AsideKind, Paragraph, Place
from tests.extractors.judge import ANY, LETTER, REPORT, REVIEW, Case, faults, missing
from tests.extractors.paper import in_tables

FIFTH_OF_JUNE = (
    "Lam Sơn, ngày 05 tháng 6 năm 2021",
    "Lam Sơn, ngày 5 tháng 6 năm 2021",
    "Lam Sơn, ngày 05/6/2021",
    "Lam Sơn, ngày 05.06.2021",
    "Lam Sơn, ngày 05 / 6 /2021",
    "Lam Sơn, ngày   05 tháng    6 năm 2021",
    "Lam Sơn, ngày 05 tháng 6năm 2021",
    "Lam Sơn, ngày05 tháng 6 năm 2021",
    "Lam Sơn,ngày 05 tháng 06 năm 2021",
    "Lam Sơn, Ngày 05 tháng 6 năm 2021.",
)
EMPTY = (
    "Lam Sơn, ngày     tháng 6 năm 2021",
    "Lam Sơn, ngày        tháng      năm 2021",
    "Lam Sơn, ngày … /6/2021",
    "Lam Sơn, ngày     /     /2021",
    "Lam Sơn, ngày... tháng... năm 2021",
    "Lam Sơn, ngày ...... tháng ...... năm ......",
    "Lam Sơn, ngày ___ tháng 6 năm 2021",
)
DOUBTFUL = (
    "Lam Sơn, ngày 31 tháng 02 năm 2021",
    "Lam Sơn, ngày 05 tháng năm 2021",
    "Lam Sơn, ngày 05 tháng 13 năm 2021",
    "Lam Sơn, ngày 05 háng 6 năm 2021",
    "Lam Sơn, gày 05 tháng 6 năm 2021",
    "Lam Sơn, ngày 05 tháng 6 năm 2201",
    "Lam Sơn, ngày 05 tháng 6 năm 202",
    "Lam Sơn, ngày l5 tháng 6 năm 2021",
    "Lam Sơn, ngày 05 tháng 6 năm 2001",
)
PLACES = ("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Đắk Lắk", "Cư M'gar", "Huế")

DRAWN = Aside(AsideKind.FILLED_IN, Paragraph("Lam Sơn, ngày 05 tháng 6 năm 2021", Place(1, "field 1", 1, 1)))


def digits(text: str, left: float) -> Aside:
    """Digits drawn on the dateline of the page layout."""
    return Aside(
        AsideKind.FILLED_IN, Paragraph(text, Place(1, f"field at {left}", 1, 1, bbox=(left, 108, left + 9, 120)))
    )


CASES = {
    **{day: Case(replace(REPORT, day=day)) for day in FIFTH_OF_JUNE},
    **{day: Case(replace(REPORT, day=day), {"issued_on": None}) for day in EMPTY},
    **{day: Case(replace(REPORT, day=day), {"issued_on": REVIEW}) for day in DOUBTFUL},
    **{p: Case(replace(REPORT, day=f"{p}, ngày 05 tháng 6 năm 2021"), {"place": p}) for p in PLACES},
    "before a day that its grounds cite": Case(
        replace(REPORT, day="Lam Sơn, ngày 05 tháng 02 năm 2021"), {"issued_on": REVIEW}
    ),
    "digits drawn in the gaps": Case(
        replace(REPORT, day=EMPTY[1], asides=(digits("05", 440), digits("6", 480))), only=("page",)
    ),
    "digits drawn over a typed day": Case(
        replace(REPORT, asides=(digits("07", 440),)), {"issued_on": REVIEW}, only=("page",)
    ),
    "too few digits drawn": Case(
        replace(REPORT, day=EMPTY[1], asides=(digits("05", 440),)), {"issued_on": REVIEW}, only=("page",)
    ),
    "without the word day": Case(
        replace(REPORT, day="Lam Sơn, 05/6/2021"), {"issued_on": ANY}, {"issued_on": "2021-06-05"}
    ),
    "drawn over the blank": Case(replace(REPORT, day=EMPTY[0], asides=(DRAWN,))),
    "drawn and typed differ": Case(
        replace(REPORT, day="Lam Sơn, ngày 04 tháng 6 năm 2021", asides=(DRAWN,)), {"issued_on": REVIEW}
    ),
    "a sentence that ends with another day": Case(
        replace(LETTER, body=("Đề nghị các đơn vị báo cáo trước ngày 30/11/2021.", *LETTER.body))
    ),
    "no comma": Case(replace(REPORT, day="Lam Sơn ngày 05 tháng 6 năm 2021")),
    "wrong tone": Case(
        replace(REPORT, day="Lam Sởn, ngày 05 tháng 6 năm 2021"), {"place": REVIEW, "parent_agency": REVIEW}
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_place_and_day(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_datelines_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " issued_on " in m or " place " in m] == []


def test_impossible_day_is_noticed_with_its_words() -> None:
    document = in_tables(replace(REPORT, day="Lam Sơn, ngày 31 tháng 02 năm 2021"))
    notices = [n for n in extract(document).notices if n.code == "document.date_invalid"]
    assert [n.values for n in notices] == [{"raw": "ngày 31 tháng 02 năm 2021"}]
