"""`--dry-run`: a command on a copy, and then what it would have changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from pipeline.edges.rehearsal import Change, rehearsal
from pipeline.edges.workspace import Workspace
from pipeline.language import _, mark

NAMED = 20
"""So many things of a kind are named; of more only the number is told."""

HOW = {"new": mark("new"), "changed": mark("changed"), "gone": mark("gone")}


@contextmanager
def rehearsed(root: Path) -> Iterator[Workspace]:
    """The workspace on a desk; what was changed there is told when the command ends."""
    context = click.get_current_context()
    as_json = context.params.get("as_json", False)
    tell = _tell_programs if as_json else _tell_people
    if not as_json:
        click.echo(
            _("Dry run of {folder}: nothing is changed; what follows is what would come out.").format(folder=root)
        )
    with rehearsal(root) as desk:
        try:
            yield desk.workspace
        except SystemExit:
            context.call_on_close(partial(tell, root, desk.changes()))
            raise
        context.call_on_close(partial(tell, root, desk.changes()))


def _tell_people(root: Path, changes: Sequence[Change]) -> None:
    if not changes:
        click.echo(_("Dry run of {folder}: there is nothing to change.").format(folder=root))
        return
    click.echo(_("Dry run of {folder}: nothing was changed. Without --dry-run this would change:").format(folder=root))
    for of in dict.fromkeys(change.of for change in changes):
        for line in _lines(of, [change for change in changes if change.of == of]):
            click.echo(line)


def _lines(of: str, changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(change.how for change in changes)
    yield f"  {_(of)}: " + ", ".join(f"{counts[how]} {_(word)}" for how, word in HOW.items() if counts[how])
    if len(changes) <= NAMED:
        yield from (f"    {_(HOW[change.how])}: {change.name}" for change in changes)


def _tell_programs(root: Path, changes: Sequence[Change]) -> None:
    told = {"event": "dry_run", "workspace": str(root), "changes": [change._asdict() for change in changes]}
    click.echo(json.dumps(told, ensure_ascii=False), err=True)
