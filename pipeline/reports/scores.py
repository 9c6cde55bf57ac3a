"""The score tables: units × groups in portrait, criteria × units in landscape, and both as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractors.records import Criterion
from pipeline.figures import Content, Figure, ReportContext, Sheet, WorkbookContext
from pipeline.records import Kind, Unit
from pipeline.reports.head import block_words, head, signer
from pipeline.reports.marks import mark, score_sheet
from pipeline.reports.period_report import with_traces
from pipeline.reports.score_tables import score_table
from pipeline.reports.view import ReportView, made_at
from pipeline.reports.wording import number

LAYERS = {"self": "tự chấm", "block": "Khối chấm"}


def build(view: ReportView) -> tuple[ReportContext | WorkbookContext, ...]:
    """The paper and the workbook; nothing where the block has no criteria."""
    if not view.criteria:
        return ()
    year = view.block.year
    title = f"Bảng tổng hợp điểm thi đua năm {year}"
    name = f"bang-tong-hop-diem-{year}"
    return (
        ReportContext("scores", "scores.docx", f"{name}.docx", title, made_at(view), _values(view)),
        WorkbookContext("scores", f"{name}.xlsx", title, made_at(view), tuple(_sheets(view, title))),
    )


def _values(view: ReportView) -> dict[str, Content]:
    values: dict[str, Content] = {
        "head": head(view, "BTH"),
        "block": block_words(view),
        "signer": signer(view, Kind.PLAN_REPORT_YEAR),
        "scores": score_table(view),
        "units": [{"name": unit.name} for unit in view.block.units],
        "criteria": [_criterion(view, criterion) for criterion in view.criteria],
    }
    return with_traces(view, values)


def _criterion(view: ReportView, criterion: Criterion) -> Mapping[str, Content]:
    return {
        "code": criterion.code,
        "name": criterion.name,
        "top": int(criterion.parent is None),
        "max": _most(criterion),
        "marks": [{"self": figure} for figure in _marks(view, criterion, "self")],
    }


def _most(criterion: Criterion) -> str:
    return number(criterion.max_score) if criterion.max_score is not None else ""


def _marks(view: ReportView, criterion: Criterion, layer: str) -> list[Figure]:
    return [mark(view, score_sheet(view, unit), criterion, layer).figure for unit in view.block.units]


def _sheets(view: ReportView, title: str) -> Iterable[Sheet]:
    """The workbook's sheets: the overview, then each layer criterion by criterion."""
    yield _overview(view, title)
    for layer, words in LAYERS.items():
        rows: list[tuple[Content, ...]] = [(c.code, c.name, _most(c), *_marks(view, c, layer)) for c in view.criteria]
        header = ("Mã", "Tiêu chí", "Điểm tối đa", *(unit.name for unit in view.block.units))
        yield Sheet(
            f"Điểm {words}", f"{title} – điểm {words}", header, tuple(rows), (8, 48, 10, *_widths(view.block.units))
        )


def _widths(units: Sequence[Unit]) -> list[int]:
    return [14 for _unit in units]


def _overview(view: ReportView, title: str) -> Sheet:
    table = score_table(view)
    rows: list[tuple[Content, ...]] = []
    for row in _list(table["rows"]):
        marks = [group["self"] for group in _list(row["groups"])]
        rows.append((row["no"], row["unit"], *marks, row["total_self"], row["total_block"], row["rank"]))
    groups = [str(group["code"]) for group in _list(table["groups"])]
    header = ("TT", "Đơn vị", *groups, "Tổng tự chấm", "Tổng Khối chấm", "Xếp hạng")
    return Sheet("Tổng hợp", title, header, tuple(rows), (6, 42, *(10 for _group in groups), 14, 14, 14))


def _list(content: Content) -> list[Mapping[str, Content]]:
    """The rows of a table: what a builder put there as a list of mappings."""
    assert isinstance(content, Sequence)
    assert not isinstance(content, str)
    return [row for row in content if isinstance(row, Mapping)]
