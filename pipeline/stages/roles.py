"""Who has to do a task: the lines of a plan's column for units, as members and their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.patterns.plan_members import DEPUTY, EVERYONE, EXCEPT, HEAD, HEADS, HELPERS, LEADS, OFFICE, SUPPORTS
from pipeline.records import Block, Role
from pipeline.stages.names import Name, names_of, spelled_out
from pipeline.stages.offices import NO_MEMBER

WEIGHT = (Role.LEAD, Role.ALL, Role.SUPPORT)
"""The stronger role first, where a member is named twice."""
PIECE = re.compile(r"[;,.()\n]|\b(?:chủ trì|phối hợp(?: với| thực hiện)?)\b", re.IGNORECASE)
RECEIVES = re.compile(r"\b(?:gui|ve|cho|toi|trinh|voi su theo doi cua)\s*:?\s*$")
"""Words before one who only gets what others send."""
EVERY = "*"
"""Stands for all members."""
LONGEST_NAME = 80
"""Characters of words that still only name who does a task."""
OPENERS = (":", "voi", "cung")
"""After such a word a role is that of the names that follow it."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The members that a task names, and the names that are no member's."""

    of_units: tuple[tuple[str, Role], ...]
    unknown: tuple[str, ...] = ()


@dataclass
class _Said:
    """What a reading of the lines has found so far."""

    named: list[tuple[str, Role | None]] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    mode: Role | None = None

    def settle(self, role: Role | None) -> None:
        """Gives the names that wait their role."""
        self.named += [(who, role) for who in self.pending]
        self.pending.clear()


def roles(who: Iterable[str], support: Iterable[str], block: Block) -> Roles:
    """Each member's role, by the lines that name those who do the task and those who only help."""
    printed = "\n".join(who)
    pattern = _pattern(names_of(block))
    left_out, not_known = _excepted(printed, pattern, block)
    doing, helping = EXCEPT.sub(" ", printed), "\n".join(support)
    named = _read(doing, pattern, block, None) + _read(helping, pattern, block, Role.SUPPORT)
    unknown = dict.fromkeys(_unknown(f"{doing}\n{helping}", block))
    if not named and not unknown:
        unknown = dict.fromkeys(_not_understood(doing, pattern))
    return Roles(_assigned(named, block, left_out), (*unknown, *not_known))


def _excepted(text: str, pattern: re.Pattern[str], block: Block) -> tuple[set[str], list[str]]:
    """The members that the text leaves out, and its words where they name none."""
    left_out: set[str] = set()
    not_known = []
    for match in EXCEPT.finditer(text):
        words = match["enclosed"] or match["following"] or ""
        named = {who for who, _role in _read(words, pattern, block, None)}
        left_out |= named
        if not named:
            not_known.append(match[0].strip(" ()"))
    return left_out, not_known


@lru_cache(maxsize=8)
def _pattern(names: tuple[Name, ...]) -> re.Pattern[str]:
    """Everything that a line may say of who does a task, the longest names first."""
    units = "|".join(_spelled(name.words) for name in names)
    parts = [
        f"(?P<helpers>{HELPERS})",
        f"(?P<heads>{HEADS})",
        f"(?P<deputy>{DEPUTY})",
        f"(?P<head>{HEAD})",
        f"(?P<unit>{units})(?:\\s+tinh)?",
        f"(?P<everyone>{EVERYONE})",
        f"(?P<lead>{LEADS})",
        f"(?P<support>{SUPPORTS})",
    ]
    return re.compile(rf"(?<![a-z0-9]) (?:{'|'.join(parts)}) (?![a-z0-9]) | (?P<stop>[;\n])", re.VERBOSE)


def _spelled(words: str) -> str:
    """A pattern for the name in text where lines may break and commas may stand between words."""
    return r"[\s,–-]+".join(re.escape(word) for word in words.split())


