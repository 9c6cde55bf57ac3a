"""One function a stage: what it reads, what it derives, what it writes.

The rules of a stage are imported in it: a command that runs another stage does not wait for them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from extractors.records import Criterion
from extractors.version import version
from pipeline import batches, plan_sources
from pipeline.edges import (
    archive,
    inbox,
    seals,
    settling,
    store_decisions,
    store_derived,
    store_files,
    unpacking,
)
from pipeline.edges.database import writing
from pipeline.edges.reading import Job, Said
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import Workspace
from pipeline.errors import UnusableWorkspace
from pipeline.language import _
from pipeline.records import FileState, Outcome, Plan, ReadFile

if TYPE_CHECKING:
    from sqlite_utils import Database

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
    """What `receive` took in, by the state that each file came into, and what it left."""

    states: dict[FileState, int] = field(default_factory=dict)
    waiting: tuple[settling.Waiting, ...] = ()
    """Files that are still being copied, or cannot be read: the next run looks at them again."""
    open_elsewhere: tuple[str, ...] = ()
    """New papers that Word or LibreOffice holds open."""

    @property
    def refused(self) -> int:
        """How many files the system would not give; those that are still being copied are none of them."""
        return sum(bool(one.reason) for one in self.waiting)


@dataclass(frozen=True, slots=True)
class Reading:
    """How many files are being read, and what they say as they end, None now and then where none does."""

    files: int
    said: Iterator[Said | None]


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many files `extract` read, and how many would not be read."""

    read: int
    refused: int


def plan(workspace: Workspace) -> tuple[Plan, tuple[Criterion, ...]]:
    """The plan and the criteria that khoi.toml names, resolved and in the store."""
    from pipeline.edges import store_outcome

    resolved, criteria = plan_sources.plan(workspace), plan_sources.criteria(workspace)
    with writing(workspace.db):
        changed = store_outcome.put_plan(workspace.db, resolved.tasks, criteria)
        if changed:
            sealed = seals.changed(workspace.db, seals.PLAN)
            workspace.log("plan", workspace.block.plan_file, {"rows": changed, seals.SEALED: sealed})
    return resolved, criteria


def unheard(names: Sequence[str]) -> None:
    """Tells nobody."""


def receive(workspace: Workspace, known: Known = store_files.known_stats, told: settling.Tell = unheard) -> Received:
    """Takes every new file of the inbox into the archive and the store; those that are `known` are not looked into.

    `told` hears of files that are still being copied: they are waited for, and left where that takes too long.
    """
    refused: list[settling.Waiting] = []
    new = _new(workspace, known, refused)
    states: dict[FileState, int] = {}
    left = {found.at: found for found in new}
    with unpacking.confined_unpacking() as unpack:
        for group in batches.groups(settling.settled(new, workspace.block.settle_seconds, told)):
            brought = list(_brought(workspace, group, unpack, refused))
            with writing(workspace.db):
                for state in (state for arrivals in brought for state in _take_in(workspace, arrivals)):
                    states[state] = states.get(state, 0) + 1
            for found in group:
                left.pop(found.at, None)
    waiting = [settling.Waiting(found.name) for found in left.values() if found.path.exists()]
    return Received(states, (*refused, *waiting), tuple(settling.open_elsewhere(new)))


def _new(workspace: Workspace, known: Known, refused: list[settling.Waiting]) -> list[inbox.Found]:
    if not workspace.inbox.is_dir():
        raise UnusableWorkspace(
            _("{folder} is missing: make it and put the units' files there.").format(folder=workspace.inbox)
        )
    seen = known(workspace.db)
    found = inbox.scan(
        workspace.inbox, lambda name, error: refused.append(settling.Waiting(name, error.strerror or ""))
    )
    return [f for f in found if (f.name, f.bytes, f.modified_ns) not in seen]


def _brought(
    workspace: Workspace, group: Iterable[inbox.Found], unpack: unpacking.Unpack, refused: list[settling.Waiting]
) -> Iterator[list[unpacking.Arrival]]:
    """What each file brings; one that cannot be read stops no other."""
    for found in group:
        try:
            yield unpacking.arrivals(found, workspace.archive, workspace.block.limits, unpack)
        except archive.CannotRead as error:
            refused.append(settling.Waiting(found.name, str(error)))


def extract(
    workspace: Workspace, read: Reader, progress: Progress = quiet, now: Callable[[], float] = time.monotonic
) -> Extracted:
    """Reads what was not yet read with these extractors; a file that fails harms no other."""
    return keep(workspace, handed_in(workspace, read), progress, now)


