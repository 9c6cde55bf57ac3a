"""The styles part cut into its styles without parsing it: files carry hundreds and use a handful."""

from __future__ import annotations

from extractors.formats.docx import names as w
from extractors.formats.docx.xml import Element, parse

_PART = "the styles part"
_OPEN, _CLOSE = b"<w:style ", b"</w:style>"
_DEFAULTS_OPEN, _DEFAULTS_CLOSE = b"<w:docDefaults", b"</w:docDefaults>"
_ROOT = b"<w:styles"
_TAIL_BYTES = 64
_TAG_BYTES = 300
"""More than the tag of a style takes."""


class Sheet:
    """The styles of a file by their id, each parsed when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """`content` is the styles part; empty where the file has none."""
        self._root = b""
        self._cut: dict[bytes, bytes] = {}
        self._parsed: dict[str, Element] = {}
        self.default: dict[str, str] = {}
        """The default style's id, by type."""
        self.document: Element | None = None
        """The document's defaults."""
        head, *pieces = content.split(_OPEN)
        if _can_be_cut(head, pieces):
            self._cut_up(head, pieces)
        elif content:
            self._parse_whole(content)

    def get(self, style_id: str) -> Element | None:
        """The style, None where there is none of that id."""
        piece = self._cut.get(style_id.encode())
        if piece is not None and style_id not in self._parsed:
            self._parsed[style_id] = self._parse_cut(_OPEN + piece[: piece.rfind(_CLOSE)] + _CLOSE)
        return self._parsed.get(style_id)

    def _cut_up(self, head: bytes, pieces: list[bytes]) -> None:
        start = head.index(_ROOT)
        self._root = head[start : head.index(b">", start) + 1]
        for piece in pieces:
            style_id = _attribute(piece, b'w:styleId="')
            self._cut[style_id] = piece
            if b"w:default=" in piece[:_TAG_BYTES] and w.is_on(_attribute(piece, b'w:default="').decode()):
                self.default[_attribute(piece, b'w:type="').decode()] = style_id.decode("utf-8", "replace")
        first, last = head.find(_DEFAULTS_OPEN), head.find(_DEFAULTS_CLOSE)
        if 0 <= first < last:
            self.document = self._parse_cut(head[first:last] + _DEFAULTS_CLOSE)

    def _parse_cut(self, piece: bytes) -> Element:
        return parse(_PART, self._root + piece + b"</w:styles>")[0]

    def _parse_whole(self, content: bytes) -> None:
        root = parse(_PART, content)
        self.document = root.find(w.DOC_DEFAULTS)
        for el in root.iterchildren(w.STYLE):
            self._parsed[el.get(w.STYLE_ID, "")] = el
            if w.DEFAULT in el.attrib and w.is_on(el.get(w.DEFAULT)):
                self.default[el.get(w.TYPE, "")] = el.get(w.STYLE_ID, "")


def _can_be_cut(head: bytes, pieces: list[bytes]) -> bool:
    """Whether the part is in UTF-8, with the usual prefix, and every style has an end of its own."""
    declaration = head[:100].lower()
    is_utf8 = b"encoding" not in declaration or b"utf-8" in declaration
    return is_utf8 and _ROOT in head and b"<!" not in head and all(_CLOSE in piece[-_TAIL_BYTES:] for piece in pieces)


def _attribute(piece: bytes, name: bytes) -> bytes:
    """The value of the first attribute that starts so; a style's own tag comes first."""
    start = piece.find(name) + len(name)
    return piece[start : piece.find(b'"', start)]
