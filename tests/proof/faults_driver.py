"""Reads jobs from its input, a line of JSON each; runs each in a child of its own and says how that ended."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import signal
import sys
from contextlib import suppress


def main() -> None:
    """Serves until the input ends."""
    _load()
    for line in iter(sys.stdin.readline, ""):
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(job)
            return
        _pid, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # readers whose parent was killed
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _load() -> None:
    """Imports once what every command would import."""
    import matplotlib.pyplot  # noqa: F401
    import openpyxl  # noqa: F401

    import pipeline.commands.stages
    import pipeline.edges.render
    import pipeline.papers  # noqa: F401
    from extractors import extraction  # noqa: F401
    from extractors.fields.prose import vocabulary

    vocabulary()
    gc.collect()
    gc.freeze()  # what is shared with the children stays shared


def _become(job: dict[str, object]) -> None:
    """Turns this child into the command."""
    os.setpgid(0, 0)
    output = os.open(str(job["output"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    told = (str(job[key]).encode() for key in ("root", "trace"))
    arm = ctypes.CDLL(None).faults_arm
    arm.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_long, ctypes.c_char_p, ctypes.c_int]
    arm(*told, job["at"], str(job["how"]).encode(), job["errno"])
    sys.argv = ["thidua", *job["arguments"]]  # type: ignore[misc]
    from pipeline.cli import main as command

    command()


if __name__ == "__main__":
    main()
