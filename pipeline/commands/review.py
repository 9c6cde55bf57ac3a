"""`review`: what needs a person, and what the person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from extractors.errors import ExtractionError
from pipeline import run as stages
from pipeline.commands import books
from pipeline.commands.approving import approve
from pipeline.commands.options import AnyCommand, Opening, as_json, as_of, print_json, typed, writes
from pipeline.commands.proving import Decider, asks_who, proven
from pipeline.commands.tables import print_table
from pipeline.decided_values import ANSWERS, Choice, Chosen, NotAllowed, confirmed
from pipeline.edges import store_decisions, store_review
from pipeline.edges.rehearsal import looked_into
from pipeline.edges.workspace import Workspace
from pipeline.findings import refusal
from pipeline.labels import at, field_label, shown, why, word
from pipeline.language import _


@click.group()
def review() -> None:
    """Shows the queue and takes decisions."""


review.add_command(approve)


def _reason(command: AnyCommand) -> AnyCommand:
    return click.option("--reason", default="", help=_("Why; wanted where the value changes."))(command)


@review.command("list", help=_("List what needs a person, worst first."))
@as_json
@click.pass_obj
def list_(root: Path, as_json: bool) -> None:
    """Prints the queue."""
    with looked_into(root) as workspace:
        asked = store_review.queue(workspace.db)
    if as_json:
        print_json([line._asdict() for line in asked])
        return
    rows = [
        (str(line.document_id), line.field, field_label(line.field), shown(line.value), why(line.why), line.file_name)
        for line in asked
    ]
    headings = (_("Paper"), _("Field"), _("Meaning"), _("Read as"), _("Why"), _("File"))
    print_table(headings, rows)
    click.echo(_("{count} to review.").format(count=len(rows)))
    if rows:
        text = _("Decide: {command} review confirm PAPER FIELD, or in the browser: {command} serve")
        click.echo(text.format(command=typed(root)))


@review.command(help=_("Show a paper's field with its witnesses; without a field all of the paper."))
@click.argument("document", type=int)
@click.argument("field", required=False)
@as_json
@click.pass_obj
def show(root: Path, document: int, field: str | None, as_json: bool) -> None:
    """Prints the candidates and where each stands."""
    with looked_into(root) as workspace:
        fields = [field] if field else [row["field"] for row in store_review.around(workspace.db, document)]
        items = [_existing(store_review.in_every_file(workspace.db, document, name), document) for name in fields]
    if as_json:
        print_json([item._asdict() for item in items])
        return
    for item in items:
        click.secho(f"{field_label(item.field)}: {shown(item.value) or '–'}", bold=True, nl=False)
        click.echo(f"  ({word(item.status)}; {item.field}) {at(item.where)}")
        for witness in item.witnesses:
            by = witness.file_name or witness.rules
            said = f"    {shown(witness.value) or '–'}  {by}  {at(witness.where)}  “{witness.raw or ''}”"
            click.echo(said)


def _existing(item: store_review.Item | None, document: int) -> store_review.Item:
    if item is None:
        raise NotAllowed(_("There is no such paper, row or finding: {key}.").format(key=document))
    return item


@review.command(help=_("Confirm the value that the tool read."))
@click.argument("document", type=int)
@click.argument("field")
@_reason
@asks_who
@as_of
@writes
@click.pass_obj
def confirm(root: Path, document: int, field: str, reason: str, who: str, as_of: date, opening: Opening) -> None:
    """Decides the value that stands there now."""
    decider = proven(root, who)
    with opening(root) as workspace:
        item = _existing(store_review.item(workspace.db, document, field), document)
        _decide(workspace, decider, [Choice(document, field, confirmed(field, item.value), reason)], as_of)


@review.command(help=_("Set another value; without VALUE: the paper has none."))
@click.argument("document", type=int)
@click.argument("field")
@click.argument("value", required=False)
@_reason
@asks_who
@as_of
@writes
@click.pass_obj
def correct(
    root: Path, document: int, field: str, value: str | None, reason: str, who: str, as_of: date, opening: Opening
) -> None:
    """Decides another value."""
    decider = proven(root, who)
    with opening(root) as workspace:
        _decide(workspace, decider, [Choice(document, field, value, reason)], as_of)


@review.command(help=_("Keep a name as another name of a unit."))
@click.argument("document", type=int)
@click.argument("name")
@click.argument("unit")
@_reason
@asks_who
@as_of
@writes
@click.pass_obj
def alias(
    root: Path, document: int, name: str, unit: str, reason: str, who: str, as_of: date, opening: Opening
) -> None:
    """Decides that the name on the paper is the unit's; papers are read again with it at the next run."""
    decider = proven(root, who)
    with opening(root) as workspace:
        _decide(workspace, decider, [Choice(document, f"alias:{name}", unit, reason or name)], as_of)


