"""XML from strangers, parsed: no document type, no entity, nothing fetched."""

from __future__ import annotations

from lxml import etree

from extractors.errors import TooLarge, Unreadable
from extractors.formats.docx.names import WORD, WORD_SHORT

Element = etree._Element  # noqa: SLF001 — lxml has no other name for it

_WORD = WORD.encode()
_QUOTED_WORD, _QUOTED_SHORT = _WORD + b'"', WORD_SHORT.encode() + b'"'
_OFFICE = b"http://schemas.openxmlformats.org/"
_ROOT_BYTES = 10_000
"""The root's tag, where namespaces are declared, stands within them."""
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _OFFICE + b"officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": _OFFICE + b"officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/main": _OFFICE + b"drawingml/2006/main",
}
"""The strict dialect's names, and those that everyone writes."""

_TOO_MUCH = {etree.ErrorTypes.ERR_NO_MEMORY, etree.ErrorTypes.ERR_RESOURCE_LIMIT}

_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)


def parse(name: str, content: bytes) -> Element:
    """The tree of a part, without comments; Unreadable where it is broken or declares a document type.

    TooLarge where it is deeper, or a text in it longer, than any paper's. Word's namespace has its short name in it.
    """
    if b"http://purl.oclc.org" in content[:_ROOT_BYTES]:
        for strict, common in _STRICT.items():
            content = content.replace(strict, common)
    short = content.replace(_QUOTED_WORD, _QUOTED_SHORT) if content.count(_WORD) == 1 else content
    try:
        root = etree.fromstring(short, _PARSER)
    except etree.XMLSyntaxError as error:
        kind = TooLarge if getattr(error, "code", 0) in _TOO_MUCH else Unreadable
        raise kind(f"{name} is no whole XML: {error}") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Unreadable(f"{name} declares a document type")
    if short is content and (_WORD in content or WORD in root.nsmap.values()):
        _rename(root)
    return root


def _rename(root: Element) -> None:
    """Gives the short name to what has the long one: where it is declared in several places, or in another encoding."""
    for el in root.iter(f"{{{WORD}}}*"):
        el.tag = f"{{{WORD_SHORT}}}{etree.QName(el).localname}"
    for el in root.iter():
        for key in [key for key in map(str, el.keys()) if key.startswith(f"{{{WORD}}}")]:
            el.set(key.replace(WORD, WORD_SHORT), str(el.attrib.pop(key)))
