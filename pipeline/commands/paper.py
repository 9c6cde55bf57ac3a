"""`show` and `lint`: one file, no workspace needed."""

from __future__ import annotations

from pathlib import Path

import click

from extractors.records import Limits
from extractors.vietnamese.text import clean
from pipeline.commands.options import as_json, print_json
from pipeline.commands.tables import print_table
from pipeline.errors import NotProved
from pipeline.findings import message
from pipeline.language import _, current
from pipeline.records import Finding

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
@click.option("--ledger", is_flag=True, help=_("Say which rule used or left out how many characters."))
@as_json
def show(file: Path, as_json: bool, ledger: bool) -> None:
    """Prints the facts and the scores of one file, each with its place."""
    from pipeline.commands.shown import print_shown, refused_json, shown_json
    from pipeline.edges.codec import load_extraction
    from pipeline.edges.reading import Job
    from pipeline.edges.workers import local

    with local(1) as read:
        (said,) = filter(None, read([Job(1, file)], Limits(), ()))
    if said.extraction is not None and as_json:
        print_json(shown_json(file, load_extraction(said.extraction)))
    elif said.extraction is not None:
        print_shown(load_extraction(said.extraction), ledger=ledger)
    elif as_json:
        print_json(refused_json(file, Finding(said.code, {"file": file.name, "reason": said.reason})))
        raise SystemExit(1)
    else:
        why = message(Finding(said.code, {"file": str(file), "reason": said.reason}), current())
        click.echo(clean(f"{why} ({said.code})"), err=True)
        raise SystemExit(1)


@click.command()
@click.argument("file", type=FILE)
@as_json
def lint(file: Path, as_json: bool) -> None:
    """Prints each rule that the paper breaks, where, what is and what should be; exit code 3 where any is broken."""
    from pipeline.lint.rules import lint as lint_paper

    warnings = lint_paper(file.read_bytes())
    if as_json:
        print_json([warning._asdict() for warning in warnings])
    elif warnings:
        rows = [(warning.rule, warning.where, warning.found, warning.wanted) for warning in warnings]
        print_table((_("Rule"), _("Where"), _("Is"), _("Should be")), rows)
    else:
        click.echo(_("No rule of Nghị định 30/2020 is broken."))
    if warnings:
        raise SystemExit(NotProved.exit_code)
