"""What papers a task of the plan asks of a member, derived from the task's own words."""

from __future__ import annotations

from functools import lru_cache

from extractors.patterns.kinds import (
    CLAUSE,
    FULL_YEAR,
    GATHERS,
    HALF_YEAR,
    MAKES,
    MEETS,
    OF_BLOCK,
    OF_MEMBERS,
    OTHER_PERIOD,
    REGISTER_TASK,
    REPORT_TASK,
    SHEET_TASK,
)
from extractors.vietnamese.text import fold
from pipeline.records import Kind, Role, Task

HALF_YEAR_ENDS = 8
"""A report due up to this month is the half year's where its words do not say."""


@lru_cache(maxsize=1024)
def clauses(content: str) -> tuple[str, ...]:
    """The folded clauses of a task's content."""
    return tuple(clause for clause in CLAUSE.split(fold(content)) if clause.strip())


def wanted(task: Task) -> frozenset[Kind]:
    """The kinds of papers that members send for the task; none for a meeting or the block's own paper."""
    return frozenset(kind for clause in clauses(task.content) if (kind := _kind(clause, task)))


def owes(task: Task, unit_id: str | None) -> bool:
    """Whether the member has to send a paper of its own for the task: only then can one be missing."""
    roles = dict(task.roles)
    if unit_id not in roles or not wanted(task):
        return False
    return roles[unit_id] is Role.ALL or bool(OF_MEMBERS.search(fold(task.content)))


def _kind(clause: str, task: Task) -> Kind | None:
    if MEETS.match(clause) or GATHERS.match(clause) or (MAKES.match(clause) and not OF_MEMBERS.search(clause)):
        return None
    if REGISTER_TASK.search(clause):
        return Kind.REGISTRATION
    if not _of_members(clause, task):
        return None
    if REPORT_TASK.search(clause):
        return _report(clause, task)
    return Kind.SCORE_SHEET if SHEET_TASK.search(clause) else None


def _of_members(clause: str, task: Task) -> bool:
    """Whether members do it for themselves: the plan says so, or gives it to all of them."""
    if OF_MEMBERS.search(clause):
        return True
    return any(role is Role.ALL for _, role in task.roles) and not OF_BLOCK.search(clause)


def _report(clause: str, task: Task) -> Kind | None:
    if HALF_YEAR.search(clause):
        return Kind.PLAN_REPORT_H1
    if OTHER_PERIOD.search(clause):
        return None
    if FULL_YEAR.search(clause):
        return Kind.PLAN_REPORT_YEAR
    if task.due_on is None:
        return None
    return Kind.PLAN_REPORT_H1 if task.due_on.month <= HALF_YEAR_ENDS else Kind.PLAN_REPORT_YEAR
