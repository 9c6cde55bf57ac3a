"""What the commands print for people, and the same for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from extractors.records import Criterion
from extractors.vietnamese.text import clean
from pipeline.findings import FINDINGS, message
from pipeline.language import _, current, mark
from pipeline.records import (
    Block,
    FileState,
    Finding,
    InboxFile,
    Outcome,
    Plan,
    Role,
    Severity,
    Task,
)
from pipeline.run import Extracted, Received

if TYPE_CHECKING:
    from rich.text import Text

WORST_FIRST = list(Severity)


class Cell(NamedTuple):
    """A text with the style in which a terminal shows it."""

    text: str
    style: str


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str | Cell]], styles: Iterable[str] = ()) -> None:
    """Prints a table; what stands in its cells is text, never markup."""
    from rich.console import Console
    from rich.table import Table

    table = Table(header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")  # what is cut off cannot be typed again
    for row, style in zip(rows, [*styles] or repeat(""), strict=False):
        table.add_row(*(_shown(cell) for cell in row), style=style)
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def _shown(cell: str | Cell) -> Text:
    from rich.text import Text

    return Text(clean(cell.text), cell.style) if isinstance(cell, Cell) else Text(clean(cell))


def day(value: date | None) -> str:
    """A date as Vietnamese papers print it: 15/6/2020."""
    return f"{value.day}/{value.month}/{value.year}" if value else ""


def unit_names(block: Block) -> dict[str, str]:
    """Every unit's name by its id."""
    return {unit.id: unit.name for unit in block.units}


def _who(block: Block, task: Task) -> str:
    if task.roles and all(role is Role.ALL for _unit, role in task.roles):
        return _("every unit")
    names = unit_names(block)
    leads = [names[unit] for unit, role in task.roles if role is not Role.SUPPORT]
    support = sum(role is Role.SUPPORT for _unit, role in task.roles)
    return ", ".join(leads) + (_(" + {count} units").format(count=support) if support else "")


def print_plan(block: Block, plan: Plan, criteria: Sequence[Criterion], as_of: date) -> None:
    """The year's tasks, with the keys that khoi.toml may name."""
    rows = [
        (task.key, str(task.quarter or ""), day(task.due_on), task.content, _who(block, task)) for task in plan.tasks
    ]
    styles = ["dim" if task.due_on and task.due_on < as_of else "" for task in plan.tasks]
    print_table((_("Task"), _("Quarter"), _("Due"), _("Content"), _("Who")), rows, styles)
    tops = [c for c in criteria if c.level == 0]
    total = sum((c.max_score for c in tops if c.max_score is not None), start=0)
    if criteria:
        click.echo(_("Criteria: {count} rows, {total} points.").format(count=len(criteria), total=total))
    _print_messages(plan.findings)


def plan_json(plan: Plan, criteria: Sequence[Criterion]) -> dict[str, Any]:
    """The plan and the criteria for programs."""
    tasks = [
        {
            "task_key": task.key,
            "quarter": task.quarter,
            "content": task.content,
            "due_on": task.due_on,
            "units": [{"unit_id": unit, "role": role} for unit, role in task.roles],
        }
        for task in plan.tasks
    ]
    rows = [{"code": c.code, "name": c.name, "level": c.level, "max_score": c.max_score} for c in criteria]
    return {"tasks": tasks, "criteria": rows}


STATE_NAMES = {
    FileState.RECEIVED: mark("received"),
    FileState.DUPLICATE: mark("the same bytes again"),
    FileState.PASSED_OVER: mark("passed over (no papers)"),
}


def print_received(received: Received) -> None:
    """How many files came into which state."""
    if not received.states:
        click.echo(_("Nothing new in the inbox."))
    for state, count in received.states.items():
        click.echo(f"{count:>6}  {_(STATE_NAMES.get(state, state))}")


def print_extracted(extracted: Extracted, files: Iterable[InboxFile]) -> None:
    """How many files were read; every one that was not, by name and with the reason."""
    click.echo(_("Read: {read}; not readable: {refused}.").format(read=extracted.read, refused=extracted.refused))
    for _file_id, reason in refusals(files):
        click.echo("  " + reason, err=True)


def refusals(files: Iterable[InboxFile]) -> Iterator[tuple[int, str]]:
    """Every file that cannot be read, by its id, with its name and why in words."""
    for file in files:
        if file.reason in FINDINGS and file.state is not FileState.DUPLICATE:
            finding = Finding(file.reason, {"file": file.file_name, "reason": file.detail})
            yield file.file_id, clean(message(finding, current()))


def print_findings(outcome: Outcome) -> None:
    """The findings, worst first, and how many of each weight."""
    findings = sorted(outcome.findings, key=_weight)
    _print_messages(findings)
    print_counts(outcome)
    if findings:
        click.echo(_("What a code means: thidua explain {code}").format(code=findings[0].code))


def _weight(finding: Finding) -> tuple[int, str]:
    return WORST_FIRST.index(FINDINGS[finding.code].severity), finding.code


def _print_messages(findings: Iterable[Finding]) -> None:
    for finding in findings:
        severity = FINDINGS[finding.code].severity
        click.secho(f"{_SIGNS[severity]} ", fg=_COLOURS[severity], nl=False)
        click.echo(f"{finding.code}: {clean(message(finding, current()))}")


_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: None}


def print_counts(outcome: Outcome) -> None:
    """How many findings of each weight there are."""
    counts = dict.fromkeys(Severity, 0)
    for finding in outcome.findings:
        counts[FINDINGS[finding.code].severity] += 1
    click.echo(
        _("Errors: {errors}, warnings: {warnings}, notes: {notes}.").format(
            errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], notes=counts[Severity.INFO]
        )
    )


def findings_json(outcome: Outcome) -> list[dict[str, Any]]:
    """The findings for programs."""
    return [
        {
            "code": finding.code,
            "severity": FINDINGS[finding.code].severity,
            "document_id": finding.document_id,
            "unit_id": finding.unit_id,
            "task_key": finding.task_key,
            "message": message(finding, current()),
            "evidence": finding.evidence,
        }
        for finding in sorted(outcome.findings, key=_weight)
    ]


def print_reports(reports: Sequence[Path]) -> None:
    """Where the papers lie."""
    for path in reports:
        click.echo(_("Report: {path}").format(path=path))
