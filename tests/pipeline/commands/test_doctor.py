"""`doctor`: what is there, what is not, and what does not fit."""

import json

import pytest
from click.testing import CliRunner

from pipeline.commands import doctor
from pipeline.commands.group import thidua
from pipeline.edges import machine
from tests.pipeline.papers import write_workspace

pytestmark = pytest.mark.usefixtures("english")


def told(root, *arguments):
    done = CliRunner().invoke(thidua, ["-C", str(root), "doctor", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_missing_part_is_told_with_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(
        doctor, "found", lambda: dict.fromkeys(("ocr", "office", "sign", "xlsx", "workbook", "chart"), "")
    )
    words = " ".join(told(tmp_path).replace("│", " ").split())
    assert "tesseract-ocr-vie" in words
    assert "libreoffice" in words
    assert "wait" in words


def test_all_parts_are_told_to_programs(tmp_path):
    said = json.loads(told(tmp_path, "--json"))
    assert list(said["parts"]) == list(doctor.PARTS)
    assert said["problems"] == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("missing_packages", lambda: ["lxml"], "lxml"),
        ("room", lambda root: 5_000_000, "5 MB"),
        ("too_long", lambda root: True, "long paths"),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_do(tmp_path, monkeypatch, name, value, words):
    root = write_workspace(tmp_path / "khối")
    assert words not in told(root)
    monkeypatch.setattr(machine, name, value)
    assert words in told(root)


def test_a_workspace_on_a_share_is_told(tmp_path, monkeypatch):
    root = write_workspace(tmp_path / "khối")
    monkeypatch.setattr(doctor.mounts, "share", lambda folder: "cifs")
    assert "network share (cifs)" in told(root)


def test_mistakes_in_the_block_file_are_told(tmp_path):
    root = write_workspace(tmp_path / "khối")
    path = root / "khoi.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("year = 2022", "year = x"), encoding="utf-8")
    assert "line 5" in told(root)


def test_packages_that_the_program_needs_are_all_here():
    assert machine.missing_packages() == []
    assert machine.version_of("no such package") == ""


def test_a_font_of_the_same_widths_will_do(tmp_path, monkeypatch):
    (tmp_path / "times.ttf").touch()
    assert machine.font([tmp_path / "times.ttf"]) == "Times New Roman"
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    assert machine.font([tmp_path / "none.ttf"]) == ""
