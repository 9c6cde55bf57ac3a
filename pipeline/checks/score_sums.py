"""What does not add up in a unit's score sheet, and scores over their maximum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from extractors.patterns.scores import SUM
from extractors.places import where
from extractors.records import NOWHERE, Criterion, ScoreRow, Status
from extractors.sheets.arithmetic import Misfit, Tree, misfits
from extractors.vietnamese.numbers import printed
from pipeline.checks.score_criteria import follows
from pipeline.checks.score_sheets import (
    COLUMNS,
    TOTALS,
    ScoredPaper,
    is_readable,
    name_of,
    said_elsewhere,
    scored_papers,
    table_totals,
)
from pipeline.records import Case, Finding

LAYERS = ("self_score", "block_score", "council_score")


def wrong_totals(case: Case) -> Iterator[Finding]:
    """Stated totals that are not the sum of their rows."""
    for scored, misfit in _misfits(case):
        if misfit.row is None:
            held = scored.paper.facts.get(TOTALS.get(misfit.column, ""))
            place = held.fact.place if held else NOWHERE
            column = COLUMNS[misfit.column]
            yield scored.finding(
                "score.total_mismatch", place, column=column, stated=misfit.stated, sum=misfit.added,
                difference=misfit.stated - misfit.added,
            )  # fmt: skip


def wrong_subtotals(case: Case) -> Iterator[Finding]:
    """Groups whose stated figure is not the sum of their rows."""
    for scored, misfit in _misfits(case):
        if misfit.row is not None:
            row = scored.rows[misfit.row]
            yield scored.finding(
                "score.subtotal_mismatch", row.place, code=name_of(row), column=COLUMNS[misfit.column],
                stated=misfit.stated, sum=misfit.added, difference=misfit.stated - misfit.added,
            )  # fmt: skip


def wrong_maxima(case: Case) -> Iterator[Finding]:
    """Maxima of the issued sheet that do not add up: a fault of the block's sheet, told once, not of every unit."""
    rows = [_as_row(number, criterion) for number, criterion in enumerate(case.criteria, 1)]
    for misfit in misfits(rows, {}):
        yield _issued_fault(rows[misfit.row or 0], misfit)
    if not case.criteria:
        told = set()
        for scored, misfit, shared in _maxima(case):
            if shared and _fault(scored, misfit) not in told and misfit.row is not None:
                told.add(_fault(scored, misfit))
                yield _issued_fault(scored.rows[misfit.row], misfit)


def _as_row(number: int, criterion: Criterion) -> ScoreRow:
    """The criterion as a row of a sheet, so that its maxima can be added up."""
    return ScoreRow(
        row=number,
        code=criterion.code,
        criterion=criterion.name,
        level=criterion.level,
        parent=criterion.parent,
        status=Status.ACCEPTED,
        place=criterion.place,
        raw="",
        max_score=criterion.max_score,
    )


def _issued_fault(row: ScoreRow, misfit: Misfit) -> Finding:
    return Finding(
        "sheet.maxima_mismatch",
        {
            "code": name_of(row),
            "criterion": row.criterion,
            "stated": printed(misfit.stated),
            "sum": printed(misfit.added),
            "place": where(row.place),
        },
    )


def scores_over_maximum(case: Case) -> Iterator[Finding]:
    """Scores above the maximum printed beside them; a group that is over only through one of its rows is not told."""
    for scored in scored_papers(case):
        tree = Tree(scored.rows)
        for column in LAYERS:
            over = {i for i, row in enumerate(scored.rows) if _is_over(row, column)}
            for i in sorted(over - {tree.parents[j] for j in _with_ancestors(tree, over)}):
                row = scored.rows[i]
                score, most = getattr(row, column), row.max_score
                yield scored.finding(
                    "score.over_max", row.place, code=name_of(row), column=COLUMNS[column], score=score, max=most
                )


def _with_ancestors(tree: Tree, indexes: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for index in indexes:
        at: int | None = index
        while at is not None and at not in found:
            found.add(at)
            at = tree.parents[at]
    return found


def _is_over(row: ScoreRow, column: str) -> bool:
    """A sum written out (97 + 10 = 107) says that the bonus is meant to come on top."""
    score = getattr(row, column)
    if score is None or row.max_score is None or not is_readable(row):
        return False
    return bool(score > max(row.max_score, Decimal(0))) and not SUM.search(row.raw)


def wrong_prose(case: Case) -> Iterator[Finding]:
    """Totals in the running text that are not the table's, or, where it states none, not the sum of its rows."""
    for scored in scored_papers(case):
        totals = table_totals(scored.paper)
        for column in TOTALS:
            held = _held_against(scored, column, totals)
            said = [c for c in said_elsewhere(scored.paper, column) if Decimal(str(c.value)) not in held]
            if held and said:
                prose = Decimal(str(said[0].value))
                yield scored.finding(
                    "score.prose_mismatch", said[0].place, prose=prose, table=held[0], column=COLUMNS[column]
                )


def _held_against(scored: ScoredPaper, column: str, totals: Mapping[str, Decimal]) -> tuple[Decimal, ...]:
    if column in totals:
        return (totals[column],)
    return Tree(scored.rows).sums(None, column) if all(map(is_readable, scored.rows)) else ()


def _misfits(case: Case) -> Iterator[tuple[ScoredPaper, Misfit]]:
    """Every misfit that is the unit's own: not of the issued sheet, not explained by another finding."""
    for scored in scored_papers(case):
        for misfit in misfits(scored.rows, table_totals(scored.paper)):
            if misfit.column != "max_score":
                yield scored, misfit
    for scored, misfit, shared in _maxima(case):
        if not shared and (not case.criteria or (misfit.row is None and follows(scored, case.criteria))):
            yield scored, misfit


def _maxima(case: Case) -> list[tuple[ScoredPaper, Misfit, bool]]:
    """The misfits of maxima, and whether several papers share them: then the issued sheet has them."""
    found = [
        (s, m) for s in scored_papers(case) for m in misfits(s.rows, table_totals(s.paper)) if m.column == "max_score"
    ]
    times = Counter(_fault(scored, misfit) for scored, misfit in found)
    return [(scored, misfit, times[_fault(scored, misfit)] > 1) for scored, misfit in found]


def _fault(scored: ScoredPaper, misfit: Misfit) -> tuple[str, Decimal, Decimal]:
    name = name_of(scored.rows[misfit.row]) if misfit.row is not None else ""
    return name, misfit.stated, misfit.added
