"""What is wrong in khoi.toml, all at once: each with its line, the name, what is expected and what stands there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.language import _, mark
from pipeline.toml_lines import KeyPath, Mistake, Scanned

EXPECTED = {
    "missing": mark("is missing"),
    "int_type": mark("a whole number is expected"),
    "int_parsing": mark("a whole number is expected"),
    "float_type": mark("a number is expected"),
    "float_parsing": mark("a number is expected"),
    "string_type": mark("a text in quotes is expected"),
    "string_too_short": mark("must not be empty"),
    "string_pattern_mismatch": mark("letters without accents, digits, dots and hyphens alone"),
    "too_short": mark("must not be empty"),
    "date_type": mark("a day is expected, like 2026-06-15"),
    "date_parsing": mark("a day is expected, like 2026-06-15"),
    "date_from_datetime_parsing": mark("a day is expected, like 2026-06-15"),
    "tuple_type": mark("a list in square brackets is expected"),
    "dict_type": mark("a section of its own is expected"),
    "model_type": mark("a section of its own is expected"),
    "bool_parsing": mark("true or false is expected"),
    "bool_type": mark("true or false is expected"),
    "enum": mark("one of these is expected: {expected}"),
    "greater_than_equal": mark("must be {ge} or more"),
    "less_than_equal": mark("must be {le} or less"),
}
"""What pydantic finds wrong, by its type of error, in words for the secretary."""


MISSING = ("missing", "too_short")
"""Errors of what is not there."""
FOUR_EYES = ("review", "four_eyes")
"""Where the one switch stands whose absence nobody would notice."""
UNREAD_SWITCH = mark(
    "this line is not read here, so a changed score would not wait for a second person. "
    "Write four_eyes = true below [review], or take the line away where no second person is wanted."
)
ALIKE = 0.8
"""How much of two names is the same where one is a slip of the other."""
LONGEST = 40
"""Letters of a wrong value that are repeated."""


def told(heading: str, mistakes: Iterable[Mistake]) -> str:
    """Every mistake on a line of its own below the heading, in the order of the file."""
    in_order = sorted(set(mistakes))
    return "\n".join([heading, *(_("  line {line}: {text}").format(line=one.line, text=one.text) for one in in_order)])


def invalid(found: Scanned, model: type[BaseModel]) -> Iterator[Mistake]:
    """Every value that is missing or is not what the model wants.

    Where lines are broken, what is missing may stand in them, and is not told.
    """
    try:
        model.model_validate(found.data)
    except ValidationError as error:
        for one in _plain(error.errors()):
            if one["type"] not in MISSING or not found.mistakes:
                yield _mistake(found, one["loc"], _expected(one))


def _plain(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors without those that only follow: a list whose every item is wrong also counts as empty."""
    sections = {error["loc"][0] for error in errors if len(error["loc"]) > 1}
    return (error for error in errors if len(error["loc"]) > 1 or error["loc"][0] not in sections)


def _expected(error: ErrorDetails) -> str:
    words = EXPECTED.get(error["type"])
    values = {name: str(value).replace(" or ", ", ") for name, value in error.get("ctx", {}).items()}
    text = _(words).format(**values) if words else str(error["msg"])
    if error["type"] in MISSING or error["input"] in ("", None) or isinstance(error["input"], dict | list):
        return text
    return _("{expected}; now it is {value}").format(expected=text, value=_shown(error["input"]))


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def misplaced(found: Scanned) -> Iterator[Mistake]:
    """Ids that stand twice, and a leader or deputies that are no units."""
    units = found.data.get("units")
    ids = [_id_of(unit) for unit in units] if isinstance(units, list) else []
    for index, one in enumerate(ids):
        if one and one in ids[:index]:
            text = _("the id “{id}” is already that of another unit")
            yield _mistake(found, ("units", index, "id"), text.format(id=one))
    if found.mistakes or not all(ids):
        return  # the unit may stand in a broken line
    for path, one in _offices(found.data.get("block")):
        if one not in ids:
            text = _("no unit has the id “{id}”; there are: {ids}")
            yield _mistake(found, path, text.format(id=one, ids=", ".join(dict.fromkeys(ids))))


def _id_of(unit: Any) -> str:
    value = unit.get("id") if isinstance(unit, dict) else None
    return value if isinstance(value, str) else ""


def _offices(block: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every id that the block's head names, with where it stands."""
    if not isinstance(block, dict):
        return
    deputies = block.get("deputies")
    named = [(("block", "leader"), block.get("leader"))]
    named += [(("block", "deputies"), one) for one in (deputies if isinstance(deputies, list) else ())]
    yield from ((path, one) for path, one in named if isinstance(one, str))


def unsafe(found: Scanned) -> Iterator[Mistake]:
    """What is meant for the switch of four eyes and stands where nobody reads it: who set it would take it for on."""
    section, switch = FOUR_EYES
    for path in _keys(found.data):
        parent = path[-2] if len(path) > 1 else ""
        if path != FOUR_EYES and (_is_like(path[-1], switch) or _is_like(parent, section)):
            yield _mistake(found, path, _(UNREAD_SWITCH))


def _keys(value: Any, above: KeyPath = ()) -> Iterator[KeyPath]:
    """The path of every value that is no section."""
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in inner:
            yield from _keys(one, (*above, key))
    else:
        yield above


def _is_like(name: str | int, known: str) -> bool:
    """Whether the name is the known one, or it with a slip or two."""
    said, meant = (re.sub(r"[^a-z]", "", str(one).casefold()) for one in (name, known))
    return difflib.SequenceMatcher(None, said, meant).ratio() >= ALIKE


def unknown(found: Scanned, model: type[BaseModel]) -> Iterator[Mistake]:
    """Names that the model does not know, each with the nearest that it does: nobody reads what they say."""
    try:
        model.model_validate(found.data, extra="forbid")
    except ValidationError as error:
        names = _names(model)
        for one in error.errors():
            if one["type"] == "extra_forbidden":
                yield _mistake(found, one["loc"], _not_known(str(one["loc"][-1]), names))


def _names(model: type[BaseModel]) -> list[str]:
    """Every name that the model and those inside it know."""
    schema = model.model_json_schema()
    return [name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", ())]


def _not_known(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    text = _("this name is not known and is not read; was “{name}” meant?") if near else _(
        "this name is not known and is not read"
    )  # fmt: skip
    return text.format(name=near[0] if near else "")


def _mistake(found: Scanned, path: KeyPath, text: str) -> Mistake:
    return Mistake(found.line_of(path) or 1, f"{_named(path)}: {text}")


def _named(path: KeyPath) -> str:
    """The path as people find it: "block.year", "units (2).name"."""
    words = "".join(f" ({part + 1})" if isinstance(part, int) else f".{part}" for part in path)
    return words.removeprefix(".")
