"""How many units reported in time: only where the plan has a day to be in time for."""

from datetime import date

import pytest

from extractors.records import NOWHERE
from pipeline.figures import Figure
from pipeline.records import DocumentState, Kind, Paper, Role, ScheduleRow, ScheduleState, Task, Unit
from pipeline.reports.received import Receipt, receipt_counts, receipt_rows
from tests.pipeline.reports.invented import inbox_file, view

FILE = inbox_file(1, "stc/bao-cao.docx", "2020-12-01")
PAPER = Paper(
    1, (FILE,), "stc", Kind.PLAN_REPORT_YEAR, "7", DocumentState.ACCEPTED, None, "2020-12-01T08:00:00+07:00", {}
)


def receipt(due_on: date | None, state: ScheduleState, late: int | None) -> Receipt:
    task = Task("7", "7", 4, "Báo cáo tổng kết", None, due_on, (("stc", Role.ALL),), NOWHERE)
    row = ScheduleRow(task, "stc", Role.ALL, 1, state, late)
    return Receipt(Unit("stc", "Sở Tài chính", "STC"), PAPER, (), row)


@pytest.mark.parametrize(
    ("due_on", "state", "late", "counted", "printed"),
    [
        (date(2020, 12, 15), ScheduleState.ON_TIME, 0, "on_time", "Đúng hạn"),
        (None, ScheduleState.ON_TIME, None, "undecided", "Đã nhận"),
    ],
)
def test_a_report_without_a_day_is_not_in_time(due_on, state, late, counted, printed):
    received = (receipt(due_on, state, late),)
    shown = receipt_counts(Kind.PLAN_REPORT_YEAR, received)
    told = {key: shown[key].text for key in ("on_time", "late", "undecided") if isinstance(shown[key], Figure)}
    assert {key: text for key, text in told.items() if text != "0"} == {counted: "01"}
    assert receipt_rows(view(), received)[0]["state"] == printed
