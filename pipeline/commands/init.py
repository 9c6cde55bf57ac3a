"""`init`: a new workspace, empty, or with what the plan and last year's workspace tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from extractors.errors import ExtractionError
from extractors.records import Limits
from pipeline import blockfile
from pipeline.commands.options import dry_run, quiet, typed
from pipeline.edges import archive, inbox
from pipeline.edges.packaged import folder
from pipeline.edges.workspace import REPORTS
from pipeline.errors import UnusableWorkspace
from pipeline.findings import refusal
from pipeline.language import _
from pipeline.records import Block
from pipeline.stages.propose import PlanSaid

FOLDERS = (inbox.FOLDER, archive.FOLDER, REPORTS)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

Files = dict[str, "Path | str"]
"""What a new workspace gets besides its folders: a file's name -> the file that is copied, or its text."""


@click.command()
@click.argument("target", metavar=_("DIR"), type=click.Path(path_type=Path, file_okay=False))
@click.option("--from", "plan", type=FILE, metavar=_("PLAN"), help=_("Propose khoi.toml from the block's plan."))
@click.option("--year", type=click.IntRange(1990, 2100), metavar=_("YEAR"), help=_("The year; the plan's without it."))
@click.option(
    "--last-year", type=FOLDER, metavar=_("WORKSPACE"),
    help=_("Take members, criteria and aliases over from there; looked for beside DIR without it."),
)  # fmt: skip
@dry_run
@quiet
def init(target: Path, plan: Path | None, year: int | None, last_year: Path | None, dry_run: bool) -> None:
    """Makes the folders and the block file; changes nothing that is there."""
    if (target / blockfile.FILE_NAME).exists():
        there = _("{file} is there already; nothing was changed.")
        raise UnusableWorkspace(there.format(file=target / blockfile.FILE_NAME))
    if plan is None and (year or last_year):
        raise click.UsageError(_("--year and --last-year go with --from PLAN."))
    files, advice = _empty(target) if plan is None else _proposed(target, plan, year, last_year)
    if dry_run:
        _tell(target, files)
    else:
        _make(target, files)
    click.echo(advice)


def _empty(target: Path) -> tuple[Files, str]:
    text = _("Now fill in {file}, then drop the units' files into {inbox}.")
    advice = text.format(file=target / blockfile.FILE_NAME, inbox=target / inbox.FOLDER)
    return {blockfile.FILE_NAME: folder("templates") / blockfile.FILE_NAME}, advice


def _make(target: Path, files: Files) -> None:
    for name in FOLDERS:
        (target / name).mkdir(parents=True, exist_ok=True)
    for name, source in files.items():
        if isinstance(source, str):
            (target / name).write_text(source, encoding="utf-8")
        elif not (target / name).exists():
            shutil.copyfile(source, target / name)
    click.echo(_("Made {folder}.").format(folder=target))


def _tell(target: Path, files: Files) -> None:
    click.echo(_("Dry run: nothing was made. Without --dry-run there would be:"))
    for name in (*FOLDERS, *files):
        click.echo(f"  {target / name}")
    for source in files.values():
        if isinstance(source, str):
            click.echo(f"\n{source}")


def _proposed(target: Path, plan: Path, year: int | None, last_year: Path | None) -> tuple[Files, str]:
    """The plan, last year's criteria, and a block file; what in it a person must look at."""
    from dataclasses import replace

    from pipeline.blockfile_text import marked, written
    from pipeline.edges.last_year import block_of, found_beside
    from pipeline.stages.propose import propose

    said = _said(plan)
    where = last_year or found_beside(target, plan, year or said.year or 0)
    last = block_of(where) if where else None
    proposal = propose(said, year, last)
    files: Files = {plan.name: plan}
    block = replace(proposal.block, plan_file=plan.name)
    if where and last and last.criteria_file:
        files[Path(last.criteria_file).name] = where / last.criteria_file
        block = replace(block, criteria_file=Path(last.criteria_file).name)
    text = written(replace(proposal, block=block))
    files[blockfile.FILE_NAME] = text
    return files, _advice(target, block, where, marked(text))


def _said(plan: Path) -> PlanSaid:
    """What the plan says; UnusableWorkspace where it cannot be read, or is no plan."""
    from extractors.extraction import extract, read
    from extractors.records import Paragraph
    from extractors.sheets.plan import plan as planned_tasks
    from extractors.sheets.plan import plan_year

    try:
        document = read(plan.read_bytes(), Limits())
    except ExtractionError as error:
        raise UnusableWorkspace(refusal(error, str(plan))) from None
    facts = {fact.field: fact for fact in extract(document).facts}
    tasks = planned_tasks(document)
    if not tasks:
        raise UnusableWorkspace(_("{file}: no tasks were found in it. Is it the block's plan?").format(file=plan))
    texts = tuple(block.text for block in document.blocks if isinstance(block, Paragraph))
    words = {name: fact.value for name, fact in facts.items() if isinstance(fact.value, str)}
    return PlanSaid(
        issuer=words.get("issuer", ""),
        place=words.get("place", ""),
        signer_title=words.get("signer_title", ""),
        year=plan_year(document),
        who=tuple(line for task in tasks for line in (*task.who, *task.support)),
        texts=(words.get("parent_agency", ""), *texts),
    )


def _advice(target: Path, block: Block, where: Path | None, marks: list[tuple[int, str]]) -> str:
    lines = [_("Proposed from the plan: {name}, {year}, {count} units.").format(
        name=block.name, year=block.year, count=len(block.units)
    )]  # fmt: skip
    lines.append(
        _("Members, aliases and criteria were taken over from {folder}.").format(folder=where)
        if where
        else _("No workspace of last year was found; name it with --last-year where there is one.")
    )
    file = target / blockfile.FILE_NAME
    if marks:
        lines.append(_("Look at these lines of {file} and correct them:").format(file=file))
        lines += [_("  line {line}: {text}").format(line=line, text=why) for line, why in marks]
    lines.append(_("Then: {command} plan").format(command=typed(target)))
    return "\n".join(lines)
