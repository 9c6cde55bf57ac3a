"""khoi.toml: read, checked as a whole, and turned into a `Block`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from extractors.records import Limits, UnitName
from pipeline.block_mistakes import invalid, misplaced, told, unknown, unsafe
from pipeline.errors import UnusableWorkspace
from pipeline.language import _
from pipeline.records import Alias, Block, Grade, JudgeBy, Unit
from pipeline.toml_lines import scanned

FILE_NAME = "khoi.toml"


def _alias(value: Any) -> Any:
    """An alias is a name, or a name with the last day on which it held."""
    return {"name": value} if isinstance(value, str) else value


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


def load(path: Path) -> Block:
    """The block that the file describes; UnusableWorkspace names every mistake at once."""
    found = scanned(_text(path))
    mistakes = [*found.mistakes, *invalid(found, _BlockFile), *misplaced(found), *unsafe(found)]
    if mistakes:
        raise UnusableWorkspace(told(_("{file} needs mending:").format(file=path), mistakes))
    return _block(_BlockFile.model_validate(found.data))


def remarks(path: Path) -> str:
    """What the file says that nobody reads, "" where there is none: names that are not known, with their lines."""
    found = list(unknown(scanned(_text(path)), _BlockFile))
    return told(_("{file} says something that is not read:").format(file=path), found) if found else ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnusableWorkspace(
            _("{file} is missing. Run `thidua init DIR` to make a workspace.").format(file=path)
        ) from None
    except UnicodeDecodeError:
        text = _("{file} is not written as UTF-8. Open it in Notepad and save it with the encoding UTF-8.")
        raise UnusableWorkspace(text.format(file=path)) from None


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
