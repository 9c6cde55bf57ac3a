"""What a person should know of a paper: blanks, impossible days, other years, strangers, versions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractors.patterns.reports import CORRECTS
from extractors.places import where
from extractors.records import Fact, Place, Status
from extractors.vietnamese.dates import written_days
from pipeline.checks.days import day_of
from pipeline.checks.pairs import SURE, differences
from pipeline.checks.years import other_time, school_years
from pipeline.records import Case, DocumentState, FileState, Finding, Kind, Paper

DOUBTS = (
    "document.unit_doubtful",
    "document.unit_proposed",
    "document.unit_by_file_name",
    "document.kind_doubtful",
    "document.task_doubtful",
    "document.corrected",
)
"""Doubts that a paper carries and that are findings of their own."""


def blank_numbers(case: Case) -> Iterator[Finding]:
    """Papers whose place for a number is empty."""
    for paper in case.papers:
        if (fact := _fact(paper, "number")) and fact.status is Status.BLANK:
            yield _finding("document.number_blank", paper, place=_where(fact.place))


def blank_days(case: Case) -> Iterator[Finding]:
    """Papers whose place for the day is empty."""
    for paper in case.papers:
        if (fact := _fact(paper, "issued_on")) and fact.status is Status.BLANK:
            yield _finding("document.date_blank", paper, place=_where(fact.place))


def impossible_days(case: Case) -> Iterator[Finding]:
    """Papers dated on a day that no calendar has."""
    for paper in case.papers:
        fact = _fact(paper, "issued_on")
        if fact and fact.status not in SURE and fact.raw and _no_such_day(fact.raw):
            yield _finding("document.date_invalid", paper, raw=fact.raw, place=_where(fact.place))


def _no_such_day(raw: str) -> bool:
    return any(day.doubt == "no_such_day" for day in written_days(raw))


def future_days(case: Case) -> Iterator[Finding]:
    """Papers dated after the day as of which all is judged; a doubtful day counts, it is what is printed."""
    for paper in case.papers:
        issued = day_of(_fact(paper, "issued_on"))
        if issued and issued > case.as_of:
            yield _finding("document.date_future", paper, issued_on=issued.isoformat(), as_of=case.as_of.isoformat())


def wrong_years(case: Case) -> Iterator[Finding]:
    """Members' reports, registrations and score sheets of another year."""
    planned = school_years(case.plan)
    for paper in case.papers:
        elsewhen = other_time(_value(paper, "period"), _value(paper, "subject"), case.block, planned)
        if paper.unit_id and paper.nature is not Kind.OTHER and elsewhen:
            yield _finding("document.wrong_year", paper, period=elsewhen, year=case.block.year)


def strangers(case: Case) -> Iterator[Finding]:
    """Papers of an office that is no member."""
    for paper in case.papers:
        issuer = _value(paper, "issuer")
        if paper.unit_id is None and issuer and not paper.task_key and not paper.from_block:
            yield _finding("document.unknown_unit", paper, issuer=issuer)


def superseded(case: Case) -> Iterator[Finding]:
    """Papers that a newer one replaces."""
    by_id = {paper.document_id: paper for paper in case.papers}
    for paper in case.papers:
        if paper.superseded_by is not None:
            newer = by_id[paper.superseded_by]
            yield _finding("document.superseded", paper, number=_name(paper), newer=_name(newer))


def corrections(case: Case) -> Iterator[Finding]:
    """Members' papers that say in their subject that they correct another: what they correct stays as it was read."""
    for paper in case.papers:
        subject = _value(paper, "subject")
        if paper.unit_id and CORRECTS.search(subject):
            yield _finding("document.correction", paper, number=_name(paper), subject=subject)


def conflicts(case: Case) -> Iterator[Finding]:
    """Several live papers of one member for one task."""
    groups: dict[tuple[str | None, str | None, Kind], list[Paper]] = {}
    for paper in case.papers:
        if "document.conflict" in paper.doubts:
            groups.setdefault((paper.unit_id, paper.task_key, paper.kind), []).append(paper)
    for (unit_id, task_key, _), papers in groups.items():
        evidence = {
            "unit": unit_name(case, unit_id),
            "task": task_key,
            "papers": ", ".join(_name(paper) for paper in papers),
            "documents": [paper.document_id for paper in papers],
            "file": "; ".join(files_of(paper) for paper in papers),
        }
        yield Finding("document.conflict", evidence, papers[0].document_id, unit_id, task_key)


def doubtful(case: Case) -> Iterator[Finding]:
    """Papers whose member, kind or task a person has to confirm."""
    for paper in case.papers:
        for code in DOUBTS:
            if code in paper.doubts and paper.state is not DocumentState.SUPERSEDED:
                yield _finding(
                    code,
                    paper,
                    unit=unit_name(case, paper.unit_id),
                    issuer=_value(paper, "issuer"),
                    task=paper.task_key or "",
                )


def differing_pairs(case: Case) -> Iterator[Finding]:
    """What two files of one paper say differently."""
    for paper in case.papers:
        read = [file for file in paper.files if file.file_id in case.extractions]
        for first, second in combinations(read, 2):
            for found in differences(case.extractions[first.file_id], case.extractions[second.file_id]):
                yield _finding(
                    "document.pair_differs",
                    paper,
                    file=first.file_name,
                    other=second.file_name,
                    field=found.field,
                    value=found.first,
                    other_value=found.second,
                    place=_where(found.first_place),
                    other_place=_where(found.second_place),
                )


def unit_name(case: Case, unit_id: str | None) -> str:
    """The member's name, "" where there is none."""
    return next((unit.name for unit in case.block.units if unit.id == unit_id), "")


def files_of(paper: Paper) -> str:
    """The names of the files that were read, as they lay in the inbox."""
    return ", ".join(file.file_name for file in paper.files if file.state is not FileState.DUPLICATE)


def _finding(code: str, paper: Paper, **evidence: object) -> Finding:
    return Finding(code, {"file": files_of(paper), **evidence}, paper.document_id, paper.unit_id, paper.task_key)


def _name(paper: Paper) -> str:
    """The paper's number, or its file where it has none."""
    return _value(paper, "number") or files_of(paper)


def _fact(paper: Paper, field: str) -> Fact | None:
    entry = paper.facts.get(field)
    return entry.fact if entry else None


def _value(paper: Paper, field: str) -> str:
    fact = _fact(paper, field)
    return fact.value if fact and isinstance(fact.value, str) else ""


def _where(place: Place) -> str:
    page = f"page {place.page}" if place.page else ""
    return ", ".join(part for part in (page, where(place)) if part)
