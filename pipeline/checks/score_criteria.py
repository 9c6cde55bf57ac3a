"""A unit's score sheet against the block's criteria: changed, missing, added and reordered rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.records import NOWHERE, Criterion, Place, ScoreRow
from extractors.sheets.arithmetic import Tree
from pipeline.checks.score_sheets import ScoredPaper, is_readable, name_of, scored_papers
from pipeline.records import Case, Finding


def comparable(case: Case) -> Iterator[ScoredPaper]:
    """The papers that score by the block's criteria: most of their rows are."""
    for scored in scored_papers(case):
        if case.criteria and _is_by(scored):
            yield scored


def other_sheets(case: Case) -> Iterator[Finding]:
    """Papers that score by another sheet altogether: told once instead of row by row."""
    for scored in scored_papers(case):
        if case.criteria and not _is_by(scored):
            known = sum(code is not None for code in scored.codes)
            yield scored.finding("sheet.other_criteria", scored.rows[0].place, known=known, rows=len(scored.rows))


def changed_maxima(case: Case) -> Iterator[Finding]:
    """Rows whose maximum is not the block's; a group that only follows its rows is not told."""
    for scored in comparable(case):
        known = {criterion.code: criterion for criterion in case.criteria}
        tree = Tree(scored.rows)
        for index, (row, code) in enumerate(zip(scored.rows, scored.codes, strict=True)):
            criterion = known.get(code or "")
            if criterion and _is_changed(row, criterion) and not _follows_its_rows(scored, tree, index, known):
                yield scored.finding(
                    "score.max_changed", row.place, code=name_of(row), criterion=row.criterion, max=row.max_score,
                    criteria_max=criterion.max_score,
                )  # fmt: skip


def missing_rows(case: Case) -> Iterator[Finding]:
    """Criteria that the sheet leaves out; of a group left out whole, only the group."""
    for scored in comparable(case):
        missing = {c.code for c in case.criteria} - set(scored.codes)
        for criterion in case.criteria:
            if criterion.code in missing and criterion.parent not in missing:
                yield scored.finding(
                    "score.row_missing", _sheet_place(scored), code=criterion.code, criterion=criterion.name
                )


def unknown_rows(case: Case) -> Iterator[Finding]:
    """Rows that are none of the block's criteria; of a whole group of them, only the group."""
    for scored in comparable(case):
        parents = Tree(scored.rows).parents
        unknown = {i for i, code in enumerate(scored.codes) if code is None}
        for index in sorted(i for i in unknown if parents[i] not in unknown):
            row = scored.rows[index]
            yield scored.finding("score.row_unknown", row.place, code=name_of(row), criterion=row.criterion)


def reordered_rows(case: Case) -> Iterator[Finding]:
    """Sheets whose rows stand in another order than the block's criteria."""
    ordinals = {criterion.code: i for i, criterion in enumerate(case.criteria)}
    for scored in comparable(case):
        known = [(row, ordinals[code]) for row, code in zip(scored.rows, scored.codes, strict=True) if code in ordinals]
        moved = [row for (_, before), (row, after) in pairwise(known) if after < before]
        if moved:
            names = ", ".join(name_of(row) for row in moved)
            yield scored.finding("sheet.reordered", moved[0].place, codes=names)


def follows(scored: ScoredPaper, criteria: Sequence[Criterion]) -> bool:
    """Whether the sheet has the block's criteria with the block's maxima: all of them and no others."""
    known = {criterion.code: criterion for criterion in criteria}
    complete = set(scored.codes) == set(known)
    pairs = zip(scored.rows, scored.codes, strict=True)
    return complete and not any(_is_changed(row, known[code]) for row, code in pairs if code is not None)


def _is_by(scored: ScoredPaper) -> bool:
    return 2 * sum(code is not None for code in scored.codes) >= len(scored.rows)


def _is_changed(row: ScoreRow, criterion: Criterion) -> bool:
    if row.max_score is None or criterion.max_score is None or not is_readable(row):
        return False
    return row.max_score != criterion.max_score


def _follows_its_rows(scored: ScoredPaper, tree: Tree, index: int, known: Mapping[str, Criterion]) -> bool:
    """Whether the group's maximum is the sum of rows of which one is changed, added or left out."""
    children = tree.children.get(index, [])
    if not children or scored.rows[index].max_score not in tree.sums(index, "max_score"):
        return False
    codes = {scored.codes[i] for i in children}
    wanted = {c.code for c in known.values() if c.parent == scored.codes[index]}
    changed = any(code in known and _is_changed(scored.rows[i], known[code]) for i, code in _coded(scored, children))
    return codes != wanted or changed


def _coded(scored: ScoredPaper, indexes: Sequence[int]) -> list[tuple[int, str]]:
    return [(i, code) for i in indexes if (code := scored.codes[i]) is not None]


def _sheet_place(scored: ScoredPaper) -> Place:
    """The sheet's first row's table."""
    place = scored.rows[0].place if scored.rows else NOWHERE
    return place._replace(container=place.container.rpartition(", row ")[0])
