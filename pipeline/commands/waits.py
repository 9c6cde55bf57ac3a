"""What is told while something is waited for: another process, or a file that is still being copied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from extractors.vietnamese.text import clean
from pipeline.edges.turn import Tell
from pipeline.language import _, current
from pipeline.reasons import reason_in
from pipeline.run import Received


def for_another(root: Path) -> Tell:
    """Tells that another process works in the workspace."""
    text = _("Another thidua is at work in {folder}; waiting until it has ended.")
    return partial(say, text.format(folder=root))


def for_files(names: Sequence[str]) -> None:
    """Tells which files are still being copied."""
    say(_("Still being copied, waiting a moment: {files}").format(files=", ".join(names)))


def print_left(received: Received) -> None:
    """What was left in the inbox, and what may not be the last word."""
    for name, reason in received.waiting:
        text = _("{file} cannot be read ({reason}) and waits for the next run.") if reason else _(
            "{file} is still being copied and waits for the next run."
        )  # fmt: skip
        say(text.format(file=name, reason=reason_in(current(), reason)))
    for name in received.open_elsewhere:
        say(_("{file} is open in another program: what is not saved is not in it.").format(file=name))


def say(text: str) -> None:
    """Tells it on standard error."""
    click.echo(clean(text), err=True)
