"""The zip of a Word file opened: its parts found by their relations, never by name."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.errors import Unreadable
from extractors.formats.archive import OfficeArchive
from extractors.formats.docx.chunks import take_in
from extractors.formats.docx.ledger import characters
from extractors.formats.docx.names import DRAWING_T, FOOTER_REFERENCE, HEADER_REFERENCE, RELATION_ID
from extractors.formats.docx.xml import Element, parse
from extractors.records import Limits

_TEXTS = frozenset({"footnotes", "endnotes", "comments", "header", "footer"})
_CHUNK, _DIAGRAM = "aFChunk", "diagramData"
_OLD_FONTS = (b'".Vn', b'"VNI-')


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that carry text, parsed, and those that say how it looks, as bytes."""

    main: Element
    styles: bytes = b""
    numbering: bytes = b""
    footnotes: Element | None = None
    endnotes: Element | None = None
    comments: Element | None = None
    headers: tuple[Element, ...] = ()
    """In the order in which the document's sections name them."""
    footers: tuple[Element, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Characters of what stands beside these parts and is not read, by rule."""
    legacy_fonts: bool = False
    """Whether a font of the time before Unicode is named beside a text."""


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    """The last word of the relation's type: "header", "styles" …"""
    name: str
    """The part's name in the archive."""


def open_package(data: bytes, limits: Limits) -> Package:
    """The parts of the Word file; Unreadable, Encrypted or TooLarge where it cannot be trusted."""
    archive = OfficeArchive(data, limits)
    main_name = next((r.name for r in _relations(archive, "").values() if r.kind == "officeDocument"), "")
    content = _bytes(archive, main_name)
    if not content:
        raise Unreadable("no main document in the package")
    main = parse(main_name, content)
    relations = _relations(archive, main_name)
    of_kind = {r.kind: r.name for r in relations.values()}
    texts = {r.name: _bytes(archive, r.name) for r in relations.values() if r.kind in _TEXTS}
    trees = {name: parse(name, text) for name, text in texts.items() if text}
    chunks = {i: (r.name, _bytes(archive, r.name)) for i, r in relations.items() if r.kind == _CHUNK}
    unread = take_in(main, chunks) if chunks else 0
    diagrams = [_bytes(archive, r.name) for r in relations.values() if r.kind == _DIAGRAM]
    return Package(
        main=main,
        styles=_bytes(archive, of_kind.get("styles", "")),
        numbering=_bytes(archive, of_kind.get("numbering", "")),
        footnotes=trees.get(of_kind.get("footnotes", "")),
        endnotes=trees.get(of_kind.get("endnotes", "")),
        comments=trees.get(of_kind.get("comments", "")),
        headers=_referenced(main, trees, relations, HEADER_REFERENCE),
        footers=_referenced(main, trees, relations, FOOTER_REFERENCE),
        left_out={"embedded_file": unread, "diagram_text": _characters(diagrams)},
        legacy_fonts=any(font in part for part in (content, *texts.values()) for font in _OLD_FONTS),
    )


def _characters(diagrams: Sequence[bytes]) -> int:
    """How many the diagrams' texts have."""
    return sum(characters(el) for part in diagrams if part for el in parse("a diagram", part).iter(DRAWING_T))


def _referenced(
    main: Element, trees: Mapping[str, Element], relations: Mapping[str, _Relation], tag: str
) -> tuple[Element, ...]:
    """The header or footer parts that a section shows, each once, in order."""
    ids = dict.fromkeys(el.get(RELATION_ID, "") for el in main.iter(tag))
    names = dict.fromkeys(relations[i].name for i in ids if i in relations)
    return tuple(trees[name] for name in names if name in trees)


def _relations(archive: OfficeArchive, name: str) -> dict[str, _Relation]:
    """What a part refers to inside the archive, by relation id."""
    folder, base = posixpath.split(name)
    content = _bytes(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, _Relation] = {}
    for el in parse(f"relations of {name}", content) if content else ():
        if el.get("TargetMode") != "External":
            kind = el.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, el.get("Target", "")))
            found[el.get("Id", "")] = _Relation(kind, target.lstrip("/"))
    return found


def _bytes(archive: OfficeArchive, name: str) -> bytes:
    """The part's bytes, empty where the package lacks it."""
    try:
        content = archive.read(name)
    except KeyError:
        return b""
    if b"!" in content and b"<!DOCTYPE" in content:  # one letter is found ten times as fast as nine
        raise Unreadable(f"part {name} declares a document type")
    return content
