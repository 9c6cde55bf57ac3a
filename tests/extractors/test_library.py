"""What `from extractors import …` gives: the functions, whatever was imported before, and every promised name."""

import subprocess
import sys

import pytest

import extractors


def said(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


@pytest.mark.parametrize("before", ["", "import extractors.extraction; ", "from extractors.extraction import read; "])
def test_the_functions_are_had_from_the_package(before):
    code = before + "from extractors import extract, read; print(extract.__name__, read.__name__)"
    assert said(code) == "extract read"


def test_every_promised_name_is_there():
    assert [name for name in extractors.__all__ if not hasattr(extractors, name)] == []


def test_the_package_alone_imports_no_reader():
    assert said("import sys, extractors; print('extractors.formats' in sys.modules)") == "False"


def test_an_unknown_name_is_told_as_usual():
    with pytest.raises(AttributeError, match="'unknown'"):
        _ = extractors.unknown
