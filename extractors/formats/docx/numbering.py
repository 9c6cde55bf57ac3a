"""Automatic numbers, as Word would show them before a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extractors.formats.docx import names as w
from extractors.formats.docx.styles import Styles, font_of, indent_of, integer
from extractors.formats.docx.symbols import symbol
from extractors.formats.docx.xml import Element, parse

_LATIN = "abcdefghijklmnopqrstuvwxyz"
VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
"""Điểm a, b, c, d, đ, e, g … as Nghị định 30/2020 counts them."""
_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x"}
_ROMAN |= {9: "ix", 5: "v", 4: "iv", 1: "i"}
_LEVELS = range(9)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    """"%1.%2)": %n stands for the number of level n."""
    restart: int | None = None
    """The level, 1-based, whose use starts this one again; 0 for none, None for every level above."""
    legal: bool = False
    """All numbers in the text in digits."""
    style: str = ""
    """The paragraph style that stands for this level."""
    indent: float | None = None
    """Points."""


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: whose counters it moves, and what it changes of its levels."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)
    """Levels that start again when this list is first used."""


class Numbering:
    """The lists of a file and how far each has counted; parsed when the first number is asked for."""

    def __init__(self, content: bytes, styles: Styles) -> None:
        """`content` is the numbering part; empty where the file has none."""
        self._content = content
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[str] = set()

    def level_of(self, num_id: str, style: str | None) -> int:
        """The level that a paragraph style stands for in a list; 0 where it does not say."""
        found = self._list(num_id)
        levels = found.levels.items() if found and style else ()
        return next((i for i, level in levels if level.style == style), 0)

    def indent(self, num_id: str, level: int) -> float | None:
        """The left indent of a list's level, in points."""
        found = self._list(num_id)
        return found.levels[level].indent if found and level in found.levels else None

    def label(self, num_id: str, level: int) -> str:
        """The next number of the list at a level, 0-based, as Word shows it; it counts on."""
        found = self._list(num_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if num_id not in self._used:
            self._used.add(num_id)
            for restarted in found.starts:
                counts.pop(restarted, None)
        _count(counts, found, level)
        return _text(found.levels, level, counts)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            el = self._nums.get(num_id)
            self._lists[num_id] = None if el is None else self._read(el)
        return self._lists[num_id]

    def _read(self, num: Element) -> _List:
        owner = _child_value(num, w.ABSTRACT_NUM_ID)
        abstract = self._abstracts.get(owner)
        link = "" if abstract is None else _child_value(abstract, w.NUM_STYLE_LINK)
        linked = self._nums.get(self._styles.look(link).num_id or "") if link else None
        if linked is not None:
            owner = _child_value(linked, w.ABSTRACT_NUM_ID)
        return _with_overrides(owner, _levels(self._abstracts.get(owner)), num)

    @cached_property
    def _root(self) -> Element | None:
        return parse("the numbering part", self._content) if self._content else None

    @cached_property
    def _nums(self) -> dict[str, Element]:
        found = () if self._root is None else self._root.iterchildren(w.NUM)
        return {el.get(w.NUM_ID, ""): el for el in found}

    @cached_property
    def _abstracts(self) -> dict[str, Element]:
        found = () if self._root is None else self._root.iterchildren(w.ABSTRACT_NUM)
        return {el.get(w.ABSTRACT_NUM_ID, ""): el for el in found}


def _count(counts: dict[int, int], found: _List, level: int) -> None:
    start = found.starts.get(level, found.levels[level].start)
    counts[level] = counts[level] + 1 if level in counts else start
    for below in [i for i in counts if i > level]:
        restart = found.levels[below].restart if below in found.levels else None
        if restart is None or level < restart:
            del counts[below]


def _text(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> str:
    own = levels[level]
    if own.number_format == "bullet":
        return own.text
    text = own.text
    for i in _LEVELS:
        if f"%{i + 1}" in text:
            shown = levels.get(i, own).number_format
            as_digits = own.legal and shown not in {"none", "decimalZero"}
            count = counts.get(i, levels[i].start if i in levels else 1)
            text = text.replace(f"%{i + 1}", number(count, "decimal" if as_digits else shown))
    return text


def number(value: int, number_format: str) -> str:
    """The number in one of Word's formats; digits for a format that is not known."""
    return _FORMATS.get(number_format, str)(value)


def _letters(value: int, alphabet: str = _LATIN) -> str:
    """A … z, aa, bb … zz, aaa: Word repeats the letter."""
    if value < 1:
        return ""
    rounds, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (rounds + 1)


def _roman(value: int) -> str:
    letters = ""
    for worth, letter in _ROMAN.items():
        times, value = divmod(value, worth)
        letters += letter * times
    return letters


def _nothing(_value: int) -> str:
    return ""


# Word's lower and upper letters are those of English in every language: a list that goes
# a, b, c, d, e, f shows so on a Vietnamese paper too. Only a custom format lists "a, b, c, d, đ".
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "numberInDash": lambda value: f"- {value} -",
    "none": _nothing,
    "bullet": _nothing,
    "custom:001, 002, 003, ...": lambda value: f"{value:03d}",
    "custom:0001, 0002, 0003, ...": lambda value: f"{value:04d}",
    "custom:a, b, c, d, đ, ...": lambda value: _letters(value, VIETNAMESE),
    "custom:A, B, C, D, Đ, ...": lambda value: _letters(value, VIETNAMESE).upper(),
}


def _with_overrides(owner: str, levels: Mapping[int, Level], el: Element) -> _List:
    starts: dict[int, int] = {}
    own: dict[int, Level] = {}
    for override in el.iterchildren(w.LVL_OVERRIDE):
        index = integer(override.get(w.ILVL))
        own |= _levels(override)
        start = override.find(w.START_OVERRIDE)
        if start is not None:
            starts[index] = integer(start.get(w.VAL))
    return _List(owner, {**levels, **own} if own else levels, starts)


def _levels(holder: Element | None) -> dict[int, Level]:
    found = () if holder is None else holder.iterchildren(w.LVL)
    return {integer(el.get(w.ILVL)): _level(el) for el in found}


def _level(el: Element) -> Level:
    restart = _child_value(el, w.LVL_RESTART)
    legal = el.find(w.IS_LGL)
    indent = el.find(f"{w.P_PR}/{w.IND}")
    number_format = _format(el)
    text = _child_value(el, w.LVL_TEXT)
    return Level(
        start=integer(_child_value(el, w.START) or "0"),
        number_format=number_format,
        text=_bullet(el, text) if number_format == "bullet" else text,
        restart=integer(restart) if restart else None,
        legal=legal is not None and w.is_on(legal.get(w.VAL)),
        style=_child_value(el, w.P_STYLE),
        indent=None if indent is None else indent_of(indent),
    )


def _format(el: Element) -> str:
    """The level's number format; a custom one with what it lists."""
    found = next(el.iter(w.NUM_FMT), None)
    if found is None:
        return "decimal"
    value = found.get(w.VAL, "decimal")
    return f"custom:{found.get(w.FORMAT, '')}" if value == "custom" else value


def _bullet(el: Element, text: str) -> str:
    fonts = el.find(f"{w.R_PR}/{w.R_FONTS}")
    font = "" if fonts is None else font_of(fonts) or ""
    return "".join(symbol(font, ord(c)) or "•" if "\ue000" <= c <= "\uf8ff" else c for c in text)


def _child_value(el: Element, tag: str) -> str:
    found = el.find(tag)
    return "" if found is None else found.get(w.VAL, "")
