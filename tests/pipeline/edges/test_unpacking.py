"""Containers are opened in a process of their own; one that somebody ends takes nothing with it."""

import multiprocessing
import os
import signal
import time

from extractors.records import Limits
from pipeline.edges import unpacking
from tests.packed import zipped


def test_an_idle_process_that_was_killed_is_replaced(tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"a.pdf": b"%PDF-1.4 a", "b.pdf": b"%PDF-1.4 b"}))
    with unpacking.confined_unpacking() as unpack:
        assert len(unpack("x.zip", path, Limits())) == 3
        for child in multiprocessing.active_children():
            os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.5)
        assert len(unpack("x.zip", path, Limits())) == 3
