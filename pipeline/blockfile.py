"""khoi.toml: read, checked as a whole, and turned into a `Block`."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from extractors.records import Limits, UnitName
from pipeline.errors import UnusableWorkspace
from pipeline.language import _, mark
from pipeline.records import Alias, Block, Grade, JudgeBy, Unit

FILE_NAME = "khoi.toml"


def _alias(value: Any) -> Any:
    """An alias is a name, or a name with the last day on which it held."""
    return {"name": value} if isinstance(value, str) else value


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


class _Alias(BaseModel):
    name: str = Field(min_length=1)
    until: date | None = None


class _Unit(BaseModel):
    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")
    name: str = Field(min_length=1)
    code: str = ""
    aliases: tuple[Annotated[_Alias, BeforeValidator(_alias)], ...] = ()
    contact: str = ""


class _Block(BaseModel):
    name: str = Field(min_length=1)
    province: str = Field(min_length=1)
    year: int = Field(ge=1990, le=2100)
    leader: str
    deputies: tuple[str, ...] = ()


class _Plan(BaseModel):
    file: str = Field(min_length=1)
    due: dict[str, date] = {}


class _Criteria(BaseModel):
    file: str = Field(min_length=1)


class _Schedule(BaseModel):
    judge_by: JudgeBy = JudgeBy.ISSUED
    move_holidays: bool = False


class _Grade(BaseModel):
    name: str = Field(min_length=1)
    at_least: Decimal = Field(ge=0)
    floor: Decimal | None = Field(default=None, ge=0, le=100)


class _Ranking(BaseModel):
    grades: tuple[_Grade, ...] = ()


class _Review(BaseModel):
    four_eyes: bool = False


class _Inbox(BaseModel):
    settle_seconds: float = Field(default=10.0, ge=0, le=3600)


class _BlockFile(BaseModel):
    block: _Block
    plan: _Plan
    criteria: _Criteria | None = None
    schedule: _Schedule = _Schedule()
    limits: Limits = Limits()
    ranking: _Ranking = _Ranking()
    review: _Review = _Review()
    inbox: _Inbox = _Inbox()
    units: tuple[_Unit, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _known_units(self) -> _BlockFile:
        ids = [unit.id for unit in self.units]
        repeated = sorted({i for i in ids if ids.count(i) > 1})
        unknown = sorted({self.block.leader, *self.block.deputies} - set(ids))
        if repeated:
            raise ValueError(_("units with the same id: {ids}").format(ids=", ".join(repeated)))
        if unknown:
            raise ValueError(_("leader or deputy that is no unit: {ids}").format(ids=", ".join(unknown)))
        return self


def load(path: Path) -> Block:
    """The block that the file describes; UnusableWorkspace names every mistake at once."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableWorkspace(
            _("{file} is missing. Run `thidua init DIR` to make a workspace.").format(file=path)
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableWorkspace(_("{file} is not valid TOML: {error}").format(file=path, error=error)) from None
    try:
        return _block(_BlockFile.model_validate(data))
    except ValidationError as error:
        raise UnusableWorkspace(_mistakes(path, error)) from None


def sources(block: Block) -> tuple[str, ...]:
    """The files that the block file names."""
    return (block.plan_file, block.criteria_file) if block.criteria_file else (block.plan_file,)


def roster(block: Block) -> tuple[UnitName, ...]:
    """Every name under which a paper may mention a member."""
    names = []
    for unit in block.units:
        names.append(UnitName(unit.id, unit.name, unit.code))
        names += [UnitName(unit.id, alias.name, until=alias.until) for alias in unit.aliases]
    return tuple(names)


def _block(file: _BlockFile) -> Block:
    return Block(
        name=file.block.name,
        province=file.block.province,
        year=file.block.year,
        leader=file.block.leader,
        deputies=file.block.deputies,
        units=tuple(_unit(unit) for unit in file.units),
        plan_file=file.plan.file,
        due=file.plan.due,
        criteria_file=file.criteria.file if file.criteria else None,
        judge_by=file.schedule.judge_by,
        move_holidays=file.schedule.move_holidays,
        limits=file.limits,
        grades=tuple(Grade(grade.name, grade.at_least, grade.floor) for grade in file.ranking.grades),
        settle_seconds=file.inbox.settle_seconds,
        four_eyes=file.review.four_eyes,
    )


def _unit(unit: _Unit) -> Unit:
    aliases = tuple(Alias(alias.name, alias.until) for alias in unit.aliases)
    return Unit(unit.id, unit.name, unit.code, aliases, unit.contact)


def _mistakes(path: Path, error: ValidationError) -> str:
    """Every mistake on a line of its own: where, and what is expected there."""
    lines = [_("{file} needs mending:").format(file=path)]
    mistakes = error.errors()
    places = {mistake["loc"][0] for mistake in mistakes if len(mistake["loc"]) > 1}
    for mistake in mistakes:
        if len(mistake["loc"]) == 1 and mistake["loc"][0] in places:
            continue  # a list whose every item is wrong also counts as empty
        key = ".".join(str(part) for part in mistake["loc"]) or FILE_NAME
        lines.append(f"  {key}: {_expected(mistake)}")
    return "\n".join(lines)


def _expected(mistake: ErrorDetails) -> str:
    words = EXPECTED.get(mistake["type"])
    if words is None:
        return str(mistake.get("ctx", {}).get("error", mistake["msg"]))
    return _(words).format(**mistake.get("ctx", {}))
