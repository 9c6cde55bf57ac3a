"""A zip broken part by part: its parts moved, their trees and words changed."""

import io
import random
import zipfile
import zlib

from lxml import etree

from tests.proof.fuzz.blind import Way, cut, flip


def _unzipped(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, OSError, RuntimeError):
        return []


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def in_part(way: Way, data: bytes, dice: random.Random) -> bytes:
    """One part of the zip is broken and the zip made whole again; the part that holds the text twice as often."""
    parts = _unzipped(data)
    if not parts:
        return flip(data, dice)
    texts = [i for i, (name, _) in enumerate(parts) if name.endswith(("document.xml", "sheet1.xml"))]
    chosen = dice.choice([*range(len(parts)), *texts * len(parts)])
    name, content = parts[chosen]
    parts[chosen] = (name, way(content, dice))
    return _zipped(parts)


def parts_moved(data: bytes, dice: random.Random) -> bytes:
    """A part is gone, has another's name, or another's content."""
    parts = _unzipped(data)
    if not parts:
        return cut(data, dice)
    one, other = dice.randrange(len(parts)), dice.randrange(len(parts))
    what = dice.randrange(3)
    if what == 0:
        del parts[one]
    elif what == 1:
        parts[one] = (parts[other][0], parts[one][1])
    else:
        parts[one] = (parts[one][0], parts[other][1])
    return _zipped(list(dict(parts).items()))


def tree(data: bytes, dice: random.Random) -> bytes:
    """XML whose elements are gone, doubled, moved into each other, nested, or have other values."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return flip(data, dice)
    for _ in range(dice.randint(1, 4)):
        elements = [el for el in root.iter() if isinstance(el.tag, str) and el is not root]
        if elements:
            dice.choice(TREE_WAYS)(dice.choice(elements), dice.choice(elements), dice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _gone(el: etree._Element, _other: etree._Element, _dice: random.Random) -> None:
    el.getparent().remove(el)


def _doubled(el: etree._Element, _other: etree._Element, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 1, 5, 40))):
        el.addnext(_copy(el))


def _moved(el: etree._Element, other: etree._Element, _dice: random.Random) -> None:
    other.append(_copy(el))


def _traded(el: etree._Element, other: etree._Element, _dice: random.Random) -> None:
    el.tag, other.tag = other.tag, el.tag


def _nested(el: etree._Element, _other: etree._Element, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 5, 60))):
        inner = etree.Element(el.tag, el.attrib)
        inner.extend(list(el))
        inner.text, el.text = el.text, None
        el.append(inner)


def _other_value(el: etree._Element, _other: etree._Element, dice: random.Random) -> None:
    values = ("", "-1", "0", "1e9", "999999999", "abc", "\u202e12", "１２", "0x10", "rId99", " 7 ")
    if el.attrib and dice.random() < 0.7:
        el.set(dice.choice(list(el.attrib)), dice.choice(values))
    else:
        el.text = dice.choice((*values, "100,5", "Tổng cộng", "Số: /BC-SYT", "ngày 31 tháng 2 năm 2022"))


def _without_values(el: etree._Element, _other: etree._Element, _dice: random.Random) -> None:
    el.attrib.clear()


def _copy(el: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(el, with_tail=False))


TREE_WAYS = (_gone, _doubled, _moved, _traded, _nested, _other_value, _other_value, _without_values)
ODD = (
    "0",
    "9",
    "1.000,5",
    "-3",
    "\u202e",
    "\u0301",
    "\ufeff",
    "\u200b",
    "Đ",
    "ð",
    "\t",
    "\n",
    " ",
    "I.",
    "%",
    "…",
    "１",
)


def words(data: bytes, dice: random.Random) -> bytes:
    """XML whose texts have other letters, digits and signs, or each other's."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return flip(data, dice)
    texts = [el for el in root.iter() if isinstance(el.tag, str) and el.text and el.text.strip()]
    for _ in range(dice.randint(1, 30) if texts else 0):
        el, other = dice.choice(texts), dice.choice(texts)
        spot = dice.randrange(len(el.text) + 1)
        if dice.random() < 0.3:
            el.text, other.text = other.text, el.text
        else:
            el.text = el.text[:spot] + dice.choice(ODD) + el.text[spot + dice.randrange(3) :]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
