"""Sessions end, wrong tries are counted, and neither piles up."""

from pipeline.edges.store_accounts import Account
from pipeline.web.sessions import IDLE, LONGEST, NAMES, TRIES, WAIT, Sessions

LAN = Account("lan", "reviewer")


def test_sessions_end_by_themselves():
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    secret = sessions.begin(LAN)
    for _ in range(int(LONGEST / IDLE) * 2):
        now[0] += IDLE / 2
        assert sessions.who(secret) == LAN
    now[0] += IDLE / 2
    assert sessions.who(secret) is None, "the longest"
    secret = sessions.begin(LAN)
    now[0] += IDLE + 1
    assert sessions.who(secret) is None, "idle"


def test_tries_are_free_again_after_the_wait():
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    for _ in range(TRIES):
        sessions.tried("lan")
    assert not sessions.may_try("lan")
    assert sessions.may_try("minh")
    now[0] += WAIT
    assert sessions.may_try("lan")


def test_notes_of_wrong_passwords_and_ended_sessions_do_not_pile_up():
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    for number in range(NAMES * 3):
        sessions.tried(f"tên {number}")
    for _ in range(TRIES):
        sessions.tried("lan")
    assert not sessions.may_try("lan")
    assert len(sessions._wrong) <= NAMES
    old = [sessions.begin(Account("minh", "reader")) for _ in range(50)]
    now[0] = LONGEST + 1
    sessions.tried("minh")
    sessions.begin(Account("minh", "reader"))
    assert len(sessions._open) == 1
    assert sessions.who(old[0]) is None
    assert "lan" not in sessions._wrong
