"""The zip of a Word file opened: its parts parsed, found by their relations, never by name."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from extractors.errors import Unreadable
from extractors.formats.archive import Archive
from extractors.formats.docx.names import FOOTER_REFERENCE, HEADER_REFERENCE, RELATION_ID, WORD
from extractors.records import Limits

Element = etree._Element  # noqa: SLF001 — lxml has no other name for it

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": f"{_OFFICE}relationships".encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": f"{_OFFICE}math".encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that carry text or say how it looks."""

    main: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    comments: Element | None = None
    headers: tuple[Element, ...] = ()
    """In the order in which the document's sections name them."""
    footers: tuple[Element, ...] = ()
    legacy_fonts: bool = field(default=False)
    """Whether a font of the time before Unicode is named anywhere."""


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    """The last word of the relation's type: "header", "styles" …"""
    name: str
    """The part's name in the archive."""


def open_package(data: bytes, limits: Limits) -> Package:
    """The parts of the Word file; Unreadable, Encrypted or TooLarge where it cannot be trusted."""
    archive = Archive(data, limits)
    main_name = next((r.name for r in _relations(archive, "").values() if r.kind == "officeDocument"), None)
    if main_name is None:
        raise Unreadable("no main document in the package")
    relations = _relations(archive, main_name)
    loaded = {"": _bytes(archive, main_name)}
    loaded |= {r.name: _bytes(archive, r.name) for r in relations.values() if r.kind in _KINDS}
    roots = {name: _parse(name, content) for name, content in loaded.items() if content}
    if "" not in roots:
        raise Unreadable("the main document is missing")
    by_kind = {r.kind: roots[r.name] for r in relations.values() if r.name in roots}
    return Package(
        main=roots[""],
        **{kind: by_kind.get(kind) for kind in _SINGLE},
        headers=_referenced(roots, relations, HEADER_REFERENCE),
        footers=_referenced(roots, relations, FOOTER_REFERENCE),
        legacy_fonts=any(b'".Vn' in content or b'"VNI' in content for content in loaded.values()),
    )


_SINGLE = ("styles", "numbering", "footnotes", "endnotes", "comments")
_KINDS = frozenset({*_SINGLE, "header", "footer"})


def _referenced(roots: dict[str, Element], relations: dict[str, _Relation], tag: str) -> tuple[Element, ...]:
    """The header or footer parts that a section shows, each once, in order."""
    ids = dict.fromkeys(el.get(RELATION_ID, "") for el in roots[""].iter(tag))
    names = dict.fromkeys(relations[i].name for i in ids if i in relations)
    return tuple(roots[name] for name in names if name in roots)


def _relations(archive: Archive, name: str) -> dict[str, _Relation]:
    folder, base = posixpath.split(name)
    content = _bytes(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    if not content:
        return {}
    found: dict[str, _Relation] = {}
    for el in _parse(name, content):
        if el.get("TargetMode") != "External":
            kind = el.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, el.get("Target", "")))
            found[el.get("Id", "")] = _Relation(kind, target.lstrip("/"))
    return found


def _bytes(archive: Archive, name: str) -> bytes:
    """The part's bytes, empty where the package lacks it."""
    try:
        return archive.read(name)
    except KeyError:
        return b""


def _parse(name: str, content: bytes) -> Element:
    """The part's tree without comments; a DOCTYPE is refused and no entity is ever resolved."""
    if b"http://purl.oclc.org" in content:
        for strict, transitional in _STRICT.items():
            content = content.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"part {name or 'document'} is no whole XML: {error}") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Unreadable(f"part {name or 'document'} declares a document type")
    return root
