"""The numbers that rows are counted by: whether one goes on from another."""

from __future__ import annotations

from collections import defaultdict

from extractors.formats.docx.numbering import number

Ordinal = tuple[str, int]
"""A way of counting, with what stands before the last number, and how far it got: ("1.digits", 2)."""

_MOST = 60
_WAYS = ("upperRoman", "lowerRoman", "upperLetter", "lowerLetter")
_VIETNAMESE = {"lowerVietnamese": "custom:a, b, c, d, đ, ...", "upperVietnamese": "custom:A, B, C, D, Đ, ..."}


def _table() -> dict[str, list[Ordinal]]:
    found: dict[str, list[Ordinal]] = defaultdict(list)
    for way, number_format in (dict(zip(_WAYS, _WAYS, strict=True)) | _VIETNAMESE).items():
        for value in range(1, _MOST):
            found[number(value, number_format)].append((way, value))
    return found


_ORDINALS = _table()


def ordinals(text: str) -> list[Ordinal]:
    """Every way to read "12", "1.2.", "IV", "a)" as a row's number; none for other text."""
    head, dot, last = text.strip().strip("().;/").rpartition(".")
    if last.isascii() and last.isdigit() and len(last) < 5:
        return [(f"{head}{dot}digits", int(last))]
    return [(f"{head}{dot}{way}", value) for way, value in _ORDINALS.get(last, ())]


def goes_on(before: list[Ordinal], after: list[Ordinal]) -> bool:
    """Whether one reading of `after` is the number next to one of `before`."""
    return any(way == other and value == last + 1 for way, value in after for other, last in before)


def starts(found: list[Ordinal]) -> bool:
    """Whether the number is the first of its kind."""
    return any(value == 1 for _way, value in found)
