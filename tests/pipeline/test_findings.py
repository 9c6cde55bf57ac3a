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


@pytest.mark.parametrize("code", FINDINGS)
def test_a_code_names_its_family_and_its_fault(code):
    family, _dot, fault = code.partition(".")
    assert family.isidentifier()
    assert fault.isidentifier()
