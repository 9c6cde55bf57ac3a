"""Lines of keys, and every broken line of a text at once."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.toml_lines import scanned

pytestmark = pytest.mark.usefixtures("english")

TEXT = """\
# a comment
[block]
name = "Khối"
deputies = [
  "a",  # why
  "b",
]

[plan.due]
"7" = 2024-06-15

[[units]]
id = "stc"
aliases = ["Sở TC", {name = "Sở KH", until = 2025-02-28}]
[[units]]
id = "snv"
note = \"\"\"
several lines
\"\"\"
[units.extra]
deep.er = 1
"""

LINES = {
    ("block",): 2,
    ("block", "name"): 3,
    ("block", "deputies"): 4,
    ("block", "deputies", 1): 4,
    ("plan", "due", "7"): 10,
    ("units", 0): 12,
    ("units", 0, "id"): 13,
    ("units", 0, "aliases", 1, "until"): 14,
    ("units", 1): 15,
    ("units", 1, "id"): 16,
    ("units", 1, "note"): 17,
    ("units", 1, "extra", "deep", "er"): 21,
}

NAMES = st.text(alphabet="abcdefg-_", min_size=1, max_size=5)
VALUES = st.one_of(
    st.integers(-9, 9).map(str),
    st.sampled_from(
        ['"x"', '"a # b"', "2020-06-15", "true", "'c:\\d'", "[1,\n 2]", "[\n]", '{p = 1, q = "r"}', '"""a\nb"""']
    ),
)
SECTIONS = st.one_of(NAMES.map("[{}]".format), NAMES.map("[[{}]]".format), st.just("# a comment"), st.just(""))
STATEMENTS = st.one_of(SECTIONS, st.builds("{} = {}".format, NAMES, VALUES))
BROKEN = st.one_of(STATEMENTS, st.text(alphabet='ab=["]{}\n#, 1“', max_size=12))


@pytest.mark.parametrize(("path", "line"), LINES.items())
def test_a_key_stands_in_its_line(path, line):
    assert scanned(TEXT).line_of(path) == line


def test_what_is_not_there_is_looked_for_in_its_section():
    found = scanned(TEXT)
    assert found.line_of(("units", 1, "name")) == 15
    assert found.line_of(("nothing",)) is None


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("name = “Khối”", "straight quotes"),
        ("name = Khối", "in quotes"),
        ('name = "Khối', "closing quote"),
        ('aliases = ["a"', "closing square bracket"),
        ('alias = {name = "a"', "closing brace"),
        ("[block", "[block], [[units]]"),
        ("[[units]", "[block], [[units]]"),
        ("name", "name = value"),
        ("name =", "the value is missing"),
        ("day = 15/6/2026", "2026-06-15"),
        ("score = 9,5", "9.5"),
        ('file = "C:\\xa"', "/ in place of"),
        ('names = ["a" "b"]', "comma"),
    ],
)
def test_a_broken_line_is_told_with_what_is_expected_and_the_others_are_read(line, hint):
    found = scanned(f"a = 1\n{line}\n\n[other]\nb = 2\n")
    assert [(one.line, hint in one.text) for one in found.mistakes] == [(2, True)]
    assert found.data["a"] == 1
    assert found.data["other"] == {"b": 2}


def test_every_broken_line_is_told_at_once():
    found = scanned('a = x\nb = 1\nc = "\nd = [1\ne = 2\n')
    assert [one.line for one in found.mistakes] == [1, 3, 4]
    assert found.data == {"b": 1, "e": 2}


def test_what_stands_below_a_broken_header_belongs_nowhere():
    found = scanned("[a]\nx = 1\n[b\nx = 2\n[c]\nx = 3\n")
    assert found.data == {"a": {"x": 1}, "c": {"x": 3}}


def test_a_name_that_stands_twice_is_told_with_its_line():
    found = scanned("[a]\nx = 1\nx = 2\n")
    assert [(one.line, one.text) for one in found.mistakes] == [(3, "this name stands there twice")]


@given(st.lists(BROKEN, max_size=8).map("\n".join))
def test_there_is_a_mistake_exactly_where_the_parser_finds_one(text):
    found = scanned(text)
    try:
        assert found.data == tomllib.loads(text)
        assert not found.mistakes
    except tomllib.TOMLDecodeError:
        assert found.mistakes
        assert all(1 <= one.line <= len(text.splitlines()) + 1 for one in found.mistakes)


@given(st.lists(STATEMENTS, max_size=8).map("\n".join))
def test_every_key_of_a_good_text_has_its_line(text):
    found = scanned(text)
    if not found.mistakes:
        lines = text.splitlines()
        for path in (
            (section, key) for section, inner in found.data.items() if isinstance(inner, dict) for key in inner
        ):
            line = found.line_of(path)
            assert line
            assert path[-1] in lines[line - 1]
