"""Tesseract as a command: many pictures in one call, so that its model is loaded once."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractors.errors import TooLarge, Unreadable
from extractors.formats import attended
from extractors.formats.ocr.engine import FIGURES_LANGUAGE, LANGUAGE, Engine, Mode, Word
from extractors.records import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

# "Rotate: 90" in the answer to --psm 0, with "Orientation confidence: 7.31"
_ROTATE = re.compile(r"Rotate: (?P<degrees>[0-9]+)")
_SURE = re.compile(r"Orientation confidence: (?P<confidence>[0-9.]+)")
_SURE_ENOUGH = 2.0

_LONGEST = Limits().seconds
"""Seconds for one call. Where a worker ends earlier, by its own limits, the call ends with it."""

_WINDOWS = (r"C:\Program Files\Tesseract-OCR\tesseract.exe",)
"""Where the installer puts it, off the PATH."""


class Command:
    """The `tesseract` command, one thread a call: more only burn time."""

    def __init__(self, path: str, version: str, languages: frozenset[str]) -> None:
        self.name = f"tesseract {version}"
        self.threads = os.cpu_count() or 1
        self._path = path
        self._figures = FIGURES_LANGUAGE if FIGURES_LANGUAGE in languages else LANGUAGE

    def words(self, pictures: Sequence[Image], mode: Mode, dpi: int) -> list[list[Word]]:
        """The words of each picture."""
        found: list[list[Word]] = [[] for _ in pictures]
        if not pictures:
            return found
        with TemporaryDirectory(prefix="thidua-ocr-") as folder:
            names = _save(pictures, Path(folder))
            listing = Path(folder, "pictures.txt")
            listing.write_text("\n".join(names), "utf-8")
            for page, word in _parse(self._run([str(listing), "stdout", *self._options(mode, dpi), "tsv"])):
                found[page].append(word)
        return found

    def quarter_turns(self, picture: Image, dpi: int) -> int:
        """The turns by Tesseract's own finding; 0 where it is unsure or its `osd` data is missing."""
        with TemporaryDirectory(prefix="thidua-ocr-") as folder:
            (name,) = _save([picture], Path(folder))
            try:
                said = self._run([name, "stdout", "--psm", "0", "--dpi", str(dpi)])
            except Unreadable:
                return 0
        rotate, sure = _ROTATE.search(said), _SURE.search(said)
        if not rotate or not sure or float(sure["confidence"]) < _SURE_ENOUGH:
            return 0
        return int(rotate["degrees"]) // 90 % 4

    def _options(self, mode: Mode, dpi: int) -> list[str]:
        options = ["--psm", str(mode.segmentation), "--dpi", str(dpi)]
        if mode.characters:
            return [*options, "-l", self._figures, "-c", f"tessedit_char_whitelist={mode.characters}"]
        return [*options, "-l", LANGUAGE]

    def _run(self, arguments: list[str]) -> str:
        try:
            done = attended.run([self._path, *arguments], _LONGEST, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        except subprocess.TimeoutExpired:
            raise TooLarge(f"tesseract took more than {_LONGEST:g} s") from None
        if done.returncode:
            raise Unreadable(f"tesseract fails: {done.stderr.decode('utf-8', 'replace').strip()[-200:]}")
        return done.stdout.decode("utf-8", "replace")


def _save(pictures: Sequence[Image], folder: Path) -> list[str]:
    """Written without compression: they are read once."""
    names = [str(folder / f"{n}.pgm") for n in range(len(pictures))]
    for picture, name in zip(pictures, names, strict=True):
        picture.convert("L").save(name)
    return names


def _parse(tsv: str) -> Iterator[tuple[int, Word]]:
    """Each word with the 0-based number of its picture."""
    for row in csv.DictReader(tsv.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text:
            continue
        x, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
        line = (int(row["block_num"]) * 1000 + int(row["par_num"])) * 1000 + int(row["line_num"])
        yield int(row["page_num"]) - 1, Word(text, float(row["conf"]), (x, top, x + width, top + height), line)


@cache
def find() -> Engine | None:
    """The command, None where it or its Vietnamese is missing."""
    path = shutil.which("tesseract") or next((p for p in _WINDOWS if Path(p).is_file()), None)
    if path is None:
        return None
    languages = frozenset(_ask(path, "--list-langs").split())
    if LANGUAGE not in languages:
        return None
    version = _ask(path, "--version").split()
    return Command(path, version[1] if len(version) > 1 else "", languages)


def _ask(path: str, option: str) -> str:
    try:
        done = subprocess.run([path, option], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")
