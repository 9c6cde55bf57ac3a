"""What a command imports before it does anything: told by modules, never by time."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = {"spacy", "numpy", "lxml", "pdfplumber", "pypdfium2", "docx", "docxtpl", "jinja2", "sqlite_utils", "pydantic"}
HEAVY |= {"openpyxl", "matplotlib", "rich", "pebble", "distributed", "datasette", "rapidfuzz"}


def imported(*arguments):
    """The top-level packages that the command has imported when it ends."""
    code = (
        "import sys, json\n"
        "sys.argv = ['thidua', *json.loads(sys.argv[1])]\n"
        "from pipeline.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print('\\n' + json.dumps(sorted(names)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("--lang", "en", "--help")])
def test_help_imports_nothing_heavy(arguments):
    assert not imported(*arguments) & HEAVY


def test_a_run_that_finds_nothing_new_reads_and_renders_nothing(tmp_path):
    from tests.pipeline.papers import write_workspace

    root = write_workspace(tmp_path / "khoi")
    run = ("-C", str(root), "run", "--as-of", "2023-01-10")
    assert "docxtpl" in imported(*run)
    assert not imported(*run) & {"spacy", "lxml", "docx", "docxtpl", "openpyxl", "matplotlib", "pdfplumber", "numpy"}


def test_a_file_that_is_shown_is_read_in_another_process(tmp_path):
    from tests.pipeline.papers import GOOD, write_year_report

    write_year_report(tmp_path / "bc.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    assert not imported("show", str(tmp_path / "bc.docx")) & {"spacy", "lxml"}


def test_reading_the_plan_loads_no_spacy(tmp_path):
    from tests.pipeline.papers import write_workspace

    root = write_workspace(tmp_path / "khoi")
    loaded = imported("-C", str(root), "plan")
    assert "lxml" in loaded
    assert "spacy" not in loaded


@pytest.mark.parametrize(("given", "used"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_numpy_is_asked_for_one_thread_unless_somebody_asks_for_more(given, used):
    code = (
        "import os\nfrom pipeline.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(os.environ['OPENBLAS_NUM_THREADS'])"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"} | given
    command = [sys.executable, "-c", code, "--version"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout.splitlines()[-1] == used
