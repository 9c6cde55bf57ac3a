"""The plan and the criteria from the files that khoi.toml names, read once and kept in the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extractors.errors import ExtractionError
from extractors.records import Criterion, Document
from pipeline.edges import archive, seals, store_sources
from pipeline.edges.codec import dump_criteria, dump_plan, load_criteria, load_plan
from pipeline.edges.database import writing
from pipeline.edges.workspace import Workspace
from pipeline.errors import UnusableWorkspace
from pipeline.findings import refusal
from pipeline.records import Plan


def plan(workspace: Workspace) -> Plan:
    """The plan that khoi.toml names, resolved for the block."""
    return _resolved(workspace, _source(workspace, store_sources.PLAN, workspace.block.plan_file, _read_plan))


def known_plan(workspace: Workspace) -> Plan | None:
    """The plan as last read; None where its file, or what reads it, was another then, or it never was."""
    name = workspace.block.plan_file
    seen = store_sources.see(workspace.root / name, name, workspace.tried)
    data = store_sources.kept(workspace.db, store_sources.PLAN, seen)
    return None if data is None else _resolved(workspace, data)


def criteria(workspace: Workspace) -> tuple[Criterion, ...]:
    """The criteria that khoi.toml names; none where it names none."""
    name = workspace.block.criteria_file
    return load_criteria(_source(workspace, store_sources.CRITERIA, name, _read_criteria)) if name else ()


def _resolved(workspace: Workspace, data: str) -> Plan:
    from pipeline.stages.plan import resolve

    extraction, tasks = load_plan(data)
    return resolve(tasks, workspace.block, extraction.facts)


def _source(workspace: Workspace, role: str, name: str, reader: Callable[[Document], str]) -> str:
    """The JSON of a file named in khoi.toml, read again only if it or the extractors changed."""
    path = workspace.root / name
    seen = store_sources.see(path, name, workspace.tried)
    data = store_sources.kept(workspace.db, role, seen)
    if data is not None:
        return data
    data = reader(_document(path, workspace))
    with writing(workspace.db):
        store_sources.put(workspace.db, role, seen, archive.digest_of(path), data)
        workspace.log("source", name, {"role": role, seals.SEALED: seals.of(workspace.db, "source", role)})
    return data


def _document(path: Path, workspace: Workspace) -> Document:
    from extractors.extraction import read

    try:
        return read(path.read_bytes(), workspace.block.limits)
    except ExtractionError as error:
        raise UnusableWorkspace(refusal(error, str(path))) from None


def _read_plan(document: Document) -> str:
    """A plan counts no awards: to look for them would load spaCy."""
    from extractors.extraction import extract
    from extractors.fields.registry import COUNTS, FIELDS
    from extractors.sheets.plan import plan as planned_tasks

    own = {name: find for name, find in FIELDS.items() if name != COUNTS}
    return dump_plan(extract(document, fields=own), planned_tasks(document))


def _read_criteria(document: Document) -> str:
    from extractors.sheets.criteria import criteria as listed

    return dump_criteria(listed(document))
