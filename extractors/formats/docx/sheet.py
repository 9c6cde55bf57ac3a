"""The styles part searched for the styles that a file uses, without parsing it: it carries hundreds, a handful used."""

from __future__ import annotations

from functools import cached_property

from extractors.formats.docx import names as w
from extractors.formats.docx.xml import Element, parse

_PART = "the styles part"
_ROOT, _ROOT_CLOSE = b"<w:styles", b"</w:styles>"
_STYLE, _STYLE_CLOSE = b"<w:style", b"</w:style"
_DEFAULTS_OPEN, _DEFAULTS_CLOSE = b"<w:docDefaults", b"</w:docDefaults>"
_ID, _TYPE, _DEFAULT = b'w:styleId="', b'w:type="', b'w:default="'
_TYPES = {"paragraph", "table"}
"""The types whose default is asked for."""
_HEAD_BYTES = 10_000
"""The declaration and the root's tag stand within them."""


class Sheet:
    """The styles of a file by their id, each parsed when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """`content` is the styles part; empty where the file has none."""
        self._content = content
        self._found: dict[str, Element | None] = {}
        self._root = _root(content)
        """The root's tag; empty where the part must be parsed whole."""

    def get(self, style_id: str) -> Element | None:
        """The style, None where there is none of that id."""
        if not style_id:
            return None
        if style_id not in self._found:
            at = self._content.find(_ID + style_id.encode() + b'"') if self._root else -1
            self._found[style_id] = self._whole.get(style_id) if at < 0 else self._cut(at)
        return self._found[style_id]

    @cached_property
    def default(self) -> dict[str, str]:
        """The default style's id, for paragraphs and tables."""
        found: dict[str, str] = {}
        at = self._content.find(_DEFAULT) if self._root else -1
        while at >= 0 and not found.keys() >= _TYPES:
            tag = self._content[self._content.rfind(b"<", 0, at) : self._content.find(b">", at)]
            if tag.startswith(_STYLE) and w.is_on(_value(tag, _DEFAULT)):
                found[_value(tag, _TYPE)] = _value(tag, _ID)
            at = self._content.find(_DEFAULT, at + 1)
        if found.keys() >= _TYPES:
            return found
        styles = [el for el in self._whole.values() if w.DEFAULT in el.attrib and w.is_on(el.get(w.DEFAULT))]
        return {el.get(w.TYPE, ""): el.get(w.STYLE_ID, "") for el in styles}

    @cached_property
    def document(self) -> Element | None:
        """The document's defaults."""
        first, last = self._content.find(_DEFAULTS_OPEN), self._content.find(_DEFAULTS_CLOSE)
        if self._root and 0 <= first < last:
            return self._parse(self._content[first:last] + _DEFAULTS_CLOSE)
        return None if self._tree is None else self._tree.find(w.DOC_DEFAULTS)

    def _cut(self, at: int) -> Element:
        """The style whose tag is around a place in the part."""
        start, end = self._content.rfind(b"<", 0, at), self._content.find(b">", at)
        if self._content[end - 1 : end] != b"/":
            end = self._content.find(b">", self._content.find(_STYLE_CLOSE, at))
        return self._parse(self._content[start : end + 1])

    def _parse(self, piece: bytes) -> Element:
        return parse(_PART, self._root + piece + _ROOT_CLOSE)[0]

    @cached_property
    def _tree(self) -> Element | None:
        return parse(_PART, self._content) if self._content else None

    @cached_property
    def _whole(self) -> dict[str, Element]:
        """Every style of the part, for one that writes its tags in another way or lacks a style that is used."""
        found = () if self._tree is None else self._tree.iterchildren(w.STYLE)
        return {el.get(w.STYLE_ID, ""): el for el in found}


def _root(content: bytes) -> bytes:
    """The root's tag; empty for a part that is not in UTF-8, has another prefix, a comment or a CDATA section."""
    head = content[:_HEAD_BYTES]
    declaration = head[:100].lower()
    is_utf8 = b"encoding" not in declaration or b"utf-8" in declaration
    start = head.find(_ROOT)
    return head[start : head.find(b">", start) + 1] if is_utf8 and start >= 0 and b"!" not in content else b""


def _value(tag: bytes, name: bytes) -> str:
    """The value of an attribute, whose name is given with what stands before the value."""
    start = tag.find(name) + len(name)
    return tag[start : tag.find(b'"', start)].decode("utf-8", "replace")
