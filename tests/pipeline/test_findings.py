"""Every finding has words that its evidence fills."""

import ast
import errno
import os
from pathlib import Path

import pytest

import extractors
from pipeline.findings import FINDINGS, message
from pipeline.language import catalog
from pipeline.reasons import REASONS, reason_in
from pipeline.records import Finding


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_message_speaks_the_language_and_writes_dates_as_people_do(language):
    late = {"unit": "Sở Y tế", "task": "7", "due_on": "2020-06-05", "came_on": "2020-06-15", "days": 10}
    told = message(Finding("schedule.late", late), catalog(language))
    assert "5/6/2020" in told
    assert "15/6/2020" in told
    assert ("trễ 10 ngày" in told) == (language == "vi")


def test_a_message_names_fields_places_and_values_as_people_do():
    evidence = {"file": "a.docx", "other": "a.pdf", "field": "score:I.1/self_score", "value": "9", "other_value": "8.5"}
    differs = Finding("document.pair_differs", evidence)
    assert "Điểm tự chấm, mục I.1 ghi “9” và “8,5”" in message(differs, catalog("vi"))
    assert "Self score, row I.1 is “9” and “8.5”" in message(differs, catalog("en"))
    left_out = Finding("sheet.earlier_year", {"file": "a.docx", "place": "table 3, row 2"})
    assert "bảng 3, dòng 2" in message(left_out, catalog("vi"))


@pytest.mark.parametrize("code", FINDINGS)
def test_a_code_names_its_family_and_its_fault(code):
    family, _dot, fault = code.partition(".")
    assert family.isidentifier()
    assert fault.isidentifier()


TOLD = {"Unreadable", "TooLarge", "kind"}
"""What is raised with a reason that a finding tells; "kind" is one of the two."""


def stated():
    """Every reason that the extractors state, with 7 for whatever is filled in."""
    for path in Path(extractors.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TOLD and node.args:
                yield filled(node.args[0])


def filled(text):
    if isinstance(text, ast.Constant):
        return text.value
    parts = text.values if isinstance(text, ast.JoinedStr) else ()
    return "".join(part.value if isinstance(part, ast.Constant) else "7" for part in parts)


@pytest.mark.parametrize("reason", sorted(set(stated())))
def test_every_reason_that_the_extractors_state_has_words(reason):
    assert reason_in(catalog("vi"), reason) != reason


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("word/document.xml is no whole XML: Excessive depth: use XML_PARSE_HUGE", "word/document.xml"),
        ("30000 entries in the archive", "30000"),
        ("part xl/a: b.xml is damaged: Bad CRC-32", "xl/a: b.xml"),
        ("1e+06 s", "1e+06"),
        ("Permission denied", "không có quyền"),
        (os.strerror(errno.ESTALE), "ổ đĩa mạng"),
        ("the worker was lost: SIGKILL", "tiến trình đọc"),
        ("nothing done in 30 s", "30 giây"),
        ("no room in 2000000000 bytes of memory", "2000000000"),
        ("a mistake of the program: KeyError('whole')", "lỗi của chương trình"),
        ("nested too deep", "lồng"),
    ],
)
def test_a_reason_keeps_what_it_names_and_leaves_out_a_librarys_words(reason, told):
    said = message(Finding("file.unreadable", {"file": "a.docx", "reason": reason}), catalog("vi"))
    assert told in said
    assert not any(word in said for word in ("XML_PARSE", "CRC", "entries", "whole", "damaged", "denied"))


def test_a_reason_that_nobody_foresaw_is_told_as_it_is():
    assert reason_in(catalog("vi"), "KeyError: 'x'") == "KeyError: 'x'"
    assert len(REASONS) == len(set(REASONS))
