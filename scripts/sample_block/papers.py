"""Every paper of the sample inbox."""

from __future__ import annotations

from dataclasses import replace

from scripts.sample_block import prose
from scripts.sample_block.block import BQLDA, CTK, LMHTX, SCT, SGTVT, SKHCN, SNN, STNMT, STTTT, SXD, SYT
from scripts.sample_block.kinds import (
    half_year,
    in_a_list,
    in_a_sentence,
    own_score,
    registration,
    scores,
    whole_year,
    with_traps,
)
from scripts.sample_block.records import Paper, Sheet

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


def _registrations() -> list[Paper]:
    return [
        registration(SXD, "215", "20", (72, 10, 3, 12), "registration as a công văn; letterhead table"),
        replace(registration(SNN, "188", "24", (90, 14, 4, 9), "registration; letterhead made with tabs"), head="tabs"),
        replace(registration(SCT, "301", "27", (55, 8, 2, 7), "registration as PDF"), form="pdf"),
    ]


def _halves() -> list[Paper]:
    pair = half_year(SNN, "190", "12", in_a_list(21, 88, 13, 9), "signed PDF; its draft DOCX lies beside it")
    return [
        replace(
            half_year(SXD, "205", "10", in_a_sentence(2, 31, 70, 9, 11), "on time; Word numbers the headings"),
            numbered_headings=True,
        ),
        replace(pair, form="pdf", stem="Bao cao so ket SNN (da ky)", footer="Báo cáo sơ kết 6 tháng"),
        replace(pair, number="", day="", stem="Du thao bao cao so ket SNN", why="draft: number and day blank"),
        replace(
            half_year(SCT, "266", "18", with_traps(17, 4), "late by three days; letterhead made with spaces"),
            head="spaces",
        ),
        replace(
            half_year(SGTVT, "590", "11", in_a_sentence(1, 26, 64, 7, 5), "PDF with a footer"),
            form="pdf",
            footer="Sở GTVT",
        ),
        replace(
            half_year(STNMT, "1105", "09", in_a_list(19, 51, 6, 8), "decomposed accents (NFD); a tracked change"),
            decomposed=True,
            tracked=("209", "214"),
        ),
        replace(
            half_year(SKHCN, "", "12", in_a_sentence(3, 15, 42, 5, 20), "number blank; text box DỰ THẢO over it"),
            draft_box=True,
        ),
        half_year(STTTT, "45", "15", with_traps(12, 2), "issued on the very day it was due"),
        replace(half_year(CTK, "87", "31", in_a_list(9, 33, 4, 3), "a day that is not in the calendar"), addressee=""),
        replace(half_year(LMHTX, "33", "05", in_a_sentence(1, 8, 22, 3, 2), "letterhead made with tabs"), head="tabs"),
    ]


def _years() -> list[Paper]:
    good = Sheet(scores(), "96", "wide")
    return [
        whole_year(SXD, "412", "22", in_a_sentence(3, 35, 71, 10, 12), good, "score sheet on a lying page"),
        *_signed_after_a_draft(),
        *_with_faults(),
        *_replaced(),
        *_rivals(),
        *_late_or_odd(),
    ]


def _signed_after_a_draft() -> list[Paper]:
    pair = whole_year(
        SNN, "388", "24", in_a_list(33, 89, 14, 10), Sheet(scores(c14="4,5"), "95,5"), "draft of the signed PDF"
    )
    return [
        replace(pair, number="", day="", stem="Du thao bao cao tong ket SNN", why="draft: number, day blank"),
        replace(
            pair,
            form="pdf",
            stem="Bao cao tong ket SNN (da ky)",
            sheet=Sheet(scores(c10="6,5", c14="4,5"), "95"),
            body=prose.year(SNN, in_a_list(33, 89, 14, 10)[0], own_score(SNN, "95")),
            why="signed PDF: a score was lowered after the draft",
        ),
    ]


def _with_faults() -> list[Paper]:
    return [
        replace(
            whole_year(
                SCT, "501", "21", _NO_PROSE, Sheet(scores(c4="4"), "96"), "stated total is not the sum; award table"
            ),
            awards=_TABLE,
        ),
        replace(
            whole_year(
                SGTVT, "1180", "28", in_a_sentence(2, 29, 66, 8, 6), Sheet(scores(c11="5,5"), "97"), "over the maximum"
            ),
            head="tabs",
        ),
        replace(
            whole_year(
                STNMT,
                "2210",
                "25",
                in_a_list(22, 53, 7, 9),
                Sheet(scores(c7="4"), "95", "running"),
                "PDF, sheet over two pages",
            ),
            form="pdf",
            footer="Sở Tài nguyên và Môi trường",
            body=_with_results(prose.year(STNMT, in_a_list(22, 53, 7, 9)[0], own_score(STNMT, "95"))),
        ),
    ]


def _replaced() -> list[Paper]:
    first = whole_year(SKHCN, "640", "18", in_a_sentence(4, 18, 43, 6, 22), Sheet(scores(c1="18"), "95"), "superseded")
    return [
        first,
        replace(
            first,
            stem="Bao cao tong ket 2020 SKHCN (thay the)",
            number="655",
            day="29",
            sheet=Sheet(scores(c1="18,5"), "95,5"),
            body=(
                "Báo cáo này thay thế Báo cáo số 640/BC-SKHCN ngày 18/12/2020 của Sở Khoa học và Công nghệ.",
                *prose.year(SKHCN, in_a_sentence(4, 18, 43, 6, 22)[0], own_score(SKHCN, "95,5")),
            ),
            replaces="640/BC-SKHCN",
            why="replaces the report of the 18th",
        ),
    ]


def _rivals() -> list[Paper]:
    rival = whole_year(
        STTTT, "98", "20", with_traps(14, 3), Sheet(scores(c2="9"), "95,5"), "conflict: two live reports"
    )
    return [
        rival,
        replace(
            rival,
            stem="Bao cao nam 2020 STTTT",
            number="105",
            day="27",
            sheet=Sheet(scores(c2="8,5"), "95"),
            body=prose.year(STTTT, with_traps(15, 3)[0], own_score(STTTT, "95")),
            counts=with_traps(15, 3)[1],
        ),
    ]


def _late_or_odd() -> list[Paper]:
    return [
        replace(
            whole_year(
                CTK, "12", "08", in_a_list(10, 34, 5, 4), Sheet(scores(c9="7"), "95,5"), "late; prose and table differ"
            ),
            month="01",
            year=2021,
            body=prose.year(CTK, in_a_list(10, 34, 5, 4)[0], own_score(CTK, "96,5")),
        ),
        replace(
            whole_year(
                BQLDA, "77", "23", with_traps(11, 1), Sheet(scores(c5="4"), "95", "merged"), "headings of two rows"
            ),
            folder="email/bqlda",
        ),
    ]


def _with_results(body: tuple[str, ...]) -> tuple[str, ...]:
    """The body with a long account of results before its section on awards."""
    at = body.index("III. CÔNG TÁC KHEN THƯỞNG")
    return (*body[:at], *prose.LONG_RESULTS, *body[at:])


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
