"""A rehearsal: a command works on a copy of the store and on a desk, and what it would have changed is told."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.edges import archive, database, read_only, store_files
from pipeline.edges.desk import Desk
from pipeline.edges.workspace import REPORTS, Workspace, opened
from pipeline.language import mark

if TYPE_CHECKING:
    from sqlite_utils import Database

COMPARED: dict[str, str] = {
    mark("files of the inbox"): "SELECT file_id, file_name, state, reason, detail, tried FROM files",
    mark("papers"): "SELECT document_id, coalesce(number, subject, document_id), * FROM audit_documents",
    mark("extracted values"): "SELECT document_id || '/' || field, document_id || '/' || field, * FROM facts",
    mark("score rows"): "SELECT document_id || '/' || row, document_id || '/' || code, * FROM scores",
    mark("tasks of the plan"): "SELECT task_key, task_key, * FROM tasks",
    mark("criteria"): "SELECT code, code, * FROM criteria",
    mark("rows of the schedule"): "SELECT task_key || '/' || unit_id, task_key || ' ' || unit_id, * FROM schedule",
    mark("findings"): "SELECT fingerprint, code || ': ' || message FROM findings",
    mark("decisions"): "SELECT decision_id, field || ': ' || coalesce(after, ''), held FROM decisions",
    mark("approvals"): "SELECT decision_id, decision_id || ' ' || who FROM approvals",
    mark("accounts"): "SELECT name, name, role, active, password FROM accounts",
}
"""What people would miss or find: for each the key, the name, and then all by which it may differ."""

FILES = mark("written files")

Rows = dict[str, dict[object, tuple[object, ...]]]


class Change(NamedTuple):
    """One thing that a command would change."""

    of: str
    """What kind of thing, as COMPARED has it, or FILES."""
    how: str
    """new, changed or gone."""
    name: str


class Rehearsal:
    """A workspace on whose desk a command may do what it likes."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        self.workspace, self._desk = workspace, desk
        self._before = _rows(workspace.db)

    def changes(self) -> list[Change]:
        """All that was done on the desk and not yet in the workspace."""
        return [*_differences(self._before, _rows(self.workspace.db)), *self._files()]

    def _files(self) -> Iterator[Change]:
        kept = self.workspace.archive
        for stand_in, path in self._desk.written():
            if stand_in.is_relative_to(kept):
                continue
            if not path.exists():
                yield Change(FILES, "new", str(path))
            elif path.read_bytes() != stand_in.read_bytes():
                yield Change(FILES, "changed", str(path))


@contextmanager
def rehearsal(root: Path) -> Iterator[Rehearsal]:
    """The workspace in the folder, opened on a desk that is thrown away at the end."""
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        desk = Desk(Path(folder))
        _copy_store(root / database.FILE_NAME, desk.folder / database.FILE_NAME)
        with opened(root, desk=desk) as workspace:
            _copy_outputs(workspace)
            yield Rehearsal(workspace, desk)


@contextmanager
def looked_into(root: Path) -> Iterator[Workspace]:
    """The workspace; where it has no store yet, it has one on a desk that is thrown away: looking makes none."""
    if (root / database.FILE_NAME).exists():
        with opened(root) as workspace:
            yield workspace
    else:
        with rehearsal(root) as rehearsed:
            yield rehearsed.workspace


def _copy_store(source: Path, target: Path) -> None:
    """Copies the store whole, also while another program writes it."""
    if source.is_file() and not read_only.may_write(source.parent):
        read_only.copied(source, target)
    elif source.is_file():
        with closing(sqlite3.connect(source)) as real, closing(sqlite3.connect(target)) as copy:
            real.execute("PRAGMA query_only = ON")
            real.backup(copy)


def _copy_outputs(workspace: Workspace) -> None:
    """Lays on the desk what the command may look for: its own papers, and the archived files that it will read."""
    reports = workspace.root / REPORTS
    if reports.is_dir():
        shutil.copytree(reports, workspace.reports)
    for _file_id, sha256 in store_files.to_read(workspace.db, workspace.tried, workspace.refused):
        source = archive.path_of(workspace.root / archive.FOLDER, sha256)
        target = archive.path_of(workspace.archive, sha256)
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _rows(db: Database) -> Rows:
    return {of: {key: tuple(rest) for key, *rest in db.execute(query)} for of, query in COMPARED.items()}


def _differences(before: Rows, after: Rows) -> Iterator[Change]:
    for of in COMPARED:
        old, new = before[of], after[of]
        yield from (Change(of, "new", str(row[0])) for key, row in new.items() if key not in old)
        yield from (Change(of, "changed", str(row[0])) for key, row in new.items() if old.get(key, row) != row)
        yield from (Change(of, "gone", str(row[0])) for key, row in old.items() if key not in new)
