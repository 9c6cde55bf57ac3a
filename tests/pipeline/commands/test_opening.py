"""`open`: the right file, by what the system has for it, or its place where there is nothing."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.commands import opening
from pipeline.commands.group import thidua
from pipeline.edges import opener
from tests.pipeline.command import run
from tests.pipeline.command import thidua as as_a_process


@pytest.fixture
def opened(monkeypatch):
    """What was opened, instead of opening it."""
    paths = []
    monkeypatch.setattr(opening, "open_path", lambda path: paths.append(path) or True)
    return paths


def called(root, *arguments):
    return CliRunner().invoke(thidua, ["-C", str(root), "open", *arguments])


def test_the_report_is_the_period_report(workspace, opened):
    run(workspace)
    for arguments in ((), ("report",)):
        assert called(workspace, *arguments).exit_code == 0
    assert opened == [workspace / "reports/bao-cao-tong-ket-2022.docx"] * 2


def test_a_paper_that_was_deleted_is_not_opened(workspace, opened):
    run(workspace)
    (workspace / "reports/bao-cao-tong-ket-2022.docx").unlink()
    called(workspace)
    assert opened[0].is_file()


def test_the_inbox(workspace, opened):
    assert called(workspace, "inbox").exit_code == 0
    assert opened == [workspace / "inbox"]


def test_without_a_report_it_says_what_to_do(workspace, opened):
    told = called(workspace)
    assert told.exit_code == 2
    assert " run`" in told.output
    assert not opened
    assert not (workspace / "thidua.db").exists()


def test_where_nothing_can_open_it_its_place_is_told(workspace, monkeypatch):
    for name in opener.DESKTOP:
        monkeypatch.delenv(name, raising=False)
    done = as_a_process(workspace, "open", "inbox")
    assert done.returncode == 0
    assert str(workspace / "inbox") in done.stdout


@pytest.mark.parametrize(
    ("platform", "environment", "has", "command"),
    [
        ("darwin", {}, (), ["open", "x y"]),
        ("linux", {"DISPLAY": ":0"}, ("xdg-open", "gio"), ["xdg-open", "x y"]),
        ("linux", {"WAYLAND_DISPLAY": "w"}, ("gio",), ["gio", "open", "x y"]),
        ("linux", {"WSL_DISTRO_NAME": "U"}, ("wslview",), ["wslview", "x y"]),
    ],
)
def test_each_system_has_its_own(monkeypatch, platform, environment, has, command):
    calls = []
    monkeypatch.setattr(opener.shutil, "which", lambda name: name if name in has else None)
    monkeypatch.setattr(
        opener.subprocess, "run", lambda args, **_: calls.append(args) or subprocess.CompletedProcess(args, 0)
    )
    found = opener.opener(platform, environment)
    assert found is not None
    assert found(Path("x y"))
    assert calls == [command]


@pytest.mark.parametrize(("environment", "has"), [({}, ("xdg-open",)), ({"DISPLAY": ":0"}, ())])
def test_without_a_desktop_or_an_opener_there_is_none(monkeypatch, environment, has):
    monkeypatch.setattr(opener.shutil, "which", lambda name: name if name in has else None)
    assert opener.opener("linux", environment) is None


def test_windows_opens_by_itself(monkeypatch, tmp_path):
    started = []
    monkeypatch.setattr(opener.os, "startfile", started.append, raising=False)
    found = opener.opener("win32", {})
    assert found is not None
    assert found(tmp_path)
    assert started == [str(tmp_path.absolute())]


def test_an_opener_that_fails_is_none(monkeypatch):
    monkeypatch.setattr(opener.subprocess, "run", lambda args, **_: subprocess.CompletedProcess(args, 3))
    found = opener.opener("darwin", {})
    assert found is not None
    assert not found(Path("x"))
