"""The tests of the guide test something: what does not match is told."""

import pytest

from tests.docs.blocks import blocks, commands, matches

PAGE = """# A page

<!-- exit 1 -->
```console
$ thidua run
one
two
$ thidua status
```

```python
print("x")
```
"""


def test_blocks_are_found_with_their_marks_and_lines():
    first, second = blocks(PAGE)
    assert (first.language, first.mark, first.about, first.line) == ("console", "exit", "1", 4)
    assert (second.language, second.mark, second.text) == ("python", "", 'print("x")\n')


def test_commands_carry_what_is_shown():
    assert [(c.text, c.shown) for c in commands(blocks(PAGE)[0].text)] == [
        ("thidua run", "one\ntwo\n"),
        ("thidua status", ""),
    ]


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("one\ntwo", "one  \ntwo\n"),
        ("…\ntwo", "two"),
        ("…\ntwo", "zero\none\ntwo"),
        ("one\n…", "one"),
        ("one\n…", "one\ntwo\nthree"),
        ("one\n…\nfour", "one\nfour"),
        ("one\n…\nfour", "one\ntwo\nthree\nfour"),
        ("file …: 3 (a.b)", "file x y: 3 (a.b)"),
    ],
)
def test_what_is_shown_is_printed(shown, printed):
    assert matches(shown, printed)


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("one", "one\ntwo"),
        ("two", "one\ntwo"),
        ("one\n…\nfour", "one\ntwo\nfive"),
        ("file …: 3", "file x\ny: 3"),
        ("a.b", "aXb"),
    ],
)
def test_what_is_not_printed_is_told(shown, printed):
    assert not matches(shown, printed)
