"""Values on their way into a template: disarmed text, and figures between marks that become bookmarks or comments."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from copy import deepcopy
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from pipeline.edges.charts import drawn
from pipeline.figures import BOOKMARK, Content, Figure, Line, Picture

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"{_OPEN}([0-9]+){_MIDDLE}|({_CLOSE})")
_OUR_MARKS = re.compile(f"[{_OPEN}{_MIDDLE}{_CLOSE}]")
_SPACES = re.compile(r"\s+")
_RUN, _TEXT, _LOOK = qn("w:r"), qn("w:t"), qn("w:rPr")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_SOFT_HYPHEN = "\u00ad"


class Drawing(NamedTuple):
    """A picture ready to be placed."""

    png: bytes
    width: int
    """In millimetres."""
    description: str


Plain = str | int | Drawing | list["Plain"] | dict[str, "Plain"]


def disarmed(text: str) -> str:
    """The text in one line, without control characters, direction overrides and marks of ours."""
    spaced = _SPACES.sub(" ", _OUR_MARKS.sub("", text))
    if spaced.isprintable():  # none of what is left out is: most texts need no look at each letter
        return unicodedata.normalize("NFC", spaced)
    kept = (c for c in spaced if unicodedata.category(c) not in _UNSEEN or c == _SOFT_HYPHEN)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(kept)))


def prepared(content: Content, figures: list[Figure]) -> Plain:
    """The content as a template takes it; each figure is appended to `figures` and marked by its index."""
    if isinstance(content, Figure):
        figures.append(content)
        return f"{_OPEN}{len(figures) - 1}{_MIDDLE}{disarmed(content.text)}{_CLOSE}" if content.text else ""
    if isinstance(content, Line):
        return "".join(str(prepared(part, figures)) for part in content.parts)
    if isinstance(content, Picture):
        return _drawing(content)
    if isinstance(content, str | int):
        return disarmed(content) if isinstance(content, str) else content
    if isinstance(content, Mapping):
        return {key: prepared(value, figures) for key, value in content.items()}
    return [prepared(item, figures) for item in content]


def fingerprint(values: Plain) -> bytes:
    """The prepared values as bytes: other values, other bytes."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=bytes.hex).encode()


def _drawing(picture: Picture) -> Plain:
    """The picture drawn, or "" where nothing is there to draw with."""
    png = drawn(picture.chart)
    return Drawing(png, picture.chart.width, disarmed(picture.description)) if png else ""


def bookmark_name(key: str) -> str:
    """The bookmark of the figure with that key: the same in every paper."""
    return f"{BOOKMARK}{sha256(key.encode()).hexdigest()[:16]}"


class Bookmarks:
    """The bookmarks of one paper, named after its figures' keys: each once, also where it is written in parts."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._ids = count(1)

    def put(self, body: etree._Element, figures: list[Figure]) -> None:
        """Replaces the marks in the body's runs by bookmarks."""
        for run in [r for r in body.iter(_RUN) if _has_marks(r)]:
            parent = run.getparent()
            assert parent is not None
            position = parent.index(run)
            parent.remove(run)
            for offset, element in enumerate(_split(run, figures, self._seen, self._ids)):
                parent.insert(position + offset, element)


def _has_marks(run: etree._Element) -> bool:
    return any(_MARKS.search(t.text or "") for t in run.iter(_TEXT))


def _split(
    run: etree._Element, figures: list[Figure], seen: dict[str, int], ids: Iterator[int]
) -> Iterator[etree._Element]:
    """The run's pieces, each a run of the same look, with bookmark ends between them."""
    properties = run.find(_LOOK)
    identity = ""
    for child in run:
        if child.tag == _LOOK:
            continue
        if child.tag != _TEXT:
            yield _run(properties, deepcopy(child))
            continue
        for kind, text in _pieces(child.text or ""):
            if kind == "text":
                yield _run(properties, _text(text))
            elif kind == "open":
                identity = str(next(ids))
                yield _start(identity, _unique(bookmark_name(figures[int(text)].key), seen))
            else:
                yield _end(identity)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    position = 0
    for found in _MARKS.finditer(text):
        if found.start() > position:
            yield "text", text[position : found.start()]
        yield ("close", "") if found[2] else ("open", found[1])
        position = found.end()
    if position < len(text):
        yield "text", text[position:]


def _unique(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}_{seen[name]}"


def _run(properties: etree._Element | None, child: etree._Element) -> etree._Element:
    run = OxmlElement("w:r")
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(child)
    return run


def _text(text: str) -> etree._Element:
    element = OxmlElement("w:t")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _start(identity: str, name: str) -> etree._Element:
    element = OxmlElement("w:bookmarkStart")
    element.set(qn("w:id"), identity)
    element.set(qn("w:name"), name)
    return element


def _end(identity: str) -> etree._Element:
    element = OxmlElement("w:bookmarkEnd")
    element.set(qn("w:id"), identity)
    return element
