"""The checks of score sheets, by the finding that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.checks import score_criteria, score_sums
from pipeline.records import Case, Finding

SCORE_CHECKS: dict[str, Callable[[Case], Iterable[Finding]]] = {
    "score.total_mismatch": score_sums.wrong_totals,
    "score.subtotal_mismatch": score_sums.wrong_subtotals,
    "score.over_max": score_sums.scores_over_maximum,
    "score.prose_mismatch": score_sums.wrong_prose,
    "score.max_changed": score_criteria.changed_maxima,
    "score.row_missing": score_criteria.missing_rows,
    "score.row_unknown": score_criteria.unknown_rows,
    "sheet.maxima_mismatch": score_sums.wrong_maxima,
    "sheet.other_criteria": score_criteria.other_sheets,
    "sheet.reordered": score_criteria.reordered_rows,
}
