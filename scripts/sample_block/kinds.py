"""The kinds of sample papers, and the ways in which they tell of awards."""

from __future__ import annotations

from scripts.sample_block import prose
from scripts.sample_block.records import Paper, Sheet, Unit

H1_SUBJECT = "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020"
YEAR_SUBJECT = "Tổng kết công tác thi đua, khen thưởng năm 2020"
REGISTRATION_SUBJECT = "V/v đăng ký thi đua năm 2020"

_BEST = ("19", "9,5", "9,5", "5", "5", "5", "5", "5", "7,5", "7", "4,5", "5", "4", "5")


def registration(unit: Unit, number: str, day: str, counts: tuple[int, int, int, int], why: str) -> Paper:
    """A registration sent as a công văn in March."""
    names = ("ldtt", "cstd_co_so", "tt_ldxs", "sang_kien")
    who = {"tt_ldxs": "collective", "sang_kien": "any"}
    said = dict(zip(names, counts, strict=True))
    return Paper(
        stem=f"Dang ky thi dua 2020 - {unit.code}",
        unit=unit,
        kind="registration",
        number=number,
        symbol=f"{unit.code}-VP",
        day=day,
        month="3",
        year=2020,
        doc_type="CÔNG VĂN",
        subject=REGISTRATION_SUBJECT,
        period="2020",
        body=prose.registration(unit, said),
        counts={f"registered/{n}/{who.get(n, 'individual')}": v for n, v in said.items()},
        folder="2020-03 dang ky",
        why=why,
    )


def half_year(unit: Unit, number: str, day: str, awards: tuple[tuple[str, ...], dict[str, int]], why: str) -> Paper:
    """A report on the first half of the year, dated in June."""
    body, counts = awards
    return Paper(
        stem=f"Bao cao so ket 6 thang {unit.code}",
        unit=unit,
        kind="h1",
        number=number,
        symbol=f"BC-{unit.code}",
        day=day,
        month="6",
        year=2020,
        doc_type="BÁO CÁO",
        subject=H1_SUBJECT,
        period="2020-H1",
        body=prose.half_year(unit, body),
        counts=counts,
        folder="2020-06 so ket",
        why=why,
    )


def whole_year(
    unit: Unit, number: str, day: str, awards: tuple[tuple[str, ...], dict[str, int]], sheet: Sheet, why: str
) -> Paper:
    """A report on the year with its score sheet, dated in December."""
    body, counts = awards
    said = f"Theo bảng tiêu chí của Khối, {unit.name} tự chấm đạt {sheet.total}/100 điểm."
    return Paper(
        stem=f"Bao cao tong ket 2020 {unit.code}",
        unit=unit,
        kind="year",
        number=number,
        symbol=f"BC-{unit.code}",
        day=day,
        month="12",
        year=2020,
        doc_type="BÁO CÁO",
        subject=YEAR_SUBJECT,
        period="2020",
        body=prose.year(unit, body, said),
        counts=counts,
        sheet=sheet,
        folder="2020-12 tong ket",
        why=why,
    )


def in_a_sentence(bk: int, gk: int, ldtt: int, cstd: int, sk: int) -> tuple[tuple[str, ...], dict[str, int]]:
    """Awards told in one sentence, and the counts they amount to."""
    said = {"bang_khen_tinh": bk, "giay_khen": gk, "ldtt": ldtt, "cstd_co_so": cstd, "sang_kien": sk}
    who = {"bang_khen_tinh": "any", "sang_kien": "any"}
    return prose.in_a_sentence(said), {f"granted/{n}/{who.get(n, 'individual')}": v for n, v in said.items()}


def in_a_list(gk: int, ldtt: int, cstd: int, sk: int) -> tuple[tuple[str, ...], dict[str, int]]:
    """Awards told in a list, and the counts they amount to."""
    said = {"giay_khen": gk, "ldtt": ldtt, "cstd_co_so": cstd, "sang_kien": sk}
    return prose.in_a_list(said), {
        f"granted/{n}/{'any' if n == 'sang_kien' else 'individual'}": v for n, v in said.items()
    }


def with_traps(gk: int, proposed: int) -> tuple[tuple[str, ...], dict[str, int]]:
    """Awards told among figures of others, and the counts they amount to."""
    said = {"giay_khen": gk, "proposed_bang_khen": proposed}
    counts = {"granted/giay_khen/individual": gk, "proposed/bang_khen_tinh/individual": proposed}
    return prose.with_traps(said), counts


def scores(**changes: str) -> tuple[str, ...]:
    """The scores of a good unit with some changed: `c3="8"` is the third."""
    return tuple(changes.get(f"c{index}", score) for index, score in enumerate(_BEST, 1))


def own_score(unit: Unit, total: str) -> str:
    """The sentence on the unit's own score."""
    return f"Theo bảng tiêu chí của Khối, {unit.name} tự chấm đạt {total}/100 điểm."
