"""Commands run in processes whose calls to the system are numbered, and fail where a test says so.

A driver is started once with the shim (faults.c) loaded; it imports the program and forks a child for each command:
a command costs what it does, not what it imports.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
HOWS = {
    "kill": 0,
    "torn": 0,
    **{name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EACCES", "EBUSY")},
}
"""How a call fails: by name, the errno that it gives, 0 where the process is killed instead."""

AVAILABLE = sys.platform == "linux" and shutil.which("gcc") is not None


class Call(NamedTuple):
    """A call that was numbered; 0 for a file opened to be read."""

    number: int
    name: str
    path: str
    """Below the workspace."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, negative where a signal ended it, what it printed, and its calls."""

    code: int
    output: str
    calls: tuple[Call, ...] = ()

    @property
    def changes(self) -> tuple[Call, ...]:
        """The calls that change something."""
        return tuple(call for call in self.calls if call.number)


class Driver:
    """Runs commands in children of one process."""

    def __init__(self, process: subprocess.Popen[str], scratch: Path) -> None:
        self._process, self._scratch = process, scratch

    def run(self, root: Path, *arguments: str, at: int = 0, how: str = "kill") -> Ended:
        """The command on the workspace, with its call number `at` failing, if that is not 0."""
        output, trace = self._scratch / "output", self._scratch / "trace"
        job = {"arguments": ["-C", str(root), *arguments], "output": str(output), "root": str(root),
               "trace": str(trace), "at": at, "how": how, "errno": HOWS[how]}  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        return Ended(code, output.read_text(encoding="utf-8", errors="replace"), _calls(trace))


def _calls(trace: Path) -> tuple[Call, ...]:
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    parts = (line.split(" ", 2) for line in lines)
    return tuple(Call(int(number), name, path) for number, name, path in parts)


@contextmanager
def driver(scratch: Path) -> Iterator[Driver]:
    """A driver with the shim loaded; gone at the end."""
    shim = scratch / "faults.so"
    subprocess.run(
        ["gcc", "-O1", "-shared", "-fPIC", "-o", str(shim), str(HERE / "faults.c"), "-ldl"],
        check=True,
        capture_output=True,
    )
    environment = {**os.environ, "LD_PRELOAD": str(shim), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen(
        [sys.executable, str(HERE / "faults_driver.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    )
    try:
        yield Driver(process, scratch)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait()
        process.stdout.close()
