"""A page is made upright, level and black on white, and its places are found again on the page as it came."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from extractors.formats.ocr.clean import Inks, Sheet, faded, ready, skew_of, whitened, without_inks
from extractors.formats.ocr.pictures import Picture


def lines_of_text(width=850, height=1100):
    page = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(page)
    for y in range(120, height - 120, 30):
        for x in range(100, width - 120, 24):
            draw.rectangle((x, y, x + 16, y + 12), fill="black")
    return page


@pytest.mark.parametrize("angle", [-4.0, -1.3, -0.4, 0.0, 0.7, 2.2])
def test_the_skew_of_a_page_is_found(angle):
    page = lines_of_text().convert("L").rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew_of(page) == pytest.approx(angle, abs=0.15)


def test_red_and_blue_ink_go_and_black_print_stays():
    page = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((20, 150, 80, 210), fill=(220, 40, 50))
    draw.rectangle((100, 150, 160, 210), fill=(40, 50, 200))
    draw.rectangle((180, 150, 240, 210), fill=(20, 20, 20))
    grey = without_inks(page)
    assert [grey.getpixel((x, 180)) for x in (50, 130, 210)] == [255, 255, 20]


def test_print_below_a_stamp_stays_dark():
    page = Image.new("RGB", (300, 300), (220, 40, 50))
    ImageDraw.Draw(page).rectangle((100, 180, 200, 200), fill=(35, 6, 8))
    for clean in (without_inks, faded):
        assert clean(page).getpixel((150, 190)) < 60
        assert clean(page).getpixel((20, 190)) > 200


def test_a_number_filled_in_by_a_blue_pen_in_the_head_stays():
    page = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(page).rectangle((50, 20, 90, 40), fill=(40, 50, 200))
    assert without_inks(page).getpixel((70, 30)) < 100


def test_grey_paper_becomes_white_and_faint_print_dark():
    page = Image.new("L", (400, 400), 190)
    ImageDraw.Draw(page).rectangle((150, 150, 170, 170), fill=60)
    clean = whitened(page)
    assert clean.getpixel((20, 20)) == 255
    assert clean.getpixel((160, 160)) < 50


def test_a_page_askew_is_levelled():
    page = lines_of_text().rotate(2.0, Image.Resampling.BICUBIC, fillcolor="white")
    sheet = ready(Picture(page, 100), 0, Inks.REMOVED)
    assert sheet.skew == pytest.approx(-2.0, abs=0.2)
    rows = (np.asarray(sheet.image) < 128).sum(axis=1)
    assert (rows[150:950] == 0).sum() > 250


@settings(max_examples=40, deadline=None)
@given(
    turns=st.integers(0, 3),
    skew=st.floats(-5, 5),
    x=st.integers(200, 600),
    y=st.integers(300, 800),
)
def test_a_place_is_found_again_on_the_page_as_it_came(turns, skew, x, y):
    """A dot on the page, turned and levelled as `ready` does it, leads back to the dot."""
    page = Image.new("L", (850, 1100), 255)
    ImageDraw.Draw(page).rectangle((x - 4, y - 4, x + 4, y + 4), fill=0)
    made = page.rotate(-90 * turns, expand=True).rotate(skew, Image.Resampling.BILINEAR, fillcolor=255)
    sheet = Sheet(made, 72, turns, skew)
    rows, columns = np.nonzero(np.asarray(made) < 128)
    x0, top, x1, bottom = sheet.on_page((columns.min(), rows.min(), columns.max(), rows.max()))
    assert (x0 + x1) / 2 == pytest.approx(x, abs=3)
    assert (top + bottom) / 2 == pytest.approx(y, abs=3)
