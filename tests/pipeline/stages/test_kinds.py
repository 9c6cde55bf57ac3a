"""What a paper is, and which task of the plan it is for."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import Fact, Status
from pipeline.records import Kind, Plan
from pipeline.stages.deliverables import owes, wanted
from pipeline.stages.kinds import meaning, nature_of
from pipeline.stages.plan import resolve
from pipeline.stages.units import Issuer
from tests.pipeline.cases import BLOCK, EVERYONE, H1, PLAN, YEAR, fact, facts, planned, report, year_report

OTHER, H1_REPORT, YEAR_REPORT = Kind.OTHER, Kind.PLAN_REPORT_H1, Kind.PLAN_REPORT_YEAR
REGISTRATION, SHEET = Kind.REGISTRATION, Kind.SCORE_SHEET


def said(**values: object) -> dict[str, Fact]:
    return {f.field: f for f in facts(**values)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("doc_type", "subject", "period", "kind"),
    [
        ("BÁO CÁO", H1, "2022-H1", H1_REPORT),
        ("BÁO CÁO", "Kết quả phong trào thi đua và công tác khen thưởng 6 tháng đầu năm 2022", "2022-H1", H1_REPORT),
        ("BÁO CÁO", "Kết quả công tác TĐKT năm 2022 và phương hướng năm 2023", "2022", YEAR_REPORT),
        ("BÁO CÁO", YEAR, "2022", YEAR_REPORT),
        ("CÔNG VĂN", "V/v báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2022", "2022-H1", H1_REPORT),
        ("CÔNG VĂN", "V/v không có nội dung phát sinh công tác thi đua, khen thưởng năm 2022", "2022", YEAR_REPORT),
        ("CÔNG VĂN", "V/v đăng ký thi đua năm 2022", "2022", REGISTRATION),
        ("BẢN ĐĂNG KÝ", "Danh hiệu thi đua, hình thức khen thưởng năm 2022", "2022", REGISTRATION),
        ("CÔNG VĂN", "V/v đề nghị đăng ký thi đua năm 2022", "2022", OTHER),
        ("CÔNG VĂN", "V/v hướng dẫn tổng kết công tác thi đua, khen thưởng năm 2022", "2022", OTHER),
        ("CÔNG VĂN", "V/v đôn đốc báo cáo thi đua, khen thưởng 6 tháng", "2022-H1", OTHER),
        ("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2022", "2022-Q3", OTHER),
        ("BÁO CÁO", "Công tác thi đua, khen thưởng quý I năm 2022", "2022-Q1", OTHER),
        ("BÁO CÁO", "Công tác thi đua, khen thưởng 11 tháng năm 2022", "2022", OTHER),
        ("BÁO CÁO", "Công tác thi đua, khen thưởng 10 tháng đầu năm 2022", "2022", OTHER),
        ("BÁO CÁO", "Thành tích đề nghị tặng Cờ thi đua năm 2022", "2022", OTHER),
        ("BÁO CÁO", "Tổng kết phong trào thi đua “Chung sức xây dựng nông thôn mới” năm 2022", "2022", OTHER),
        ("BÁO CÁO", "Tổng kết công tác năm 2022", "2022", OTHER),
        ("GIẤY MỜI", "Dự Hội nghị ký kết giao ước thi đua năm 2022", "2022", OTHER),
        ("QUYẾT ĐỊNH", "Về việc kiện toàn Khối thi đua năm 2022", "2022", OTHER),
        ("KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2022", "2022", OTHER),
    ],
)
def test_natures_without_doubt(doc_type: str, subject: str, period: str, kind: Kind) -> None:
    found = nature_of(said(doc_type=doc_type, subject=subject, period=period), scored=False)
    assert (found.kind, found.doubts) == (kind, ())


def test_a_report_of_one_movement_with_the_years_scores_in_it_is_for_a_person() -> None:
    found = nature_of(said(doc_type="BÁO CÁO", subject="Kết quả phong trào thi đua “Gương mẫu” năm 2022"), scored=True)
    assert (found.kind, found.doubts) == (YEAR_REPORT, ("document.kind_doubtful",))


def test_a_score_sheet_sent_apart() -> None:
    assert nature_of(said(period="2022"), scored=True).kind is SHEET
    assert nature_of(said(doc_type="BẢNG TỰ CHẤM ĐIỂM", subject="năm 2022"), scored=True).kind is SHEET
    assert nature_of(said(period="2022"), scored=False).kind is OTHER


@pytest.mark.parametrize(
    "values",
    [
        {"subject": "Tổng kết công tác thi đua, khen thưởng", "period": "2022-H1"},
        {"subject": "Sơ kết công tác thi đua, khen thưởng năm 2022", "period": "2022"},
        {"subject": H1, "period": fact("period", "2022-H1", Status.NEEDS_REVIEW)},
        {"subject": "Kết quả phong trào thi đua", "period": "2022"},
        {"subject": YEAR, "period": "2022", "issued_on": "2021-12-08"},
    ],
)
def test_a_doubtful_nature_is_for_a_person(values: dict[str, object]) -> None:
    assert nature_of(said(doc_type="BÁO CÁO", **values), scored=False).doubts == ("document.kind_doubtful",)


def meant(values: dict[str, object], plan: Plan = PLAN, unit: str | None = "stc") -> tuple[Kind, str | None]:
    found = meaning(said(**values), Issuer(unit), scored=False, block=BLOCK, plan=plan)
    return found.kind, found.task_key


def test_tasks_come_from_the_plans_words() -> None:
    assert meant(report()) == (H1_REPORT, "2")
    assert meant(year_report()) == (YEAR_REPORT, "5")
    assert meant({"doc_type": "CÔNG VĂN", "subject": "V/v đăng ký thi đua năm 2022", "period": "2022"}) == (
        REGISTRATION,
        "1",
    )


def test_another_blocks_plan_works_without_code() -> None:
    plan = resolve(
        [
            planned("Gửi đăng ký danh hiệu thi đua", "Các đơn vị", due=date(2022, 2, 28)),
            planned("Nộp báo cáo kết quả công tác thi đua, khen thưởng 6 tháng", "Các đơn vị thành viên"),
            planned("Họp Khối sơ kết, báo cáo kết quả 6 tháng", "Trưởng khối"),
            planned("Báo cáo kết quả công tác thi đua, khen thưởng năm", "Các đơn vị", due=date(2022, 12, 5)),
            planned("Tự chấm điểm", "Các đơn vị", due=date(2022, 12, 5)),
            planned("Thẩm định kết quả tự chấm điểm của các đơn vị", "Trưởng khối", due=date(2022, 12, 20)),
        ],
        BLOCK,
    )
    assert [set(wanted(task)) for task in plan.tasks] == [
        {REGISTRATION},
        {H1_REPORT},
        set(),
        {YEAR_REPORT},
        {SHEET},
        set(),
    ]
    assert meant(report(), plan) == (H1_REPORT, "2")
    assert meant(year_report(), plan) == (YEAR_REPORT, "4")


def test_who_owes_a_paper() -> None:
    owed = {task.key for task in PLAN.tasks if owes(task, "skhdt")}
    assert owed == {"2", "5"}
    assert not any(owes(task, None) for task in PLAN.tasks)


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        (report(period="2021-H1", subject="Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2021"), "stc"),
        (report(), None),
        (report(subject="Kết quả công tác cải cách hành chính quý III năm 2022", period="2022-Q3"), "stc"),
    ],
)
def test_noise_answers_no_task(values: dict[str, object], unit: str | None) -> None:
    assert meant(values, unit=unit) == (OTHER, None)


def test_the_blocks_own_report_shows_its_task_done() -> None:
    values = said(doc_type="BÁO CÁO", subject="Báo cáo sơ kết 6 tháng đầu năm 2022 của Khối", period="2022-H1")
    found = meaning(values, Issuer(None, is_block=True), scored=False, block=BLOCK, plan=PLAN)
    assert (found.kind, found.task_key, found.unit_id) == (OTHER, "3", "stc")


def test_minutes_show_a_meeting_and_an_invitation_does_not() -> None:
    title = "Hội nghị sơ kết công tác thi đua, khen thưởng của Khối"
    minutes = said(doc_type="BIÊN BẢN", subject=title)
    invitation = said(doc_type="GIẤY MỜI", subject=title)
    leader = Issuer("vp-ubnd")
    assert meaning(minutes, leader, scored=False, block=BLOCK, plan=PLAN).task_key == "4"
    assert meaning(invitation, leader, scored=False, block=BLOCK, plan=PLAN).task_key is None
    assert meaning(minutes, Issuer("stc"), scored=False, block=BLOCK, plan=PLAN).task_key is None


def test_two_tasks_that_fit_as_well_are_for_a_person() -> None:
    twice = planned("Báo cáo sơ kết 6 tháng đầu năm", EVERYONE)
    plan = resolve([twice, twice], BLOCK)
    found = meaning(said(**report()), Issuer("stc"), scored=False, block=BLOCK, plan=plan)
    assert found.doubts == ("document.task_doubtful",)


SCHOOL_PLAN = resolve(
    [
        planned("Báo cáo sơ kết công tác thi đua học kỳ I năm học 2022-2023", EVERYONE, number="1"),
        planned("Báo cáo tổng kết công tác thi đua, khen thưởng năm học 2022-2023", EVERYONE, number="2"),
    ],
    BLOCK,
)
SCHOOL = "công tác thi đua, khen thưởng"


@pytest.mark.parametrize(
    ("subject", "kind", "task", "doubts"),
    [
        (f"Tổng kết {SCHOOL} năm học 2022 - 2023", YEAR_REPORT, "2", ()),
        (f"Sơ kết {SCHOOL} học kỳ I, phương hướng học kỳ II năm học 2022-2023", H1_REPORT, "1", ()),
        (f"Sơ kết {SCHOOL} học kỳ II năm học 2022-2023", H1_REPORT, "1", ("document.kind_doubtful",)),
        (f"Tổng kết {SCHOOL} năm học 2021-2022", OTHER, None, ()),
        (f"Tổng kết {SCHOOL} năm học 2023-2024", OTHER, None, ()),
    ],
)
def test_school_years_are_those_of_the_plan(
    subject: str, kind: Kind, task: str | None, doubts: tuple[str, ...]
) -> None:
    found = meaning(
        said(doc_type="BÁO CÁO", subject=subject), Issuer("stc"), scored=False, block=BLOCK, plan=SCHOOL_PLAN
    )
    assert (found.kind, found.task_key, found.doubts) == (kind, task, doubts)


@pytest.mark.parametrize(
    ("subject", "kind", "doubts"),
    [
        (f"Tổng kết {SCHOOL} năm học 2021-2022", YEAR_REPORT, ("document.kind_doubtful",)),
        (f"Tổng kết {SCHOOL} năm học 2019-2020", OTHER, ()),
    ],
)
def test_a_plan_without_school_years_leaves_them_in_doubt(subject: str, kind: Kind, doubts: tuple[str, ...]) -> None:
    found = meaning(said(doc_type="BÁO CÁO", subject=subject), Issuer("stc"), scored=False, block=BLOCK, plan=PLAN)
    assert (found.kind, found.doubts) == (kind, doubts)
