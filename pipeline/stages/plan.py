"""The plan's printed rows become tasks with keys, members and days; what is wrong with them is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extractors.records import Fact, PlannedTask
from extractors.sheets.plan_window import names_several, window
from pipeline.records import Block, Finding, Plan, Role, Task
from pipeline.stages.deliverables import wanted
from pipeline.stages.holidays import next_working_day
from pipeline.stages.roles import Roles, roles

LETTERS = "bcdefghijklmnopqrstuvwxyz"
"""What a repeated number gets: the second b, the third c."""


def resolve(tasks: Sequence[PlannedTask], block: Block, facts: tuple[Fact, ...] = ()) -> Plan:
    """The plan with keys, members and due days; `facts` are the plan's own header."""
    keys = task_keys([task.printed for task in tasks])
    resolved: list[Task] = []
    findings: list[Finding] = []
    for printed, key in zip(tasks, keys, strict=True):
        named = roles(printed.who, printed.support, block)
        task = _task(printed, key, named, block)
        resolved.append(task)
        findings += _findings(task, printed, named, block)
    return Plan(tuple(resolved), facts, tuple(findings))


def task_keys(printed: Sequence[str]) -> tuple[str, ...]:
    """One key a row: its number, with b, c … where repeated; running ones for a plan without numbers.

    A row without a number among numbered ones goes under the number above it.
    """
    if not any(printed):
        return tuple(str(n) for n in range(1, len(printed) + 1))
    keys: list[str] = []
    number = "0"
    for text in printed:
        number = text or number
        keys.append(_free(number, keys))
    return tuple(keys)


def _free(number: str, taken: Sequence[str]) -> str:
    choices: Iterator[str] = (number + suffix for suffix in ("", *LETTERS, *(f"z{n}" for n in range(len(taken)))))
    return next(key for key in choices if key not in taken)


def _task(printed: PlannedTask, key: str, named: Roles, block: Block) -> Task:
    starts_on, due_on = printed.starts_on, printed.due_on
    if due_on is None and printed.time:
        starts_on, due_on = window(printed.time, block.year)
    return Task(
        key=key,
        printed=printed.printed,
        quarter=printed.quarter,
        content=printed.content,
        starts_on=starts_on,
        due_on=_due(key, due_on, block),
        roles=named.of_units,
        place=printed.place,
    )


def _due(key: str, due_on: date | None, block: Block) -> date | None:
    """The day that khoi.toml gives, else the window's last one, moved off a holiday where it says so."""
    if key in block.due:
        return block.due[key]
    return next_working_day(due_on) if due_on and block.move_holidays else due_on


def _is_a_members(task: Task, block: Block) -> bool:
    """Whether the task's words ask for a paper of members, if it were theirs."""
    everyone = tuple((unit.id, Role.ALL) for unit in block.units)
    return bool(wanted(replace(task, roles=everyone)))


def _findings(task: Task, printed: PlannedTask, named: Roles, block: Block) -> Iterator[Finding]:
    if printed.printed and task.key != printed.printed:
        yield Finding("plan.duplicate_number", {"number": printed.printed, "task": task.key}, task_key=task.key)
    if task.due_on is None:
        yield Finding("plan.no_time", {"task": task.key, "time": printed.time}, task_key=task.key)
    elif names_several(printed.time) and wanted(task):
        yield Finding("plan.several_days", {"task": task.key, "time": printed.time}, task_key=task.key)
    if not (named.of_units or named.unknown) and _is_a_members(task, block):
        yield Finding("plan.no_member", {"task": task.key, "content": task.content}, task_key=task.key)
    for name in named.unknown:
        yield Finding("plan.unknown_unit", {"task": task.key, "name": name}, task_key=task.key)
