"""What a paper is to the block, and which task of the plan it answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.patterns.kinds import (
    ASKS,
    EVIDENCE,
    FULL_YEAR,
    HALF_TOPIC,
    HALF_YEAR,
    MONTHS,
    NARROW,
    NOTHING_TO_REPORT,
    OF_BLOCK,
    OTHER_PERIOD,
    REGISTER_TYPE,
    REGISTERS,
    REPORTS,
    SEMESTER,
    SHEET,
    WHOLE_TOPIC,
)
from extractors.records import Fact
from extractors.vietnamese.periods import school_year
from extractors.vietnamese.text import fold
from pipeline.checks.pairs import SURE
from pipeline.checks.years import other_time, school_years
from pipeline.records import Block, Kind, Plan, Role, Task
from pipeline.stages.deliverables import clauses, wanted
from pipeline.stages.units import Issuer

KIND_DOUBTFUL = "document.kind_doubtful"
TASK_DOUBTFUL = "document.task_doubtful"

LIKE = 0.6
"""So great a part of a title's words must stand in the task for the paper to show it done."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What a paper's own words make it."""

    kind: Kind
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a paper is to the block."""

    unit_id: str | None
    kind: Kind
    nature: Kind
    task_key: str | None
    doubts: tuple[str, ...]
    from_block: bool = False


def meaning(facts: Mapping[str, Fact], issuer: Issuer, *, scored: bool, block: Block, plan: Plan) -> Meaning:
    """What the paper is: a member's paper for a task, or `other`; `scored` says that it holds a score sheet."""
    planned = school_years(plan)
    nature = nature_of(facts, scored=scored, planned=planned)
    elsewhen = other_time(_value(facts, "period"), _value(facts, "subject"), block, planned)
    counts = nature.kind is not Kind.OTHER and issuer.unit_id is not None and not elsewhen
    if not counts:
        unit_id, task = _evidence(facts, issuer, plan)
        doubts = issuer.doubts if issuer.unit_id or nature.kind is not Kind.OTHER or _is_mute(facts) else ()
        return Meaning(unit_id, Kind.OTHER, nature.kind, task, doubts, issuer.is_block)
    task, sure = task_for(nature.kind, issuer.unit_id, facts, plan)
    doubts = issuer.doubts + nature.doubts + (() if sure else (TASK_DOUBTFUL,))
    return Meaning(issuer.unit_id, nature.kind, nature.kind, task, doubts)


def _is_mute(facts: Mapping[str, Fact]) -> bool:
    """Whether the paper does not even say what it is: then a person has to look, whoever sent it."""
    return not any(_value(facts, field) for field in ("doc_type", "subject", "issuer"))


def nature_of(facts: Mapping[str, Fact], *, scored: bool, planned: frozenset[tuple[int, int]] = frozenset()) -> Nature:
    """What the kind of paper, its title and its period make it; `planned` are the school years of the plan."""
    kind, title = _text(facts, "doc_type"), _text(facts, "subject")
    report = kind == "bao cao" or (not kind and _letters(facts) == "BC")
    if REGISTER_TYPE.search(kind) or (REGISTERS.match(title) and HALF_TOPIC.search(title)):
        return Nature(Kind.REGISTRATION)
    if kind in ("", "cong van") and not report and ASKS.match(title):
        return Nature(Kind.OTHER)
    if report or (kind in ("", "cong van") and (REPORTS.match(title) or NOTHING_TO_REPORT.search(title))):
        return _report(facts, title, planned, scored=scored)
    if scored and (not kind or SHEET.search(f"{kind} {title}")):
        return Nature(Kind.SCORE_SHEET)
    return Nature(Kind.OTHER)


def _report(facts: Mapping[str, Fact], title: str, planned: frozenset[tuple[int, int]], *, scored: bool) -> Nature:
    """A report on emulation and rewards, by its period; any other report is `other`."""
    if not title and scored:
        return Nature(Kind.PLAN_REPORT_YEAR, (KIND_DOUBTFUL,))
    if not HALF_TOPIC.search(title) and not WHOLE_TOPIC.search(title):
        return Nature(Kind.OTHER)
    if NARROW.search(title) and not WHOLE_TOPIC.search(title):
        return Nature(Kind.PLAN_REPORT_YEAR, (KIND_DOUBTFUL,)) if scored else Nature(Kind.OTHER)
    kind = _kind_by_period(facts, title)
    half = not WHOLE_TOPIC.search(title) and not HALF_YEAR.search(title) and not FULL_YEAR.search(title)
    dated = is_sure(facts, "period") or _tells_school_year(facts, title, planned)
    unsure = half or not dated or not _agree(facts, title) or _is_before_its_period(facts)
    return Nature(kind, (KIND_DOUBTFUL,) if unsure else ())


def _tells_school_year(facts: Mapping[str, Fact], title: str, planned: frozenset[tuple[int, int]]) -> bool:
    """Whether the title surely tells a school year of the plan, the whole of it or its first half."""
    semester = SEMESTER.search(title)
    told = school_year(_value(facts, "subject")) in planned and is_sure(facts, "subject")
    return told and not _value(facts, "period") and (semester is None or semester["number"] in ("i", "1"))


