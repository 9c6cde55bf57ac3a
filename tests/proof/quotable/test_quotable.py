"""Every value is quotable: what the store says of a place stands at that place of the archived file."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from extractors.extraction import read
from extractors.places import text_at
from extractors.records import Document
from tests.proof.quotable.places import bare, letters_in_pdf, place, stands_in_docx

QUOTES = """
    SELECT f.sha256, f.file_name, q.what, q.raw, q.page, q.where_, q.status, q.bbox FROM (
        SELECT file_id, field AS what, raw, page, where_, status, bbox FROM audit_facts WHERE raw IS NOT NULL
        UNION ALL
        SELECT a.file_id, 'row ' || a.row, s.raw, a.page, a.where_, a.status, s.bbox
        FROM audit_scores a JOIN scores s ON s.document_id = a.document_id AND s.row = a.row
    ) q JOIN audit_files f ON f.file_id = q.file_id
    WHERE q.status IN ('accepted', 'needs_review', 'blank')
"""


class Quote(NamedTuple):
    """What the store says that a file says."""

    sha256: str
    file_name: str
    what: str
    raw: str
    page: int | None
    where: str
    status: str
    bbox: str | None


def quotes(root: Path) -> Iterator[tuple[Quote, bytes]]:
    """Every quote of the store with the archived bytes of its file."""
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        found = [Quote(*row) for row in db.execute(QUOTES)]
    for quote in found:
        yield quote, (root / "archive" / quote.sha256[:2] / quote.sha256).read_bytes()


def test_every_fact_and_score_stands_where_the_store_says(sample_block: Path) -> None:
    documents: dict[str, Document] = {}
    wrong, seen = [], Counter[str]()
    for quote, data in quotes(sample_block):
        document = documents.setdefault(quote.sha256, read(data)) if quote.sha256 in documents else read(data)
        documents[quote.sha256] = document
        there = text_at(document, place(quote.where, quote.page))
        seen[quote.status] += 1
        if there != quote.raw:
            wrong.append((quote, there))
    assert wrong == []
    assert seen["accepted"] > 500


def test_another_reader_finds_every_quote_there(sample_block: Path) -> None:
    """Space for space they may differ, letter for letter not."""
    wrong, seen = [], Counter[str]()
    for quote, data in quotes(sample_block):
        if data.startswith(b"%PDF"):
            seen["pdf"] += 1
            there = letters_in_pdf(data, quote.page or 1, json.loads(quote.bbox) if quote.bbox else None)
            found = Counter(bare(quote.raw)) <= there
        else:
            seen["docx"] += 1
            found = bare(quote.raw) in (stands_in_docx(data, place(quote.where, quote.page)) or "")
        if not found:
            wrong.append(quote)
    assert wrong == []
    assert min(seen.values()) > 50
