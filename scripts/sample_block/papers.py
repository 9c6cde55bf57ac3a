"""Every paper of the sample inbox."""

from __future__ import annotations

from dataclasses import replace

from scripts.sample_block import prose
from scripts.sample_block.block import BQLDA, CTK, LMHTX, SCT, SGTVT, SKHCN, SNN, STNMT, STTTT, SXD, SYT
from scripts.sample_block.records import Paper, Sheet, Unit

H1_SUBJECT = "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020"
YEAR_SUBJECT = "Tổng kết công tác thi đua, khen thưởng năm 2020"
REGISTRATION_SUBJECT = "V/v đăng ký thi đua năm 2020"

_BEST = ("19", "9,5", "9,5", "5", "5", "5", "5", "5", "7,5", "7", "4,5", "5", "4", "5")


def _registration(unit: Unit, number: str, day: str, counts: tuple[int, int, int, int], why: str) -> Paper:
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


def _h1(unit: Unit, number: str, day: str, awards: tuple[tuple[str, ...], dict[str, int]], why: str) -> Paper:
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


def _year(
    unit: Unit, number: str, day: str, awards: tuple[tuple[str, ...], dict[str, int]], sheet: Sheet, why: str
) -> Paper:
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


def _sentence(bk: int, gk: int, ldtt: int, cstd: int, sk: int) -> tuple[tuple[str, ...], dict[str, int]]:
    said = {"bang_khen_tinh": bk, "giay_khen": gk, "ldtt": ldtt, "cstd_co_so": cstd, "sang_kien": sk}
    who = {"bang_khen_tinh": "any", "sang_kien": "any"}
    return prose.in_a_sentence(said), {f"granted/{n}/{who.get(n, 'individual')}": v for n, v in said.items()}


def _list(gk: int, ldtt: int, cstd: int, sk: int) -> tuple[tuple[str, ...], dict[str, int]]:
    said = {"giay_khen": gk, "ldtt": ldtt, "cstd_co_so": cstd, "sang_kien": sk}
    return prose.in_a_list(said), {
        f"granted/{n}/{'any' if n == 'sang_kien' else 'individual'}": v for n, v in said.items()
    }


def _traps(gk: int, proposed: int) -> tuple[tuple[str, ...], dict[str, int]]:
    said = {"giay_khen": gk, "proposed_bang_khen": proposed}
    counts = {"granted/giay_khen/individual": gk, "proposed/bang_khen_tinh/individual": proposed}
    return prose.with_traps(said), counts


_TABLE = (
    ("TT", "Danh hiệu, hình thức", "Đăng ký", "Đề nghị", "Được tặng"),
    ("1", "Lao động tiên tiến", "61", "60", "58"),
    ("2", "Chiến sĩ thi đua cơ sở", "11", "10", "9"),
)
_TABLE_COUNTS = {
    f"{stage}/{award}/individual": int(number)
    for award, row in (("ldtt", _TABLE[1]), ("cstd_co_so", _TABLE[2]))
    for stage, number in zip(("registered", "proposed", "granted"), row[2:], strict=True)
}
_NO_PROSE = (("Kết quả khen thưởng năm 2020 nêu tại bảng kèm theo.",), _TABLE_COUNTS)


def _scores(**changes: str) -> tuple[str, ...]:
    """The scores of a good unit with some changed: `c3="8"` is the third."""
    return tuple(changes.get(f"c{index}", score) for index, score in enumerate(_BEST, 1))


def _registrations() -> list[Paper]:
    return [
        _registration(SXD, "215", "20", (72, 10, 3, 12), "registration as a công văn; letterhead table"),
        replace(
            _registration(SNN, "188", "24", (90, 14, 4, 9), "registration; letterhead made with tabs"), head="tabs"
        ),
        replace(_registration(SCT, "301", "27", (55, 8, 2, 7), "registration as PDF"), form="pdf"),
    ]


def _halves() -> list[Paper]:
    pair = _h1(SNN, "190", "12", _list(21, 88, 13, 9), "signed PDF; its draft DOCX lies beside it")
    return [
        replace(
            _h1(SXD, "205", "10", _sentence(2, 31, 70, 9, 11), "on time; Word numbers the headings"),
            numbered_headings=True,
        ),
        replace(pair, form="pdf", stem="Bao cao so ket SNN (da ky)", footer="Báo cáo sơ kết 6 tháng"),
        replace(pair, number="", day="", stem="Du thao bao cao so ket SNN", why="draft: number and day blank"),
        replace(_h1(SCT, "266", "18", _traps(17, 4), "late by three days; letterhead made with spaces"), head="spaces"),
        replace(_h1(SGTVT, "590", "11", _sentence(1, 26, 64, 7, 5), "PDF with a footer"), form="pdf", footer="Sở GTVT"),
        replace(
            _h1(STNMT, "1105", "09", _list(19, 51, 6, 8), "decomposed accents (NFD); a tracked change"),
            decomposed=True,
            tracked=("209", "214"),
        ),
        replace(
            _h1(SKHCN, "", "12", _sentence(3, 15, 42, 5, 20), "number blank; text box DỰ THẢO over it"), draft_box=True
        ),
        _h1(STTTT, "45", "15", _traps(12, 2), "issued on the very day it was due"),
        replace(_h1(CTK, "87", "31", _list(9, 33, 4, 3), "a day that is not in the calendar"), addressee=""),
        replace(_h1(LMHTX, "33", "05", _sentence(1, 8, 22, 3, 2), "letterhead made with tabs"), head="tabs"),
    ]


