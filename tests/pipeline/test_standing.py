"""Nothing twice: what was derived from the same is taken from the store, and anything that changed is seen."""

from datetime import date

import docx
import pytest

from pipeline import run, standing
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.standing import Standing
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report

DAY = date(2023, 1, 10)


@pytest.fixture
def workspace(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    write_year_report(root / "inbox/syt.docx", "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    write_year_report(root / "inbox/sct.docx", "Sở Công Thương", "9/BC-SCT", "05 tháng 01 năm 2023", GOOD, "90")
    with opened(aged(root)) as opened_workspace:
        read_in(opened_workspace)
        yield opened_workspace


def read_in(workspace):
    run.plan(workspace)
    run.receive(workspace)
    with local(1) as read:
        run.extract(workspace, read)


@pytest.fixture
def checked(monkeypatch):
    """The days on which `check` was done in earnest."""
    days = []
    check = run.check
    monkeypatch.setattr(run, "check", lambda workspace, as_of: days.append(as_of) or check(workspace, as_of))
    return days


EDITED = {"plan": "ke-hoach.docx", "criteria": "tieu-chi.docx"}


def edit(paper):
    """Has the last cell of the paper's last table say something more."""
    opened_paper = docx.Document(paper)
    opened_paper.tables[-1].rows[-1].cells[1].add_paragraph("Thêm một việc.")
    opened_paper.save(paper)


def told(outcome):
    papers = [(p.document_id, p.unit_id, p.kind, p.task_key, p.state, p.doubts) for p in outcome.papers]
    return papers, outcome.schedule, [(f.code, f.document_id, f.unit_id, f.task_key) for f in outcome.findings]


def test_the_same_inputs_are_checked_once_and_say_the_same(workspace, checked):
    first, second = Standing(workspace, DAY).outcome, Standing(workspace, DAY).outcome
    assert checked == [DAY]
    assert first.findings
    assert told(second) == told(first)


def test_another_day_is_checked_anew_and_so_is_the_first_after_it(workspace, checked):
    days = [DAY, date(2022, 12, 1), DAY]
    for day in days:
        _ = Standing(workspace, day).outcome
    assert checked == days


@pytest.mark.parametrize("change", ["paper", "plan", "criteria", "block", "decision", "program"])
def test_whatever_the_check_depends_on_is_checked_anew(workspace, checked, change, monkeypatch):
    _ = Standing(workspace, DAY).outcome
    if change == "paper":
        write_year_report(workspace.inbox / "s.docx", "Sở Y tế", "2/BC-SYT", "9 tháng 12 năm 2022", GOOD, "91,5")
        read_in(workspace)
    elif change in EDITED:
        edit(workspace.root / EDITED[change])
    elif change == "decision":
        row = {"at": "2023-01-01", "who": "a", "document_id": 1, "field": "number", "after": "1/BC-SYT", "reason": ""}
        workspace.db.table("decisions").insert(row)
    elif change == "program":
        monkeypatch.setattr("pipeline.edges.store_derived._program", lambda: "another")
    elif change == "block":
        file = workspace.root / "khoi.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("number 5", "") + "\n[ranking]\n", encoding="utf-8")
        file.write_text(file.read_text(encoding="utf-8").replace("Lâm Sơn", "Lâm Hà"), encoding="utf-8")
        with opened(workspace.root) as again:
            _ = Standing(again, DAY).outcome
        assert checked == [DAY, DAY]
        return
    _ = Standing(workspace, DAY).outcome
    assert checked == [DAY, DAY]


def test_reports_are_written_once_and_again_where_one_is_gone_or_was_changed(workspace, checked, monkeypatch):
    first = Standing(workspace, DAY).reports(("h1",))
    assert all(path.is_file() for path in first)
    assert Standing(workspace, DAY).reports(("h1",)) == first
    assert checked == [DAY]
    first[0].write_bytes(b"changed by hand")
    assert Standing(workspace, DAY).reports(("h1",)) == first
    assert first[0].read_bytes() != b"changed by hand"
    monkeypatch.setattr(standing, "_templates", lambda _root: "edited")
    Standing(workspace, DAY).reports(("h1",))
    assert checked == [DAY]


def test_no_paper_is_written_from_what_another_hand_changed(workspace):
    honest = [path.read_bytes() for path in Standing(workspace, DAY).reports(("year",))]
    workspace.db.execute("UPDATE documents SET state = 'superseded'")
    workspace.db.execute("UPDATE schedule SET state = 'late', days_late = 3 WHERE state = 'on_time'")
    workspace.db.execute("DELETE FROM derived WHERE stage LIKE 'report%'")
    assert [path.read_bytes() for path in Standing(workspace, DAY).reports(("year",))] == honest


def test_rehash_sees_what_size_and_time_hide(workspace):
    import os

    from pipeline.edges import store_files

    path = workspace.inbox / "syt.docx"
    before, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not run.receive(workspace).states
    assert sum(run.receive(workspace, store_files.passed_over_stats).states.values()) == 1
    assert not run.receive(workspace, store_files.passed_over_stats).states
