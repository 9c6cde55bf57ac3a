"""What this machine offers: packages, fonts, room on the disk, and where a workspace lies."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

FONT = "Times New Roman"
"""What the papers are set in."""
LIKE_IT = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
"""Fonts with the same widths: a page breaks where it breaks with the real one."""
FONT_FILES = (
    Path("C:/Windows/Fonts/times.ttf"),
    Path("/Library/Fonts/Times New Roman.ttf"),
    Path("/System/Library/Fonts/Supplemental/Times New Roman.ttf"),
)

LONG_PATH = 260
"""Letters beyond which Windows refuses a path, where long paths are not switched on."""
LONGEST_INSIDE = len("/archive/00/.incoming-00000000") + 64
"""Letters that a path inside a workspace takes at most by our own names."""


def missing_packages() -> list[str]:
    """The packages that the program cannot do without and that are not installed."""
    required = [line for line in metadata.requires("thidua") or () if "extra ==" not in line]
    names = [re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in required]
    return [name for name in names if not version_of(name)]


def version_of(package: str) -> str:
    """The package's version, "" where it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def font(files: Sequence[Path] = FONT_FILES) -> str:
    """The font in which papers appear here; "" where none has the right widths."""
    if any(path.is_file() for path in files):
        return FONT
    match = shutil.which("fc-match")
    if match is None:
        return ""
    done = subprocess.run([match, "-f", "%{family[0]}", FONT], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    return done.stdout if done.stdout in LIKE_IT else ""


def room(folder: Path) -> int:
    """Free bytes on the folder's disk."""
    return shutil.disk_usage(folder).free


def too_long(root: Path, platform: str = sys.platform) -> bool:
    """Whether paths inside the workspace may be longer than Windows takes."""
    return platform == "win32" and len(str(root.absolute())) + LONGEST_INSIDE > LONG_PATH and not _long_paths_on()


def _long_paths_on() -> bool:
    """Whether this Windows has long paths switched on."""
    try:
        import winreg
    except ImportError:
        return False
    key_name = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key_name) as key:  # type: ignore[attr-defined, unused-ignore]
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return False
