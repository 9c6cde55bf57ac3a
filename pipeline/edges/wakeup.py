"""When to look into the inbox again: at the latest after an interval, sooner where the system tells of a change."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

DEBOUNCE = 500
"""Milliseconds for which changes are gathered: a folder of files that is dropped in wakes once."""


def wakings(folder: Path, interval: float) -> Iterator[None]:
    """Comes back when something changes below the folder, and every `interval` seconds in any case.

    Network shares tell of no change, and a system may forget to: a waking promises nothing, a look finds out.
    """
    with suppress(ImportError, OSError, RuntimeError):  # not installed, or no watches left: the interval is enough
        yield from _told(folder, interval)
    while True:
        time.sleep(interval)
        yield


def _told(folder: Path, interval: float) -> Iterator[None]:
    from watchfiles import watch

    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    for _changes in watch(folder, debounce=DEBOUNCE, rust_timeout=round(interval * 1000), yield_on_timeout=True):
        yield
