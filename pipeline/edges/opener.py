"""Opens a file or a folder as a double click would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

OPENERS = ("xdg-open", "wslview", "gio")
"""What opens files where there is a desktop and the system itself has no such call, the best first."""
DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""One of these says that there is a desktop."""

Open = Callable[[Path], bool]
"""Opens the path; False where that could not be done."""


def opener(platform: str, environment: Mapping[str, str]) -> Open | None:
    """What opens a path on this system; None where there is nothing that could."""
    if platform == "win32":
        return _start_file
    if platform == "darwin":
        return lambda path: _called(["open", str(path)])
    if not any(environment.get(name) for name in DESKTOP):
        return None
    found = next((name for name in OPENERS if shutil.which(name)), None)
    if found is None:
        return None
    command = [found, "open"] if found == "gio" else [found]
    return lambda path: _called([*command, str(path)])


def open_path(path: Path) -> bool:
    """Opens the path with the program that the system has for it; False where there is none."""
    found = opener(sys.platform, os.environ)
    return found is not None and found(path)


def _start_file(path: Path) -> bool:
    start: Callable[[str], None] = os.startfile  # type: ignore[attr-defined, unused-ignore]
    try:
        start(str(path.absolute()))
    except OSError:
        return False
    return True


def _called(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # noqa: S603
    except OSError:
        return False
    return done.returncode == 0
