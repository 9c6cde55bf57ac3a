"""Every page is followed word by word: its commands are run, its outputs compared, its code and queries tried."""

import re

import pytest

from tests.docs.blocks import DOCS, blocks
from tests.docs.reader import FOLLOWED, Reader

IN_SAMPLE = "<!-- begins in the sample workspace -->"
PAGES = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))}
DONE = [name for name, text in PAGES.items() if any(b.language in FOLLOWED for b in blocks(text))]
ENGLISH_ALONE = {"extending.md"}
"""Pages for engineers; their Vietnamese page leads there."""
READ = {"", "toml", "ini", "xml", "text", "json"}
"""The languages of blocks that are read, not done."""


@pytest.mark.parametrize("name", DONE)
def test_the_page_can_be_followed(name, tmp_path, request):
    text = PAGES[name]
    folder = request.getfixturevalue("own_sample") if IN_SAMPLE in text else tmp_path
    reader = Reader(folder, "en" if name.startswith("en/") else "vi")
    for block in blocks(text):
        reader.follow(block)


@pytest.mark.parametrize("name", PAGES)
def test_every_block_is_of_a_known_kind(name):
    found = blocks(PAGES[name])
    assert 2 * len(found) == len(re.findall(r"^ *```", PAGES[name], flags=re.MULTILINE))
    assert {block.language for block in found} <= READ | FOLLOWED.keys()
    assert {block.mark for block in found} <= {"", "exit", "file", "printed", "empty"}


def test_both_languages_have_the_same_pages():
    by_language = {
        language: {name.partition("/")[2] for name in PAGES if name.startswith(f"{language}/")}
        for language in ("vi", "en")
    }
    assert by_language["vi"] == by_language["en"]


@pytest.mark.parametrize("name", sorted({n.partition("/")[2] for n in DONE if "/" in n} - ENGLISH_ALONE))
def test_both_languages_do_the_same(name):
    kinds = [[b.language for b in blocks(PAGES[f"{language}/{name}"])] for language in ("vi", "en")]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_and_link_is_there(name):
    for target in re.findall(r"\]\(([^)#\s]+)", PAGES[name]):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (DOCS / name).parent.joinpath(target).exists(), target


def test_every_picture_is_shown_and_small():
    shown = {match for text in PAGES.values() for match in re.findall(r"pictures/([a-z0-9-]+\.png)", text)}
    assert {path.name for path in (DOCS / "pictures").iterdir()} == shown
    assert [p.name for p in (DOCS / "pictures").iterdir() if p.stat().st_size > 150_000] == []
