"""Figures made from facts and score rows, each with the place that says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from extractors.records import NOWHERE, Place, Status, Value
from pipeline.figures import Figure, Source
from pipeline.records import DocumentFact, DocumentScore, Paper
from pipeline.reports.view import ReportView, unit_name
from pipeline.reports.wording import REVIEW_MARK, day, number

SURE = frozenset({Status.ACCEPTED, Status.CONFIRMED, Status.CORRECTED})


def sure_value(paper: Paper, field: str) -> Value:
    """The field's value where the tool or a person stands by it, else None."""
    held = paper.facts.get(field)
    return held.fact.value if held and held.fact.status in SURE else None


def sure_number(paper: Paper) -> str:
    """The paper's number where it is sure, else ""."""
    value = sure_value(paper, "number")
    return value if isinstance(value, str) else ""


def file_name(paper: Paper, file_id: int) -> str:
    """The name under which one of the paper's files lay in the inbox."""
    return next((f.file_name for f in paper.files if f.file_id == file_id), paper.files[0].file_name)


def fact_source(view: ReportView, paper: Paper, held: DocumentFact) -> Source:
    """Where the fact stands."""
    name = file_name(paper, held.file_id)
    return Source(unit_name(view, paper.unit_id), sure_number(paper), name, held.fact.place, held.fact.raw or "")


def score_source(view: ReportView, paper: Paper, score: DocumentScore) -> Source:
    """Where the score row stands."""
    name = file_name(paper, score.file_id)
    return Source(unit_name(view, paper.unit_id), sure_number(paper), name, score.row.place, score.row.raw)


def paper_source(view: ReportView, paper: Paper, place: Place = NOWHERE, raw: str = "") -> Source:
    """A place of the paper's first file."""
    return Source(unit_name(view, paper.unit_id), sure_number(paper), paper.files[0].file_name, place, raw)


def fact_figure(view: ReportView, paper: Paper, field: str, label: str, blank: str) -> Figure:
    """The field as the paper states it; `blank` where it states nothing; marked where it is in review."""
    key = f"{paper.document_id}/{field}"
    held = paper.facts.get(field)
    if held is None or held.fact.status == Status.BLANK:
        return Figure(key, blank, label, (fact_source(view, paper, held),) if held else ())
    sure = held.fact.status in SURE
    text = printed(field, held.fact.value)
    return Figure(key, marked(text, sure), label, (fact_source(view, paper, held),), sure=sure)


def printed(field: str, value: Value) -> str:
    """The value as papers print it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, str):
        return _DISPLAY.get(field, str)(value)
    return number(Decimal(str(value)))


def _display_day(iso: str) -> str:
    try:
        return day(date.fromisoformat(iso))
    except ValueError:
        return iso


_DISPLAY: dict[str, Callable[[str], str]] = {"issued_on": _display_day}


def marked(text: str, sure: bool) -> str:  # noqa: FBT001
    """The text, with the mark of review where it is not sure."""
    return text if sure else f"{text} {REVIEW_MARK}".strip()


def merged(figures: Iterable[Figure]) -> tuple[Source, ...]:
    """The sources of several figures, each once."""
    return tuple(dict.fromkeys(source for figure in figures for source in figure.sources))
