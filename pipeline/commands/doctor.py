"""`doctor`: which optional parts are there, what each is for, and how to get it."""

from __future__ import annotations

import platform
import sqlite3
from typing import NamedTuple

import click

from extractors.capabilities import found
from pipeline.commands.options import as_json, print_json
from pipeline.commands.tables import Cell, print_table
from pipeline.language import _, mark


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
        mark("old files: .doc, .rtf, .odt"), "apt install libreoffice-writer-nogui", mark("LibreOffice installer")
    ),
    "sign": Part(mark("signatures in PDF files"), "pip install 'thidua[sign]'", "pip install thidua[sign]"),
    "xlsx": Part(mark("score sheets in Excel: reading"), "pip install 'thidua[xlsx]'", "pip install thidua[xlsx]"),
    "workbook": Part(mark("score sheets in Excel: writing"), "pip install 'thidua[xlsx]'", "pip install thidua[xlsx]"),
    "chart": Part(mark("charts in reports"), "pip install 'thidua[chart]'", "pip install thidua[chart]"),
}


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Prints the optional parts; what is missing stops nothing else."""
    versions = found(tuple(PARTS))
    if as_json:
        print_json({"python": platform.python_version(), "sqlite": sqlite3.sqlite_version, "parts": versions})
        return
    click.echo(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    headings = (_("For"), _("There"), "Debian", "Windows")
    print_table(headings, [_row(part, versions[name]) for name, part in PARTS.items()])
    if not all(versions.values()):
        click.echo(
            _("Files that need a missing part wait, and are read by the next “thidua extract” once it is there.")
        )


def _row(part: Part, version: str) -> tuple[str | Cell, ...]:
    if version:
        return _(part.use), Cell(version, "green"), "", ""
    return _(part.use), Cell(_("missing"), "yellow"), part.debian, _(part.windows)
