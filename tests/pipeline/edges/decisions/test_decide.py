"""Decisions: append-only, told in the log in the same transaction, outliving every reading."""

from dataclasses import replace

import pytest

from extractors.records import Status
from pipeline.decided_values import FACTS, OF_THE_PAPER, Choice, NotAllowed
from pipeline.edges.log import broken_at
from pipeline.edges.store_aliases import with_aliases
from pipeline.edges.store_decisions import decide, undo, unlogged
from tests.pipeline.cases import BLOCK, fact, read_file, report, score, words, year_report
from tests.pipeline.edges.decisions.year import FILES, UNSURE, checked, opened, rows

pytestmark = pytest.mark.usefixtures("english")


def test_a_confirmed_value_and_a_corrected_one(workspace):
    decide(workspace, "lan", [Choice(1, "issued_on", "10/6/2022"), Choice(2, "total_self_score", "95,5", "cộng sai")])
    papers = checked(workspace)
    day, total = papers[1].facts["issued_on"].fact, papers[2].facts["total_self_score"].fact
    assert (day.value, day.status, day.method) == ("2022-06-10", Status.CONFIRMED, "person")
    assert (total.value, total.status) == (95.5, Status.CORRECTED)


def test_every_decision_is_in_the_log(workspace):
    decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (event,) = rows(workspace, "SELECT who, what, subject, detail FROM events")
    assert (event["who"], event["what"], event["subject"]) == ("lan", "decide", "2/total_self_score")
    (decision,) = rows(workspace, "SELECT * FROM audit_decisions")
    assert (decision["before"], decision["after"], decision["reason"]) == ("96", "95.5", "cộng sai")
    assert unlogged(workspace.db) == []
    assert broken_at(workspace.db) is None


def test_a_decision_that_was_changed_behind_the_triggers_shows(workspace):
    (decision,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    workspace.db.execute("DROP TRIGGER decisions_update")
    workspace.db.execute("UPDATE decisions SET after = '99'")
    assert unlogged(workspace.db) == [decision]


@pytest.mark.parametrize(
    "wrong",
    [
        Choice(2, "total_self_score", "95,5"),
        Choice(2, "total_self_score", "chín", "lý do"),
        Choice(1, "issued_on", "31/6/2022", "lý do"),
        Choice(1, "unit_id", "sở-lạ", "lý do"),
        Choice(9, "number", "1/BC-STC", "lý do"),
        Choice(2, "score:X/self_score", "1", "lý do"),
        Choice(2, "score:I/password", "1", "lý do"),
        Choice(None, "finding:0000", "accepted", "lý do"),
    ],
)
def test_what_cannot_stand_changes_nothing_at_all(workspace, wrong):
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(1, "issued_on", "2022-06-10"), wrong])
    assert rows(workspace, "SELECT * FROM decisions") == []
    assert rows(workspace, "SELECT * FROM events") == []


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("foo", "1"),
        ("password", "x"),
        ("total_council_score", "9"),
        ("total_password_score", "9"),
        ("count:granted/ldttt/individual", "3"),
        ("count:given/ldtt/individual", "3"),
        ("count:granted/ldtt/everybody", "3"),
        ("finding", "accepted"),
        ("", "1"),
    ],
)
def test_only_what_a_paper_can_say_is_decided(workspace, field, after):
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(2, field, after, "lý do")])
    assert rows(workspace, "SELECT * FROM decisions") == []


@pytest.mark.parametrize("field", [*FACTS, *OF_THE_PAPER, "count:granted/ldtt/individual", "score:I/block_score"])
def test_whatever_a_paper_can_say_is_decided(workspace, field):
    typed = {"issued_on": "1/12/2022", "period": "2022", "unit_id": "stc", "kind": "other", "task_key": "2"}
    value = typed.get(field, "accepted" if field == "state" else "9")
    assert len(decide(workspace, "lan", [Choice(2, field, value, "lý do")])) == 1


