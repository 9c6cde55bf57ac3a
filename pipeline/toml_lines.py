"""Where in a TOML text each key stands, and every line that is no TOML: the parser itself stops at the first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.language import _, mark

KeyPath = tuple[str | int, ...]
"""("units", 1, "name"): the name of the second [[units]]."""

HINTS: tuple[tuple[str, str], ...] = (
    (r"[“”„‟]", mark('put the text in straight quotes: "…", not “…”')),
    (
        r"^\s*\[[^\]]*$|^\s*\[\[[^\]]*\](?!\])",
        mark("a section's name stands in square brackets: [block], [[units]]"),
    ),
    (r"^[^=]*$", mark("write: name = value")),
    (r'=\s*"[^"]*\\', mark("write / in place of \\")),
    (r'=[^"#]*"[^"]*$', mark('the closing quote " is missing')),
    (r"=\s*\[[^\]]*$", mark("the closing square bracket ] is missing")),
    (r"=\s*\{[^}]*$", mark("the closing brace } is missing")),
    (r"=\s*[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}", mark("write a day as year-month-day: 2026-06-15")),
    (r"=\s*[0-9]+,[0-9]", mark("write a number with a point: 9.5")),
    (r"=\s*(?:#|$)", mark("the value is missing")),
    (r'=\s*[^\s"\[{0-9]', mark('put the text in quotes: "…"')),
    (r"\]\s*\[|\"\s+\"|\}\s*\{", mark("put a comma between the values")),
)
"""How a broken line looks -> what is expected; the first that fits is told."""

BEGINS = re.compile(
    r"""\s*(?: \[{1,2}\s*[A-Za-z_"] [^,]* \]{0,2}\s*(?:\#.*)?$   # [plan.due]
             | (?:[\w.-]+|"[^"]*")\s*=                           # year = 2026, "7" = 2026-06-15
        )""",
    re.VERBOSE,
)
"""A line that begins something of its own, whatever stands above it."""
UNFINISHED = "at end of document"
"""What the parser says where more is to come."""
AT_LINE = re.compile(r"\(at line (?P<line>[0-9]+), column [0-9]+\)")
TWICE = re.compile(r"overwrite|twice|already|Cannot (?:declare|mutate)")


class Mistake(NamedTuple):
    """A line that is no TOML, and what is expected there."""

    line: int
    text: str


@dataclass
class Scanned:
    """What a text says, without its broken lines."""

    data: dict[str, Any]
    lines: Mapping[KeyPath, int]
    mistakes: list[Mistake]

    def line_of(self, path: KeyPath) -> int | None:
        """The line of the key, or of the nearest section that holds it; counted from 1."""
        return next((self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), None)


class _Statement(NamedTuple):
    """One header or one key with its value, over as many lines as it takes."""

    line: int
    text: str
    parsed: dict[str, Any] | None


def scanned(text: str) -> Scanned:
    """All that the text says where it is TOML, the line of every key, and every mistake."""
    statements = list(_statements(text.splitlines()))
    mistakes = [Mistake(one.line, _expected(one.text)) for one in statements if one.parsed is None]
    kept = list(_kept(statements))
    lines = _lines(kept)
    try:
        return Scanned(tomllib.loads(text), lines, [])
    except tomllib.TOMLDecodeError as error:
        mistakes = mistakes or [_of_the_whole(error)]
    try:
        return Scanned(tomllib.loads(_as_they_stood(kept)), lines, mistakes)
    except tomllib.TOMLDecodeError as error:
        return Scanned({}, lines, sorted({*mistakes, _of_the_whole(error)}))


def _statements(lines: list[str]) -> Iterator[_Statement]:
    at = 0
    while at < len(lines):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            statement = _statement(lines, at)
            yield statement
            at += len(statement.text.splitlines())
        else:
            at += 1


def _kept(statements: list[_Statement]) -> Iterator[_Statement]:
    """The statements that are whole, without those below a broken header: nobody knows whose they are."""
    lost = False
    for one in statements:
        if one.text.lstrip().startswith("["):
            lost = one.parsed is None
        if one.parsed is not None and not lost:
            yield one


def _as_they_stood(statements: list[_Statement]) -> str:
    """The statements as one text, each in its own line."""
    text = ""
    for one in statements:
        text += "\n" * (one.line - 1 - text.count("\n")) + one.text + "\n"
    return text


def _statement(lines: list[str], first: int) -> _Statement:
    """The statement that begins in the line, with all lines that it may go on in."""
    text = lines[first]
    for line in (*lines[first + 1 :], None):
        try:
            return _Statement(first + 1, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            if line is None or UNFINISHED not in str(error) or BEGINS.match(line):
                break
        text += "\n" + line
    return _Statement(first + 1, text, None)


def _expected(text: str) -> str:
    first = text.splitlines()[0]
    for pattern, words in HINTS:
        if re.search(pattern, first):
            return _(words)
    return _("this line is not written as khoi.toml wants it")


def _of_the_whole(error: tomllib.TOMLDecodeError) -> Mistake:
    """A mistake that only the whole shows: a name that stands there twice."""
    found = AT_LINE.search(str(error))
    words = _("this name stands there twice") if TWICE.search(str(error)) else AT_LINE.sub("", str(error)).strip()
    return Mistake(int(found["line"]) if found else 1, words)


def _lines(statements: list[_Statement]) -> dict[KeyPath, int]:
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    section: KeyPath = ()
    for one in statements:
        if one.text.lstrip().startswith("["):
            section = _section(one.parsed or {}, counts)
            found.setdefault(section, one.line)
        else:
            for path in _paths(one.parsed, section):
                found.setdefault(path, one.line)
    return found


def _section(parsed: dict[str, Any], counts: dict[KeyPath, int]) -> KeyPath:
    """The path of a header; in a list of sections with its number in the list."""
    path: KeyPath = ()
    inner: Any = parsed
    while inner:
        key, inner = next(iter(inner.items()))
        path = (*path, key)
        if isinstance(inner, list):
            counts[path] = counts.get(path, 0) + 1
            inner = inner[0]
        if path in counts:
            path = (*path, counts[path] - 1)
    return path


def _paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """The path itself and those of all that it holds."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _paths(one, (*path, key))
