"""`verify`: the archive, the store and the log are whole; a report's numbers are the store's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.commands.options import as_json, print_json, quiet
from pipeline.commands.tables import print_table
from pipeline.edges.proof import damage
from pipeline.edges.workspace import opened
from pipeline.errors import NotProved
from pipeline.language import _, mark
from pipeline.stages.verify_report import CheckedNumber, Verdict

VERDICTS = {
    Verdict.EQUAL: mark("equal"),
    Verdict.CHANGED: mark("changed since"),
    Verdict.NOT_FROM_HERE: mark("not from here"),
}


@click.command()
@click.argument("report", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@quiet
@click.pass_obj
def verify(root: Path, report: Path | None, as_json: bool) -> None:
    """Prints what does not hold; exit code 3 where anything does not."""
    with opened(root) as workspace:
        found = damage(workspace)
    numbers = _numbers(root, report) if report else ()
    wrong = [number for number in numbers if number.verdict is not Verdict.EQUAL]
    if as_json:
        print_json({"damage": found, "numbers": [number._asdict() for number in numbers]})
    else:
        _print_wrong(wrong)
    if found or wrong:
        raise NotProved("\n".join([*found, *_summary(report, wrong)]))
    click.echo(_("The archive, the store and the log are whole."), err=as_json)
    if report:
        equal = _("{file}: all {count} numbers are the store's.")
        click.echo(equal.format(file=report, count=len(numbers)), err=as_json)


def _numbers(root: Path, report: Path) -> tuple[CheckedNumber, ...]:
    """Every number of the paper; worked out on a copy of the store, since proving changes nothing."""
    from pipeline.edges.rehearsal import rehearsal
    from pipeline.papers import proved

    with rehearsal(root) as rehearsed:
        return proved(rehearsed.workspace, report)


def _summary(report: Path | None, wrong: Sequence[CheckedNumber]) -> list[str]:
    told = _("{file}: {count} numbers are not the store's.")
    return [told.format(file=report, count=len(wrong))] if wrong else []


def _print_wrong(wrong: Sequence[CheckedNumber]) -> None:
    if wrong:
        rows = [(n.text, n.now, _(VERDICTS[n.verdict]), n.context[:80]) for n in wrong]
        print_table((_("In the report"), _("In the store"), _("Verdict"), _("Where")), rows)