def test_a_fact_that_the_paper_has_is_decided_whatever_its_name(workspace):
    says = {"number": "9/BC-STC", "count:granted/ky_niem_chuong/any": "3"}
    read = read_file(3, report(**says), words(900))
    checked(workspace, (*FILES, read))
    assert decide(workspace, "lan", [Choice(3, "count:granted/ky_niem_chuong/any", "4", "đếm lại")])


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("subject", "x" * 2001),
        ("issuer", "x" * 401),
        ("issued_on", "10/6/2202"),
        ("issued_on", "10/6/1922"),
        ("period", "2202"),
        ("number", "không số"),
        ("count:granted/ldtt/individual", "100001"),
    ],
)
def test_what_can_hardly_be_true_is_refused_though_a_reason_is_given(workspace, field, after):
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(1, field, after, "lý do")])
    assert rows(workspace, "SELECT * FROM decisions") == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 401])
def test_a_unit_s_name_is_one(workspace, name):
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(1, f"alias:{name}", "stc", "tên cũ")])
    assert decide(workspace, "lan", [Choice(1, "alias:Sở Tài chánh", "stc", "tên cũ")])


def test_a_reason_has_an_end(workspace):
    with pytest.raises(NotAllowed, match="1000 letters"):
        decide(workspace, "lan", [Choice(1, "issued_on", "11/6/2022", "x" * 1001)])
    (made,) = decide(workspace, "lan", [Choice(1, "issued_on", "11/6/2022", "x" * 1000)])
    with pytest.raises(NotAllowed, match="1000 letters"):
        undo(workspace, "lan", made, "x" * 1001)


ODD_FACTS = {
    "total_max_score": 100.0,
    "total_self_score": fact("total_self_score", 101.0, UNSURE),
    "issued_on": fact("issued_on", "2202-06-10", UNSURE),
}

ODD_ROWS = [score("I", "10.5", status=UNSURE), replace(score("II", "-2"), row=2)]

ODD = (read_file(1, year_report(**ODD_FACTS), words(0), scores=ODD_ROWS),)


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("score:I/self_score", "10,5"),
        ("score:II/self_score", "-2"),
        ("total_self_score", "101"),
        ("issued_on", "2202-06-10"),
    ],
)
def test_what_a_paper_says_beyond_its_bounds_is_confirmed_with_a_reason_alone(tmp_path, field, after):
    workspace = opened(tmp_path)
    checked(workspace, ODD)
    with pytest.raises(NotAllowed, match="give the reason"):
        decide(workspace, "lan", [Choice(1, field, after)])
    assert decide(workspace, "lan", [Choice(1, field, after, "bản ký ghi thế")])
    workspace.db.close()


def test_a_deduction_is_below_nothing_and_a_bonus_beyond_the_maximum(workspace):
    decide(
        workspace, "lan", [Choice(2, "score:I/deduction", "-2", "bị trừ"), Choice(2, "score:I/bonus", "12", "thưởng")]
    )
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(2, "score:I/bonus", "100001", "thưởng")])


def test_texts_are_kept_as_papers_are_read(workspace):
    typed = {"number": "152 / BC-STC", "doc_type": "báo cáo", "recipients": "Như trên; Lưu: VT"}
    kept = {"number": "152/BC-STC", "doc_type": "BÁO CÁO", "recipients": '["Như trên", "Lưu: VT"]'}
    decide(workspace, "lan", [Choice(1, field, text, "bản ký") for field, text in typed.items()])
    assert {row["field"]: row["after"] for row in rows(workspace, "SELECT field, after FROM decisions")} == kept


