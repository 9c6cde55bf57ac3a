"""What was dear to make is remembered within bounds; a failure is not remembered for good."""

from pipeline.web.memory import WHILE, Memory


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_failure_is_tried_again_after_a_while_and_a_success_is_kept():
    clock = Clock()
    memory = Memory(clock=clock)
    memory.put(("a",), None)
    memory.put(("b",), b"drawn")
    assert (memory.holds(("a",)), memory.get(("a",))) == (True, None)
    clock.now = WHILE + 1
    assert not memory.holds(("a",))
    assert memory.get(("b",)) == b"drawn"


def test_the_longest_unused_goes_where_there_is_no_room():
    memory = Memory(room=3500)
    for name in "abc":
        memory.put((name,), b"x" * 1000)
    memory.get(("a",))
    memory.put(("d",), b"x" * 1000)
    assert [memory.holds((name,)) for name in "abcd"] == [True, False, True, True]
    assert memory.size() <= 3500


def test_what_is_larger_than_the_room_is_kept_alone():
    memory = Memory(room=100)
    memory.put(("a",), b"x" * 1000)
    memory.put(("b",), b"x" * 1000)
    assert [memory.holds((name,)) for name in "ab"] == [False, True]
