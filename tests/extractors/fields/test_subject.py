"""A paper's subject, from its first line to where it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ABSENT, ANY, LETTER, REPORT, REVIEW, Case, faults, missing

LONG = (
    "Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm; phương hướng,",
    "nhiệm vụ 6 tháng cuối năm 2021",
)
OPENING = ("Sở Kế hoạch và Đầu tư báo cáo kết quả công tác 6 tháng đầu năm 2021 như sau:",)
DECREE = replace(
    REPORT,
    offices=("HỘI ĐỒNG NHÂN DÂN", "TỈNH LAM SƠN"),
    number="Số: 33/2021/NQ-HĐND",
    title=("NGHỊ QUYẾT",),
    about=("Quy định mức thu lệ phí trên địa bàn tỉnh Lam Sơn",),
    rule=(),
    body=("HỘI ĐỒNG NHÂN DÂN TỈNH LAM SƠN", "KHÓA XVII, KỲ HỌP THỨ 8", "Điều 1. Nghị quyết này có hiệu lực./."),
)
OF_DECREE = {
    "doc_type": "NGHỊ QUYẾT",
    "number": "33/2021/NQ-HĐND",
    "parent_agency": ABSENT,
    "issuer": "HỘI ĐỒNG NHÂN DÂN TỈNH LAM SƠN",
    "period": ABSENT,
    "subject": DECREE.about[0],
    "signer_title": ANY,
}

CASES = {
    "one line": Case(REPORT),
    "two lines": Case(replace(REPORT, about=LONG), {"subject": " ".join(LONG)}),
    "no line drawn below": Case(replace(REPORT, rule=())),
    "no line drawn, not bold": Case(replace(REPORT, rule=(), bold_about=False)),
    "only the body's words below": Case(
        replace(REPORT, rule=(), bold_about=False, body=OPENING + REPORT.body[2:]),
        {"subject": REVIEW},
        {"subject": REPORT.about[0]},
        only=("tables", "one row", "tabs", "spaces", "head last"),
    ),
    "an empty line below": Case(replace(REPORT, rule=("",))),
    "Kính gửi below": Case(replace(REPORT, rule=(), body=("Kính gửi: Ban Thi đua - Khen thưởng", *REPORT.body))),
    "the council's name below": Case(DECREE, OF_DECREE),
    "in capitals and not bold, the council's name below": Case(
        replace(DECREE, about=(DECREE.about[0].upper(),), bold_about=False),
        OF_DECREE | {"subject": ANY},
        {"subject": DECREE.about[0].upper()},
    ),
    "in capitals, the council's name below": Case(
        replace(DECREE, about=(DECREE.about[0].upper(),)), OF_DECREE | {"subject": DECREE.about[0].upper()}
    ),
    "a note in brackets": Case(
        replace(REPORT, about=(*REPORT.about, "(Thay thế Báo cáo số 109/BC-SKHĐT ngày 01/6/2021)")),
        {"subject": REVIEW, "replaces": "109/BC-SKHĐT"},
        {"subject": REPORT.about[0]},
    ),
    "in the title": Case(
        replace(REPORT, title=("BÁO CÁO SƠ KẾT CÔNG TÁC THI ĐUA 6 THÁNG ĐẦU NĂM 2021",), about=()),
        {"subject": "SƠ KẾT CÔNG TÁC THI ĐUA 6 THÁNG ĐẦU NĂM 2021"},
    ),
    "in the title and a bracket below": Case(
        replace(
            REPORT,
            title=("BÁO CÁO SƠ KẾT CÔNG TÁC THI ĐUA 6 THÁNG ĐẦU NĂM 2021",),
            about=(),
            rule=("(Tài liệu trình hội nghị)", *REPORT.rule),
        ),
        {"subject": "SƠ KẾT CÔNG TÁC THI ĐUA 6 THÁNG ĐẦU NĂM 2021"},
    ),
    "all of the title the kind's name": Case(
        replace(REPORT, title=("PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC",), about=()),
        {"subject": ABSENT, "doc_type": ANY, "period": ANY, "number": ANY},
    ),
    "in the title and small letters below": Case(
        replace(REPORT, title=("BÁO CÁO SƠ KẾT",), about=("Công tác thi đua 6 tháng đầu năm 2021",)),
        {"subject": REVIEW},
        {"subject": "SƠ KẾT Công tác thi đua 6 tháng đầu năm 2021"},
    ),
    "letters of another alphabet": Case(
        replace(REPORT, about=("Sơ kết công tác thi đuα năm 2021",)), {"subject": REVIEW, "period": ANY}
    ),
    "letter": Case(LETTER),
    "letter, two lines": Case(
        replace(LETTER, letter=("V/v đăng ký thi đua và", "đề nghị khen thưởng năm 2021")),
        {"subject": "V/v đăng ký thi đua và đề nghị khen thưởng năm 2021"},
    ),
    "letter without": Case(replace(LETTER, letter=()), {"subject": ABSENT, "doc_type": ANY, "period": ANY}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_subject(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_subjects_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " subject " in m] == []
