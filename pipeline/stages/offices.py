"""Offices that a text names, and their part in the block: for a plan whose members are not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors.patterns.plan_members import DEPUTY, HEAD, HELPERS, OFFICE
from pipeline.stages.names import spelled_out

PIECE = re.compile(r"([;,.:()\n]|\s[-–]\s|\b(?:chủ trì|phối hợp(?: với| thực hiện)?)\b)", re.IGNORECASE)
LIST_MARK = " \t-–+*•"
OPENS = (":", "-", "–")
EXPLAINS = ("(", "-", "–", ",")
"""Marks by which a part belongs to the name behind it, or before it."""
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


class _Piece(NamedTuple):
    words: str
    mark: str
    """What stands between it and the next."""


def offices(texts: Iterable[str]) -> Iterator[Office]:
    """Every office of the texts with its part: "Sở Nội vụ (Trưởng khối)", "Khối phó: Ban Nội chính"."""
    for text in texts:
        pieces = list(_pieces(text))
        for index, (piece, mark) in enumerate(pieces):
            if is_office(piece):
                after = _part(pieces[index + 1]) if index + 1 < len(pieces) and mark in EXPLAINS else ""
                before = _part(pieces[index - 1]) if index and pieces[index - 1].mark in OPENS else ""
                yield Office(piece, after or before)


def _pieces(text: str) -> Iterator[_Piece]:
    """The text cut at its marks and role words, each piece with the mark behind it."""
    cut = PIECE.split(text)
    for piece, mark in zip(cut[::2], [*cut[1::2], ""], strict=True):
        if words := piece.strip(LIST_MARK):
            yield _Piece(words, mark.strip())


def is_office(text: str) -> bool:
    """Whether the text is the name of an office that may be a member."""
    words = spelled_out(text)
    return bool(OFFICE.match(words)) and not NO_MEMBER.match(words)


def _part(piece: _Piece) -> str:
    words = spelled_out(piece.words)
    return next((part for part, pattern in PARTS.items() if pattern.match(words)), "")
