"""The plan's tasks get their keys, units and due days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import PlannedTask
from pipeline.records import Role
from pipeline.stages.holidays import holidays, next_working_day
from pipeline.stages.plan import resolve, task_keys
from pipeline.stages.roles import roles
from tests.pipeline.cases import BLOCK, EVERYONE, planned

IDS = [unit.id for unit in BLOCK.units]


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        (["1", "2", "11", "11", "12", "11"], ["1", "2", "11", "11b", "12", "11c"]),
        (["", "", ""], ["1", "2", "3"]),
        (["1", "", "2"], ["1", "1b", "2"]),
        (["11b", "11", "11"], ["11b", "11", "11c"]),
    ],
)
def test_keys(printed: list[str], keys: list[str]) -> None:
    assert list(task_keys(printed)) == keys


@given(st.lists(st.sampled_from(["", "1", "2", "2b", "10"]), max_size=60))
def test_keys_are_never_shared(printed: list[str]) -> None:
    assert len(set(task_keys(printed))) == len(printed)


def test_what_is_wrong_with_a_plan_is_found() -> None:
    tasks = [
        planned("Việc một", "Sở Tài chính chủ trì", number="1"),
        planned("Việc hai", "Sở Y tế chủ trì", number="1"),
        planned("Việc ba", EVERYONE, number="2", due=None, time="Theo hướng dẫn"),
    ]
    found = {(f.code, f.task_key) for f in resolve(tasks, BLOCK).findings}
    assert found == {("plan.duplicate_number", "1b"), ("plan.unknown_unit", "1b"), ("plan.no_time", "2")}


def test_the_block_files_day_wins() -> None:
    block = replace(BLOCK, due={"1b": date(2022, 5, 20)})
    plan = resolve([planned("Một", number="1"), planned("Hai", number="1")], block)
    assert [task.due_on for task in plan.tasks] == [date(2022, 6, 30), date(2022, 5, 20)]


def test_a_plan_that_names_no_year_is_the_blocks() -> None:
    (task,) = resolve([planned("Việc", due=None, time="Tháng 11")], BLOCK).tasks
    assert task.due_on == date(2022, 11, 30)


def test_due_days_move_off_holidays_only_where_the_block_says_so() -> None:
    task = planned("Việc", due=date(2022, 9, 2))
    moving = replace(BLOCK, move_holidays=True)
    assert resolve([task], BLOCK).tasks[0].due_on == date(2022, 9, 2)
    assert resolve([task], moving).tasks[0].due_on == date(2022, 9, 5)


@given(st.dates(date(2018, 1, 1), date(2030, 12, 1)))
def test_a_working_day_is_no_weekend_and_no_holiday_and_soon(day: date) -> None:
    moved = next_working_day(day)
    assert moved.weekday() < 5
    assert moved not in holidays(moved.year)
    assert 0 <= (moved - day).days <= 9


LEAD, SUPPORT, ALL = Role.LEAD, Role.SUPPORT, Role.ALL


def helped_by_all(lead: str) -> dict[str, Role]:
    return dict.fromkeys(IDS, SUPPORT) | {lead: LEAD}


def without(left_out: str, others: dict[str, Role]) -> dict[str, Role]:
    return {unit: role for unit, role in others.items() if unit != left_out}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- Các đơn vị trong Khối thi đua"], dict.fromkeys(IDS, ALL)),
        (["Tất cả các đơn vị thành viên"], dict.fromkeys(IDS, ALL)),
        (["Toàn Khối"], dict.fromkeys(IDS, ALL)),
        (["Các trường trong Cụm"], dict.fromkeys(IDS, ALL)),
        (["Tất cả"], dict.fromkeys(IDS, ALL)),
        (["Thành viên Khối"], dict.fromkeys(IDS, ALL)),
        (["các đơn vị gửi báo cáo về Sở Tài chính trước ngày 10/6"], dict.fromkeys(IDS, ALL)),
        (["Trưởng, Phó Trưởng khối"], {"vp-ubnd": LEAD, "stc": LEAD}),
        (["Các doanh nghiệp thành viên"], dict.fromkeys(IDS, ALL)),
        (["Các hội, đoàn thể thuộc Khối thi đua"], dict.fromkeys(IDS, ALL)),
        (["Các Trưởng khối", "Các doanh nghiệp trên địa bàn"], {"vp-ubnd": LEAD}),
        (["Các sở, ban, ngành trong Khối"], dict.fromkeys(IDS, ALL)),
        (["Các đơn vị trong Cụm thi đua gửi về Sở Tài chính (Cụm phó)"], dict.fromkeys(IDS, ALL)),
        (
            ["- Văn phòng UBND tỉnh (Trưởng khối) chủ trì.", "- Các đơn vị trong Khối phối hợp"],
            helped_by_all("vp-ubnd"),
        ),
        (["Trưởng khối chủ trì", "các đơn vị thành viên"], helped_by_all("vp-ubnd")),
        (["Sở Tài chính chủ trì, phối hợp với các đơn vị trong Khối"], helped_by_all("stc")),
        (["Chủ trì: Sở KH&ĐT; phối hợp: Sở TC"], {"skhdt": LEAD, "stc": SUPPORT}),
        (["Sở Lao động, Thương binh và Xã hội; Sở Tài chính"], {"ldtbxh": LEAD, "stc": LEAD}),
        (["Sở LĐ-TB&XH"], {"ldtbxh": LEAD}),
        (["Khối phó"], {"stc": LEAD}),
        (["Trưởng khối (Văn phòng UBND tỉnh)"], {"vp-ubnd": LEAD}),
        (["Phó Trưởng khối: Sở Tài chính chủ trì"], {"stc": LEAD}),
        (["- Sở Tài", "chính chủ trì", "- Sở KHĐT phối hợp"], {"stc": LEAD, "skhdt": SUPPORT}),
        (["UBND huyện Hoà Sơn"], {"hoa-son": LEAD}),
        (["- Các đơn vị trong Khối (trừ Sở Tài chính)"], without("stc", dict.fromkeys(IDS, ALL))),
        (["Các đơn vị trong Khối, ngoại trừ Trưởng khối"], without("vp-ubnd", dict.fromkeys(IDS, ALL))),
        (
            ["- Các đơn vị không bao gồm Sở TC,", "- Trưởng khối chủ trì"],
            without("stc", helped_by_all("vp-ubnd")),
        ),
        (["Các đơn vị trong Khối (trừ Sở Tài", "chính)"], without("stc", dict.fromkeys(IDS, ALL))),
        (["Các đơn vị trừ Sở Tài chính; Sở Tài chính tổng hợp"], helped_by_all("stc")),
        (["Tại trụ sở Sở Tài chính"], {"stc": LEAD}),
        (["Tổ thường trực giúp việc"], {}),
        (["Sở Y tế"], {}),
        ([], {}),
    ],
)
def test_roles(lines: list[str], expected: dict[str, Role]) -> None:
    assert dict(roles(lines, (), BLOCK).of_units) == expected


def test_a_column_for_those_who_help() -> None:
    found = roles(["Trưởng khối"], ["Sở Tài chính, Sở KH&ĐT"], BLOCK)
    assert dict(found.of_units) == {"vp-ubnd": LEAD, "stc": SUPPORT, "skhdt": SUPPORT}


def test_strangers_are_named_as_printed() -> None:
    found = roles(["- Sở Y tế chủ trì", "- Liên đoàn Lao động tỉnh, Sở Tài chính phối hợp"], (), BLOCK)
    assert found.unknown == ("Sở Y tế", "Liên đoàn Lao động tỉnh")


def test_an_exception_that_names_no_member_is_told() -> None:
    found = roles(["- Các đơn vị trong Khối (trừ đơn vị mới)"], (), BLOCK)
    assert (dict(found.of_units), found.unknown) == (dict.fromkeys(IDS, ALL), ("trừ đơn vị mới",))


@pytest.mark.parametrize("line", ["Các trường", "Các doanh nghiệp trên địa bàn", "Phân công sau"])
def test_a_task_that_nobody_would_have_to_do_is_told(line: str) -> None:
    found = roles([f"- {line}"], (), BLOCK)
    assert (found.of_units, found.unknown) == ((), (line,))


@pytest.mark.parametrize("line", ["Tổ thường trực giúp việc", "Các đơn vị có liên quan", "Chủ trì"])
def test_helpers_of_the_block_are_no_strangers(line: str) -> None:
    assert roles([line], (), BLOCK).unknown == ()


@pytest.mark.parametrize(
    ("task", "codes"),
    [
        (planned("Báo cáo sơ kết 6 tháng", EVERYONE, time="Trước ngày 10/6"), []),
        (
            planned("Báo cáo sơ kết 6 tháng, báo cáo tổng kết năm", EVERYONE, time="10/6 và 10/12"),
            ["plan.several_days"],
        ),
        (planned("Họp Khối", EVERYONE, time="10/6 và 10/12"), []),
        (planned("Báo cáo sơ kết 6 tháng", time="10/6"), ["plan.no_member"]),
        (planned("Đăng ký thi đua năm 2022", time="10/6"), ["plan.no_member"]),
        (planned("Tổng hợp báo cáo của các đơn vị", time="10/6"), []),
        (planned("Hội nghị tổng kết", time="10/6"), []),
        (planned("Báo cáo sơ kết 6 tháng", "Sở Y tế", time="10/6"), ["plan.unknown_unit"]),
    ],
)
def test_what_makes_a_tasks_schedule_worthless_is_told(task: PlannedTask, codes: list[str]) -> None:
    assert [finding.code for finding in resolve([task], BLOCK).findings] == codes
