"""Places are said in words that people read, wherever the readers find a text."""

import re

import pytest

from extractors.passages import ON_PAPER
from pipeline.labels import at

pytestmark = pytest.mark.usefixtures("vietnamese")

PLACES = [
    "table 1, row 2, cell 3, paragraph 4, characters 5-6",
    "text box 1, paragraphs 2-3",
    "endnote 2, paragraph 1",
    "margin of page 3, paragraph 2",
    "sheet name 1, paragraph 1",
    *(f"{kind} 1, paragraph 2" for kind in sorted(ON_PAPER)),
]


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_said_in_vietnamese(place):
    said = at(place)
    english = set(re.findall(r"[a-z_]{2,}", place))
    assert english & set(said.split()) == set(), said
    assert re.findall("[0-9]+", said) == re.findall("[0-9]+", place)
