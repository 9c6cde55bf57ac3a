"""Completion: the script for each shell, and what it gets at the Tab key."""

import os
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from pipeline.commands.completion import SHELLS
from pipeline.commands.group import COMMANDS, thidua

MAIN = "from pipeline.cli import main; main()"


def completed(words, position, shell="bash"):
    environment = {
        **os.environ, "_THIDUA_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(position),
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", MAIN], capture_output=True, encoding="utf-8", env=environment, check=True
    )
    return done.stdout.split("\n")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script_that_calls_us(shell):
    done = CliRunner().invoke(thidua, ["completion", shell])
    assert done.exit_code == 0
    assert "_THIDUA_COMPLETE" in done.output
    assert f"{shell}_complete" in done.output


def test_commands_are_completed():
    assert completed("thidua re", 1)[:-1] == [f"plain,{name}" for name in COMMANDS if name.startswith("re")]


@pytest.mark.parametrize(
    ("words", "position", "found"),
    [
        ("thidua open ", 2, "inbox"),
        ("thidua report ye", 2, "year"),
        ("thidua explain score.t", 2, "score.total_mismatch"),
    ],
)
def test_what_a_command_takes_is_completed(words, position, found):
    assert f"plain,{found}" in completed(words, position)


def test_powershell_gets_a_value_and_its_help():
    lines = completed("thidua run --as", "--as", "powershell")
    assert [line.split("\t")[0] for line in lines if line] == ["--as-of"]
    assert lines[0].split("\t")[1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_takes_the_script(tmp_path):
    (tmp_path / "thidua").write_text(f"#!/bin/sh\nexec {sys.executable} -c '{MAIN}' \"$@\"\n", encoding="utf-8")
    (tmp_path / "thidua").chmod(0o755)
    script = (
        'eval "$(thidua completion bash)"\n'
        "COMP_WORDS=(thidua exp) COMP_CWORD=1\n"
        "_thidua_completion thidua\n"
        'echo "${COMPREPLY[@]}"'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], capture_output=True, encoding="utf-8", env=environment, check=True)
    assert set(done.stdout.split()) == {"export", "explain"}
