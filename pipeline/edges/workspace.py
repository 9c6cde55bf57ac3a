"""A workspace, opened: its folder, its block file, its store, and the clock."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.capabilities import READING, found
from extractors.records import UnitName
from extractors.version import version
from pipeline import blockfile
from pipeline.edges import archive, database, inbox, log, store_aliases, turn, whole
from pipeline.edges.desk import Desk
from pipeline.edges.here import now, user
from pipeline.errors import NoStore, UnusableWorkspace
from pipeline.language import _
from pipeline.records import Block

if TYPE_CHECKING:
    from sqlite_utils import Database

REPORTS = "reports"

Clock = Callable[[], str]
"""Tells the time, ISO 8601 with offset."""


@dataclass(frozen=True)
class Workspace:
    """One block's year on disk."""

    root: Path
    block: Block
    db: Database
    clock: Clock
    desk: Desk | None = None
    """Where a rehearsal writes; None: the workspace itself is written."""

    @property
    def inbox(self) -> Path:
        """Where the secretariat drops files; only ever read."""
        return self.root / inbox.FOLDER

    @property
    def archive(self) -> Path:
        """Every received file under its SHA-256."""
        return self.outlet(self.root / archive.FOLDER)

    @property
    def reports(self) -> Path:
        """What the tool writes for people."""
        return self.outlet(self.root / REPORTS)

    def outlet(self, path: Path) -> Path:
        """Where a file or folder that is meant for the path is written: there, or on the desk."""
        return self.desk.stand_in(path) if self.desk else path

    def target(self, path: Path) -> Path:
        """The same for a place that a person named: UnusableWorkspace for what the workspace itself stands on."""
        place, root = path.resolve(), self.root.resolve()
        files = {root / name for name in (blockfile.FILE_NAME, self.block.plan_file, self.block.criteria_file) if name}
        folders = {root / archive.FOLDER, root / inbox.FOLDER}
        is_store = place.parent == root and place.name.startswith(database.FILE_NAME)
        if is_store or place in files or folders & {place, *place.parents}:
            raise UnusableWorkspace(
                _("{path} belongs to the workspace itself: choose another place.").format(path=path)
            )
        return self.outlet(path)

    def meant(self, path: Path) -> Path:
        """The path that a written file is meant for, as people are told it."""
        return self.desk.meant(path) if self.desk else path

    @cached_property
    def tried(self) -> str:
        """What a reading depends on besides the file: the extractors, the limits, the units' names."""
        told = repr((version(), self.block.limits, self.roster))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @cached_property
    def refused(self) -> str:
        """What a refusal depends on besides the file: the same, and the optional parts that this machine has."""
        return hashlib.sha256(repr((self.tried, found(READING))).encode()).hexdigest()[:16]

    @cached_property
    def roster(self) -> tuple[UnitName, ...]:
        """Every name under which a paper may mention a member."""
        return blockfile.roster(self.block)

    def log(self, what: str, subject: str, detail: Mapping[str, object]) -> None:
        """Appends an event to the log, inside the caller's transaction."""
        log.append(self.db, log.Event(self.clock(), user(), what, subject, detail))


@contextmanager
def opened(root: Path, clock: Clock = now, desk: Desk | None = None) -> Iterator[Workspace]:
    """The workspace in the folder; closed again at the end. With a desk the store that lies there is its store."""
    block = blockfile.load(root / blockfile.FILE_NAME)
    _want_sources(root, block)
    _want_store(root)
    db = database.open_store((desk.folder if desk else root) / database.FILE_NAME)
    try:
        yield Workspace(root, store_aliases.with_aliases(block, db), db, clock, desk)
    finally:
        db.close()


@contextmanager
def working(root: Path, told: turn.Tell, patience: float = turn.PATIENCE) -> Iterator[Workspace]:
    """The workspace, in which nobody else works meanwhile; `told` is called where it waits for another to end.

    Busy after so many seconds of waiting.

    What a process that was killed left unfinished is swept away first.
    """
    _want_sources(root, blockfile.load(root / blockfile.FILE_NAME))
    with turn.alone(root, told, patience), opened(root) as workspace:
        archive.sweep(workspace.archive)
        for draft in workspace.reports.glob(whole.DRAFTS):
            draft.unlink()
        yield workspace


@contextmanager
def looked_at(root: Path, store: Path | None) -> Iterator[Workspace]:
    """The workspace as it lies there, or with a copy of its store.

    Nothing is made or mended, and all that the store says is of one moment.
    """
    block, own = blockfile.load(root / blockfile.FILE_NAME), root / database.FILE_NAME
    with closing(database.as_it_is(store or own, own)) as db:
        db.execute("BEGIN")
        yield Workspace(root, block, db, now)


def holds_papers(root: Path) -> bool:
    """Whether the archive holds anything."""
    return any((root / archive.FOLDER).glob("??/*"))


def want_begun(root: Path) -> None:
    """NoStore where the workspace has no store yet, or has lost it; none is made."""
    blockfile.load(root / blockfile.FILE_NAME)
    _want_store(root)
    if not (root / database.FILE_NAME).exists():
        raise NoStore(_("There is nothing to export yet: `thidua run` makes thidua.db."))


def _want_store(root: Path) -> None:
    """Refuses to begin a new store beside an archive: its own is lost, and with it decisions and log."""
    store = root / database.FILE_NAME
    if not store.exists() and holds_papers(root):
        raise NoStore(
            _(
                "{file} is missing, and the archive is not empty. Put a copy of yours in its place; to begin anew "
                "without one, move archive/ away."
            ).format(file=store)
        )


def _want_sources(root: Path, block: Block) -> None:
    """Refuses a workspace without its plan before anything is made in it."""
    for name in blockfile.sources(block):
        if not (root / name).is_file():
            raise UnusableWorkspace(_("{file} is named in khoi.toml and is not there.").format(file=root / name))