def _is_before_its_period(facts: Mapping[str, Fact]) -> bool:
    """Whether the report bears a day of a year before the one that it reports on: one of them is wrong."""
    issued, period = _value(facts, "issued_on"), _value(facts, "period")
    return bool(issued and period) and issued[:4] < period[:4]


def _kind_by_period(facts: Mapping[str, Fact], title: str) -> Kind:
    period = _value(facts, "period")
    if period[4:] == "-H1" or (not period and HALF_YEAR.search(title)):
        return Kind.PLAN_REPORT_H1
    if period[4:] or MONTHS.search(title) or (not period and OTHER_PERIOD.search(title)):
        return Kind.OTHER
    return Kind.PLAN_REPORT_YEAR if period or FULL_YEAR.search(title) else Kind.OTHER


def _agree(facts: Mapping[str, Fact], title: str) -> bool:
    """Whether the period that was found and the title's own word for it tell the same."""
    period = _value(facts, "period")
    summed_up = "tong ket" in title and "so ket" not in title
    looked_into = "so ket" in title and "tong ket" not in title
    return not (summed_up and period[4:] == "-H1") and not (looked_into and period and not period[4:])


def task_for(kind: Kind, unit_id: str | None, facts: Mapping[str, Fact], plan: Plan) -> tuple[str | None, bool]:
    """The key of the task that the member's paper answers, and whether no other task fits as well."""
    fits = [task for task in plan.tasks if kind in wanted(task) and _concerns(task, unit_id)]
    if not fits and kind is Kind.SCORE_SHEET:
        return task_for(Kind.PLAN_REPORT_YEAR, unit_id, facts, plan)
    if not fits:
        return None, True
    ranked = sorted(fits, key=lambda task: -_fit(task, unit_id, facts))
    best = _fit(ranked[0], unit_id, facts)
    return ranked[0].key, len(ranked) == 1 or best > _fit(ranked[1], unit_id, facts)


def _concerns(task: Task, unit_id: str | None) -> bool:
    return any(unit == unit_id for unit, _ in task.roles) or not task.roles


def _fit(task: Task, unit_id: str | None, facts: Mapping[str, Fact]) -> float:
    """How well the task fits: everyone's task before one that others lead, then by common words."""
    own = dict(task.roles).get(unit_id or "") is Role.ALL
    return own + likeness(_text(facts, "subject"), fold(task.content))


def likeness(title: str, content: str) -> float:
    """The part of the title's words that stand in the content, 0 to 1; both folded."""
    words, others = (set(re.findall(r"\w+", text)) for text in (title, content))
    return len(words & others) / len(words) if words else 0.0


def _evidence(facts: Mapping[str, Fact], issuer: Issuer, plan: Plan) -> tuple[str | None, str | None]:
    """Who sent a paper that is no member's report, and the one task that it shows to be done."""
    kind, title = _text(facts, "doc_type"), _text(facts, "subject")
    shows = EVIDENCE.get(kind)
    if shows is None or not (issuer.is_block or (issuer.unit_id and OF_BLOCK.search(title))):
        return issuer.unit_id, None
    found = {task: like for task in plan.tasks if (like := _shown(task, issuer, shows, title)) >= LIKE}
    best = [task for task, like in found.items() if like == max(found.values())]
    if len(best) != 1:
        return issuer.unit_id, None
    leads = [unit for unit, role in best[0].roles if role is Role.LEAD]
    return (issuer.unit_id or (leads[0] if len(leads) == 1 else None)), best[0].key


def _shown(task: Task, issuer: Issuer, shows: re.Pattern[str], title: str) -> float:
    """How like the title is to a clause that such a paper can show done; 0 for a task of others."""
    leads = issuer.is_block or dict(task.roles).get(issuer.unit_id or "") is Role.LEAD
    if not leads or wanted(task):
        return 0.0
    told = [c for c in clauses(task.content) if shows.search(c) and _same_half(title, c)]
    return max((max(likeness(title, c), likeness(c, title)) for c in told), default=0.0)


def _same_half(title: str, clause: str) -> bool:
    """Whether both speak of the half year, or neither."""
    return bool(HALF_YEAR.search(title)) is bool(HALF_YEAR.search(clause))


def _letters(facts: Mapping[str, Fact]) -> str:
    """The letters of the kind in the number: "BC"."""
    value = _value(facts, "number")
    return value.partition("/")[2].partition("-")[0]


def _text(facts: Mapping[str, Fact], field: str) -> str:
    return fold(_value(facts, field))


def _value(facts: Mapping[str, Fact], field: str) -> str:
    fact = facts.get(field)
    return fact.value if fact and isinstance(fact.value, str) else ""


def is_sure(facts: Mapping[str, Fact], field: str) -> bool:
    """Whether the field's value may be used without a person's look."""
    fact = facts.get(field)
    return fact is not None and fact.status in SURE
