"""Every finding has words that its evidence fills."""

import pytest

from pipeline.findings import FINDINGS, message
from pipeline.language import catalog
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
