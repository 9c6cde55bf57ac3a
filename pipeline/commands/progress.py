"""How far the reading is: a bar on a terminal, a line now and then elsewhere, events for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext

import click

from pipeline.commands.options import is_quiet
from pipeline.language import _
from pipeline.run import Progress, quiet

LINES = 10
"""Lines that a whole run prints where there is no terminal, besides the first."""
REDRAWN = 0.1
"""Seconds after which the bar is drawn anew: to draw takes longer than many a paper takes to be read."""


def shown(as_json: bool) -> AbstractContextManager[Progress]:
    """Tells on standard error how far it is; what a command prints stays by itself."""
    if is_quiet():
        return silent()
    if as_json:
        return _events()
    return _bar() if sys.stderr.isatty() else _lines()


def silent() -> AbstractContextManager[Progress]:
    """Tells nobody."""
    return nullcontext(quiet)


@contextmanager
def _events() -> Iterator[Progress]:
    yield _at_steps(lambda done, total: json.dumps({"event": "progress", "done": done, "total": total}))


@contextmanager
def _lines() -> Iterator[Progress]:
    yield _at_steps(lambda done, total: _("{done} of {total} files read").format(done=done, total=total))


def _at_steps(line: Callable[[int, int], str]) -> Progress:
    """Prints a line at the start, and each time that another tenth is done."""
    printed = -1

    def tell(done: int, total: int) -> None:
        nonlocal printed
        step = done * LINES // total
        if step > printed:
            printed = step
            click.echo(line(done, total), err=True)

    return tell


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar with rate and remaining time, once anything is told to be read.

    It is drawn when told, so that no thread runs while workers start.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (TextColumn(_("Reading")), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    bar = Bar(*columns, console=Console(stderr=True), auto_refresh=False)
    shown_task = bar.add_task("")
    drawn = 0.0
    with ExitStack() as on_screen:

        def tell(done: int, total: int) -> None:
            nonlocal drawn
            due = done in (0, total) or time.monotonic() - drawn > REDRAWN
            drawn = time.monotonic() if due else drawn
            bar.update(shown_task, completed=done, total=total, refresh=due)
            if not bar.live.is_started:
                on_screen.enter_context(bar)

        yield tell
