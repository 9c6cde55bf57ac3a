"""One function a stage: what it reads, what it derives, what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from extractors.errors import ExtractionError
from extractors.records import Criterion, Document, Extraction, PlannedTask
from pipeline.edges import (
    archive,
    inbox,
    store_decisions,
    store_derived,
    store_files,
    store_outcome,
    store_sources,
    unpacking,
    workers,
)
from pipeline.edges.codec import dump_criteria, dump_plan, load_criteria, load_plan
from pipeline.edges.workspace import Workspace
from pipeline.errors import UnusableWorkspace
from pipeline.language import _
from pipeline.records import FileState, Outcome, Plan, ReadFile
from pipeline.stages.check import assemble
from pipeline.stages.plan import resolve

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

GROUP = 50
"""Files whose rows are committed together."""


Known = Callable[["Database"], set[store_files.Stat]]
"""Which files of the inbox need no second look."""


class Progress(Protocol):
    """Told of each file as it is done."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` files are finished."""


def quiet(done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Received:
    """What `receive` took in, by the state that each file came into."""

    states: dict[FileState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many files `extract` read, and how many would not be read."""

    read: int
    refused: int


def plan(workspace: Workspace) -> tuple[Plan, tuple[Criterion, ...]]:
    """The plan and the criteria that khoi.toml names, resolved and in the store."""
    rows = load_plan(_source(workspace, store_sources.PLAN, workspace.block.plan_file, _read_plan))
    criteria = _criteria(workspace)
    resolved = _resolved(workspace, rows)
    with workspace.db.atomic():
        changed = store_outcome.put_plan(workspace.db, resolved.tasks, criteria)
        if changed:
            workspace.log("plan", workspace.block.plan_file, {"rows": changed})
    return resolved, criteria


def receive(workspace: Workspace, known: Known = store_files.known_stats) -> Received:
    """Takes every new file of the inbox into the archive and the store; those that are `known` are not looked into."""
    if not workspace.inbox.is_dir():
        raise UnusableWorkspace(
            _("{folder} is missing: make it and put the units' files there.").format(folder=workspace.inbox)
        )
    seen = known(workspace.db)
    new = [f for f in inbox.scan(workspace.inbox) if (f.name, f.bytes, f.modified_ns) not in seen]
    states: dict[FileState, int] = {}
    for group in _groups(new):
        brought = [unpacking.arrivals(f, workspace.archive, workspace.block.limits) for f in group]
        with workspace.db.atomic():
            for state in (state for arrivals in brought for state in _take_in(workspace, arrivals)):
                states[state] = states.get(state, 0) + 1
    return Received(states)


def extract(workspace: Workspace, read: workers.Reader, progress: Progress = quiet) -> Extracted:
    """Reads what was not yet read with these extractors; a file that fails harms no other."""
    due = store_files.to_read(workspace.db, workspace.tried, workspace.refused)
    jobs = [workers.Job(file_id, archive.path_of(workspace.archive, sha256)) for file_id, sha256 in due]
    said = read(jobs, workspace.block.limits, workspace.roster)
    done = refused = 0
    for group in _groups(said):
        with workspace.db.atomic():
            for one in group:
                _keep_said(workspace, one)
                refused += one.extraction is None
        done += len(group)
        progress(done, len(jobs))
    return Extracted(done - refused, refused)


def check(workspace: Workspace, as_of: date) -> Outcome:
    """Cross-checks all that was read against the plan and the criteria, as of the day."""
    resolved, criteria = plan_and_criteria(workspace)
    inputs = store_derived.inputs(workspace, as_of)
    files = store_files.files(workspace.db)
    extractions = store_files.extractions(workspace.db)
    read = tuple(ReadFile(file, extractions[file.file_id]) for file in files if file.file_id in extractions)
    outcome = assemble(workspace.block, resolved, criteria, read, files, store_decisions.standing(workspace.db), as_of)
    with workspace.db.atomic():
        changed = store_outcome.put_outcome(workspace.db, outcome)
        store_derived.put(workspace.db, store_derived.CHECK, inputs, {})
        if changed:
            workspace.log("check", as_of.isoformat(), {"rows": changed, "findings": len(outcome.findings)})
    return outcome


def plan_and_criteria(workspace: Workspace) -> tuple[Plan, tuple[Criterion, ...]]:
    """The plan and the criteria as last loaded; loaded now where they never were."""
    data = store_sources.latest(workspace.db, store_sources.PLAN)
    return plan(workspace) if data is None else (_resolved(workspace, load_plan(data)), _criteria(workspace))


def _take_in(workspace: Workspace, arrivals: Iterable[unpacking.Arrival]) -> Iterator[FileState]:
    """The state of a file and of what it holds; a known file or a copy of a container brings nothing new."""
    nothing_new: tuple[str, ...] = ()
    for arrival in arrivals:
        found, sha256 = arrival.found, arrival.sha256
        if found.name.startswith(nothing_new):
            continue
        if sha256 and store_files.touch_file(workspace.db, found, sha256):
            nothing_new += (f"{found.name}/",)
            continue
        state = store_files.add_file(workspace.db, found, sha256, workspace.clock())
        if arrival.container and state is FileState.RECEIVED:
            state = FileState.CONTAINER
            store_files.put_container(workspace.db, arrival)
        mail = {"mail": arrival.note} if arrival.note else {}
        workspace.log("receive", found.name, {"sha256": sha256, "bytes": found.bytes, "state": state, **mail})
        yield state
        if state is FileState.DUPLICATE:
            nothing_new += (f"{found.name}/",)


def _keep_said(workspace: Workspace, said: workers.Said) -> None:
    tried = workspace.refused if said.extraction is None else workspace.tried
    store_files.put_said(workspace.db, said, tried)
    workspace.log("extract", str(said.file_id), {"code": said.code, "reason": said.reason})


def _criteria(workspace: Workspace) -> tuple[Criterion, ...]:
    name = workspace.block.criteria_file
    return load_criteria(_source(workspace, store_sources.CRITERIA, name, _read_criteria)) if name else ()


def _resolved(workspace: Workspace, rows: tuple[Extraction, tuple[PlannedTask, ...]]) -> Plan:
    extraction, tasks = rows
    return resolve(tasks, workspace.block, extraction.facts)


def _source(workspace: Workspace, role: str, name: str, reader: Callable[[Document], str]) -> str:
    """The JSON of a file named in khoi.toml, read again only if it or the extractors changed."""
    path = workspace.root / name
    seen = store_sources.see(path, name, workspace.tried)
    data = store_sources.kept(workspace.db, role, seen)
    if data is not None:
        return data
    data = reader(_document(path, workspace))
    with workspace.db.atomic():
        store_sources.put(workspace.db, role, seen, archive.digest_of(path), data)
        workspace.log("source", name, {"role": role})
    return data


def _document(path: Path, workspace: Workspace) -> Document:
    from extractors.extraction import read

    try:
        return read(path.read_bytes(), workspace.block.limits)
    except ExtractionError as error:
        raise UnusableWorkspace(_("{file} cannot be read: {reason}").format(file=path, reason=error)) from None


def _read_plan(document: Document) -> str:
    from extractors.extraction import extract
    from extractors.sheets.plan import plan as planned_tasks

    return dump_plan(extract(document), planned_tasks(document))


def _read_criteria(document: Document) -> str:
    from extractors.sheets.criteria import criteria

    return dump_criteria(criteria(document))


def _groups(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most GROUP."""
    rest = iter(items)
    while group := list(islice(rest, GROUP)):
        yield group
