"""`init`: empty, or from the plan and last year's workspace."""

import shutil

import pytest
from click.testing import CliRunner

from pipeline.blockfile import load
from pipeline.commands.group import thidua
from tests.pipeline.papers import write_plan, write_workspace


def init(*arguments):
    return CliRunner().invoke(thidua, ["init", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    write_plan(tmp_path / "kế hoạch 2023.docx")
    return tmp_path


def test_last_year_s_workspace_is_found_beside_the_new_one(folder):
    write_workspace(folder / "khối 2021").joinpath("khoi.toml").write_text(
        (folder / "khối 2021/khoi.toml").read_text(encoding="utf-8").replace("year = 2022", "year = 2021"),
        encoding="utf-8",
    )
    done = init(folder / "khối 2022", "--from", folder / "kế hoạch 2023.docx")
    assert done.exit_code == 0, done.output
    block, last = load(folder / "khối 2022/khoi.toml"), load(folder / "khối 2021/khoi.toml")
    assert (block.year, block.units, block.criteria_file) == (2022, last.units, "tieu-chi.docx")
    assert (folder / "khối 2022/tieu-chi.docx").read_bytes() == (folder / "khối 2021/tieu-chi.docx").read_bytes()
    assert block.plan_file == "kế hoạch 2023.docx"
    ready = CliRunner().invoke(thidua, ["-C", str(folder / "khối 2022"), "plan"])
    assert ready.exit_code == 0, ready.output


def test_names_that_were_confirmed_in_review_come_along(folder):
    last = write_workspace(folder / "năm trước")
    shutil.copy(folder / "kế hoạch 2023.docx", last / "inbox/công văn.docx")
    for arguments in (("run", "--jobs", "1"), ("review", "alias", "1", "Sở Y tế Lâm Sơn cũ", "syt")):
        assert CliRunner().invoke(thidua, ["-C", str(last), *arguments]).exit_code == 0
    done = init(folder / "mới", "--from", folder / "kế hoạch 2023.docx", "--year", "2023", "--last-year", last)
    assert done.exit_code == 0, done.output
    names = [alias.name for alias in load(folder / "mới/khoi.toml").units[0].aliases]
    assert names == ["Sở Y tế Lâm Sơn cũ"]


def test_where_two_could_be_last_year_s_neither_is_taken(folder):
    for name in ("a", "b"):
        write_workspace(folder / name)
    done = init(folder / "c", "--from", folder / "kế hoạch 2023.docx", "--year", "2023")
    assert done.exit_code == 0
    assert "--last-year" in done.output
    assert not (folder / "c/tieu-chi.docx").exists()


def test_a_dry_run_prints_the_file_and_makes_nothing(folder):
    before = sorted(folder.rglob("*"))
    done = init(folder / "x", "--from", folder / "kế hoạch 2023.docx", "--dry-run")
    assert done.exit_code == 0
    assert 'name = "Khối thi đua số 5"' in done.output
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--year", "2023"), "--from"),
        (("--from", "no plan.docx"), "no plan.docx"),
        (("--from", "broken.docx"), "broken.docx"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_made(folder, arguments, named, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "broken.docx").write_bytes(b"PK")
    done = init("x", *arguments)
    assert done.exit_code == 2
    assert named in done.output
    assert not (folder / "x").exists()


def test_a_workspace_that_is_there_is_left_as_it_is(folder):
    root = write_workspace(folder / "khối")
    before = (root / "khoi.toml").read_bytes()
    assert init(root).exit_code == 2
    assert init(root, "--from", folder / "kế hoạch 2023.docx").exit_code == 2
    assert (root / "khoi.toml").read_bytes() == before
