"""The wheel is whole: installed elsewhere, the demo runs from it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_that_runs_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"pipeline", "extractors"}
    for needed in (
        "pipeline/schema.sql",
        "pipeline/views.sql",
        "pipeline/py.typed",
        "extractors/py.typed",
        "pipeline/locale/vi/LC_MESSAGES/messages.mo",
        "pipeline/_templates/year.docx",
        "pipeline/_templates/README.md",
        "pipeline/_templates/khoi.toml",
        "pipeline/_samples/khoi.toml",
        "pipeline/_samples/ke-hoach.docx",
    ):
        assert needed in names
    assert any(name.startswith("pipeline/_samples/inbox/") for name in names)


def test_the_demo_runs_from_the_wheel_alone(wheel, tmp_path):
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    code = "import pipeline; from pipeline.cli import main; print(pipeline.__file__, flush=True); main()"
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-P", "-c", code, "demo", str(tmp_path / "thử nghiệm")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert str(site) in done.stdout.splitlines()[0]
    assert (tmp_path / "thử nghiệm" / "reports" / "bao-cao-tong-ket-2020.docx").is_file()
