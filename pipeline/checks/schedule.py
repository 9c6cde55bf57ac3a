"""Papers that came late, and papers that did not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.checks.documents import files_of, unit_name
from pipeline.records import Case, DocumentState, FileState, Finding, Kind, Paper, ScheduleRow, ScheduleState


def late(case: Case) -> Iterator[Finding]:
    """Papers that came after their task's day."""
    papers = {paper.document_id: paper for paper in case.papers}
    for row in _in_state(case, ScheduleState.LATE):
        if row.task.due_on is None or row.document_id is None:
            continue
        days = row.days_late or 0
        evidence = {
            "unit": unit_name(case, row.unit_id),
            "task": row.task.key,
            "due_on": row.task.due_on.isoformat(),
            "came_on": (row.task.due_on + timedelta(days=days)).isoformat(),
            "days": days,
            "file": files_of(papers[row.document_id]),
        }
        yield Finding("schedule.late", evidence, row.document_id, row.unit_id, row.task.key)


def missing(case: Case) -> Iterator[Finding]:
    """Papers that a member owes, and the scans of the inbox that brought papers but not this one."""
    seen = [file for file in case.files if file.state is not FileState.PASSED_OVER]
    scans = sorted({file.received_at for file in seen})
    for row in _in_state(case, ScheduleState.MISSING):
        evidence = {
            "unit": unit_name(case, row.unit_id),
            "task": row.task.key,
            "due_on": row.task.due_on.isoformat() if row.task.due_on else "",
            "files_seen": len(seen),
            "scans": scans,
        }
        yield Finding("schedule.missing", evidence, None, row.unit_id, row.task.key)


def not_counted(case: Case) -> Iterator[Finding]:
    """Papers for a missing task that are here but had not come on the day, as far as their own day is sure."""
    papers: dict[tuple[str | None, str | None], list[Paper]] = {}
    for paper in case.papers:
        if paper.kind is not Kind.SCORE_SHEET and paper.state is not DocumentState.SUPERSEDED:
            papers.setdefault((paper.unit_id, paper.task_key), []).append(paper)
    for row in _in_state(case, ScheduleState.MISSING):
        for paper in papers.get((row.unit_id, row.task.key), ()):
            evidence = {
                "file": files_of(paper),
                "unit": unit_name(case, row.unit_id),
                "task": row.task.key,
                "as_of": case.as_of.isoformat(),
                "received_at": paper.first_received_at,
            }
            yield Finding("schedule.not_counted", evidence, paper.document_id, row.unit_id, row.task.key)


def _in_state(case: Case, state: ScheduleState) -> Iterator[ScheduleRow]:
    return (row for row in case.schedule if row.state is state)
