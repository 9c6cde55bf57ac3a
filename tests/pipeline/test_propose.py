"""What a plan tells of its block, and what is taken over from last year."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from extractors.records import Limits
from pipeline.blockfile import load
from pipeline.blockfile_text import marked, written
from pipeline.records import Alias, Block, Grade, JudgeBy, Unit
from pipeline.stages.offices import Office, offices
from pipeline.stages.propose import PlanSaid, Proposal, propose

SAID = PlanSaid(
    issuer="KHỐI THI ĐUA CÁC SỞ VĂN XÃ",
    place="Lâm Sơn",
    signer_title="",
    year=2023,
    who=(
        "- Sở Y tế (Trưởng khối) chủ trì; các đơn vị trong Khối phối hợp",
        "- Phó Trưởng khối: Sở Văn hóa, Thể thao và Du lịch",
        "- Tổ thường trực giúp việc",
    ),
    texts=("UBND TỈNH LÂM SƠN", "Khối thi đua các sở Văn xã xây dựng kế hoạch như sau:"),
)
LAST = Block(
    "Khối thi đua các sở Văn xã", "Lâm Sơn", 2022, "sgddt", ("syt",),
    (
        Unit("syt", "Sở Y tế", "SYT", (Alias("Sở Y tế và Dân số", date(2021, 6, 30)),), "syt@example.vn"),
        Unit("sgddt", "Sở Giáo dục và Đào tạo", "SGDĐT", (Alias("Sở GD&ĐT"),)),
    ),
    "ke-hoach.docx", {"3": date(2022, 6, 1)}, "tieu-chi.docx", JudgeBy.RECEIVED, Limits(pages=50), True,
    (Grade("Xuất sắc", Decimal(90), Decimal(50)),), 4.0, True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Sở Nội vụ (Trưởng khối) chủ trì.", [Office("Sở Nội vụ", "head")]),
        ("- Khối phó: Ban Nội chính Tỉnh ủy chủ trì", [Office("Ban Nội chính Tỉnh ủy", "deputy")]),
        ("Huyện Kim Bôi (Cụm trưởng); huyện Mai Châu", [Office("Huyện Kim Bôi", "head"), Office("huyện Mai Châu")]),
        ("Các đơn vị trong Khối thi đua", []),
        ("Tổ thường trực giúp việc", []),
        ("Ban Thi đua - Khen thưởng; Hội đồng Thi đua", []),
        ("Đơn vị chủ trì: Sở Tài chính; phối hợp: các đơn vị", [Office("Sở Tài chính")]),
        ("Sở Y tế và các đơn vị liên quan", []),
    ],
)
def test_offices_and_their_part_are_found(text, found):
    assert list(offices([text])) == found


def test_the_plan_alone_gives_name_province_leader_and_those_whom_it_names():
    block = propose(SAID, None, None).block
    assert (block.name, block.province, block.year) == ("Khối thi đua các sở Văn xã", "Lâm Sơn", 2023)
    assert (block.leader, block.deputies) == ("syt", ("svh",))
    assert [(u.id, u.name, u.code) for u in block.units] == [("syt", "Sở Y tế", "SYT"), ("svh", "Sở Văn hóa", "SVH")]


def test_all_that_the_plan_does_not_prove_is_marked():
    proposal = propose(SAID, None, None)
    assert proposal.doubts.keys() == {"units", "syt", "svh"}
    assert propose(SAID, 2024, None).doubts.keys() == {"units", "syt", "svh", "year"}


def test_members_with_their_names_and_the_rules_come_from_last_year():
    proposal = propose(SAID, 2023, LAST)
    block = proposal.block
    assert block.units[:2] == LAST.units
    assert [unit.id for unit in block.units[2:]] == ["svh"]
    assert (block.leader, block.year, dict(block.due)) == ("syt", 2023, {})
    assert (block.judge_by, block.grades, block.four_eyes, block.limits.pages) == (
        JudgeBy.RECEIVED,
        LAST.grades,
        True,
        50,
    )
    assert proposal.doubts.keys() == {"svh", "criteria"}


def test_where_the_plan_is_silent_last_year_is_proposed_and_marked():
    proposal = propose(_silent(), 2023, LAST)
    assert (proposal.block.leader, proposal.block.deputies) == ("sgddt", ("syt",))
    assert {"leader", "deputies"} <= proposal.doubts.keys()


def _silent():
    return PlanSaid(SAID.issuer, SAID.place, "", SAID.year, (), SAID.texts)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CHỦ TỊCH UBND HUYỆN KIM BÔI", "UBND huyện Kim Bôi"),
        ("TRƯỞNG CHỦ TỊCH UBND HUYỆN KIM BÔI", "UBND huyện Kim Bôi"),
        ("GIÁM ĐỐC SỞ NỘI VỤ", "Sở Nội Vụ"),
        ("CHÁNH VĂN PHÒNG UBND TỈNH", "Văn Phòng UBND tỉnh"),
    ],
)
def test_the_signer_of_the_plan_is_the_head_where_the_plan_names_none(title, name):
    proposal = propose(PlanSaid(SAID.issuer, SAID.place, title, 2023, (), SAID.texts), None, None)
    assert proposal.block.units[0].name == name
    assert proposal.block.leader == proposal.block.units[0].id
    assert "leader" in proposal.doubts


def test_the_province_is_no_committee():
    said = PlanSaid("KHỐI THI ĐUA SỐ 5", "Bắc Kạn", "", 2025, (), ("TỈNH ỦY BẮC KẠN", "Tỉnh ủy Bắc Kạn giao"))
    proposal = propose(said, None, None)
    assert proposal.block.province == "Bắc Kạn"
    assert "province" in proposal.doubts


@pytest.mark.parametrize("last", [None, LAST])
def test_what_is_written_is_what_was_proposed(tmp_path, last):
    proposal = propose(SAID, 2023, last)
    with_plan = Proposal(_named(proposal.block), proposal.doubts)
    path = tmp_path / "khoi.toml"
    path.write_text(written(with_plan), encoding="utf-8")
    assert load(path) == with_plan.block


def _named(block):
    from dataclasses import replace

    return replace(block, plan_file='kế "hoạch".docx')


def test_every_doubt_stands_above_its_line():
    proposal = propose(SAID, 2024, LAST)
    text = written(proposal)
    marks = marked(text)
    assert [why for _line, why in marks] == [proposal.doubts[key] for key in ("year", "criteria", "svh")]
    lines = text.splitlines()
    assert lines[marks[0][0] - 1] == "year = 2024"
    assert lines[marks[2][0] - 1] == "[[units]]"
    assert tomllib.loads(text)["block"]["year"] == 2024
