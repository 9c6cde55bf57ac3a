"""Vietnamese figures as exact decimals: comma decimals, dot thousands, and what could be either."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.vietnamese.text import clean

_WHOLE = re.compile(r"[0-9]{1,12}")
"""`98`, `09`, `00`"""

_GROUPED = re.compile(r"[1-9][0-9]{0,2} (?: (?:\.[0-9]{3}){2,} (?:,[0-9]{1,6})? | \.[0-9]{3},[0-9]{1,6} )", re.VERBOSE)
"""`3.006.358`, `1.250.000,5`, `1.000,5`: only dots for thousands make sense"""

_GROUPED_ENGLISH = re.compile(
    r"[1-9][0-9]{0,2} (?: (?:,[0-9]{3}){2,} (?:\.[0-9]{1,6})? | ,[0-9]{3}\.[0-9]{1,6} )", re.VERBOSE
)
"""`3,006,358`, `1,000.5`"""

_ONE_SEPARATOR = re.compile(r"(?P<whole>[0-9]{1,9}) (?P<separator>[.,]) (?P<rest>[0-9]{1,6})", re.VERBOSE)
"""`98,5`, `94.2`, `1.329`, `19,125`"""

_COULD_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2} [.,] [0-9]{3}", re.VERBOSE)
"""`1.000`, `1.329`, `19,125`; not `0.125`, not `98,50`"""


def readings(text: str) -> tuple[Decimal, ...]:
    """Every number that the figure can be, the likelier first; empty where it is none.

    One dot or comma before three digits is read both ways: `1.329` as 1329 and as 1.329,
    `19,125` as 19.125 and as 19125. Whoever knows the scale decides.
    """
    figure = clean(text).strip()
    if _WHOLE.fullmatch(figure):
        return (Decimal(figure),)
    if _GROUPED.fullmatch(figure):
        return (Decimal(figure.replace(".", "").replace(",", ".")),)
    if _GROUPED_ENGLISH.fullmatch(figure):
        return (Decimal(figure.replace(",", "")),)
    return _with_one_separator(figure)


def _with_one_separator(figure: str) -> tuple[Decimal, ...]:
    match = _ONE_SEPARATOR.fullmatch(figure)
    if not match:
        return ()
    decimal = Decimal(f"{match['whole']}.{match['rest']}")
    if not _COULD_BE_THOUSANDS.fullmatch(figure):
        return (decimal,)
    thousands = Decimal(match["whole"] + match["rest"])
    return (thousands, decimal) if match["separator"] == "." else (decimal, thousands)


def printed(value: Decimal) -> str:
    """The number as Vietnamese papers print it: `98,5`, `1.000`, no needless zeros."""
    whole, _, rest = f"{value.normalize():f}".partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return f"{sign}{grouped}{',' if rest else ''}{rest}"
