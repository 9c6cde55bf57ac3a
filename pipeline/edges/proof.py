"""What does not hold any more: archived bytes, papers, the store and all that it says, the log's chain."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline import blockfile
from pipeline.edges import archive, database, log, read_only, seals, search_proof, shape, since, store_decisions, turn
from pipeline.edges.connecting import connected
from pipeline.edges.workspace import Workspace, holds_papers, looked_at
from pipeline.errors import AlteredStore, NoStore
from pipeline.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged store raises: SQLite quotes what it stumbles over, and that may be no text."""


Look = Callable[[Workspace], Iterator[str]]
"""Finds damage of one kind, in words."""


class Proof(NamedTuple):
    """What was found, and by what a later proof can hold the log to what it is now."""

    damage: tuple[str, ...]
    """Every damage of the store, the log and the archive in words: while there is any, the store proves nothing."""
    altered: tuple[str, ...] = ()
    """Every paper in reports/ that is not as it was written last, in words; the store is whole all the same."""
    head: str = ""
    """The hash of the log's last event: whoever writes it down can show later that nothing before it was changed."""
    events: int = 0
    since: tuple[since.Written, ...] = ()
    """Every part that was written after the noted event: that event proves nothing of these."""


def prove(root: Path, pinned: str, told: turn.Tell) -> Proof:
    """Looks at all that the workspace holds.

    `pinned` is the beginning of a head that was written down earlier, "" where none was.
    Nobody else works in the workspace meanwhile; `told` is called where it waits for another to end.
    """
    blockfile.load(root / blockfile.FILE_NAME)
    if not (root / database.FILE_NAME).is_file():
        return _without_store(root)
    with read_only.at_rest(root, told) as store:
        torn = list(_torn(store))
        try:
            return _proved(root, store, pinned, torn)
        except AlteredStore as error:
            return Proof((*torn, str(error)))
        except NoStore:
            if not torn:
                raise
            return Proof(tuple(torn))
        except BROKEN as error:
            return Proof((*torn, _damaged(error)))


def _without_store(root: Path) -> Proof:
    """A new workspace has none yet, and nothing to prove."""
    if not holds_papers(root):
        raise NoStore(_("There is nothing to prove yet: `thidua run` makes thidua.db."))
    return Proof((_("thidua.db is missing, and the archive is not empty."),))


def _proved(root: Path, store: Path, pinned: str, torn: Sequence[str]) -> Proof:
    database.want_this_version(store, root / database.FILE_NAME)
    with looked_at(root, store) as workspace:
        found = [line for look in LOOKS for line in _seen(look, workspace)]
        found += _unpinned(workspace, pinned)
        written = tuple(since.written(workspace.db, pinned)) if not found else ()
        events = workspace.db.execute("SELECT count(*) FROM events").fetchone()[0]
        return Proof((*torn, *found), tuple(_seen(_altered, workspace)), log.head(workspace.db), events, written)


def _seen(look: Look, workspace: Workspace) -> Iterator[str]:
    """What the look finds; where what lies there cannot even be looked at, that is damage as well."""
    try:
        yield from look(workspace)
    except Exception as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise  # somebody writes, which is no damage
        yield _damaged(f"{type(error).__name__}: {error}")


def _damaged(told: object) -> str:
    return _("thidua.db is damaged: {told}").format(told=told)


def _torn(store: Path) -> Iterator[str]:
    """What SQLite itself finds in the file; nothing where there is none yet."""
    if not store.is_file():
        return
    try:
        with closing(sqlite3.connect(store)) as db:
            db.execute("PRAGMA query_only = ON")
            found = [told for (told,) in db.execute("PRAGMA integrity_check") if told != "ok"]
            found += [f"{table} {row}" for table, row, *_rest in db.execute("PRAGMA foreign_key_check")]
    except BROKEN as error:
        found = [str(error)]
    yield from map(_damaged, found)


def _archive_damage(workspace: Workspace) -> Iterator[str]:
    if log.head(workspace.db) == log.ORIGIN and holds_papers(workspace.root):
        yield _("thidua.db is empty, and the archive is not: another store was here.")
    if (workspace.root / archive.FOLDER).is_symlink():
        yield _("archive/ is a link: what was received lies elsewhere. Put the folder itself in its place.")
    query = "SELECT sha256, min(file_name) FROM files WHERE sha256 > '' GROUP BY 1"
    for sha256, name in workspace.db.execute(query):
        told = _of_archived(archive.path_of(workspace.archive, sha256), sha256)
        if told:
            yield told.format(file=name)


def _of_archived(path: Path, sha256: str) -> str:
    """What is wrong with an archived file; "" where nothing is."""
    if path.is_symlink() or path.parent.is_symlink() or path.is_dir():
        return _("{file}: in the place of its copy in the archive is a link or a folder.")
    if not path.is_file():
        return _("{file}: its copy in the archive is missing.")
    try:
        return "" if archive.digest_of(path) == sha256 else _("{file}: its copy in the archive was changed.")
    except OSError:
        return _("{file}: its copy in the archive cannot be read.")


def _altered(workspace: Workspace) -> Iterator[str]:
    """Papers in reports/ that are not as they were written last; one that was taken away is written anew."""
    query = "SELECT file_name, sha256, max(report_id) FROM reports GROUP BY file_name"
    for name, sha256, _report_id in workspace.db.execute(query):
        path = workspace.reports / name
        if (path.exists() or path.is_symlink()) and not _is_still(path, sha256):
            yield _("{file} was changed since it was written.").format(file=path)


def _is_still(path: Path, sha256: str) -> bool:
    try:
        return path.is_file() and archive.digest_of(path) == sha256
    except OSError:
        return False


def _schema_damage(workspace: Workspace) -> Iterator[str]:
    """Views, triggers and tables that are not this program's: a changed view would show what is not there."""
    own, wanted = shape.shape(workspace.db), shape.wanted()
    for name in sorted({*own, *wanted}):
        if own.get(name) != wanted.get(name):
            yield _damaged(name)


def _seal_damage(workspace: Workspace) -> Iterator[str]:
    for part in seals.broken(workspace.db):
        yield _("{part}: not as the log has it.").format(part=since.named(workspace.db, part))


def _search_damage(workspace: Workspace) -> Iterator[str]:
    for name in search_proof.untrue(workspace.db):
        yield _("{file}: the search does not show what was read.").format(file=name)
    if not _is_index_whole(workspace.db):
        yield _("The search index is damaged.")


def _is_index_whole(looked_at: Database) -> bool:
    """SQLite looks through an index by a statement that writes, though it writes nothing: a connection of its own."""
    (store,) = looked_at.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    with closing(connected(Path(store))) as db:
        db.execute("PRAGMA busy_timeout = 30000")
        return search_proof.is_index_whole(db)


def _log_damage(workspace: Workspace) -> Iterator[str]:
    event = log.broken_at(workspace.db)
    if event is not None:
        yield _("The log was changed at event {event}.").format(event=event)
    for decision in store_decisions.unlogged(workspace.db):
        yield _("Decision {id} is not as the log has it.").format(id=decision)


def _unpinned(workspace: Workspace, pinned: str) -> Iterator[str]:
    if pinned and log.event_of(workspace.db, pinned) is None:
        told = _("The log has no event {head}: it was cut short or written anew since that was noted.")
        yield told.format(head=pinned)


LOOKS: tuple[Look, ...] = (
    _log_damage,
    _seal_damage,
    _schema_damage,
    _search_damage,
    _archive_damage,
)
"""Where damage is looked for, in this order."""
