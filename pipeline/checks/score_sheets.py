"""A paper's score sheet as the checks look at it: its rows, the totals of its table, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractors.places import where
from extractors.records import Candidate, Place, ScoreRow
from extractors.vietnamese.numbers import printed
from pipeline.checks.pairs import SURE
from pipeline.records import Case, DocumentFact, Finding, Paper

COLUMNS = {
    "max_score": "điểm tối đa",
    "self_score": "điểm tự chấm",
    "block_score": "điểm Khối chấm",
    "council_score": "điểm Hội đồng chấm",
}
"""The columns that have sums, as people call them."""

TOTALS = {"max_score": "total_max_score", "self_score": "total_self_score", "block_score": "total_block_score"}

TABLE = "table"
"""The end of the rules that read a total from a table."""

ARITHMETIC = "arithmetic"
"""The one doubt that is not about the reading."""


@dataclass(frozen=True, slots=True)
class ScoredPaper:
    """A paper with a score sheet."""

    paper: Paper
    file: str
    """The file that the rows come from."""
    rows: tuple[ScoreRow, ...]
    codes: tuple[str | None, ...]
    """For each row the code of its criterion."""

    def finding(self, code: str, place: Place, /, **evidence: object) -> Finding:
        """A finding about this paper; decimals as they are printed."""
        told = {key: printed(value) if isinstance(value, Decimal) else value for key, value in evidence.items()}
        where_ = where(place)
        return Finding(
            code,
            {"file": self.file, "page": place.page, "place": where_, **told},
            self.paper.document_id,
            self.paper.unit_id,
        )


def scored_papers(case: Case) -> Iterator[ScoredPaper]:
    """Every paper that has score rows."""
    for paper in case.papers:
        if paper.scores:
            names = {file.file_id: file.file_name for file in paper.files}
            rows = tuple(score.row for score in paper.scores)
            codes = tuple(score.criteria_code for score in paper.scores)
            yield ScoredPaper(paper, names.get(paper.scores[0].file_id, ""), rows, codes)


def is_readable(row: ScoreRow) -> bool:
    """Whether the row's figures are what the paper prints, so that they can be held against it."""
    return row.status in SURE or set(row.doubts) <= {ARITHMETIC}


def name_of(row: ScoreRow) -> str:
    """The row's code, or its name where it has none."""
    return row.code or row.criterion


def table_totals(paper: Paper) -> Mapping[str, Decimal]:
    """The totals that the table states, by column; a person's decision goes before it."""
    found = {}
    for column, field in TOTALS.items():
        held = paper.facts.get(field)
        value = _table_value(held) if held else None
        if value is not None:
            found[column] = value
    return found


def _table_value(held: DocumentFact) -> Decimal | None:
    fact = held.fact
    of_table = [c for c in fact.candidates if c.rule.endswith(TABLE) and c.value is not None]
    if of_table:
        return _decimal(of_table[-1].value) if len({c.value for c in of_table}) == 1 else None
    stated = fact.method == "person" or TABLE in fact.method
    return _decimal(fact.value) if stated and fact.value is not None else None


def said_elsewhere(paper: Paper, column: str) -> list[Candidate]:
    """What the running text says of the column's total."""
    held = paper.facts.get(TOTALS[column])
    if held is None:
        return []
    fact = held.fact
    found = [c for c in fact.candidates if not c.rule.endswith(TABLE) and c.value is not None]
    if not fact.candidates and TABLE not in fact.method and fact.method != "person" and fact.value is not None:
        found = [Candidate(fact.field, fact.value, fact.method, fact.raw, fact.place)]
    return found


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except ArithmeticError:
        return None
