"""A scan's box lies over the words that it was read from, whatever the picture says of its size and its turn."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.extraction import read
from extractors.records import Limits, Paragraph
from pipeline.web.drawing import MOST_DOTS, PDF, POINTS, draw, narrowed
from tests.extractors.formats.needs import TESSERACT

A4_AT_200 = (1654, 2339)
WORDS = "BAO CAO TONG KET 2020"
AT = (300, 900)


def sheet(words=WORDS):
    """A page with one line on it, and the line's box as shares of the page: left, top, right, bottom."""
    image = Image.new("RGB", A4_AT_200, "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=48)
    pen.text((200, 200), "UBND TINH", font=font, fill="black")
    pen.text(AT, words, font=font, fill="black")
    left, top, right, bottom = pen.textbbox(AT, words, font=font)
    width, height = image.size
    return image, (left / width, top / height, right / width, bottom / height)


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(image):
    """As a telephone keeps it: lying, with a note how to turn it upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(image.rotate(90, expand=True), "JPEG", exif=exif, dpi=(200, 200), quality=92)


PICTURES = {
    "with its resolution": lambda image: (saved(image, "PNG", dpi=(200, 200)), "image/png", 1),
    "without": lambda image: (saved(image, "PNG"), "image/png", 1),
    "with one that no paper has": lambda image: (saved(image, "JPEG", dpi=(1, 1), quality=92), "image/jpeg", 1),
    "with the screen's": lambda image: (saved(image, "PNG", dpi=(72, 72)), "image/png", 1),
    "turned by its own note": lambda image: (turned(image), "image/jpeg", 1),
    "second of several": lambda image: (
        saved(sheet("TRANG MOT")[0], "TIFF", save_all=True, append_images=[image], dpi=(200, 200)),
        "image/tiff",
        2,
    ),
    "second of several, without a resolution": lambda image: (
        saved(sheet("TRANG MOT")[0], "TIFF", save_all=True, append_images=[image]),
        "image/tiff",
        2,
    ),
}


@TESSERACT
@pytest.mark.parametrize("name", PICTURES)
def test_the_box_that_was_read_lies_over_the_words_on_the_picture_that_is_shown(name):
    image, (left, top, right, bottom) = sheet()
    data, media_type, page = PICTURES[name](image)
    paragraphs = [block for block in read(data, Limits()).blocks if isinstance(block, Paragraph)]
    (found,) = [p for p in paragraphs if "KET 2020" in p.text and p.place.page == page]
    shown = draw(data, media_type, page, Limits())
    box = found.place.bbox
    shares = box[0] / shown.width, box[1] / shown.height, box[2] / shown.width, box[3] / shown.height
    assert shares == pytest.approx((left, top, right, bottom), abs=0.012)
    drawn = Image.open(io.BytesIO(shown.png))
    assert drawn.width / drawn.height == pytest.approx(shown.width / shown.height, abs=0.01)
    assert shown.pages == (2 if media_type == "image/tiff" else 1)


def test_there_is_no_page_before_the_first_nor_after_the_last():
    data = saved(sheet()[0], "PNG")
    assert draw(data, "image/png", 0, Limits()) is None
    assert draw(data, "image/png", 2, Limits()) is None


def test_a_huge_sheet_is_drawn_coarser_and_keeps_its_size_in_points():
    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(9000, 12000).close()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    shown = draw(out.getvalue(), "application/pdf", 1, Limits())
    picture = Image.open(io.BytesIO(shown.png))
    assert (shown.width, shown.height) == (9000, 12000)
    assert picture.width * picture.height <= MOST_DOTS * 1.01
    assert picture.width > 9000 / POINTS * 10


LINES = ("TONG DIEM TU CHAM CUA DON VI", "NAM 2020 DAT 95,5 TREN 100", "VA 5 SANG KIEN, 5 GIAI PHAP")
STEP = 70


def paragraph():
    """A page with a paragraph, its box, and where words of it stand, in points."""
    image = Image.new("RGB", A4_AT_200, "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=48)
    for at, line in enumerate(LINES):
        pen.text((AT[0], AT[1] + at * STEP), line, font=font, fill="black")

    def where(line, words):
        start = AT[0] + pen.textlength(LINES[line][: LINES[line].index(words)], font=font)
        box = pen.textbbox((start, AT[1] + line * STEP), words, font=font)
        return tuple(side * 72 / 200 for side in box)

    right = max(where(line, text)[2] for line, text in enumerate(LINES))
    first, last = where(0, LINES[0]), where(2, LINES[2])
    return image, (first[0], first[1], right, last[3]), where


@TESSERACT
@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_a_recognised_value_is_marked_by_its_words_else_by_its_line_else_by_its_paragraph(kind):
    image, box, where = paragraph()
    options = {"resolution": 200} if kind == "PDF" else {"dpi": (200, 200)}
    data, media_type = saved(image, kind, **options), PDF if kind == "PDF" else "image/png"
    wanted = [(box, "95,5"), (box, "NĂM 2020"), (box, "5"), (box, "khong co")]
    total, year, twice, nowhere = narrowed(data, media_type, 1, wanted, Limits())
    assert total == pytest.approx(where(1, "95,5"), abs=2.5)
    assert year == pytest.approx(where(1, "NAM 2020"), abs=2.5)
    assert twice == pytest.approx(where(2, LINES[2]), abs=2.5), "the line that holds it twice"
    assert nowhere == box
