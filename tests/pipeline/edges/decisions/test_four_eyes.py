"""With four eyes a changed score holds once a second person approves: no other account of the first one."""

import contextlib
import unicodedata
from dataclasses import replace

import pytest

from extractors.records import Status
from pipeline.decided_values import Choice, NotAllowed
from pipeline.edges import store_accounts
from pipeline.edges.store_decisions import approve, decide, undo, unlogged
from tests.pipeline.cases import BLOCK, fact, read_file, words, year_report
from tests.pipeline.edges.decisions.year import FILES, UNSURE, approved_change, checked, opened, rows, told, total

pytestmark = pytest.mark.usefixtures("english")


def account(workspace, name, role="approver", person=""):
    store_accounts.put(workspace, store_accounts.Account(name, role), "mật khẩu dài", person)


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


def test_what_a_paper_reads_after_a_check_is_what_counts_even_where_it_was_decided_once(four_eyes):
    approve(four_eyes, "minh", undo(four_eyes, "lan", approved_change(four_eyes)))
    now = {"total_self_score": fact("total_self_score", 95.5)}
    checked(four_eyes, (FILES[0], read_file(2, year_report(**now), words(500))))
    four_eyes.log("derive", "check", {})
    (changed,) = decide(four_eyes, "lan", [Choice(2, "total_self_score", "96", "bản cũ")])
    assert told(four_eyes, changed) == ("95.5", "96")
    assert [row["decision_id"] for row in rows(four_eyes, "SELECT * FROM held_decisions")] == [changed]


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
