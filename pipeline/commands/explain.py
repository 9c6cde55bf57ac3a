"""`explain`: what a code means, why it matters, what to do now."""

from __future__ import annotations

import difflib
import textwrap
from typing import Any

import click
from click.shell_completion import CompletionItem

from pipeline.commands.options import as_json, print_json
from pipeline.commands.tables import print_table
from pipeline.explanations.registry import EXPLANATIONS
from pipeline.findings import FINDINGS
from pipeline.labels import word
from pipeline.language import _

WIDTH = 100
"""Letters in a line of text."""


def _codes(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem[Any]]:
    return [CompletionItem(code) for code in EXPLANATIONS if code.startswith(incomplete)]


@click.command()
@click.argument("code", required=False, metavar=_("[CODE]"), shell_complete=_codes)
@as_json
def explain(code: str | None, as_json: bool) -> None:
    """Prints the three texts of a code; without one all codes, each with what it means."""
    codes = [_known(code)] if code else list(EXPLANATIONS)
    if as_json:
        print_json([_as_json(code) for code in codes])
    elif code:
        _print(codes[0])
    else:
        rows = [(code, _severity(code), _(EXPLANATIONS[code].means)) for code in codes]
        print_table((_("Code"), _("Weight"), _("What it means")), rows)
        click.echo(_("More of one of them: thidua explain CODE"))


def _known(code: str) -> str:
    """The code as we write it; a usage error with the nearest ones where there is none."""
    wanted = code.strip().lower().rstrip(":")
    if wanted in EXPLANATIONS:
        return wanted
    near = difflib.get_close_matches(wanted, EXPLANATIONS, n=3, cutoff=0.5)
    told = _("There is no code “{code}”.").format(code=code)
    hint = _("Did you mean {codes}?").format(codes=", ".join(near)) if near else _("`thidua explain` lists them all.")
    raise click.UsageError(f"{told} {hint}")


def _severity(code: str) -> str:
    return word(FINDINGS[code].severity) if code in FINDINGS else ""


def _print(code: str) -> None:
    explanation = EXPLANATIONS[code]
    click.secho(code, bold=True, nl=False)
    click.echo(f"  ({_severity(code)})" if code in FINDINGS else "")
    headings = (_("What it means"), _("Why it matters"), _("What to do now"))
    for heading, text in zip(headings, explanation, strict=True):
        click.echo()
        click.secho(heading, bold=True)
        click.echo(textwrap.fill(_(text), WIDTH, initial_indent="  ", subsequent_indent="  "))


def _as_json(code: str) -> dict[str, str]:
    means, matters, todo = (_(text) for text in EXPLANATIONS[code])
    severity = FINDINGS[code].severity if code in FINDINGS else ""
    return {"code": code, "severity": severity, "means": means, "matters": matters, "todo": todo}
