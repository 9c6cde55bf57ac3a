"""A valid file broken in one of many ways: blindly, or knowing what it is made of. The same seed, the same mutant."""

import base64
import binascii
import random
import re
import zlib
from functools import partial

from tests.proof.fuzz.blind import BLIND, Way, cut, delete, double, flip, insert
from tests.proof.fuzz.packages import in_part, parts_moved, tree, words

MOST_BYTES = 3_000_000
"""A mutant is no bomb: those are in tests/proof/hostile."""


def mutant(original: bytes, kind: str, seed: str) -> bytes:
    """The original, broken once to three times."""
    dice = random.Random(seed)
    data = original
    for _ in range(dice.choice((1, 1, 2, 3))):
        data = dice.choice(WAYS[kind])(data, dice)[:MOST_BYTES]
    return data


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
