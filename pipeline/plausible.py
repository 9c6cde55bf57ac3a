"""What a decided value can hardly be: too long, of another age, over its maximum."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.decided_values import NotAllowed, is_score
from pipeline.labels import field_label, shown
from pipeline.language import _

LONGEST = {"subject": 2000, "recipients": 10_000}
"""Letters of a field's text; of any other field's and of a reason:"""
USUAL, REASON = 400, 1000
LARGEST = 100_000
"""Points, people or collectives of one unit in one year."""
BEFORE, AFTER = 10, 2
"""Years around the block's in which a day or a period that is typed in lies."""
DAYS = ("issued_on", "period")


class Change(NamedTuple):
    """A field as it stands, and as a person decides it."""

    field: str
    before: str | None
    after: str | None
    reason: str


class Bounds(NamedTuple):
    """Between what its value must lie."""

    year: int
    """The block's."""
    maximum: float | None = None
    """Of a score, where one is stated."""


def want_plausible(change: Change, bounds: Bounds) -> None:
    """NotAllowed for what can hardly be true; what the paper does say so may stand with a reason."""
    _want_short(_("The reason"), change.reason, REASON)
    _want_named(change.field)
    if change.after is None:
        return
    changed = change.before != change.after
    label = field_label(change.field)
    if changed:
        _want_short(label, change.after, LONGEST.get(change.field, USUAL))
    told = _beyond(change.field, change.after, bounds)
    if told and not change.reason:
        again = _("Where it is so all the same, give the reason.")
        raise NotAllowed(f"{label}: {told} {again}")
    firm = not is_score(change.field) or abs(float(change.after)) > LARGEST
    if told and changed and firm:
        raise NotAllowed(f"{label}: {told}")


def _want_named(field: str) -> None:
    """A name that is kept for a unit is one, and no longer than a name can be."""
    kind, _colon, name = field.partition(":")
    if kind != "alias":
        return
    if not name.strip():
        raise NotAllowed(_("{field}: choose a value.").format(field=field_label(field)))
    _want_short(field_label("unit_id"), name, USUAL)


def _want_short(label: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise NotAllowed(_("{field}: longer than {count} letters.").format(field=label, count=longest))


def _beyond(field: str, value: str, bounds: Bounds) -> str:
    """What speaks against the value; "" where nothing does."""
    if field in DAYS:
        first, last = bounds.year - BEFORE, bounds.year + AFTER
        told = _("{value} is not of the years {first} to {last}.")
        return "" if first <= int(value[:4]) <= last else told.format(value=shown(value), first=first, last=last)
    if not is_score(field) and not field.startswith("count:"):
        return ""
    return _beyond_points(field, value, bounds)


def _beyond_points(field: str, value: str, bounds: Bounds) -> str:
    most = LARGEST if bounds.maximum is None or field.endswith(("/bonus", "/deduction")) else bounds.maximum
    least = -most if field.endswith("/deduction") else 0
    told = _("{value} is not between {least} and {most}.")
    within = least <= float(value) <= most
    return "" if within else told.format(value=shown(value), least=f"{least:g}", most=shown(f"{most:g}"))
