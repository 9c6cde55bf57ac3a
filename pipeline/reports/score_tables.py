"""The score tables: units × groups, with ranks."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.records import Criterion
from pipeline.figures import Content, Figure, figures_of
from pipeline.reports.marks import Sheet, difference, groups_of, mark, maxima, score_sheet, total
from pipeline.reports.ranking import Ranking, ranking
from pipeline.reports.view import ReportView, unit_name
from pipeline.reports.wording import NO_RANK, listed


def score_table(view: ReportView) -> Mapping[str, Content]:
    """Groups, one row a unit, and how the ranks came about."""
    groups, order = groups_of(view), ranking(view)
    top = maxima(view)
    rows = [
        _row(view, number, score_sheet(view, unit), groups, order) for number, unit in enumerate(view.block.units, 1)
    ]
    ties = [listed([unit_name(view, unit) for unit in tie]) for tie in order.ties]
    return {
        "groups": [{"code": g.code, "name": g.name, "max": top[g.code]} for g in groups],
        "rows": rows,
        "any": int(any(figures_of(row["total_self"]) and _text(row["total_self"]) for row in rows)),
        "by_block": int(order.column == "block"),
        "provisional": int(order.provisional),
        "complete": int(order.complete),
        "ties": "; ".join(ties),
        "ranked": _ranked(view, order),
        "any_grade": int(bool(view.block.grades)),
    }


def _text(content: Content) -> str:
    return content.text if isinstance(content, Figure) else ""


def _row(
    view: ReportView, number: int, sheet: Sheet, groups: tuple[Criterion, ...], order: Ranking
) -> dict[str, Content]:
    own, block = total(view, sheet, "self"), total(view, sheet, "block")
    return {
        "no": number,
        "unit": sheet.unit.name,
        "groups": [_group(view, sheet, group) for group in groups],
        "total_self": own.figure,
        "total_block": block.figure,
        "difference": difference(sheet.unit, "total", own, block),
        "rank": rank_figure(sheet, order),
        "grade": order.ranks[sheet.unit.id].grade if sheet.unit.id in order.ranks else "",
    }


def _group(view: ReportView, sheet: Sheet, group: Criterion) -> Mapping[str, Content]:
    own, block = mark(view, sheet, group, "self"), mark(view, sheet, group, "block")
    return {
        "self": own.figure,
        "block": block.figure,
        "difference": difference(sheet.unit, group.code, own, block),
    }


def rank_figure(sheet: Sheet, order: Ranking) -> Figure:
    """The unit's rank, or that it has none."""
    ranked = order.ranks.get(sheet.unit.id)
    label = f"Thứ hạng – {sheet.unit.name}"
    basis = "theo điểm Khối chấm" if order.column == "block" else "theo điểm tự chấm"
    return Figure(f"rank/{sheet.unit.id}", str(ranked.rank) if ranked else NO_RANK, label, basis=basis)


def _ranked(view: ReportView, order: Ranking) -> list[Content]:
    """The units that have a rank, first to last."""
    sheets = {unit.id: score_sheet(view, unit) for unit in view.block.units}
    return [
        {
            "unit": unit_name(view, unit),
            "total": total(view, sheets[unit], order.column).figure,
            "rank": rank_figure(sheets[unit], order),
        }
        for unit in order.ranks
    ]
