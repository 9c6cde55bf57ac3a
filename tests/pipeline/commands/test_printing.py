"""What is printed for people: hints that work as they stand, no colours where nobody wants them, words for doubts."""

import errno
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import extractors
from pipeline.commands import failures
from pipeline.commands.group import thidua
from pipeline.commands.options import typed
from pipeline.doubts import DOUBTS
from pipeline.labels import FIELDS, STAGES, shown, why
from tests.speaking import speaking

_QUOTED = re.compile('"([a-z][a-z_ ]{3,})"')


@pytest.fixture(params=["vi", "en"])
def language(request):
    with speaking(request.param):
        yield request.param


def called(root, *arguments, **settings):
    return CliRunner().invoke(thidua, ["-C", str(root), *arguments], **settings)


@pytest.mark.parametrize(
    ("root", "command"),
    [(".", "thidua"), ("khoi-2026", "thidua -C khoi-2026"), ("khối 2026", 'thidua -C "khối 2026"')],
)
def test_a_hint_names_the_workspace(root, command):
    assert typed(Path(root)) == command


def test_the_next_steps_are_told_where_there_are_some(finished):
    told = called(finished, "status", "--as-of", "2023-01-10").output
    assert f'thidua -C "{finished}" check' in told
    assert "thidua explain" in called(finished, "check", "--as-of", "2023-01-10").output
    assert called(finished, "open", "inbox").exit_code == 0


def test_colours_are_left_out_where_the_environment_says_so(finished):
    check = ("check", "--as-of", "2023-01-10")
    assert "\x1b[" in called(finished, *check, color=True).output
    assert "\x1b[" not in called(finished, *check, color=True, env={"NO_COLOR": "1"}).output
    assert "\x1b[" not in called(finished, *check).output


def test_accounts_are_listed_for_people_and_programs(workspace):
    assert "user add" in called(workspace, "user", "list").output
    assert called(workspace, "user", "add", "lan", "--password-file", "-", input="mật khẩu dài\n").exit_code == 0
    listed = json.loads(called(workspace, "user", "list", "--json").output)
    assert listed == [{"name": "lan", "role": "reader", "active": True, "person": "lan"}]


def test_values_are_shown_as_people_write_them(language):
    assert shown("2220-12-26") == "26/12/2220"
    assert shown("16.75") == ("16,75" if language == "vi" else "16.75")
    assert [shown(text) for text in ("152/BC-SKHĐT", "2020", "", None)] == ["152/BC-SKHĐT", "2020", "", ""]


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_doubt_has_words(language, doubt):
    assert why(doubt) not in ("", doubt) or " " in doubt
    assert "_" not in why(doubt)


def test_every_doubt_that_the_extractors_state_has_words():
    sources = (path.read_text(encoding="utf-8") for path in Path(extractors.__file__).parent.rglob("*.py"))
    stated = {text for line in "\n".join(sources).splitlines() if "doubt" in line for text in _QUOTED.findall(line)}
    assert len(stated) > 30
    assert stated - FIELDS.keys() - STAGES.keys() <= DOUBTS.keys()


def test_a_doubt_without_words_is_still_told_in_words(language):
    assert why("") == why("some_new_doubt")
    assert why("")


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.ENOENT, errno.EISDIR, errno.ENOTDIR])
def test_what_the_disk_refuses_is_told_in_words_with_the_file(language, number):
    told = failures.told(OSError(number, "system's words", "báo cáo.docx"))
    assert told is not None
    assert "báo cáo.docx" in told
    assert "system's words" not in told


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (OSError(errno.EROFS, "", str(Path("khoi/archive/.incoming-x1y2"))), Path("khoi/archive")),
        (OSError(errno.EROFS, "", str(Path("khoi/reports/.a.docx.writing"))), Path("khoi/reports")),
        (OSError(errno.EISDIR, "", "reports/.a.docx.writing", None, "reports/a.docx"), Path("reports/a.docx")),
    ],
)
def test_what_the_disk_refuses_is_told_by_a_place_that_people_know(error, place):
    assert failures.told(error).startswith(f"{place}: ")


@pytest.mark.parametrize(
    "arguments", [("review", "import"), ("appraise", "import"), ("verify",), ("lint",), ("init", "mới", "--from")]
)
def test_a_file_of_another_kind_is_refused_in_words(finished, arguments):
    (finished / "lạ.xlsx").write_text("no workbook", encoding="utf-8")
    done = called(finished, *arguments, str(finished / "lạ.xlsx"), catch_exceptions=False)
    assert done.exit_code == 2
    assert done.output.strip()
    assert not (Path.cwd() / "mới").exists()


def test_criteria_that_cannot_be_read_are_named_in_words(workspace, language):
    (workspace / "tieu-chi.docx").write_text("x", encoding="utf-8")
    done = called(workspace, "plan")
    assert done.exit_code == 2
    assert "tieu-chi.docx" in done.output
    assert "text/plain" not in done.output
