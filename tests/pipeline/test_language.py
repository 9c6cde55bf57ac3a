"""People read Vietnamese: every message of ours has its translation, with the same names in it."""

import ast
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from pipeline.cli import language_of
from pipeline.language import DOMAIN, LOCALE

PO = LOCALE / "vi" / "LC_MESSAGES" / f"{DOMAIN}.po"
KEYWORDS = {"_": None, "mark": None}


def own_messages():
    found = extract_from_dir("pipeline", [("**.py", "python")], keywords=KEYWORDS)
    return sorted({message for _file, _line, message, _comments, _context in found})


def clicks_messages():
    keywords = {"_": None, "ngettext": (1, 2)}
    found = extract_from_dir(Path(click.__file__).parent, [("**.py", "python")], keywords=keywords)
    return sorted({message for _file, _line, message, _comments, _context in found}, key=str)


def catalog():
    with PO.open("rb") as file:
        return read_po(file, locale="vi", domain=DOMAIN)


def texts(catalog):
    return {str(message.id): message.string for message in catalog if message.id}


def names(text):
    return sorted(set(re.findall(r"{(\w+)", text)))


@pytest.mark.parametrize("message", own_messages())
def test_a_message_has_a_translation_with_the_same_names(message):
    translation = catalog()[message].string if message in catalog() else ""
    assert translation, "run `make messages` and translate it"
    assert names(translation) == names(message)


def is_message(node):
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS
    return called and isinstance(node.args[0], ast.Constant)


@pytest.mark.parametrize("path", sorted(Path("pipeline").rglob("*.py")), ids=str)
def test_no_message_stands_in_a_formatted_string_where_it_is_not_found_for_translation(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    assert [node.lineno for one in formatted for node in ast.walk(one) if is_message(node)] == []


@pytest.mark.parametrize("message", clicks_messages())
def test_what_click_says_has_a_translation_too(message):
    translation = catalog()[message].string
    text = translation if isinstance(translation, str) else translation[0]
    assert text
    assert set(names(text)) <= set(names(" ".join([message] if isinstance(message, str) else message)))


def test_the_compiled_catalog_is_that_of_the_source():
    compiled = BytesIO()
    write_mo(compiled, catalog())
    compiled.seek(0)
    with PO.with_suffix(".mo").open("rb") as file:
        assert texts(read_mo(file)) == texts(read_mo(compiled))


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
        (["--lang", "en", "run"], {}, "en"),
        (["--lang=en", "run"], {"LANG": "vi_VN"}, "en"),
        (["--lang"], {}, "vi"),
        (["--lang", "fr"], {}, "vi"),
    ],
)
def test_the_language_is_asked_for_or_the_locale_s_or_vietnamese(arguments, environment, language):
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize(("language", "word"), [("vi", "Cách dùng:"), ("en", "Usage:")])
def test_help_speaks_the_language_asked_for(language, word):
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "--lang", language, "--help"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True).stdout
    assert word in told
