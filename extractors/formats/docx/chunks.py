"""Files that Word takes in when it opens a paper (`w:altChunk`): those of plain text or HTML stand in their place.

No program that people write papers with makes them, but document systems do. Others are told by their size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from extractors.formats.docx import names as w
from extractors.formats.docx.xml import Element

# "<p>", "</td>", "<br/>": where a line of HTML ends
_LINE_TAGS = frozenset({"p", "div", "br", "tr", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table"})
_UNSEEN_TAGS = ("script", "style", "head", "title")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def take_in(root: Element, parts: Mapping[str, tuple[str, bytes]]) -> int:
    """Puts the text of every chunk in its place, a paragraph a line; the size of those that are not read.

    `parts` by relation id: the part's name and its bytes.
    """
    unread = 0
    for chunk in list(root.iter(w.ALT_CHUNK)):
        name, data = parts.get(chunk.get(w.RELATION_ID, ""), ("", b""))
        lines = _lines(name, data)
        if lines is None:
            unread += len(data)
        for line in lines or ():
            chunk.addprevious(_paragraph(line))
        parent = chunk.getparent()
        if parent is not None:
            parent.remove(chunk)
    return unread


def _lines(name: str, data: bytes) -> list[str] | None:
    """The lines of the part; None where it is neither plain text nor HTML."""
    suffix = name.lower().rpartition(".")[2]
    if suffix in {"htm", "html", "xhtml"}:
        return _told("".join(_pieces(_parsed(data)))) if data.strip() else []
    if suffix == "txt":
        return _told(data.decode(_MARKS.get(data[:2], "utf-8-sig"), "replace"))
    return None


def _parsed(data: bytes) -> Element:
    """The tree of the HTML; what is valid UTF-8 is that, whatever it says or does not say of itself."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return html.document_fromstring(data)
    return html.document_fromstring(data, html.HTMLParser(encoding="utf-8"))


def _told(text: str) -> list[str]:
    lines = (" ".join(_NOT_IN_XML.sub("", line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def _pieces(root: Element) -> Iterator[str]:
    """The text of the HTML, its own line ends as spaces, a line feed where a block begins or ends."""
    etree.strip_elements(root, etree.Comment, *_UNSEEN_TAGS, with_tail=False)
    for event, el in etree.iterwalk(root, events=("start", "end")):
        if el.tag in _LINE_TAGS:
            yield "\n"
        text = el.text if event == "start" else el.tail
        yield " ".join((text or "").split("\n"))


def _paragraph(line: str) -> Element:
    paragraph = etree.Element(w.P)
    text = etree.SubElement(etree.SubElement(paragraph, w.R), w.T)
    text.text = line
    return paragraph
