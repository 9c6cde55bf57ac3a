"""Commands that end with the process that started them, however it ended, and with all that they started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

_ATTENDED = """
exec 3<&0
{ read -r end; kill -9 0; } <&3 3<&- >/dev/null 2>&1 &
attendant=$!
"$@" </dev/null 3<&-
code=$?
kill -9 $attendant
wait $attendant 2>/dev/null
exit $code
"""
"""The attendant reads from a pipe that we hold open and never write to: when we are gone, the pipe ends, and it ends
all of its group. A signal at our end (PR_SET_PDEATHSIG) would come when the thread ends, and reach no grandchild."""


def run(
    command: Sequence[str], seconds: float, output: int = subprocess.PIPE, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """How the command ended, and what it wrote; TimeoutExpired where it took longer, and then nothing of it is left."""
    if os.name == "nt":
        return subprocess.run(command, stdout=output, stderr=output, timeout=seconds, env=env, check=False)  # noqa: S603
    reading, writing = os.pipe()
    with os.fdopen(reading) as ends, os.fdopen(writing, "w"):
        return _run_in_group(["sh", "-c", _ATTENDED, "sh", *command], ends.fileno(), seconds, output, env)


def _run_in_group(
    command: list[str], ends: int, seconds: float, output: int, env: Mapping[str, str] | None
) -> subprocess.CompletedProcess[bytes]:
    with subprocess.Popen(  # noqa: S603
        command, stdin=ends, stdout=output, stderr=output, env=env, start_new_session=True
    ) as running:
        try:
            written, complaints = running.communicate(timeout=seconds)
        except BaseException:
            with suppress(OSError):
                os.killpg(running.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, running.returncode, written, complaints)
