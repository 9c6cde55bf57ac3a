"""A valid file broken in one of many ways: blindly, or knowing what it is made of. The same seed, the same mutant."""

import base64
import binascii
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import partial

from lxml import etree

Way = Callable[[bytes, random.Random], bytes]
MOST_BYTES = 3_000_000
"""A mutant is no bomb: those are in tests/proof/hostile."""

INTERESTING = (b"\x00", b"\xff", b"<", b">", b"&", b"%", b"\x1b[31m", b"-1", b"999999999999", b"\xe2\x80\xae", b"]]>")


def mutant(original: bytes, kind: str, seed: str) -> bytes:
    """The original, broken once to three times."""
    dice = random.Random(seed)
    data = original
    for _ in range(dice.choice((1, 1, 2, 3))):
        data = dice.choice(WAYS[kind])(data, dice)[:MOST_BYTES]
    return data


def flip(data: bytes, dice: random.Random) -> bytes:
    """A few bytes are others."""
    broken = bytearray(data or b"\x00")
    for _ in range(dice.randint(1, 12)):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


def _span(data: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.choice((1, 4, 32, 256, 4_096, len(data) // 3)))


def delete(data: bytes, dice: random.Random) -> bytes:
    """A chunk is gone."""
    start, end = _span(data, dice)
    return data[:start] + data[end:]


def double(data: bytes, dice: random.Random) -> bytes:
    """A chunk stands there twice."""
    start, end = _span(data, dice)
    return data[:end] + data[start:end] + data[end:]


def insert(data: bytes, dice: random.Random) -> bytes:
    """Something stands where nothing did."""
    start, _end = _span(data, dice)
    return data[:start] + dice.choice(INTERESTING) * dice.choice((1, 3, 50)) + data[start:]


def swap(data: bytes, dice: random.Random) -> bytes:
    """Two chunks have changed places."""
    (a, b), (c, d) = sorted((_span(data, dice), _span(data, dice)))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[max(b, d) :] if b <= c else data


def cut(data: bytes, dice: random.Random) -> bytes:
    """The end is gone."""
    return data[: dice.randrange(len(data) + 1)]


BLIND: tuple[Way, ...] = (flip, flip, delete, double, insert, swap, cut)


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


_TOKENS = re.compile(rb"/[A-Za-z0-9]+|[0-9]+ 0 R|-?[0-9]+(?:\.[0-9]+)?|<<|>>|\[|\]|obj|endobj|stream|xref|trailer")
_STREAM = re.compile(rb"(?P<head>/FlateDecode[^>]*>>\s*stream\r?\n)(?P<body>.*?)(?P<tail>\r?\n?endstream)", re.DOTALL)
_OUTSIDE = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)


def tokens(data: bytes, dice: random.Random) -> bytes:
    """A PDF whose names, numbers and references outside of its streams are others."""
    inside = [match.span() for match in _OUTSIDE.finditer(data)]
    found = [m for m in _TOKENS.finditer(data) if not any(a < m.start() < b for a, b in inside)]
    if not found:
        return flip(data, dice)
    for _ in range(dice.randint(1, 4)):
        spot, other = dice.choice(found), dice.choice(found)
        new = dice.choice((other.group(), b"-1", b"0", b"99999999", b"<<", b"]", b"1 0 R", b"null", b"/Pages"))
        data = data[: spot.start()] + new + data[spot.end() :]
    return data


def streams(data: bytes, dice: random.Random) -> bytes:
    """A PDF with one stream unpacked, broken, and packed again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return flip(data, dice)
    spot = dice.choice(found)
    try:
        content = zlib.decompress(spot["body"])
    except zlib.error:
        return flip(data, dice)
    broken = dice.choice((tokens, *BLIND))(content, dice)
    return data[: spot.start("body")] + zlib.compress(broken) + data[spot.end("body") :]


HEADERS = (
    b"Content-Type: multipart/mixed",
    b"Content-Type: message/rfc822",
    b"Content-Type: multipart/digest; boundary=x",
    b"Content-Type: application/octet-stream; charset=no-such",
    b"Content-Transfer-Encoding: x-uuencode",
    b"Content-Transfer-Encoding: quoted-printable",
    b"Content-Disposition: attachment; filename*0*=UTF-8''%FF%FE; filename*2=x",
    b'Content-Disposition: attachment; filename="../../\x1b[31m.docx"',
    b"Subject: =?utf-8?B?!!!?= =?x?Q?=E1",
    b"Date: Tue, 99 Foo 2022 99:99:99 +9999",
    b"From: @@@<<>>,;:",
)


def lines(data: bytes, dice: random.Random) -> bytes:
    """A mail with header lines gone, doubled, moved or others."""
    rows = data.split(b"\r\n")
    heads = [i for i, row in enumerate(rows) if b": " in row[:40] or row.startswith(b"--")]
    for _ in range(dice.randint(1, 4)):
        spot = dice.choice(heads) if heads else 0
        rows[spot] = dice.choice((b"", rows[spot] + b"\r\n" + rows[spot], dice.choice(HEADERS), rows[-2], b"\x00"))
    return b"\r\n".join(rows)


_BASE64 = re.compile(rb"\r\n\r\n(?P<body>UEsDB[A-Za-z0-9+/=\r\n]+)")


def attached(data: bytes, dice: random.Random) -> bytes:
    """A mail whose attached office file is broken and packed again."""
    found = list(_BASE64.finditer(data))
    if not found:
        return lines(data, dice)
    spot = dice.choice(found)
    try:
        content = base64.b64decode(spot["body"] + b"==")
    except binascii.Error:
        return lines(data, dice)
    broken = in_part(dice.choice((tree, tree, words, words, *BLIND)), content, dice)
    return data[: spot.start("body")] + base64.encodebytes(broken).replace(b"\n", b"\r\n") + data[spot.end("body") :]


OFFICE: tuple[Way, ...] = (
    flip,
    delete,
    cut,
    parts_moved,
    *[partial(in_part, tree)] * 6,
    *[partial(in_part, words)] * 5,
    *(partial(in_part, way) for way in BLIND),
)

WAYS: dict[str, tuple[Way, ...]] = {
    "docx": OFFICE,
    "xlsx": OFFICE,
    "pdf": (flip, delete, double, cut, *[tokens] * 5, *[streams] * 5),
    "eml": (flip, delete, double, insert, cut, *[lines] * 4, *[attached] * 5),
}
"""For each kind of file the ways to break it."""
