"""After a decision, everything derived is worked out again: in a process of its own, once for several decisions."""

from __future__ import annotations

import threading
from datetime import date
from multiprocessing import get_context
from pathlib import Path


class Rechecker:
    """Checks the workspace whenever it is asked to; asked while it checks, it checks once more."""

    def __init__(self, root: Path, as_of: date) -> None:
        self._job = (root, as_of)
        self._asked, self._closed = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def ask(self) -> None:
        """Something was decided."""
        self._asked.set()

    def close(self) -> None:
        """Lets a running check end, and stops."""
        self._closed.set()
        self._asked.set()
        self._thread.join()

    def _work(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if self._closed.is_set():
                return
            process = get_context("spawn").Process(target=recheck, args=self._job)
            process.start()
            process.join()


def recheck(root: Path, as_of: date) -> None:
    """Checks the workspace once."""
    from pipeline import run
    from pipeline.commands.waits import for_another
    from pipeline.edges.workspace import working

    with working(root, for_another(root)) as workspace:
        run.check(workspace, as_of)
