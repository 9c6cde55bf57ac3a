"""What the parts of an XLSX say beside its values: how far its sheets reach, hidden rows, formulas without a value."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from extractors.errors import TooLarge, Unreadable
from extractors.formats.archive import OfficeArchive
from extractors.records import Limits

MAX_SLOTS = 2_000_000
"""Rows times columns of one sheet: the reader below allocates them all."""

# <c s="3" r="AB12" t="s">, <row spans="1:4" r='12'>: whatever stands there as a name
_NAMED = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\sr\s*=\s*["'](?P<name>[^"']*)["']""")
# AB12 of a cell, 12 of a row: the reader below takes other letters for columns too, and others' digits for rows
_NAME = re.compile(rb"(?P<column>[A-Z]{0,3})(?P<row>[0-9]{1,7})")
_ROW = re.compile(rb"<(?:\w+:)?row\b(?P<attributes>[^>]*)>")
_ROW_NUMBER = re.compile(rb"""\br=["'](?P<row>[0-9]{1,7})["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_NO_VALUE = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br=["'][A-Z]{1,3}(?P<row>[0-9]{1,7})["'][^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_DATA = b"sheetData"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bin")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class SheetPart(NamedTuple):
    """What one worksheet's XML says; rows are 0-based, as in the sheet."""

    hidden_rows: frozenset[int] = frozenset()
    uncalculated_rows: frozenset[int] = frozenset()
    """Rows with a formula whose value was never saved."""


def sheet_parts(data: bytes, limits: Limits) -> dict[str, SheetPart]:
    """By the sheet's name; TooLarge where a sheet reaches further than can be held."""
    archive = OfficeArchive(data, limits)
    sheets = {file: content for file, content in _texts(archive) if _DATA in content}
    for file, content in sheets.items():
        _bound(file, content)
    return {name: _part(sheets[file]) for name, file in _sheet_files(archive) if file in sheets}


def _texts(archive: OfficeArchive) -> Iterator[tuple[str, bytes]]:
    """Every part that may be a sheet, whatever its name: the reader below finds them by ways of its own."""
    for name in archive.names:
        if not name.lower().endswith(_PICTURES):
            content = archive.read(name)
            if content.startswith(_WIDE):
                raise Unreadable(f"part {name} is in UTF-16")
            if b"<!DOCTYPE" in content:
                raise Unreadable(f"part {name} declares entities")
            yield name, content


def _sheet_files(archive: OfficeArchive) -> Iterator[tuple[str, str]]:
    book = _book_name(archive)
    folder, file = posixpath.split(book)
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in _parse(archive, f"{folder}/_rels/{file}.rels")
    }
    for sheet in _parse(archive, book).iter("{*}sheet"):
        key = sheet.get(_RELATION_ID) or sheet.get(_STRICT_RELATION_ID) or ""
        yield sheet.get("name", ""), targets.get(key, "")


def _book_name(archive: OfficeArchive) -> str:
    found = [
        r.get("Target", "") for r in _parse(archive, "_rels/.rels") if r.get("Type", "").endswith("/officeDocument")
    ]
    if not found:
        raise Unreadable("no workbook in the package")
    return found[0].lstrip("/")


def _parse(archive: OfficeArchive, name: str) -> etree._Element:
    try:
        content = archive.read(name)
    except KeyError:
        raise Unreadable(f"part {name} is missing") from None
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"part {name} is damaged: {error}") from error


def _bound(name: str, content: bytes) -> None:
    """Refuses a sheet that reaches further than can be held, or whose cells have names that none has."""
    rows, columns = 0, 0
    for found in set(_NAMED.findall(content)):
        cell = _NAME.fullmatch(found)
        if cell is None:
            raise Unreadable(f"part {name} has a cell named {found[:20]!r}")
        rows, columns = max(rows, int(cell["row"])), max(columns, _column_number(cell["column"]))
    if rows * columns > MAX_SLOTS:
        raise TooLarge(f"a sheet of {rows} rows and {columns} columns")


def _part(content: bytes) -> SheetPart:
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