def _read(text: str, pattern: re.Pattern[str], block: Block, start: Role | None) -> list[tuple[str, Role | None]]:
    """Everyone whom the text names, in its order, with the role that it states."""
    text = "\n".join(spelled_out(line) for line in text.split("\n"))
    said = _Said(mode=start)
    last: re.Match[str] | None = None
    for match in pattern.finditer(text):
        kind = match.lastgroup
        if kind in ("lead", "support"):
            _take_role(said, Role(kind), text[match.end() :])
        elif kind == "stop":
            said.settle(said.mode)
        else:
            _take_name(said, match, last, block)
        last = match if kind not in ("lead", "support", "stop") else None
    said.settle(said.mode)
    return said.named


def _take_name(said: _Said, match: re.Match[str], last: re.Match[str] | None, block: Block) -> None:
    """One more name, unless it explains the one before it or only receives what others send."""
    beside = last is not None and _beside(match.string, last, match)
    if (beside and match.lastgroup in ("head", "deputy")) or RECEIVES.search(match.string[: match.start()]):
        return
    if beside and last and last.lastgroup in ("head", "deputy"):
        said.pending.clear()
    said.pending += _who(match, block)


def _beside(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the second name explains the first: "Văn phòng UBND tỉnh (Trưởng khối)", "Trưởng khối: Sở Nội vụ"."""
    return bool(re.fullmatch(r"\s*\(\s*|\s+-\s+|\s*:\s*", text[first.end() : second.start()]))


def _take_role(said: _Said, role: Role, rest: str) -> None:
    """A role word: of the names before it, or of those after it ("chủ trì:", "phối hợp với")."""
    opens = rest.lstrip().startswith(OPENERS)
    if said.pending and not opens:
        said.settle(role)
        said.mode = None
        return
    said.settle(said.mode)
    said.mode = role


def _who(match: re.Match[str], block: Block) -> list[str]:
    """The ids of those whom the words name."""
    kind = match.lastgroup
    if kind == "unit":
        words = " ".join(re.findall("[a-z0-9]+", match["unit"]))
        return sorted({name.unit_id for name in names_of(block) if name.words == words})[:1]
    named = {"head": [block.leader], "deputy": list(block.deputies), "everyone": [EVERY]}
    named["heads"] = [*named["head"], *named["deputy"]]
    return named.get(kind or "", [])


def _assigned(named: list[tuple[str, Role | None]], block: Block, left_out: Set[str]) -> tuple[tuple[str, Role], ...]:
    """One role a member, in the block's order; who is named without a role leads, or helps a stated lead.

    Those who are left out are none of "all members".
    """
    led = any(role is Role.LEAD for who, role in named)
    alone = all(who == EVERY for who, _ in named)
    found: dict[str, Role] = {}
    for who, role in named:
        if who != EVERY:
            found[who] = min(
                found.get(who, Role.SUPPORT), role or (Role.SUPPORT if led else Role.LEAD), key=WEIGHT.index
            )
    if any(who == EVERY for who, _ in named):
        supports = any(who == EVERY and role is Role.SUPPORT for who, role in named)
        rest = Role.ALL if alone and not supports else Role.SUPPORT
        found = dict.fromkeys((unit.id for unit in block.units if unit.id not in left_out), rest) | found
    return tuple((unit.id, found[unit.id]) for unit in block.units if unit.id in found)


def _unknown(text: str, block: Block) -> Iterator[str]:
    """Names in the text that look like an office and are no member's."""
    names = names_of(block)
    pattern = _pattern(names)
    for piece in PIECE.split(text):
        words = spelled_out(piece).strip(" .-+*:")
        known = pattern.search(words) or any(words in name.words for name in names)
        if words and not known and OFFICE.match(words):
            yield piece.strip(" .-+*:\n")


def _not_understood(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """What a task that nobody would have to do says of who does it: neither members nor the block's helpers."""
    for piece in PIECE.split(text):
        words = spelled_out(piece).strip(" .-+*:")
        if words and len(words) <= LONGEST_NAME and not pattern.search(words) and not NO_MEMBER.match(words):
            yield piece.strip(" .-+*:\n")
