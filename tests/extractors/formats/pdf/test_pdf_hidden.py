"""Text that a page holds and does not show: kept apart and told, whatever hides it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fpdf.enums import TextMode

from extractors.records import Document
from tests.extractors.formats.pdf.drawn import Sheets, asides, document, ledger, sheets, texts

BODY = "Nội dung báo cáo của đơn vị."
SECRET = "Tặng Bằng khen cho 99 tập thể."


def white(pdf: Sheets) -> None:
    pdf.set_text_color(255)
    pdf.write_at(60, 300, SECRET)


def nearly_white(pdf: Sheets) -> None:
    pdf.set_text_color(247, 250, 245)
    pdf.write_at(60, 300, SECRET)


def without_ink(pdf: Sheets) -> None:
    pdf.text_mode = TextMode.INVISIBLE
    pdf.write_at(60, 300, SECRET)


def boxed(shade: int) -> Callable[[Sheets], None]:
    def draw(pdf: Sheets) -> None:
        pdf.write_at(60, 300, SECRET)
        pdf.set_fill_color(shade)
        pdf.rect(50, 282, 400, 26, style="F")

    return draw


def beyond(x: float, y: float) -> Callable[[Sheets], None]:
    return lambda pdf: pdf.write_at(x, y, SECRET)


HIDING = {
    "white": white,
    "nearly white": nearly_white,
    "without ink": without_ink,
    "under a white box": boxed(255),
    "under a black box": boxed(0),
}
BEYOND = {"right": beyond(700, 300), "left": beyond(-400, 300), "below": beyond(60, 900), "above": beyond(60, -40)}


def paper(draw: Callable[[Sheets], None]) -> Document:
    pdf = sheets()
    pdf.write_at(60, 200, BODY)
    draw(pdf)
    return document(pdf.bytes())


@pytest.mark.parametrize("draw", HIDING.values(), ids=HIDING)
def test_text_that_is_not_seen_is_kept_apart_and_told(draw: Callable[[Sheets], None]) -> None:
    read = paper(draw)
    assert texts(read) == [BODY]
    assert asides(read) == [("hidden", SECRET)]
    assert ledger(read) == {"used": 22, "hidden_text": 24}
    (notice,) = read.notices
    assert (notice.code, notice.place.page, notice.values["characters"]) == ("file.hidden_text", 1, 30)


@pytest.mark.parametrize("draw", BEYOND.values(), ids=BEYOND)
def test_text_beyond_the_pages_edge_is_kept_apart_and_told(draw: Callable[[Sheets], None]) -> None:
    read = paper(draw)
    assert texts(read) == [BODY]
    assert asides(read) == [("hidden", SECRET)]
    assert ledger(read) == {"used": 22, "off_page": 24}
    assert [notice.code for notice in read.notices] == ["file.hidden_text"]


def test_a_covered_word_is_taken_out_of_its_line() -> None:
    pdf = sheets()
    pdf.write_at(60, 200, "Tặng Bằng khen cho 99 tập thể.")
    pdf.set_fill_color(255)
    x = 60 + pdf.get_string_width("Tặng Bằng khen cho ")
    pdf.rect(x - 1, 186, pdf.get_string_width("99") + 2, 20, style="F")
    read = document(pdf.bytes())
    assert " ".join(" ".join(texts(read)).split()) == "Tặng Bằng khen cho tập thể."
    assert asides(read) == [("hidden", "99")]


def on_dark(pdf: Sheets) -> None:
    pdf.set_fill_color(0, 60, 120)
    pdf.rect(50, 282, 400, 26, style="F")
    white(pdf)


def on_a_light_box(pdf: Sheets) -> None:
    pdf.set_fill_color(255, 255, 200)
    pdf.rect(50, 282, 400, 26, style="F")
    pdf.write_at(60, 300, SECRET)


def grey(pdf: Sheets) -> None:
    pdf.set_text_color(200)
    pdf.write_at(60, 300, SECRET)


def framed(pdf: Sheets) -> None:
    pdf.write_at(60, 300, SECRET)
    pdf.rect(50, 282, 400, 26, style="D")


def marked(pdf: Sheets) -> None:
    pdf.write_at(60, 300, SECRET)
    pdf.set_fill_color(255, 255, 0)
    with pdf.local_context(fill_opacity=0.4):
        pdf.rect(50, 282, 400, 26, style="F")


SHOWN = {"on dark": on_dark, "on a light box": on_a_light_box, "grey": grey, "framed": framed, "marked": marked}


@pytest.mark.parametrize("draw", SHOWN.values(), ids=SHOWN)
def test_text_that_is_seen_stays(draw: Callable[[Sheets], None]) -> None:
    read = paper(draw)
    assert texts(read) == [BODY, SECRET]
    assert (asides(read), read.notices) == ([], ())


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_pages_text_is_looked_for_where_it_is(degrees: int) -> None:
    pdf = sheets()
    with pdf.rotation(degrees, 300, 400):
        pdf.write_at(150, 400, BODY)
        pdf.write_at(150, 360, BODY)
        pdf.set_text_color(255)
        pdf.write_at(150, 440, SECRET)
    read = document(pdf.bytes())
    assert texts(read) == [BODY, BODY]
    assert asides(read) == [("hidden", SECRET)]


def test_white_text_in_a_table_is_hidden_too() -> None:
    pdf = sheets()
    pdf.table(60, 100, [60, 200], [["TT", "Nội dung"], ["1", ""]])
    pdf.set_text_color(255)
    pdf.write_at(124, 134, "99 tập thể", 9)
    read = document(pdf.bytes())
    assert asides(read) == [("hidden", "99 tập thể")]
    assert ledger(read)["hidden_text"] == 8
