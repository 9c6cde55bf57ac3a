"""khoi.toml: what it says, and every mistake in it at once."""

import re
from datetime import date
from pathlib import Path

import pytest

from pipeline.blockfile import load, remarks, roster
from pipeline.errors import UnusableWorkspace
from pipeline.records import JudgeBy

pytestmark = pytest.mark.usefixtures("english")

GOOD = """
[block]
name = "Khối thi đua số 3"
province = "Cao Bằng"
year = 2024
leader = "stc"
deputies = ["snv"]

[plan]
file = "ke-hoach.docx"
[plan.due]
"7" = 2024-06-15

[schedule]
judge_by = "received"

[[units]]
id = "stc"
name = "Sở Tài chính"
aliases = ["Sở TC", {name = "Sở Kế hoạch và Đầu tư", until = 2025-02-28}]
code = "STC"

[[units]]
id = "snv"
name = "Sở Nội vụ"
code = "SNV"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "khoi.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_block_file_becomes_a_block(tmp_path):
    block = load(written(tmp_path, GOOD))
    assert (block.name, block.year, block.leader, block.deputies) == ("Khối thi đua số 3", 2024, "stc", ("snv",))
    assert block.due == {"7": date(2024, 6, 15)}
    assert block.judge_by is JudgeBy.RECEIVED
    assert block.criteria_file is None


def test_the_roster_has_every_name_with_its_last_day(tmp_path):
    names = roster(load(written(tmp_path, GOOD)))
    assert [(n.unit_id, n.name, n.code, n.until) for n in names] == [
        ("stc", "Sở Tài chính", "STC", None),
        ("stc", "Sở TC", "", None),
        ("stc", "Sở Kế hoạch và Đầu tư", "", date(2025, 2, 28)),
        ("snv", "Sở Nội vụ", "SNV", None),
    ]


def test_all_mistakes_are_told_at_once(tmp_path):
    text = (
        GOOD.replace("year = 2024", 'year = "hai nghìn"').replace('name = "Sở Nội vụ"', "").replace("2024-06-15", '"x"')
    )
    with pytest.raises(UnusableWorkspace) as caught:
        load(written(tmp_path, text))
    for key in ("line 5: block.year", "line 23: units (2).name", "line 12: plan.due.7"):
        assert key in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('leader = "stc"', 'leader = "sgtvt"', "sgtvt"),
        ('id = "snv"', 'id = "stc"', "stc"),
        ("[block]", "[block", "line 2"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, named):
    with pytest.raises(UnusableWorkspace, match=named):
        load(written(tmp_path, GOOD.replace(old, new)))


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(UnusableWorkspace, match="thidua init"):
        load(tmp_path / "khoi.toml")


def test_mistakes_are_told_in_plain_words_each_once(tmp_path):
    text = GOOD.replace("year = 2024", 'year = "hai"').replace('name = "Sở Nội vụ"', 'name = ""')
    with pytest.raises(UnusableWorkspace) as caught:
        load(written(tmp_path, text))
    told = str(caught.value).splitlines()[1:]
    assert told == [
        '  line 5: block.year: a whole number is expected; now it is "hai"',
        "  line 25: units (2).name: must not be empty",
    ]


def test_broken_lines_and_wrong_values_are_told_together(tmp_path):
    text = GOOD.replace('leader = "stc"', "leader = stc").replace("year = 2024", 'year = "hai"')
    text = text.replace('id = "snv"', 'id = "stc"').replace('"received"', '"recieved"')
    with pytest.raises(UnusableWorkspace) as caught:
        load(written(tmp_path, text))
    lines = [line.partition(":")[0].strip() for line in str(caught.value).splitlines()[1:]]
    assert lines == ["line 5", "line 6", "line 15", "line 24"]


def test_what_may_stand_in_a_broken_line_is_not_told_as_missing(tmp_path):
    with pytest.raises(UnusableWorkspace) as caught:
        load(written(tmp_path, GOOD.replace("year = 2024", "year 2024")))
    assert [line.partition(":")[0].strip() for line in str(caught.value).splitlines()[1:]] == ["line 5"]


def test_names_that_nobody_reads_are_told_with_the_nearest_known_one(tmp_path):
    path = written(tmp_path, GOOD.replace("deputies", "deputy").replace('code = "SNV"', 'code = "SNV"\nalias = "x"'))
    load(path)
    told = remarks(path).splitlines()[1:]
    assert [line.partition(":")[0].strip() for line in told] == ["line 7", "line 27"]
    assert "“deputies”" in told[0]
    assert "“aliases”" in told[1]
    assert remarks(written(tmp_path, GOOD)) == ""


STRAYED = {
    "in another section": "[criteria]\nfile = 'tieu-chi.docx'\nfour_eyes = true\n",
    "in a section of limits": "[limits]\npages = 10\nfour_eyes = true\n",
    "in a unit": "four_eyes = true\n",
    "with a hyphen": "[review]\nfour-eyes = true\n",
    "in capitals": "[review]\nFour_Eyes = true\n",
    "in one word": "[review]\nfoureyes = true\n",
    "misspelled": "[review]\nfour_eye = true\n",
    "a misspelled section": "[reviews]\nfour_eyes = true\n",
    "a section in capitals": "[Review]\nfour_eyes = true\n",
    "both misspelled": "[reviw]\nfour_eyse = true\n",
    "another name": "[review]\ntwo_persons = true\n",
    "in another's table": "[inbox]\nreview.four_eyes = true\n",
    "switched off at the wrong place": "[inbox]\nfour_eyes = false\n",
}


@pytest.mark.parametrize("how", STRAYED)
def test_a_switch_of_safety_that_would_not_be_read_stops_the_program(tmp_path, how):
    text = f"{GOOD}\n{STRAYED[how]}"
    path = written(tmp_path, text)
    with pytest.raises(UnusableWorkspace) as stopped:
        load(path)
    lines = text.splitlines()
    (line,) = [n for n, said in enumerate(lines, 1) if re.match(r"review\.four|two_persons|[Ff]our", said)]
    assert f"{line}: " in str(stopped.value)
    assert "[review]" in str(stopped.value)
    told = str(stopped.value).splitlines()[1].partition(": ")[2].partition(": ")[2]
    assert re.fullmatch(r"this line is not read here, so .+\. Write four_eyes = true below \[review\], or .+\.", told)
    assert stopped.value.exit_code == 2


@pytest.mark.parametrize("said", ["[review]\nfour_eyes = true\n", "[review]\nfour_eyes = false\n", "[review]\n"])
def test_a_switch_of_safety_at_its_place_is_read(tmp_path, said):
    assert load(written(tmp_path, f"{GOOD}\n{said}")).four_eyes is ("true" in said)


def test_what_notepad_writes_before_the_text_does_no_harm(tmp_path):
    path = tmp_path / "khoi.toml"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert load(path).year == 2024


def test_another_encoding_is_told_with_what_to_do(tmp_path):
    path = tmp_path / "khoi.toml"
    path.write_text(GOOD, encoding="utf-16")
    with pytest.raises(UnusableWorkspace, match="UTF-8"):
        load(path)
