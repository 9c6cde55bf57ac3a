"""PDFium asked about many characters at a time says what pypdfium2's own bindings say, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.formats.pdf import calls
from extractors.formats.pdf.loading import bounding_box, loaded, rotation
from extractors.formats.pdf.truth import script, untrue
from extractors.patterns.page_lines import SEAM

TWINS = sorted(Path(__file__).with_name("twins").glob("*.pdf"))


@pytest.fixture(scope="module", params=TWINS, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Iterator[pypdfium2.PdfDocument]:
    opened = pypdfium2.PdfDocument(request.param.read_bytes())
    yield opened
    opened.close()


def test_a_page_loaded_plainly_is_the_page(document: pypdfium2.PdfDocument) -> None:
    for index, page in enumerate(document):
        theirs = page.get_textpage()
        with loaded(document, index) as ours:
            assert ours.characters == theirs.count_chars()
            assert calls.text(ours.text, ours.characters) == theirs.get_text_range()
            assert bounding_box(ours.page) == page.get_bbox()
            assert rotation(ours.page) == page.get_rotation()


def test_a_page_that_is_not_there_is_an_error(document: pypdfium2.PdfDocument) -> None:
    with pytest.raises(pypdfium2.PdfiumError), loaded(document, len(document)):
        pass


def test_what_is_asked_at_once_is_what_is_asked_one_by_one(document: pypdfium2.PdfDocument) -> None:
    theirs = document[0].get_textpage()
    with loaded(document, 0) as ours:
        indices = range(0, ours.characters, 7)
        boxes = [theirs.get_charbox(index, loose=True) for index in indices]
        flipped = [(x0, y0, x1, y1) for x0, y1, x1, y0 in calls.loose_boxes(ours.text, indices)]
        assert flipped == boxes
        sizes = [pdfium.FPDFText_GetFontSize(theirs.raw, index) for index in indices]
        assert [calls.font_size(ours.text, index) for index in indices] == sizes
        generated = [pdfium.FPDFText_IsGenerated(theirs.raw, index) == 1 for index in indices]
        assert list(calls.generated(ours.text, indices)) == generated


LETTERS = st.text(st.sampled_from("abcđeêgh ưửạếở ĐƯẾ12,.;ӝЖҥ\x01"), max_size=400)


@given(LETTERS, st.integers(1, 4))
def test_the_short_way_to_a_true_layer_says_what_counting_says(text: str, times: int) -> None:
    short = script(text * times)
    assert untrue(short) == untrue(short._replace(accented=False))


@given(st.text(st.sampled_from("aăđZĐ019/-. "), max_size=8), st.sampled_from("aăđzưế"), st.text("aĐ09/-", max_size=8))
def test_a_small_letter_at_a_lines_end_tears_nothing(above: str, last: str, below: str) -> None:
    assert not SEAM.search(f"{above}{last}\n{below}")
