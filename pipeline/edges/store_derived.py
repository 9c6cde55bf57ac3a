"""What a stage was derived from, and what it derived: nothing is done twice from the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from pipeline.edges import seals, store_decisions, store_sources
from pipeline.edges.workspace import Workspace

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from sqlite_utils import Database

CHECK = "check"

_FILES = """
    SELECT file_id, file_name, sha256, bytes, media_type, received_at, state, reason, detail, tried
    FROM files ORDER BY file_id
"""


def inputs(workspace: Workspace, as_of: date) -> str:
    """A digest of all that `check` depends on: the day, block, plan, criteria, decisions, files and how each was read.

    What a file says follows from its bytes and what it was tried with, so it need not be looked at.
    """
    db = workspace.db
    sources = [store_sources.latest(db, role) for role in (store_sources.PLAN, store_sources.CRITERIA)]
    told = (_program(), as_of, workspace.block, sources, store_decisions.standing(db))
    digest = hashlib.sha256(repr(told).encode())
    for row in db.execute(_FILES):
        digest.update(repr(row).encode())
    return digest.hexdigest()


@cache
def _program() -> str:
    """A digest of this package's own source: a changed rule checks anew."""
    digest = hashlib.sha256()
    for file in _sources(resources.files("pipeline")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".sql", ".mo")):
            yield entry


def put(workspace: Workspace, stage: str, digest: str, result: Mapping[str, str]) -> None:
    """Notes from what the stage was derived; call it inside the transaction that writes what it derived."""
    db = workspace.db
    if held(db, stage, digest) != result:
        db.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", [stage, digest, json.dumps(result)])
        workspace.log("derive", stage, {seals.SEALED: seals.of(db, "derived", stage)})


def held(db: Database, stage: str, digest: str) -> dict[str, str] | None:
    """What the stage derived from these inputs; None where it was derived from others or not yet."""
    query = "SELECT result FROM derived WHERE stage = ? AND inputs_sha256 = ?"
    row = db.execute(query, [stage, digest]).fetchone()
    return dict(json.loads(row[0])) if row else None