def _years() -> list[Paper]:
    good = Sheet(_scores(), "96", "wide")
    pair = _year(SNN, "388", "24", _list(33, 89, 14, 10), Sheet(_scores(c14="4,5"), "95,5"), "draft of the signed PDF")
    first = _year(SKHCN, "640", "18", _sentence(4, 18, 43, 6, 22), Sheet(_scores(c1="18"), "95"), "superseded")
    rival = _year(STTTT, "98", "20", _traps(14, 3), Sheet(_scores(c2="9"), "95,5"), "conflict: two live reports")
    return [
        _year(SXD, "412", "22", _sentence(3, 35, 71, 10, 12), good, "score sheet on a lying page"),
        replace(pair, number="", day="", stem="Du thao bao cao tong ket SNN", why="draft: number, day blank"),
        replace(
            pair,
            form="pdf",
            stem="Bao cao tong ket SNN (da ky)",
            sheet=Sheet(_scores(c10="6,5", c14="4,5"), "95"),
            body=prose.year(SNN, _list(33, 89, 14, 10)[0], _own_score(SNN, "95")),
            why="signed PDF: a score was lowered after the draft",
        ),
        replace(
            _year(
                SCT, "501", "21", _NO_PROSE, Sheet(_scores(c4="4"), "96"), "stated total is not the sum; award table"
            ),
            awards=_TABLE,
        ),
        replace(
            _year(SGTVT, "1180", "28", _sentence(2, 29, 66, 8, 6), Sheet(_scores(c11="5,5"), "97"), "over the maximum"),
            head="tabs",
        ),
        replace(
            _year(
                STNMT,
                "2210",
                "25",
                _list(22, 53, 7, 9),
                Sheet(_scores(c7="4"), "95", "running"),
                "PDF, sheet over two pages",
            ),
            form="pdf",
            footer="Sở Tài nguyên và Môi trường",
            body=_with_results(prose.year(STNMT, _list(22, 53, 7, 9)[0], _own_score(STNMT, "95"))),
        ),
        first,
        replace(
            first,
            stem="Bao cao tong ket 2020 SKHCN (thay the)",
            number="655",
            day="29",
            sheet=Sheet(_scores(c1="18,5"), "95,5"),
            body=(
                "Báo cáo này thay thế Báo cáo số 640/BC-SKHCN ngày 18/12/2020 của Sở Khoa học và Công nghệ.",
                *prose.year(SKHCN, _sentence(4, 18, 43, 6, 22)[0], _own_score(SKHCN, "95,5")),
            ),
            replaces="640/BC-SKHCN",
            why="replaces the report of the 18th",
        ),
        rival,
        replace(
            rival,
            stem="Bao cao nam 2020 STTTT",
            number="105",
            day="27",
            sheet=Sheet(_scores(c2="8,5"), "95"),
            body=prose.year(STTTT, _traps(15, 3)[0], _own_score(STTTT, "95")),
            counts=_traps(15, 3)[1],
        ),
        replace(
            _year(CTK, "12", "08", _list(10, 34, 5, 4), Sheet(_scores(c9="7"), "95,5"), "late; prose and table differ"),
            month="01",
            year=2021,
            body=prose.year(CTK, _list(10, 34, 5, 4)[0], _own_score(CTK, "96,5")),
        ),
        replace(
            _year(BQLDA, "77", "23", _traps(11, 1), Sheet(_scores(c5="4"), "95", "merged"), "headings of two rows"),
            folder="email/bqlda",
        ),
    ]


def _with_results(body: tuple[str, ...]) -> tuple[str, ...]:
    """The body with a long account of results before its section on awards."""
    at = body.index("III. CÔNG TÁC KHEN THƯỞNG")
    return (*body[:at], *prose.LONG_RESULTS, *body[at:])


def _own_score(unit: Unit, total: str) -> str:
    return f"Theo bảng tiêu chí của Khối, {unit.name} tự chấm đạt {total}/100 điểm."


def _letters() -> list[Paper]:
    return [
        Paper(
            stem="Giay moi Hoi nghi",
            unit=SYT,
            kind="letter",
            number="310",
            symbol="GM-SYT",
            day="02",
            month="11",
            year=2020,
            doc_type="GIẤY MỜI",
            subject="Dự Hội nghị triển khai công tác phòng, chống dịch",
            period="",
            body=(
                "Sở Y tế trân trọng kính mời các sở, ban, ngành dự Hội nghị triển khai công tác phòng, chống dịch.",
                "1. Thời gian: 14 giờ 00, ngày 06/11/2020.",
                "2. Địa điểm: Hội trường Sở Y tế.",
                "Đề nghị các đồng chí sắp xếp công việc, tham dự đúng thành phần./.",
            ),
            addressee="Các sở, ban, ngành",
            folder="email",
            why="a paper of no member, no report",
        )
    ]


PAPERS: tuple[Paper, ...] = (*_registrations(), *_halves(), *_years(), *_letters())
DUPLICATES = {
    "email/lmhtx/Copy of Bao cao so ket 6 thang LMHTX.docx": "2020-06 so ket/Bao cao so ket 6 thang LMHTX.docx"
}
"""A copy, and what it is a copy of."""