def handed_in(workspace: Workspace, read: Reader) -> Reading:
    """The files that were not yet read with these extractors, now with the reader."""
    due = store_files.to_read(workspace.db, workspace.tried, workspace.refused)
    jobs = (Job(file_id, archive.path_of(workspace.archive, sha256), sha256) for file_id, sha256 in due)
    return Reading(len(due), read(jobs, workspace.block.limits, workspace.roster))


def keep(
    workspace: Workspace, reading: Reading, progress: Progress = quiet, now: Callable[[], float] = time.monotonic
) -> Extracted:
    """Writes what the files say as it comes."""
    said = batches.told(reading.said, reading.files, progress)
    done = refused = 0
    for group in batches.as_they_come(said, now):
        with writing(workspace.db):
            for one in group:
                _keep_said(workspace, one)
                refused += one.extraction is None
        done += len(group)
    return Extracted(done - refused, refused)


def check(workspace: Workspace, as_of: date) -> None:
    """Cross-checks all that was read against the plan and the criteria, as of the day, and writes what follows."""
    while True:
        resolved, criteria = plan_and_criteria(workspace)
        inputs = store_derived.inputs(workspace, as_of)
        outcome = _outcome(workspace, resolved, criteria, as_of)
        with writing(workspace.db):
            if inputs == store_derived.inputs(workspace, as_of):  # else somebody wrote meanwhile
                _keep_outcome(workspace, outcome, inputs, as_of)
                return


def _outcome(workspace: Workspace, resolved: Plan, criteria: tuple[Criterion, ...], as_of: date) -> Outcome:
    from pipeline.stages.check import assemble

    files = store_files.files(workspace.db)
    by_id = {file.file_id: file for file in files}
    read = (ReadFile(by_id[file_id], said) for file_id, said in store_files.extractions(workspace.db))
    return assemble(workspace.block, resolved, criteria, read, files, store_decisions.standing(workspace.db), as_of)


def _keep_outcome(workspace: Workspace, outcome: Outcome, inputs: str, as_of: date) -> None:
    from pipeline.edges import store_outcome

    changed = store_outcome.put_outcome(workspace.db, outcome)
    store_derived.put(workspace, store_derived.CHECK, inputs, {})
    if changed:
        told = {"rows": changed, "findings": len(outcome.findings)}
        sealed = seals.changed(workspace.db, seals.OUTCOME)
        workspace.log("check", as_of.isoformat(), {**told, seals.SEALED: sealed})


def plan_and_criteria(workspace: Workspace) -> tuple[Plan, tuple[Criterion, ...]]:
    """The plan and the criteria; loaded now where a file of theirs has changed since, or they never were."""
    known = plan_sources.known_plan(workspace)
    return plan(workspace) if known is None else (known, plan_sources.criteria(workspace))


def _take_in(workspace: Workspace, arrivals: Iterable[unpacking.Arrival]) -> Iterator[FileState]:
    """The state of a file and of what it holds; a known file or a copy of a container brings nothing new.

    Names of strangers alone prove nothing: what lies "below" a known file is passed over where its bytes are known.
    """
    nothing_new: tuple[str, ...] = ()
    for arrival in arrivals:
        found, sha256 = arrival.found, arrival.sha256
        if found.name.startswith(nothing_new) and store_files.is_known(workspace.db, sha256):
            continue
        if store_files.touch_file(workspace.db, found, sha256):
            nothing_new += (f"{found.name}/",)
            continue
        state = store_files.add_file(workspace.db, found, sha256, workspace.clock())
        if arrival.container and state is FileState.RECEIVED:
            state = FileState.CONTAINER
            store_files.put_container(workspace.db, arrival)
        mail = {"mail": arrival.note} if arrival.note else {}
        told = {"sha256": sha256, "bytes": found.bytes, "state": state, **mail}
        workspace.log("receive", found.name, {**told, seals.SEALED: seals.inserted(workspace.db, "file")})
        yield state
        if state is FileState.DUPLICATE:
            nothing_new += (f"{found.name}/",)


def _keep_said(workspace: Workspace, said: Said) -> None:
    tried = workspace.refused if said.extraction is None else workspace.tried
    store_files.put_said(workspace.db, said, "" if said.passing else tried)
    sealed = seals.of(workspace.db, "file", said.file_id)
    told = {"code": said.code, "reason": said.reason, "extractors": version(), seals.SEALED: sealed}
    workspace.log("extract", str(said.file_id), told)
