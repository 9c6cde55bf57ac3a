"""What does not hold any more: archived bytes, the log's chain, the store's own integrity."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.edges import archive, log, store_decisions
from pipeline.edges.workspace import Workspace
from pipeline.language import _


def damage(workspace: Workspace) -> list[str]:
    """Every damage that is found, in words; empty where all is whole."""
    return [*_archive_damage(workspace), *_store_damage(workspace), *_log_damage(workspace)]


def _archive_damage(workspace: Workspace) -> Iterator[str]:
    for row in workspace.db.query(
        "SELECT DISTINCT sha256, min(file_name) AS name FROM files WHERE sha256 > '' GROUP BY 1"
    ):
        path = archive.path_of(workspace.archive, row["sha256"])
        if not path.is_file():
            yield _("{file}: its copy in the archive is missing.").format(file=row["name"])
        elif archive.digest_of(path) != row["sha256"]:
            yield _("{file}: its copy in the archive was changed.").format(file=row["name"])


def _store_damage(workspace: Workspace) -> Iterator[str]:
    for (told,) in workspace.db.execute("PRAGMA integrity_check"):
        if told != "ok":
            yield _("thidua.db is damaged: {told}").format(told=told)
    for row in workspace.db.execute("PRAGMA foreign_key_check"):
        yield _("thidua.db is damaged: {told}").format(told=f"{row[0]} {row[1]}")


def _log_damage(workspace: Workspace) -> Iterator[str]:
    event = log.broken_at(workspace.db)
    if event is not None:
        yield _("The log was changed at event {event}.").format(event=event)
    for decision in store_decisions.unlogged(workspace.db):
        yield _("Decision {id} is not as the log has it.").format(id=decision)
