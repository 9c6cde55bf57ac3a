"""The time that a paper reports on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ABSENT, ANY, REPORT, REVIEW, Case, faults, missing

PERIODS: dict[str, object] = {
    "Tổng kết công tác thi đua, khen thưởng năm 2020": "2020",
    "Kết quả công tác thi đua năm 2020 và phương hướng, nhiệm vụ năm 2021": "2020",
    "Tổng kết công tác thi đua năm 2020; phương hướng, nhiệm vụ năm 2021": "2020",
    "Kết quả công tác thi đua 6 tháng đầu năm; phương hướng, nhiệm vụ 6 tháng cuối năm 2021": "2021-H1",
    "Sơ kết 06 tháng đầu năm 2021": "2021-H1",
    "Sơ kết sáu tháng đầu năm 2021": "2021-H1",
    "SƠ KẾT 6 THÁNG ĐẦU NĂM 2021": "2021-H1",
    "Kết quả thực hiện nhiệm vụ 6 tháng cuối năm 2020": "2020-H2",
    "Kết quả công tác cải cách hành chính quý III năm 2021": "2021-Q3",
    "Kết quả công tác Quý I/2021": "2021-Q1",
    "Kết quả công tác tháng 5 năm 2021": "2021-05",
    "Kết quả công tác tháng 5/2021": "2021-05",
    "Kết quả công tác 9 tháng đầu năm 2021": REVIEW,
    "Kết quả công tác 11 tháng năm 2021": REVIEW,
    "Kết quả công tác 10 tháng đầu năm 2021": REVIEW,
    "Tổng kết năm học 2020-2021": REVIEW,
    "Tổng kết phong trào giai đoạn 2016-2020": REVIEW,
    "Tổng kết 10 năm thực hiện Luật": ABSENT,
    "Kết quả thi đua quý I, quý II năm 2021": REVIEW,
    "Tổng kết phong trào thi đua giai đoạn 2016 - 2020 và năm 2020": REVIEW,
    "Về tổ chức phong trào thi đua đặc biệt": ABSENT,
}
SILENT_BODY = ("Đơn vị báo cáo kết quả như sau:", *REPORT.body[2:])


def about(subject: str, period: object) -> Case:
    return Case(replace(REPORT, about=(subject,), body=SILENT_BODY), {"subject": ANY, "period": period})


CASES = {
    **{subject: about(subject, period) for subject, period in PERIODS.items()},
    "only the appendix says it": Case(
        replace(
            REPORT,
            about=("Kết quả công tác thi đua",),
            body=SILENT_BODY,
            after=("PHỤ LỤC", "BẢNG CHẤM ĐIỂM CÁC TIÊU CHÍ THI ĐUA NĂM 2021"),
        ),
        {"subject": ANY, "period": ANY},
        {"period": "2021"},
    ),
    "body says another": Case(
        replace(REPORT, about=("Sơ kết công tác thi đua 6 tháng đầu năm 2020",)), {"subject": ANY, "period": REVIEW}
    ),
    "year report of the year before": Case(
        replace(
            REPORT, about=("Tổng kết công tác năm 2020",), day="Lam Sơn, ngày 09 tháng 01 năm 2021", body=SILENT_BODY
        ),
        {"subject": ANY, "period": "2020", "issued_on": "2021-01-09"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_period(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_periods_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " period " in m] == []
