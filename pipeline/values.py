"""A value as the store writes it, and back."""

from __future__ import annotations

import json
from decimal import Decimal

from extractors.records import Value


def value_text(value: Value | Decimal) -> str | None:
    """The value as text: a whole number without a point, a list as JSON."""
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return value


def value_like(text: str | None, like: Value) -> Value:
    """The text as a value of the same kind as `like`; as text where it is none of that kind."""
    if text is None:
        return None
    try:
        if isinstance(like, tuple):
            return tuple(str(item) for item in json.loads(text))
        if isinstance(like, float):
            return float(text)
    except ValueError:
        return text
    return text