@review.command(help=_("Answer a finding: {answers}.").format(answers=", ".join(ANSWERS)))
@click.argument("finding", type=int)
@click.argument("answer", type=click.Choice(ANSWERS))
@_reason
@asks_who
@as_of
@writes
@click.pass_obj
def answer(root: Path, finding: int, answer: str, reason: str, who: str, as_of: date, opening: Opening) -> None:
    """Decides how a finding stands."""
    decider = proven(root, who)
    with opening(root) as workspace:
        document_id, fingerprint = store_decisions.finding(workspace.db, finding)
        _decide(workspace, decider, [Choice(document_id, f"finding:{fingerprint}", answer, reason)], as_of)


@review.command(help=_("Take a decision back."))
@click.argument("decision", type=int)
@_reason
@asks_who
@as_of
@writes
@click.pass_obj
def undo(root: Path, decision: int, reason: str, who: str, as_of: date, opening: Opening) -> None:
    """Makes a new decision that undoes it."""
    decider = proven(root, who)
    with opening(root) as workspace:
        made = store_decisions.undo(workspace, decider.name, decision, reason, decider.proof)
        stages.check(workspace, as_of)
        click.echo(_("Decision {id} takes back decision {undone}.").format(id=made, undone=decision))
        _tell_waiting(workspace, [made])


@review.command(help=_("Write the queue as an XLSX to fill in."))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@writes
@click.pass_obj
def export(root: Path, file: Path | None, opening: Opening) -> None:
    """Writes the workbook and says where."""
    from pipeline.edges.review_book import write_book

    with opening(root) as workspace:
        asked = store_review.queue(workspace.db)
        items = [(line, store_review.in_every_file(workspace.db, line.document_id, line.field)) for line in asked]
        book = write_book([(line, item) for line, item in items if item])
        target = books.put(workspace, file, f"can-xem-lai-{workspace.block.year}.xlsx", book)
    click.echo(_("{count} to review: {path}").format(count=len(asked), path=target))


@review.command("import", help=_("Read the filled XLSX back: all of it, or nothing where a row is wrong."))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@asks_who
@as_of
@writes
@click.pass_obj
def take_back(root: Path, file: Path, who: str, as_of: date, opening: Opening) -> None:
    """Decides what the rows say."""
    from pipeline.edges.review_book import read_book, told_by_row

    try:
        filled = read_book(file.read_bytes())
    except ExtractionError as error:
        raise NotAllowed(refusal(error, str(file))) from None
    rows = [row for row in filled if row.decided]
    decider = proven(root, who)
    with opening(root) as workspace:
        try:
            _decide(workspace, decider, rows, as_of)
        except store_decisions.Refused as refused:
            raise NotAllowed(told_by_row(rows, refused.wrong)) from refused


def _decide(workspace: Workspace, by: Decider, choices: Iterable[Chosen], as_of: date) -> None:
    made = store_decisions.decide(workspace, by.name, choices, by.proof)
    stages.check(workspace, as_of)
    click.echo(_("{count} decided: {ids}").format(count=len(made), ids=", ".join(map(str, made))))
    _tell_waiting(workspace, made)


def _tell_waiting(workspace: Workspace, made: Sequence[int]) -> None:
    """Says which of the decisions hold only once a second person approves."""
    waiting = {row[0] for row in workspace.db.execute("SELECT decision_id FROM held_decisions")}
    held = [decision for decision in made if decision in waiting]
    if held:
        click.echo(_("Waiting for a second person: {ids}").format(ids=", ".join(map(str, held))))
