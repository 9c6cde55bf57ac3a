"""Cells are read twice, by all letters and by few; what is short and unlike its print is doubted."""

import pytest
from PIL import Image, ImageDraw

from extractors.formats.ocr.cells import Scale, read_tables, strokes, table_of
from extractors.formats.ocr.clean import Sheet
from extractors.formats.ocr.engine import Mode, Word
from extractors.formats.ocr.grid import Grid, Slot

SCALE = Scale(page=200, figures=200)
XS, YS = (0, 120, 700, 900), (0, 80, 160, 240)
SLOTS = tuple(Slot(r, c, 1, 1, (XS[c], YS[r], XS[c + 1], YS[r + 1])) for r in range(3) for c in range(3))
GRID = Grid((0, 0, 900, 240), 3, 3, SLOTS)


class Engine:
    """Says what it was told to, cell by cell, in each mode."""

    name, threads = "told", 1

    def __init__(self, said):
        self.said = said

    def words(self, pictures, mode, dpi):
        told = iter(self.said[mode])
        return [
            [Word(text, confidence, (0, 0, 9, 9), 1)] if text else []
            for _, (text, confidence) in zip(pictures, told, strict=False)
        ]


def page(*prints):
    """A table's picture; each print is (slot, width, height) of a black block, as wide as text would be."""
    image = Image.new("L", (900, 240), 255)
    draw = ImageDraw.Draw(image)
    for slot, width, height in prints:
        x, y = SLOTS[slot].box[0] + 20, SLOTS[slot].box[1] + 20
        draw.rectangle((x, y, x + width, y + height), fill=0)
    return image


def readings(image, **said):
    by_mode = {Mode.BLOCK: [], Mode.FIGURES: [], Mode.ORDINAL: []} | {Mode[k.upper()]: v for k, v in said.items()}
    (table,) = read_tables(Engine(by_mode), SCALE, image, [GRID])
    return table


def test_a_score_is_sure_where_both_readings_agree():
    table = readings(page((5, 40, 25)), block=[("9,5", 40)], figures=[("9,5", 30)])
    assert (table[5].text, table[5].confidence) == ("9,5", 100)
    assert table[0].text == ""


def test_the_figures_win_over_letters_of_the_same_shape():
    table = readings(page((5, 17, 25)), block=[("S", 90)], figures=[("5", 80)])
    assert (table[5].text, table[5].confidence) == ("5", 80)


def test_a_reading_much_shorter_than_its_print_is_unsure():
    table = readings(page((5, 60, 25)), block=[("1", 90)], figures=[("1", 90)])
    assert table[5].confidence < 60
    assert table[5].decides


def test_a_plain_word_is_never_read_as_figures():
    table = readings(page((5, 60, 25)), block=[("Không", 95)], figures=[("40", 90)])
    assert table[5].text == "Không"


def test_print_that_no_reading_makes_a_figure_of_is_unsure():
    table = readings(
        page((2, 40, 25), (5, 40, 25), (8, 40, 25)),
        block=[("9", 95), ("7", 95), ("b)", 20)],
        figures=[("9", 90), ("7", 90), ("", 0)],
    )
    assert (table[8].text, table[8].confidence < 60) == ("b)", True)


def numeral(count):
    image = Image.new("L", (200, 80), 255)
    draw = ImageDraw.Draw(image)
    for n in range(count):
        x = 30 + n * 14
        draw.rectangle((x + 4, 20, x + 7, 48), fill=0)
        draw.line((x, 20, x + 11, 20), fill=0)
        draw.line((x, 48, x + 11, 48), fill=0)
    return image


@pytest.mark.parametrize("count", [1, 2, 3])
def test_strokes_are_counted(count):
    assert strokes(numeral(count)) == count


@pytest.mark.parametrize(("said", "count"), [("I", 3), ("II", 3), ("I", 2), ("III", 3)])
def test_a_roman_number_has_as_many_strokes_as_its_print(said, count):
    image = Image.new("L", (900, 240), 255)
    image.paste(numeral(count).crop((20, 10, 90, 60)), (20, 100))
    table = readings(image, block=[("H", 90)], ordinal=[(said, 90)])
    assert table[3].text == "I" * count


def test_the_table_knows_its_places_and_its_doubtful_rows():
    table = readings(page((2, 60, 25), (4, 300, 25)), block=[("1", 90), ("tiêu chí", 20)], figures=[("1", 90)])
    sheet = Sheet(Image.new("L", (900, 240), 255), 200, 0, 0.0)
    made = table_of(GRID, table, sheet, page=3, number=2)
    assert made.doubtful_rows == {0}
    assert made.rows[1][1].place.container == "table 2, row 2, cell 2"
    assert made.rows[1][1].place.page == 3
    assert made.rows[1][1].place.bbox == (43.2, 28.8, 252.0, 57.6)
