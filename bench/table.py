"""Tables on the terminal, and the figures of an earlier run beside those of this one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any


def say(text: str) -> None:
    """Prints a line at once: a run takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Prints rows of a name and numbers under a title."""
    say(f"\n{title:<48}" + "".join(f"{heading:>12}" for heading in headings))
    for name, *numbers in rows:
        say(f"  {name:<46}" + "".join(f"{number:>12.3f}" for number in numbers))


def earlier(file: Path) -> dict[str, float]:
    """The ratios of the run that wrote the file; none where there is no such file."""
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")).get("ratios", {}))
    except (OSError, ValueError):
        return {}


def compared(before: Mapping[str, float], now: Mapping[str, float], goals: Mapping[str, str]) -> None:
    """Prints each ratio as it was and as it is, with its goal."""
    say(f"\n{'Before and after':<48}{'before':>12}{'now':>12}  goal")
    for name, ratio in now.items():
        was = f"{before[name]:.3f}" if name in before else "-"
        say(f"  {name:<46}{was:>12}{ratio:>12.3f}  {goals.get(name, '')}")
