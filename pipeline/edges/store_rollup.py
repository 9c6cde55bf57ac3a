"""The stores of many blocks, each attached read-only in its turn, counted together."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

STAGES = ("registered", "proposed", "granted")

_BLOCK = """
    SELECT (SELECT count(*) FROM block.audit_documents),
           (SELECT count(*) FROM block.audit_documents WHERE state = 'needs_review'),
           (SELECT count(*) FROM block.audit_schedule WHERE state = 'on_time'),
           (SELECT count(*) FROM block.audit_schedule WHERE state = 'late'),
           (SELECT count(*) FROM block.audit_schedule WHERE state = 'missing'),
           (SELECT count(*) FROM block.audit_findings WHERE severity = 'error'),
           (SELECT count(*) FROM block.audit_findings WHERE severity = 'warning')
"""
_AWARDS = "SELECT award, who, sum(registered), sum(proposed), sum(granted) FROM block.awards GROUP BY award, who"


class BlockRow(NamedTuple):
    """How one block stands."""

    name: str
    documents: int
    needs_review: int
    on_time: int
    late: int
    missing: int
    errors: int
    warnings: int


class AwardRow(NamedTuple):
    """One award over all blocks; a stage that no paper is sure of counts nothing."""

    award: str
    who: str
    registered: int
    proposed: int
    granted: int


def rolled_up(stores: Iterable[tuple[str, Path]]) -> tuple[list[BlockRow], list[AwardRow]]:
    """A row for each block by name, and the awards of all blocks summed."""
    blocks: list[BlockRow] = []
    awards: Counter[tuple[str, str, str]] = Counter()
    with closing(sqlite3.connect("file::memory:", uri=True)) as db:
        for name, store in stores:
            with _attached(db, store):
                blocks.append(BlockRow(name, *db.execute(_BLOCK).fetchone()))
                for award, who, *counts in db.execute(_AWARDS):
                    awards.update({(award, who, s): n or 0 for s, n in zip(STAGES, counts, strict=True)})
    named = sorted({(award, who) for award, who, _ in awards})
    return blocks, [AwardRow(*key, *(awards[*key, stage] for stage in STAGES)) for key in named]


@contextmanager
def _attached(db: sqlite3.Connection, store: Path) -> Iterator[None]:
    """The store as `block`, which nothing can write to."""
    db.execute("ATTACH DATABASE ? AS block", [f"{store.resolve().as_uri()}?mode=ro"])
    try:
        yield
    finally:
        db.execute("DETACH DATABASE block")
