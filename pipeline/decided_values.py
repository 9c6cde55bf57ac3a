"""What a person types or chooses, as the store writes it; refused where the field cannot hold it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, Protocol

from extractors.vietnamese.text import one_line
from pipeline import days
from pipeline.awards import AWARDS, WHO
from pipeline.errors import PipelineError
from pipeline.labels import STAGES, field_label
from pipeline.language import _
from pipeline.records import DocumentState, Kind
from pipeline.values import value_text

ANSWERS = ("confirmed_by_unit", "accepted")
"""What a person may say to a finding: the unit stands by its figure; seen, and left as it is."""

OF_THE_PAPER = ("unit_id", "kind", "task_key", "state")
"""What a person may decide of a paper besides its facts."""
LETTERHEAD = (
    "doc_type",
    "number",
    "parent_agency",
    "issuer",
    "place",
    "issued_on",
    "subject",
    "period",
    "authority",
    "signer_title",
    "signer_name",
    "recipients",
    "replaces",
)
"""Facts of every paper, in the order in which it prints them."""
FACTS = (*LETTERHEAD, "total_max_score", "total_self_score", "total_block_score")
"""What a person may decide of any paper; counts besides, by stage, award and who."""
STATES = (DocumentState.ACCEPTED, DocumentState.NEEDS_REVIEW)
"""What a person may say of a paper as a whole: it counts, it does not."""
FIGURES = ("max_score", "self_score", "block_score", "council_score", "bonus", "deduction")
"""The columns of a score row that a person may decide."""

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?|-?[0-9]+\.[0-9]{1,2}")
"""`9,5`, `1.000`, `87.25`: a point before three digits groups them, before one or two it is a decimal point"""
_GROUPS = re.compile(r"\.(?=[0-9]{3}(?:[^0-9]|$))")
_PERIOD = re.compile(r"[0-9]{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?")


_COUNT = re.compile(rf"count:(?:{'|'.join(STAGES)})/(?:{'|'.join(AWARDS)})/(?:{'|'.join(WHO)})")
"""`count:proposed/ldtt/individual`"""


class NotAllowed(PipelineError):
    """What was decided cannot stand; nothing was changed."""


class Chosen(Protocol):
    """What a person decides: one value of one field."""

    @property
    def document_id(self) -> int | None:
        """The paper; None for a finding of no paper."""

    @property
    def field(self) -> str:
        """A decision's field, as the schema lists them."""

    @property
    def after(self) -> str | None:
        """The value that holds from now on; None says that the paper has none."""

    @property
    def reason(self) -> str:
        """Why; wanted where the value changes."""


class Choice(NamedTuple):
    """One decided field, and nothing besides."""

    document_id: int | None
    field: str
    after: str | None
    reason: str = ""


class Choosable(NamedTuple):
    """What a block lets a person choose from."""

    units: frozenset[str]
    tasks: frozenset[str]


def is_fact(field: str) -> bool:
    """Whether any paper may have such a fact, so that a person can add one that was not read."""
    return field in FACTS or _COUNT.fullmatch(field) is not None


def written(field: str, text: str | None, choosable: Choosable) -> str | None:
    """The decided text as the store writes it; None says that the paper has no such value. NotAllowed if it is none."""
    if text is None or not one_line(text):
        if field in ("kind", "state") or field.startswith("finding:"):
            raise NotAllowed(_("{field}: choose a value.").format(field=field_label(field)))
        return None
    return _reader(field, choosable)(one_line(text))


def confirmed(field: str, value: str | None) -> str:
    """The value that stands, to be decided as it is; NotAllowed where there is none, or where one must be chosen."""
    if field == "state":
        told = _("{field}: say whether the paper counts, “accepted” or “needs_review”, instead of confirming.")
        raise NotAllowed(told.format(field=field_label(field)))
    if value is None:
        told = _("{field}: there is no value to confirm. Set one, or say that the paper has none.")
        raise NotAllowed(told.format(field=field_label(field)))
    return value


def is_score(field: str) -> bool:
    """Whether the field is a figure of a score sheet: with four eyes a change of it needs two people."""
    return field.startswith("score:") or (field.startswith("total_") and field.endswith("_score"))


def _reader(field: str, choosable: Choosable) -> Callable[[str], str]:
    if is_score(field):
        return _number
    if field.startswith("alias:"):
        return _one_of(choosable.units)
    if field.startswith("finding:"):
        return _one_of(frozenset(ANSWERS))
    if field.startswith("count:"):
        return _count
    own = {
        "doc_type": str.upper,
        "number": _symbol,
        "replaces": _symbol,
        "recipients": _items,
        "issued_on": iso_day,
        "period": _period,
        "unit_id": _one_of(choosable.units),
        "task_key": _one_of(choosable.tasks),
        "kind": _one_of(frozenset(Kind)),
        "state": _one_of(frozenset(STATES)),
    }
    return own.get(field, str)


def _number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise NotAllowed(_("“{text}” is no number. Write 9,5 or 9.5.").format(text=text))
    return value_text(Decimal(_GROUPS.sub("", text).replace(",", "."))) or ""


def _symbol(text: str) -> str:
    """`152/BC-SKHĐT`, without the spaces that a person may leave in."""
    symbol = text.replace(" ", "")
    if not any(letter.isdigit() for letter in symbol):
        raise NotAllowed(_("“{text}” is no number of a paper. Write 152/BC-SKHĐT.").format(text=text))
    return symbol


def _items(text: str) -> str:
    """The list as the store keeps it; a person parts its items by semicolons."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    typed = (one_line(item) for item in text.split(";"))
    items = map(str, found) if isinstance(found, list) else filter(None, typed)
    return value_text(tuple(items)) or ""


def _count(text: str) -> str:
    number = _number(text)
    if not number.isdigit():
        raise NotAllowed(_("“{text}” is no whole number.").format(text=text))
    return number


def iso_day(text: str) -> str:
    """The day typed as 15/6/2020 or 2020-06-15, as the store keeps it; NotAllowed for what is no date."""
    try:
        return days.typed(text).isoformat()
    except ValueError:
        raise NotAllowed(_("“{text}” is no date. Write 15/6/2020.").format(text=text)) from None


def _period(text: str) -> str:
    if not _PERIOD.fullmatch(text):
        raise NotAllowed(_("“{text}” is no period. Write 2020, 2020-H1, 2020-Q3 or 2020-06.").format(text=text))
    return text


def _one_of(allowed: frozenset[str]) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text not in allowed:
            raise NotAllowed(
                _("“{text}” cannot be chosen here. Choose one of: {allowed}.").format(
                    text=text, allowed=", ".join(sorted(allowed))
                )
            )
        return text

    return chosen
