"""The fenced blocks of a page, with what a comment above a block asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"

_FENCE = re.compile(
    r"""
    (?: ^<!--[ ](?P<mark>[a-z]+)(?:[ ](?P<about>[^\n]*?))?[ ]-->\n+ )?
    ^```(?P<language>[a-z-]*)[^\n]*\n
    (?P<text>.*?)
    ^```$
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block; `mark` and `about` come from a comment above it: <!-- exit 1 -->."""

    language: str
    text: str
    line: int
    mark: str
    about: str


@dataclass(frozen=True, slots=True)
class Command:
    """One `$ ` line of a console block, and the output shown below it ("" where none is)."""

    text: str
    shown: str


def blocks(text: str) -> list[Block]:
    """The page's fenced blocks, in order."""
    return [
        Block(
            found["language"],
            found["text"],
            text.count("\n", 0, found.start("language")) + 1,
            found["mark"] or "",
            found["about"] or "",
        )
        for found in _FENCE.finditer(text)
    ]


def commands(console: str) -> list[Command]:
    """What a console block types and what it shows."""
    parts = re.split(r"^\$ ", console, flags=re.MULTILINE)
    assert not parts[0], f"a console block begins with a prompt: {parts[0]!r}"
    return [Command(head.strip(), shown) for head, _, shown in (part.partition("\n") for part in parts[1:])]


def matches(shown: str, printed: str) -> bool:
    """Whether the output is the one shown, where … stands for any text and a line of … for any lines."""
    pattern = "".join(_line(line.rstrip()) for line in shown.strip().splitlines())
    lines = "".join(f"{line.rstrip()}\n" for line in printed.strip().splitlines())
    return re.fullmatch(pattern, lines) is not None


def _line(shown: str) -> str:
    """The pattern of one shown line with its end."""
    return r"(?:[^\n]*\n)*?" if shown == "…" else re.escape(shown).replace("…", r"[^\n]*") + r"\n"
