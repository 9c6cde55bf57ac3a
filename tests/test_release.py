"""A release holds together: one version, a changelog in order, and an sdist from which all can be built and tried."""

import re
import subprocess
import sys
import tarfile
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sdist")
    build = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_the_program_says_the_version_of_the_project():
    assert metadata.version("thidua") == VERSION


def test_the_version_stands_in_one_place():
    written = re.compile(rf"""version\w* ?[=:] ?["']{re.escape(VERSION)}["']""")
    sources = [path for package in ("extractors", "pipeline") for path in (ROOT / package).rglob("*.py")]
    assert [path.name for path in sources if written.search(path.read_text(encoding="utf-8"))] == []


def test_the_changelog_tells_the_newest_first():
    heads = re.findall(r"^## (\S+)(?: – (\d{4}-\d\d-\d\d))?$", CHANGELOG, flags=re.MULTILINE)
    assert len(heads) == len(re.findall(r"^## ", CHANGELOG, flags=re.MULTILINE))
    assert heads[0] == ("Unreleased", "")
    released = [(tuple(int(part) for part in version.split(".")), day) for version, day in heads[1:]]
    assert released == sorted(released, reverse=True)
    assert all(day for _version, day in released)


def test_the_changelog_knows_the_version_or_has_yet_to_name_it():
    released = re.findall(r"^## (\d\S+)", CHANGELOG, flags=re.MULTILINE)
    assert not released or released[0] == VERSION


def test_the_sdist_holds_all_that_building_testing_and_reading_need(sdist):
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if tracked.returncode != 0:
        pytest.skip("no git checkout")
    wanted = {name for name in tracked.stdout.split("\0") if name and (ROOT / name).is_file()}
    assert {name for name in wanted - sdist if not name.startswith(".")} == set()
