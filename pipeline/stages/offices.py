"""Offices that a text names, and their part in the block: for a plan whose members are not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors.patterns.plan import DEPUTY, HEAD, HELPERS, OFFICE
from pipeline.stages.names import spelled_out

PIECE = re.compile(r"[;,.:()\n]|\s[-–]\s|\b(?:chủ trì|phối hợp(?: với| thực hiện)?)\b", re.IGNORECASE)
LIST_MARK = " \t-–+*•"
NO_MEMBER = re.compile(
    rf"""{HELPERS} | hoi\s+dong\b | ban\s+(?:thi\s+dua|tdkt|to\s+chuc\s+hoi\s+nghi)\b
       | .*\b(?:lien\s+quan|truc\s+thuoc)\b""",
    re.VERBOSE,
)
"""The block's own helpers, councils, and "các đơn vị liên quan": offices, but no members."""
PARTS = {"deputy": re.compile(rf"{DEPUTY}$", re.VERBOSE), "head": re.compile(rf"{HEAD}$", re.VERBOSE)}


class Office(NamedTuple):
    """An office as the text names it."""

    name: str
    part: str = ""
    """head, deputy, or "" where the text does not say."""


def offices(texts: Iterable[str]) -> Iterator[Office]:
    """Every office of the texts with its part: "Sở Nội vụ (Trưởng khối)", "Khối phó: Ban Nội chính"."""
    for text in texts:
        pieces = [piece.strip(LIST_MARK) for piece in PIECE.split(text)]
        pieces = [piece for piece in pieces if piece]
        parts = [_part(piece) for piece in pieces]
        for index, piece in enumerate(pieces):
            if is_office(piece):
                after = parts[index + 1] if index + 1 < len(pieces) else ""
                yield Office(piece, after or (parts[index - 1] if index else ""))


def is_office(text: str) -> bool:
    """Whether the text is the name of an office that may be a member."""
    words = spelled_out(text)
    return bool(OFFICE.match(words)) and not NO_MEMBER.match(words)


def _part(piece: str) -> str:
    words = spelled_out(piece)
    return next((part for part, pattern in PARTS.items() if pattern.match(words)), "")
