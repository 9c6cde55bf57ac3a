"""What the parts of an XLSX say beside its values: how far its sheets reach, hidden rows, formulas without a value."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from extractors.errors import TooLarge, Unreadable
from extractors.formats.archive import Archive
from extractors.records import Limits

MAX_SLOTS = 2_000_000
"""Rows times columns of one sheet: the reader below allocates them all."""

_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["'](?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b(?P<attributes>[^>]*)>")
_ROW_NUMBER = re.compile(rb"""\br=["'](?P<row>[0-9]{1,7})["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_NO_VALUE = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br=["'][A-Z]{1,3}(?P<row>[0-9]{1,7})["'][^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class SheetPart(NamedTuple):
    """What one worksheet's XML says; rows are 0-based, as in the sheet."""

    hidden_rows: frozenset[int] = frozenset()
    uncalculated_rows: frozenset[int] = frozenset()
    """Rows with a formula whose value was never saved."""


def sheet_parts(data: bytes, limits: Limits) -> dict[str, SheetPart]:
    """By the sheet's name; TooLarge where a sheet reaches further than can be held."""
    archive = Archive(data, limits)
    names = dict(_sheet_files(archive))
    return {name: _part(archive.read(file)) for name, file in names.items() if file in archive.names}


def _sheet_files(archive: Archive) -> Iterator[tuple[str, str]]:
    book = _book_name(archive)
    folder, file = posixpath.split(book)
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in _parse(archive, f"{folder}/_rels/{file}.rels")
    }
    for sheet in _parse(archive, book).iter("{*}sheet"):
        key = sheet.get(_RELATION_ID) or sheet.get(_STRICT_RELATION_ID) or ""
        yield sheet.get("name", ""), targets.get(key, "")


def _book_name(archive: Archive) -> str:
    found = [
        r.get("Target", "") for r in _parse(archive, "_rels/.rels") if r.get("Type", "").endswith("/officeDocument")
    ]
    if not found:
        raise Unreadable("no workbook in the package")
    return found[0].lstrip("/")


def _parse(archive: Archive, name: str) -> etree._Element:
    try:
        content = archive.read(name)
    except KeyError:
        raise Unreadable(f"part {name} is missing") from None
    if b"<!DOCTYPE" in content:
        raise Unreadable(f"part {name} declares entities")
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"part {name} is damaged: {error}") from error


def _part(content: bytes) -> SheetPart:
    rows, columns = 0, 0
    for cell in _CELL.finditer(content):
        rows, columns = max(rows, int(cell["row"])), max(columns, _column_number(cell["column"]))
    if rows * columns > MAX_SLOTS:
        raise TooLarge(f"a sheet of {rows} rows and {columns} columns")
    hidden = [
        _ROW_NUMBER.search(row["attributes"]) for row in _ROW.finditer(content) if _HIDDEN.search(row["attributes"])
    ]
    return SheetPart(
        frozenset(int(number["row"]) - 1 for number in hidden if number),
        frozenset(int(cell["row"]) - 1 for cell in _NO_VALUE.finditer(content)),
    )


def _column_number(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
