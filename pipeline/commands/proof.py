"""`verify`: the archive, the store and the log are whole; a report's numbers are the store's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.commands.options import as_json, print_json, quiet
from pipeline.commands.tables import print_table
from pipeline.commands.waits import for_another
from pipeline.edges.proof import Proof, prove
from pipeline.edges.since import KINDS, Written
from pipeline.errors import NotProved, UnusableWorkspace
from pipeline.language import _, mark
from pipeline.stages.verify_report import CheckedNumber, Verdict

VERDICTS = {
    Verdict.EQUAL: mark("equal"),
    Verdict.CHANGED: mark("changed since"),
    Verdict.NOT_FROM_HERE: mark("not from here"),
}


NAMED = 8
"""Parts that are named on the screen; JSON has all."""
SHORTEST = 16
"""Letters of a head that are enough to know it by."""


class Head(click.ParamType[str]):
    """The hash of an event, or its beginning, as somebody wrote it down: blanks and capitals do not count."""

    name = "hash"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The letters alone; a usage error where they are no hash."""
        found = "".join(value.split()).lower()
        if len(found) < SHORTEST or not set(found) <= set("0123456789abcdef"):
            self.fail(
                _("“{value}” is no head of a log: at least {count} of 0-9, a-f.").format(value=value, count=SHORTEST)
            )
        return found


@click.command()
@click.argument("report", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--head", type=Head(), metavar="HASH", help=_("Prove that the log still has this event."))
@as_json
@quiet
@click.pass_obj
def verify(root: Path, report: Path | None, as_json: bool, head: str | None) -> None:
    """Prints what does not hold; exit code 3 where anything does not. Prints the log's head: write it down."""
    proof = prove(root, head or "", for_another(root))
    numbers, refused = _judged(root, report, proof)
    wrong = [number for number in numbers if number.verdict is not Verdict.EQUAL]
    if as_json:
        told = {"head": proof.head, "events": proof.events, "since": [part.told for part in proof.since]}
        told["since_by_kind"] = Counter(part.kind for part in proof.since)
        damage = [*proof.damage, *proof.altered]
        print_json({"damage": damage, **told, "numbers": [number._asdict() for number in numbers]})
    else:
        _print_wrong(wrong)
    if faults := [*proof.damage, *proof.altered, *refused, *_summary(report, wrong)]:
        raise NotProved("\n".join(faults))
    click.echo(_("The archive, the store and the log are whole."), err=as_json)
    click.echo(_("The log has {events} events; its head is {head}").format(**proof._asdict()), err=as_json)
    if head:
        click.echo(_since(proof.since), err=as_json)
    if report:
        equal = _("{file}: all {count} numbers are the store's.")
        click.echo(equal.format(file=report, count=len(numbers)), err=as_json)


def _since(parts: Sequence[Written]) -> str:
    """What the noted head proves, and what was written after it."""
    if not parts:
        return _("All of it is as it was when that head was noted.")
    named = ", ".join(part.told for part in parts[:NAMED]) + (" …" if len(parts) > NAMED else "")
    text = _("Written since that head was noted, and not proved by it ({count}): {parts}. All else is as it was then.")
    by_kind = Counter(_(KINDS[part.kind]) for part in parts)
    counts = ", ".join(f"{kind} {count}" for kind, count in by_kind.items())
    return "\n".join((text.format(count=len(parts), parts=named), _("By kind: {counts}.").format(counts=counts)))


def _judged(root: Path, report: Path | None, proof: Proof) -> tuple[tuple[CheckedNumber, ...], tuple[str, ...]]:
    """The paper's numbers, and why it could not be judged, in words; a damaged store judges none."""
    if report is None or proof.damage:
        return (), ()
    try:
        return _numbers(root, report), ()
    except UnusableWorkspace as error:
        if not proof.altered:
            raise
        return (), (str(error),)  # what is known of the altered papers is told all the same


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
