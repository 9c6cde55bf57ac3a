"""Full-text search over all papers, with tones and without, each hit with its page and passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from extractors.places import where
from extractors.records import Passage
from extractors.vietnamese.text import fold, one_line
from pipeline.edges.codec import load_passages

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

SHOWN = 50
"""Hits on one page."""
WORDS_SHOWN = 40
"""Words of a passage that a hit shows."""
TOGETHER = 50
"""Files that are taken in at once: each time the disk is waited for, and whoever else writes waits."""
_WORD = re.compile(r"\w+")
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')

STALE = """
    SELECT f.file_id FROM files f LEFT JOIN searched s ON s.file_id = f.file_id
    WHERE s.file_id IS NULL AND EXISTS (SELECT 1 FROM extractions e WHERE e.file_id = f.file_id)
"""


class Hit(NamedTuple):
    """One passage that was found."""

    document_id: int | None
    file_id: int
    file_name: str
    page: int | None
    where: str
    heading: str
    text: str


class Found(NamedTuple):
    """The hits, best first."""

    hits: tuple[Hit, ...]
    without_tones: bool
    """Whether tones were left out of account."""
    total: int = 0
    """How many there are on all pages."""
    at: int = 1
    """Which page this is."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // SHOWN))

    @property
    def first(self) -> int:
        """The number of this page's first hit."""
        return (self.at - 1) * SHOWN + 1


def is_stale(db: Database | Connection) -> bool:
    """Whether a file was read whose passages are not taken yet."""
    return db.execute(f"{STALE} LIMIT 1").fetchone() is not None


def refresh(db: Database, is_over: Callable[[], bool] = lambda: False) -> int:
    """Takes the passages of every file that has none of its present reading; how many files.

    Ends sooner, between two commits, where it is told that it is over.
    """
    stale = [row[0] for row in db.execute(STALE).fetchall()]
    for at in range(0, len(stale), TOGETHER):
        if is_over():
            return at
        with db.atomic():
            for file_id in stale[at : at + TOGETHER]:
                forget(db, file_id)
                _keep(db, file_id, said(db, file_id))
    return len(stale)


def said(db: Database, file_id: int) -> tuple[Passage, ...]:
    """All that the file says: its running text, then what stands beside it; nothing where it was not read."""
    query = """
        SELECT json_extract(data, '$.passages'), coalesce(json_extract(data, '$.elsewhere'), '[]')
        FROM extractions WHERE file_id = ?
    """
    row = db.execute(query, [file_id]).fetchone()
    return load_passages(row[0]) + load_passages(row[1]) if row else ()


def forget(db: Database, file_id: int) -> None:
    """Takes the file's passages away, as a new reading does: what was read before is found no more."""
    db.execute(
        "INSERT INTO passages_fts (passages_fts, rowid, text, folded)"
        " SELECT 'delete', passage_id, text, folded FROM passages WHERE file_id = ?",
        [file_id],
    )
    db.execute("DELETE FROM passages WHERE file_id = ?", [file_id])
    db.execute("DELETE FROM searched WHERE file_id = ?", [file_id])


def _keep(db: Database, file_id: int, passages: Iterable[Passage]) -> None:
    insert = "INSERT INTO passages (file_id, page, where_, heading, text, folded) VALUES (?, ?, ?, ?, ?, ?)"
    db.conn.executemany(insert, [(file_id, *row) for row in rows_of(passages)])
    db.execute(
        "INSERT INTO passages_fts (rowid, text, folded)"
        " SELECT passage_id, text, folded FROM passages WHERE file_id = ?",
        [file_id],
    )
    db.execute("INSERT INTO searched (file_id) VALUES (?)", [file_id])


def rows_of(passages: Iterable[Passage]) -> list[tuple[int | None, str, str, str, str]]:
    """Page, place, heading, text and folded text of each passage that says something."""
    return [
        (p.place.page, where(p.place), p.heading, one_line(p.text), fold(p.text)) for p in passages if one_line(p.text)
    ]


SEARCH = """
    SELECT df.document_id, p.file_id, f.file_name, p.page, p.where_, p.heading, p.text
    FROM passages_fts JOIN passages p ON p.passage_id = passages_fts.rowid
    JOIN files f ON f.file_id = p.file_id LEFT JOIN document_files df ON df.file_id = p.file_id
    WHERE passages_fts MATCH ? ORDER BY rank, p.passage_id LIMIT ? OFFSET ?
"""
COUNT = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"


def search(db: Database | Connection, query: str, page: int = 1) -> Found:
    """A page of the passages that hold every word, with its tones where any are typed, else whatever its tones.

    Beyond the last page it is the last one.
    """
    typed = one_line(query).casefold()
    if not _WORD.search(typed):
        return Found((), without_tones=False)
    folded = fold(typed)
    if folded != typed:
        exact = _page(db, f"text : ({_match(typed)})", page)
        if exact.total or not _WORD.search(folded):
            return exact
    return _page(db, f"folded : ({_match(folded)})", page)._replace(without_tones=True)


def _page(db: Database | Connection, match: str, page: int) -> Found:
    total = int(db.execute(COUNT, [match]).fetchone()[0])
    found = Found((), without_tones=False, total=total)
    at = min(max(1, page), found.pages)
    rows = db.execute(SEARCH, [match, SHOWN, (at - 1) * SHOWN])
    return found._replace(hits=tuple(Hit(*row) for row in rows), at=at)


def _match(query: str) -> str:
    """The query in FTS5's own words: quoted, so that nothing typed is an operator; a quoted part is a phrase.

    The words side by side weigh besides: who types two syllables of one word finds it first.
    """
    parts = [" ".join(_WORD.findall(phrase or word)) for phrase, word in _PHRASE.findall(query)]
    quoted = [f'"{part}"' for part in parts if part]
    return f'("{" ".join(part for part in parts if part)}") OR ({" AND ".join(quoted)})'


def marked(text: str, query: str) -> list[tuple[str, bool]]:
    """The passage around its first hit, in pieces: (text, whether it was sought)."""
    sought = set(_WORD.findall(fold(query)))
    words = one_line(text).split(" ")
    hits = [bool(sought & set(_WORD.findall(fold(word)))) for word in words]
    first = max(0, (hits.index(True) if any(hits) else 0) - WORDS_SHOWN // 4)
    shown = list(zip(words, hits, strict=True))[first : first + WORDS_SHOWN]
    pieces = [("… ", False)] if first else []
    pieces += [(f"{word} ", hit) for word, hit in shown]
    return pieces + ([("…", False)] if first + WORDS_SHOWN < len(words) else [])
