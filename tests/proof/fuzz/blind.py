"""A file broken without knowing what it is made of."""

import random
from collections.abc import Callable

Way = Callable[[bytes, random.Random], bytes]
INTERESTING = (b"\x00", b"\xff", b"<", b">", b"&", b"%", b"\x1b[31m", b"-1", b"999999999999", b"\xe2\x80\xae", b"]]>")


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
