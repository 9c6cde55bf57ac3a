"""What is handed out comes back as it ends, and never is more out than may be."""

from concurrent.futures import Future
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.edges.reading import Job
from pipeline.edges.under_way import UnderWay


def shares(sizes):
    numbers = iter(range(sum(sizes)))
    return [tuple(Job(next(numbers), Path()) for _ in range(size)) for size in sizes]


class Readers:
    """Those who read: they end what they have in whatever order."""

    def __init__(self):
        self.out = {}
        self.most = 0

    def submit(self, share):
        self.out[share] = Future()
        self.most = max(self.most, sum(map(len, self.out)))
        return self.out[share]

    def end(self, share):
        self.out.pop(share).set_result(share)


@given(st.lists(st.integers(1, 4), max_size=30), st.integers(1, 12), st.data())
def test_everything_comes_back_once_in_the_order_in_which_it_ends(sizes, ahead, data):
    readers, due = Readers(), shares(sizes)
    under_way = UnderWay(due, readers.submit, ahead)
    ended = []
    for share, future in iter(lambda: _next_ended(under_way, readers, ended, data), None):
        assert future.result() == share == ended[-1]
    assert set(ended) == set(due)
    assert len(ended) == len(due)
    assert readers.most <= ahead + 3


def _next_ended(under_way, readers, ended, data):
    """Has any share end that is out, and takes it; None where nothing is left."""
    if not readers.out:
        return None
    ended.append(data.draw(st.sampled_from(list(readers.out))))
    readers.end(ended[-1])
    return next(under_way.ended(1))


def test_where_nothing_ends_for_a_moment_that_is_told():
    readers, (first, second) = Readers(), shares([1, 1])
    ended = UnderWay([first, second], readers.submit, 10).ended(0.01)
    assert next(ended) is None
    readers.end(second)
    assert next(ended)[0] == second
    assert next(ended) is None
    readers.end(first)
    assert next(ended)[0] == first
    assert next(ended, "over") == "over"


def test_a_share_that_is_handed_out_again_is_waited_for():
    readers, (share,) = Readers(), shares([1])
    under_way = UnderWay([share], readers.submit, 10)
    ended = under_way.ended(1)
    readers.end(share)
    assert next(ended)[0] == share
    under_way.hand_out(share)
    readers.end(share)
    assert next(ended)[0] == share
    assert next(ended, "over") == "over"


def test_what_has_not_ended_and_what_never_was_handed_out_is_taken_back():
    readers, due = Readers(), shares([1, 1, 1, 1])
    under_way = UnderWay(due, readers.submit, 2)
    ended = under_way.ended(1)
    readers.end(due[1])
    assert next(ended)[0] == due[1]
    assert under_way.taken_back() == [due[0], due[2], due[3]]
    assert next(ended, "over") == "over"


@given(st.integers(1, 30), st.integers(1, 12), st.integers(1, 12), st.integers(0, 30))
def test_what_goes_on_in_another_way_keeps_to_what_is_allowed_then(files, first, then, at):
    one, other, due = Readers(), Readers(), shares([1] * files)
    under_way = UnderWay(due, one.submit, first)
    ended = []
    for number in range(files):
        if number == at:
            under_way.go_on(other.submit, then)
        readers = one if one.out else other
        ended.append(next(iter(readers.out)))
        readers.end(ended[-1])
        assert next(under_way.ended(1))[0] == ended[-1]
    assert ended == due
    assert other.most <= then
