"""Tables on the terminal, and the figures of an earlier run beside those of this one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.goals import Goal

Figures = dict[str, dict[str, float | None]]
"""By heading, by name; None where what is measured is not installed."""

ABSENT = "not installed"
NAME, NUMBER = 46, 12


def say(text: str) -> None:
    """Prints a line at once: a run takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> None:
    """Prints rows of a name and numbers under a title."""
    say(f"\n{title:<{NAME + 2}}" + "".join(f"{heading:>{NUMBER}}" for heading in headings))
    for name, *numbers in rows:
        say(f"  {name:<{NAME}}" + _cells(numbers))


def _cells(numbers: Sequence[str | float | None]) -> str:
    if numbers[0] is None:
        return f"  {ABSENT}"
    return "".join(f"{_number(number):>{NUMBER}}" for number in numbers)


def _number(number: str | float | None) -> str:
    return f"{number:,.3f}" if isinstance(number, int | float) else number or "-"


def earlier(file: Path) -> dict[str, float | None]:
    """The ratios of the run that wrote the file; none where there is no such file."""
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(record.get("ratios", {})) if isinstance(record, dict) else {}


def judged(before: Mapping[str, float | None], figures: Figures, goals: Mapping[str, Goal]) -> None:
    """Prints each figure as it was and as it is, under its heading, and whether it reaches its goal; then the sum."""
    say(f"\n{'GOALS':<{NAME + 2}}{'before':>{NUMBER}}{'now':>{NUMBER}}  goal")
    for heading, named in figures.items():
        say(heading)
        for name, value in named.items():
            numbers = f"{_number(before.get(name)):>{NUMBER}}{_number(value):>{NUMBER}}"
            say(f"  {name:<{NAME}}{numbers}  {_verdict(value, goals.get(name))}")
    say(f"\n{_summed({name: value for named in figures.values() for name, value in named.items()}, goals)}")


def _verdict(value: float | None, goal: Goal | None) -> str:
    if value is None:
        return f"? {goal}, {ABSENT}" if goal else f"  {ABSENT}"
    if goal is None:
        return ""
    return f"{'✓' if goal.met(value) else '✗'} {goal}"


def _summed(values: Mapping[str, float | None], goals: Mapping[str, Goal]) -> str:
    """How many goals are met, and the names of those that are not, or that nothing was measured for."""
    met = [name for name, goal in goals.items() if (value := values.get(name)) is not None and goal.met(value)]
    missed = [name for name, goal in goals.items() if (value := values.get(name)) is not None and not goal.met(value)]
    unknown = [name for name in goals if values.get(name) is None]
    lines = [f"✓ {len(met)} of {len(goals)} goals met"]
    lines += [f"✗ not met: {name}" for name in missed]
    lines += [f"? not measured: {name}" for name in unknown]
    return "\n".join(lines)
