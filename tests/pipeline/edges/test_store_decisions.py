"""Decisions: append-only, told in the log in the same transaction, outliving every reading."""

import contextlib
import unicodedata
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import Status
from pipeline.decided_values import FACTS, OF_THE_PAPER, NotAllowed
from pipeline.edges import store_accounts
from pipeline.edges.database import open_store
from pipeline.edges.log import broken_at
from pipeline.edges.store_aliases import with_aliases
from pipeline.edges.store_decisions import approve, decide, standing, undo, unlogged
from pipeline.edges.store_outcome import put_outcome, put_plan
from pipeline.edges.workspace import Workspace
from pipeline.stages.check import assemble
from tests.pipeline.cases import AS_OF, BLOCK, PLAN, fact, read_file, report, score, words, year_report

pytestmark = pytest.mark.usefixtures("english")

AT = "2023-01-31T08:00:00+07:00"
UNSURE = Status.NEEDS_REVIEW


class Choice(NamedTuple):
    document_id: int | None
    field: str
    after: str | None
    reason: str = ""


FILES = (
    read_file(1, report(issued_on=fact("issued_on", "2022-06-10", UNSURE)), words(0)),
    read_file(
        2,
        year_report(total_self_score=fact("total_self_score", 96.0, UNSURE)),
        words(500),
        scores=[score("I", "9.5"), replace(score("II", "8", status=UNSURE), row=2)],
    ),
)


def checked(workspace, files=FILES):
    """The block's year, checked and stored; the files' rows are there."""
    for read in files:
        row = {name: getattr(read.file, name) for name in ("file_id", "file_name", "sha256", "bytes", "received_at")}
        workspace.db.table("files").insert({**row, "modified_ns": 0, "state": "read"}, pk="file_id", ignore=True)
    done = [read.file for read in files]
    outcome = assemble(workspace.block, PLAN, (), tuple(files), tuple(done), standing(workspace.db), AS_OF)
    with workspace.db.atomic():
        put_plan(workspace.db, PLAN.tasks, ())
        put_outcome(workspace.db, outcome)
    return {paper.document_id: paper for paper in outcome.papers}


def opened(folder, block=BLOCK):
    return Workspace(folder, block, open_store(folder / "thidua.db"), lambda: AT)


@pytest.fixture
def workspace(tmp_path):
    workspace = opened(tmp_path)
    checked(workspace)
    yield workspace
    workspace.db.close()


def rows(workspace, query):
    return list(workspace.db.query(query))


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


