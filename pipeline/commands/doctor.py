"""`doctor`: what this machine and this workspace need, what is missing, and how to get it."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from extractors.capabilities import found
from pipeline import blockfile
from pipeline.commands.options import as_json, print_json
from pipeline.commands.tables import Cell, print_table
from pipeline.edges import machine, mounts
from pipeline.errors import UnusableWorkspace
from pipeline.language import _, mark

OLDEST = (3, 11)
"""The Python that the program needs."""
ROOM = 1_000_000_000
"""Bytes that should be free on a workspace's disk."""


class Part(NamedTuple):
    """An optional part: what it is for and what brings it."""

    use: str
    debian: str
    windows: str


PARTS: dict[str, Part] = {
    "ocr": Part(
        mark("scans and photographs"),
        "apt install tesseract-ocr tesseract-ocr-vie",
        mark("Tesseract installer (UB Mannheim), with Vietnamese ticked"),
    ),
    "office": Part(
        mark("old files: .doc, .rtf, .odt; papers as PDF"),
        "apt install libreoffice-writer-nogui",
        mark("LibreOffice installer"),
    ),
    "font": Part(
        mark("papers in Times New Roman"), "apt install fonts-liberation", mark("comes with Windows and with Office")
    ),
    **{
        name: Part(use, f"pip install 'thidua[{extra}]'", f"pip install thidua[{extra}]")
        for name, extra, use in (
            ("sign", "sign", mark("signatures in PDF files")),
            ("xlsx", "xlsx", mark("score sheets in Excel: reading")),
            ("workbook", "xlsx", mark("score sheets in Excel: writing")),
            ("chart", "chart", mark("charts in reports")),
            ("web", "web", mark("the review desk in the browser")),
            ("watch", "watch", mark("being told of new files at once")),
        )
    },
}


class Doubt(NamedTuple):
    """Something that does not fit, and what to do about it."""

    what: str
    todo: str


@click.command()
@as_json
@click.pass_obj
def doctor(root: Path, as_json: bool) -> None:
    """Prints the optional parts, and what does not fit; what is missing stops nothing else."""
    versions = _versions()
    doubts = [*_of_machine(), *(_of_workspace(root) if (root / blockfile.FILE_NAME).is_file() else ())]
    if as_json:
        told = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version, "parts": versions}
        print_json({**told, "problems": [doubt._asdict() for doubt in doubts]})
        return
    click.echo(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    print_table(
        (_("For"), _("There"), _("How to get it")), [_row(part, versions[name]) for name, part in PARTS.items()]
    )
    if not all(versions.values()):
        click.echo(
            _("Files that need a missing part wait, and are read by the next “thidua extract” once it is there.")
        )
    for doubt in doubts:
        click.secho(f"✗ {doubt.what}", fg="red")
        click.echo(f"  {doubt.todo}")
    if not doubts:
        click.echo(_("Nothing else is wrong."))


def _versions() -> dict[str, str]:
    """Every part's version or place, "" where it is missing, in the order in which they are told."""
    known = {
        **found(),
        "font": machine.font(),
        "web": machine.version_of("datasette"),
        "watch": machine.version_of("watchfiles"),
    }
    return {name: known[name] for name in PARTS}


def _row(part: Part, version: str) -> tuple[str | Cell, ...]:
    if version:
        return _(part.use), Cell(version, "green"), ""
    how = _(part.windows) if sys.platform == "win32" else part.debian
    return _(part.use), Cell(_("missing"), "yellow"), how


def _of_machine() -> Iterator[Doubt]:
    if sys.version_info < OLDEST:
        text = _("Python {version} is too old.").format(version=platform.python_version())
        yield Doubt(text, _("Install Python 3.11 or newer from python.org."))
    if sys.maxsize <= 2**32:
        yield Doubt(_("This Python is a 32-bit one."), _("Install the 64-bit Python: large PDF files need it."))
    if missing := machine.missing_packages():
        text = _("Packages are missing: {names}.").format(names=", ".join(missing))
        yield Doubt(text, _("Install the program again: pip install --force-reinstall thidua"))


def _of_workspace(root: Path) -> Iterator[Doubt]:
    """What is wrong with the folder, and with its block file."""
    if kind := mounts.share(root):
        text = _("The workspace lies on a network share ({kind}).").format(kind=kind)
        yield Doubt(text, _("Move it to a disk of this machine; its inbox may be a link to the share."))
    free = machine.room(root)
    if free < ROOM:
        text = _("Only {room} MB are free on the disk.").format(room=free // 1_000_000)
        yield Doubt(text, _("Make room: every received file is kept a second time in archive/."))
    if machine.too_long(root):
        text = _("The workspace's path is long: {path}").format(path=root.absolute())
        yield Doubt(text, _("Move it nearer to the drive's root, or switch on long paths in Windows."))
    try:
        blockfile.load(root / blockfile.FILE_NAME)
    except UnusableWorkspace as error:
        yield Doubt(str(error), _("Correct these lines, then run `thidua plan`."))
    else:
        if text := blockfile.remarks(root / blockfile.FILE_NAME):
            yield Doubt(text, _("Correct these lines, then run `thidua plan`."))
