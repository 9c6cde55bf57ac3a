"""The command as an ordinary user runs it: nothing opens what its mode forbids."""

import ctypes
import os
import subprocess
import sys

DROP_FROM_BOUNDING_SET = 24
READS_AND_WRITES_ALL, READS_ALL = 1, 2


def no_superuser():
    """Gives up root's right to open what its mode forbids, before the command starts; others have none."""
    if os.geteuid() == 0:
        for right in (READS_AND_WRITES_ALL, READS_ALL):
            assert ctypes.CDLL(None, use_errno=True).prctl(DROP_FROM_BOUNDING_SET, right, 0, 0, 0) == 0


def ordinary(*arguments):
    """The command as somebody runs it who is not root."""
    code = "from pipeline.cli import main; main()"
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code, "--lang", "en", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, preexec_fn=no_superuser, check=False
    )
