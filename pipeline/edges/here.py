"""Who works here, and when: what the log says of every event."""

from __future__ import annotations

import getpass
from datetime import datetime


def now() -> str:
    """The time, ISO 8601 with offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def user() -> str:
    """The account that runs the command; "?" where the system names none, as for some services and containers."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "?"
