"""Help in both languages: every command, every option, no word left in the other one."""

import json
import os
import re
import subprocess
import sys

import pytest

DUMP = """
import json, sys, click
from pipeline.language import speak
speak(sys.argv[1])
from pipeline.commands.group import thidua
from tests.pipeline.commands.walk import commands, groups
found = {}
for path, command in [((), thidua), *groups(), *commands()]:
    context = click.Context(command, info_name=" ".join(("thidua", *path)), max_content_width=100, terminal_width=100)
    texts = [command.help, *(getattr(param, "help", None) for param in command.params)]
    found[" ".join(path)] = {"page": command.get_help(context), "texts": [text for text in texts if text]}
print(json.dumps(found))
"""
SAME_IN_BOTH = {"CSV", "DOCX", "JSON", "PDF", "PROFILE", "XLSX", "HASH", "SHA"}
"""Names of things, the same in every language."""


def dumped(language):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DUMP, language]
    return json.loads(
        subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True).stdout
    )


@pytest.fixture(scope="module")
def vietnamese():
    return dumped("vi")


@pytest.fixture(scope="module")
def english():
    return dumped("en")


def test_every_text_is_translated(vietnamese, english):
    assert vietnamese.keys() == english.keys()
    for path, said in english.items():
        for there, here in zip(said["texts"], vietnamese[path]["texts"], strict=True):
            assert there != here, (path, there)


def capitals(page):
    return set(re.findall(r"(?<![\w$])[A-Z]{3,}(?!\w)", page))


def test_no_name_of_what_a_command_takes_is_left_in_english(vietnamese, english):
    for path, said in vietnamese.items():
        assert capitals(said["page"]) & capitals(english[path]["page"]) <= SAME_IN_BOTH, path


def test_no_vietnamese_word_is_left_in_english(english):
    for path, said in english.items():
        letters = said["page"].replace("Nghị định", "")
        assert not re.search("[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]", letters), path


def test_every_option_says_what_it_is_for(english):
    for path, said in english.items():
        options = re.findall(r"^  (-{1,2}[\w-]+.*)$", said["page"], re.MULTILINE)
        bare = [line for line in options if not re.search(r"\s{2,}\S", line) and len(line) < 30]
        assert not bare, path


def test_help_is_not_cut_in_lists(vietnamese, english):
    for said in (*vietnamese.values(), *english.values()):
        listed = re.findall(r"^  [\w-]+  .*", said["page"], re.MULTILINE)
        assert not [line for line in listed if line.endswith("...")]