def test_a_field_that_was_not_found_can_be_filled_in_and_one_that_is_not_there_emptied(workspace):
    decide(workspace, "lan", [Choice(1, "signer_name", "Hoàng Văn Thử", "ký tay"), Choice(1, "issued_on", None, "mờ")])
    papers = checked(workspace)
    assert papers[1].facts["signer_name"].fact.value == "Hoàng Văn Thử"
    assert papers[1].facts["issued_on"].fact.value is None
    assert papers[1].facts["issued_on"].fact.status is Status.CORRECTED


def test_a_score_row(workspace):
    decide(workspace, "lan", [Choice(2, "score:II/self_score", "8"), Choice(2, "score:I/self_score", "9", "thẩm định")])
    first, second = checked(workspace)[2].scores
    assert (str(first.row.self_score), first.row.status) == ("9", Status.CORRECTED)
    assert second.row.status is Status.CONFIRMED


def test_a_decision_outlives_another_reading_which_is_told_where_it_contradicts(workspace):
    decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    now = {"total_self_score": fact("total_self_score", 90.0)}
    again = (FILES[0], read_file(2, year_report(**now), words(500), scores=[score("I", "9.5")]))
    paper = checked(workspace, again)[2]
    assert paper.facts["total_self_score"].fact.value == 95.5
    (told,) = rows(workspace, "SELECT message FROM findings WHERE code = 'decision.contradicted'")
    assert "95,5" in told["message"]
    assert "90" in told["message"]
    decide(workspace, "lan", [Choice(2, "total_self_score", "95,5")])
    checked(workspace, again)
    assert not rows(workspace, "SELECT * FROM findings WHERE code = 'decision.contradicted'"), "looked at again"


def test_the_same_reading_again_contradicts_nothing(workspace):
    decide(workspace, "lan", [Choice(2, "score:I/self_score", "9", "thẩm định")])
    checked(workspace)
    assert not rows(workspace, "SELECT * FROM findings WHERE code = 'decision.contradicted'")


def test_a_decision_on_a_file_follows_it_into_the_paper_that_it_joins(workspace):
    decide(workspace, "lan", [Choice(2, "signer_name", "Hoàng Văn Thử", "ký tay")])
    draft = read_file(0, year_report(number=None), words(500))
    papers = checked(workspace, (draft, *FILES))
    assert papers[0].facts["signer_name"].fact.value == "Hoàng Văn Thử"


def test_a_confirmed_name_belongs_to_its_unit_until_it_is_taken_back(workspace):
    (decision,) = decide(workspace, "lan", [Choice(1, "alias:Sở Tài chánh", "stc", "tên cũ")])
    units = {unit.id: unit for unit in with_aliases(BLOCK, workspace.db).units}
    assert units["stc"].aliases[-1].name == "Sở Tài chánh"
    undo(workspace, "lan", decision)
    assert with_aliases(BLOCK, workspace.db) == BLOCK


def test_a_finding_is_answered_with_a_reason(workspace):
    (finding,) = rows(workspace, "SELECT * FROM findings WHERE code = 'schedule.missing' LIMIT 1")
    field = f"finding:{finding['fingerprint']}"
    with pytest.raises(NotAllowed):
        decide(workspace, "lan", [Choice(None, field, "accepted")])
    decide(workspace, "lan", [Choice(None, field, "confirmed_by_unit", "đơn vị gửi sau")])
    checked(workspace)
    query = f"SELECT answer, answered_by FROM audit_findings WHERE finding_id = {finding['finding_id']}"
    assert rows(workspace, query) == [{"answer": "confirmed_by_unit", "answered_by": "lan"}]


def test_who_is_cut_off_between_a_decision_and_its_event_leaves_neither(workspace, monkeypatch):
    def cut_off(*_rest):
        raise KeyboardInterrupt

    events = rows(workspace, "SELECT * FROM events")
    monkeypatch.setattr("pipeline.edges.log.append", cut_off)
    with pytest.raises(KeyboardInterrupt):
        decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    assert rows(workspace, "SELECT * FROM decisions") == []
    assert rows(workspace, "SELECT * FROM events") == events
