"""The README can be followed, and its figures are those of the sample block."""

import re
import subprocess

import pytest

from scripts import evaluate
from tests.docs.blocks import DOCS, blocks
from tests.docs.reader import FOLLOWED, Reader, environment

ROOT = DOCS.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DONE = [block for block in blocks(README) if block.language in FOLLOWED]


@pytest.mark.parametrize("block", DONE, ids=[f"line {block.line}" for block in DONE])
def test_the_readme_can_be_followed(block):
    Reader(ROOT, "en").follow(block)


def test_every_link_and_picture_is_there():
    for target in re.findall(r"\]\(([^)#\s]+)", README):
        assert (ROOT / target).exists(), target


def test_the_figures_of_the_evaluation_are_those_that_it_prints(capsys):
    assert evaluate.main(evaluate.SAMPLES) == 0
    printed = capsys.readouterr().out
    share = float(re.search(r"facts: .*\(([0-9.]+) %\)", printed)[1])
    found = re.search(r"findings: ([0-9]+ of [0-9]+) planted", printed)[1]
    assert re.search(r"score rows: .*\(100\.0 %\)", printed)
    assert f"{share:.0f} % of facts and all score rows accepted, {found} planted faults found" in README


def test_as_many_numbers_are_proved_as_it_says(sample):
    report = sample / "reports" / "bao-cao-tong-ket-2020.docx"
    command = ["thidua", "-C", str(sample), "verify", str(report)]
    done = subprocess.run(command, env=environment("en"), check=True, capture_output=True, encoding="utf-8")
    count = int(re.search(r"all ([0-9]+) numbers are the store's", done.stdout)[1])
    assert f"all {count:,} numbers of the sample's year report" in README