def test_undo_is_a_decision_and_brings_back_what_held_before(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    undo(workspace, "minh", second)
    assert checked(workspace)[2].facts["total_self_score"].fact.value == 95.5
    undo(workspace, "minh", first)
    assert checked(workspace)[2].facts["total_self_score"].fact.status is UNSURE
    with pytest.raises(NotAllowed):
        undo(workspace, "minh", first)
    assert len(rows(workspace, "SELECT * FROM decisions")) == 4
    assert unlogged(workspace.db) == []


def test_with_four_eyes_a_changed_score_waits_for_a_second_person(tmp_path):
    workspace = opened(tmp_path, replace(BLOCK, four_eyes=True))
    checked(workspace)
    changed, _same, _day = decide(
        workspace,
        "lan",
        [
            Choice(2, "total_self_score", "95,5", "cộng sai"),
            Choice(2, "score:II/self_score", "8"),
            Choice(1, "issued_on", "11/6/2022", "xem bản ký"),
        ],
    )
    paper = checked(workspace)[2]
    assert paper.facts["total_self_score"].fact.status is UNSURE
    assert paper.scores[1].row.status is Status.CONFIRMED, "to say the same again changes no score"
    with pytest.raises(NotAllowed):
        approve(workspace, "lan", changed)
    approve(workspace, "minh", changed)
    with pytest.raises(NotAllowed):
        approve(workspace, "hoa", changed)
    assert checked(workspace)[2].facts["total_self_score"].fact.value == 95.5
    workspace.db.close()


@pytest.fixture
def four_eyes(tmp_path):
    workspace = opened(tmp_path, replace(BLOCK, four_eyes=True))
    checked(workspace)
    yield workspace
    workspace.db.close()


def total(workspace):
    return checked(workspace)[2].facts["total_self_score"].fact


def approved_change(workspace, after="95,5"):
    (changed,) = decide(workspace, "lan", [Choice(2, "total_self_score", after, "cộng sai")])
    approve(workspace, "minh", changed)
    return changed


def told(workspace, decision):
    (row,) = rows(workspace, f"SELECT before, after FROM decisions WHERE decision_id = {decision}")
    return row["before"], row["after"]


def test_with_four_eyes_taking_back_an_approved_score_waits_for_a_second_person_too(four_eyes):
    changed = approved_change(four_eyes)
    taken_back = undo(four_eyes, "lan", changed, "nhầm")
    assert total(four_eyes).value == 95.5, "it holds until another person approves"
    assert [row["decision_id"] for row in rows(four_eyes, "SELECT * FROM held_decisions")] == [taken_back]
    with pytest.raises(NotAllowed, match="another person"):
        approve(four_eyes, "lan", taken_back)
    with pytest.raises(NotAllowed, match="waits for a second person"):
        undo(four_eyes, "hoa", changed)
    approve(four_eyes, "minh", taken_back)
    assert total(four_eyes).status is UNSURE
    assert rows(four_eyes, "SELECT * FROM held_decisions") == []
    assert [row["field"] for row in rows(four_eyes, "SELECT * FROM review_queue")].count("total_self_score") == 1
    assert unlogged(four_eyes.db) == []


def test_who_made_a_change_that_still_waits_withdraws_it_freely(four_eyes):
    (changed,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    withdrawn = undo(four_eyes, "lan", changed)
    assert rows(four_eyes, "SELECT * FROM held_decisions") == []
    assert told(four_eyes, withdrawn) == ("96", "96"), "nothing changed"
    with pytest.raises(NotAllowed):
        approve(four_eyes, "minh", changed)


def test_an_undo_that_waits_can_be_withdrawn_and_asked_for_again(four_eyes):
    changed = approved_change(four_eyes)
    undo(four_eyes, "hoa", undo(four_eyes, "lan", changed))
    assert total(four_eyes).value == 95.5
    assert rows(four_eyes, "SELECT * FROM held_decisions") == []
    again = undo(four_eyes, "lan", changed)
    approve(four_eyes, "minh", again)
    assert total(four_eyes).status is UNSURE


def test_without_a_change_of_the_score_an_undo_waits_for_nobody(four_eyes):
    (same, day) = decide(
        four_eyes, "lan", [Choice(2, "total_self_score", "96"), Choice(1, "issued_on", "11/6/2022", "xem bản ký")]
    )
    undo(four_eyes, "lan", same)
    undo(four_eyes, "lan", day)
    assert rows(four_eyes, "SELECT * FROM held_decisions") == []
    assert rows(four_eyes, "SELECT * FROM standing_decisions") == []


def test_an_undo_tells_the_value_that_stands_and_the_one_that_will(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    assert told(workspace, undo(workspace, "minh", second)) == ("94", "95.5")
    (third,) = decide(workspace, "lan", [Choice(2, "total_self_score", "93", "nhầm")])
    assert told(workspace, third)[0] == "95.5", "not what was taken back"
    assert told(workspace, undo(workspace, "minh", third)) == ("93", "95.5")
    assert told(workspace, undo(workspace, "minh", first)) == ("95.5", "96"), "what the paper reads"


def test_an_undo_brings_what_the_paper_reads_now(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    now = {"total_self_score": fact("total_self_score", 90.0)}
    checked(workspace, (FILES[0], read_file(2, year_report(**now), words(500), scores=[score("I", "9.5")])))
    assert told(workspace, undo(workspace, "minh", first)) == ("95.5", "90")


def test_what_was_taken_back_is_not_what_the_paper_reads_even_before_the_next_check(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    checked(workspace)
    undo(workspace, "minh", first)
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    (row,) = rows(workspace, f"SELECT before, read FROM decisions WHERE decision_id = {second}")
    assert row == {"before": "96", "read": "96"}


def test_what_a_paper_reads_after_a_check_is_what_counts_even_where_it_was_decided_once(four_eyes):
    approve(four_eyes, "minh", undo(four_eyes, "lan", approved_change(four_eyes)))
    now = {"total_self_score": fact("total_self_score", 95.5)}
    checked(four_eyes, (FILES[0], read_file(2, year_report(**now), words(500))))
    four_eyes.log("derive", "check", {})
    (changed,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "96", "bản cũ")])
    assert told(four_eyes, changed) == ("95.5", "96")
    assert [row["decision_id"] for row in rows(four_eyes, "SELECT * FROM held_decisions")] == [changed]


def test_a_decision_that_another_one_followed_is_not_taken_back_out_of_turn(workspace):
    (first,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (second,) = decide(workspace, "lan", [Choice(2, "total_self_score", "94", "nhầm")])
    with pytest.raises(NotAllowed, match=f"decision {second} came after"):
        undo(workspace, "minh", first)
    back = undo(workspace, "minh", second)
    with pytest.raises(NotAllowed, match="decide the value anew"):
        undo(workspace, "minh", back)
    undo(workspace, "minh", first)


def test_a_decision_that_waits_is_not_approved_once_another_value_stands(four_eyes):
    (older,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    (newer,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "94", "theo bảng")])
    approve(four_eyes, "minh", newer)
    with pytest.raises(NotAllowed, match="changed since"):
        approve(four_eyes, "minh", older)
    assert total(four_eyes).value == 94
    undo(four_eyes, "minh", older)
    assert rows(four_eyes, "SELECT * FROM held_decisions") == []


def test_a_confirmation_in_between_overtakes_a_decision_that_waits(four_eyes):
    (older,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    decide(four_eyes, "hoa", [Choice(2, "total_self_score", "96")])
    with pytest.raises(NotAllowed, match="changed since"):
        approve(four_eyes, "minh", older)


def test_a_change_of_a_paper_that_was_read_anew_meanwhile_is_not_approved(four_eyes):
    (waits,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    again = (FILES[0], read_file(2, year_report(total_self_score=fact("total_self_score", 90.0)), words(500)))
    checked(four_eyes, again)
    with pytest.raises(NotAllowed, match="now it is 90"):
        approve(four_eyes, "minh", waits)


def test_two_accounts_of_one_person_are_not_four_eyes(tmp_path):
    workspace = opened(tmp_path, replace(BLOCK, four_eyes=True))
    checked(workspace)
    for name, role, person in (("lan", "reviewer", ""), ("lan2", "approver", " Lan "), ("minh", "approver", "")):
        store_accounts.put(workspace, store_accounts.Account(name, role), "mật khẩu dài", person)
    (changed,) = decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    with pytest.raises(NotAllowed):
        approve(workspace, "lan2", changed)
    store_accounts.put(workspace, store_accounts.Account("lan2", "approver"), "mật khẩu khác")
    with pytest.raises(NotAllowed):
        approve(workspace, "lan2", changed)
    approve(workspace, "minh", changed)
    workspace.db.close()


def account(workspace, name, role="approver", person=""):
    store_accounts.put(workspace, store_accounts.Account(name, role), "mật khẩu dài", person)


@pytest.mark.parametrize("twin", ["lan anh", "LAN ANH", " Lan  Anh", "Lan Anh".replace("a", "\u0430")])
def test_names_that_look_the_same_are_one_account(four_eyes, twin):
    account(four_eyes, "Lan Anh")
    with contextlib.suppress(NotAllowed):
        account(four_eyes, twin, "reader")
    assert [name for name, *_rest in store_accounts.listed(four_eyes.db)] == ["Lan Anh"]
    assert store_accounts.logged_in(four_eyes.root, twin, "mật khẩu dài").name == "Lan Anh"


def test_a_name_typed_in_two_encodings_is_one_account(four_eyes):
    account(four_eyes, unicodedata.normalize("NFD", "Hiền"))
    account(four_eyes, "Hiền", "reader")
    assert [(name, role) for name, role, *_rest in store_accounts.listed(four_eyes.db)] == [("Hiền", "reader")]
    account(four_eyes, "Minh")
    (changed,) = decide(four_eyes, "Hiền", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    with pytest.raises(NotAllowed):
        approve(four_eyes, unicodedata.normalize("NFD", "hiền"), changed)
    approve(four_eyes, "Minh", changed)


def test_accounts_that_differed_by_capitals_alone_are_one_person(four_eyes):
    for name in ("Lan", "lan"):
        four_eyes.db.table("accounts").insert({"name": name, "role": "approver", "password": "", "person": name})
    (changed,) = decide(four_eyes, "Lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    with pytest.raises(NotAllowed, match="another person"):
        approve(four_eyes, "lan", changed)


@pytest.mark.parametrize("renamed", ["lan", "lan2"])
def test_whose_account_it_was_when_it_decided_counts(four_eyes, renamed):
    account(four_eyes, "lan", "reviewer", "Lan")
    account(four_eyes, "lan2", "approver", "Lan")
    (changed,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    account(four_eyes, renamed, "approver", "Một người khác")
    with pytest.raises(NotAllowed, match="another person"):
        approve(four_eyes, "lan2", changed)


def test_an_account_that_passed_to_another_person_before_approves(four_eyes):
    account(four_eyes, "lan", "reviewer", "Lan")
    account(four_eyes, "truc", "approver", "Lan")
    account(four_eyes, "truc", "approver", "Minh")
    (changed,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    approve(four_eyes, "truc", changed)


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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.integers(0, 100).map(str), st.just("undo")), max_size=8))
def test_what_stands_is_the_last_that_was_not_undone(tmp_path_factory, steps):
    workspace = opened(tmp_path_factory.mktemp("any"))
    checked(workspace)
    held: list[tuple[int, str]] = []
    for step in steps:
        if step != "undo":
            (made,) = decide(workspace, "lan", [Choice(2, "total_self_score", step, "lý do")])
            held.append((made, step))
        elif held:
            undo(workspace, "lan", held.pop()[0])
    found = [decision.after for decision in standing(workspace.db)]
    assert found == [after for _, after in held[-1:]]
    assert broken_at(workspace.db) is None
    assert unlogged(workspace.db) == []
    workspace.db.close()


def test_who_is_cut_off_between_a_decision_and_its_event_leaves_neither(workspace, monkeypatch):
    def cut_off(*_rest):
        raise KeyboardInterrupt

    events = rows(workspace, "SELECT * FROM events")
    monkeypatch.setattr("pipeline.edges.log.append", cut_off)
    with pytest.raises(KeyboardInterrupt):
        decide(workspace, "lan", [Choice(2, "total_self_score", "95,5", "cộng sai")])
    assert rows(workspace, "SELECT * FROM decisions") == []
    assert rows(workspace, "SELECT * FROM events") == events
