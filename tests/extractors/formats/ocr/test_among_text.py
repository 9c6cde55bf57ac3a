"""Picture pages among pages of text: read where they stand, and trusted as pictures are."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from extractors.errors import NoText
from extractors.extraction import extract, read
from extractors.formats.ocr import among_text, installed
from extractors.formats.ocr.written import may_be_written
from extractors.places import paragraphs_of, row_text, text_at
from extractors.records import Cell, Document, Limits, Notice, Paragraph, Place, Status, Table
from tests.extractors.formats.needs import TESSERACT
from tests.extractors.formats.scans import Faults, scan

SAMPLES = Path(__file__).parents[4] / "samples" / "inbox"
LIMITS = Limits()


def pdf_of(name):
    return next(SAMPLES.rglob(name)).read_bytes()


def partly_scanned(pdf, *numbers):
    """The paper with these pages put in as its scan has them."""
    with pikepdf.open(io.BytesIO(pdf)) as text, pikepdf.open(io.BytesIO(scan(pdf, 7, Faults()))) as pictures:
        for number in numbers:
            text.pages[number - 1] = pictures.pages[number - 1]
        out = io.BytesIO()
        text.save(out)
    return out.getvalue()


def told(notices):
    return [(n.code, dict(n.values)) for n in notices if n.code.startswith("file.page")]


@TESSERACT
@pytest.mark.parametrize(
    ("name", "pictured"),
    [("Bao cao tong ket 2020 STNMT.pdf", 3), ("Bao cao tong ket SNN (da ky).pdf", 1)],
    ids=["the last page", "the first page"],
)
def test_a_paper_with_a_scanned_page_says_what_it_says_as_text(name, pictured):
    text = extract(read(pdf_of(name), LIMITS))
    document = read(partly_scanned(pdf_of(name), pictured), LIMITS)
    mixed = extract(document)
    right = {fact.field: fact.value for fact in text.facts}
    rows = {(row.code, row.max_score, row.self_score) for row in text.scores}
    accepted = [fact for fact in mixed.facts if fact.status is Status.ACCEPTED]

    assert document.recognised == {pictured}
    assert told(mixed.notices) == [("file.page_recognised", {"pages": str(pictured)})]
    assert [b.place.page for b in document.blocks] == sorted(b.place.page for b in document.blocks)
    assert all(fact.value == right.get(fact.field) for fact in accepted)
    assert all(text_at(document, fact.place) == fact.raw for fact in accepted if fact.raw is not None)
    assert {(row.code, row.max_score, row.self_score) for row in mixed.scores} == rows
    assert len(accepted) >= 0.7 * sum(fact.status is Status.ACCEPTED for fact in text.facts)


def test_without_recognition_the_picture_page_is_told_and_the_rest_read(monkeypatch):
    monkeypatch.setattr(installed, "engine", lambda: None)
    name = "Bao cao tong ket 2020 STNMT.pdf"
    document = read(partly_scanned(pdf_of(name), 3), LIMITS)
    assert told(document.notices) == [("file.page_without_text", {"page": 3})]
    assert {block.place.page for block in document.blocks} == {1, 2}
    assert not document.recognised


def paragraph(page, number, text="chữ"):
    return Paragraph(f"{text} {page}", Place(page, "", number, number))


def table(page, number):
    """Two columns; the first row is one cell."""

    def cell(row, order, span=1):
        place = Place(page, f"table {number}, row {row + 1}, cell {order}")
        text = f"ô {page} {row} {order}"
        return Cell(text, place, row, order - 1, 1, span, (Paragraph(text, place._replace(first=1, last=1)),))

    wide = cell(0, 1, 2)
    return Table(((wide, wide), (cell(1, 1), cell(1, 2))), Place(page, f"table {number}"))


NOT_READ = Notice("file.page_without_text", Place(page=2), {"page": 2})
TEXT = Document(
    "application/pdf",
    4,
    (paragraph(1, 1), table(1, 1), paragraph(3, 2), table(3, 2)),
    notices=(NOT_READ, Notice("file.page_without_text", Place(page=4), {"page": 4})),
    recognised=frozenset({2, 4}),
)
PICTURES = Document("application/pdf", 1, (table(2, 1), paragraph(2, 1)), second_reading=Document("", 1, ()))


@pytest.fixture
def recognised(monkeypatch):
    """Has the text with what stands on its pictures."""

    def among(text, pictures):
        def answer(*_):
            if pictures is None:
                raise NoText("no word was recognised")
            return pictures

        monkeypatch.setattr(among_text, "read_pages", answer)
        monkeypatch.setattr(among_text, "_written", lambda *_: [])
        return among_text.with_pictures(text, b"", LIMITS)

    return among


def test_blocks_stand_where_their_pages_stand_and_every_place_is_found(recognised):
    document = recognised(TEXT, PICTURES)
    assert [block.place.page for block in document.blocks] == [1, 1, 2, 2, 3, 3]
    assert document.recognised == {2}
    for one in paragraphs_of(document):
        assert text_at(document, one.place) == one.text
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [block.place.container for block in tables] == ["table 1", "table 2", "table 3"]
    assert [row_text(block.rows[0]) for block in tables] == ["ô 1 0 1", "ô 2 0 1", "ô 3 0 1"]


def test_the_pages_that_were_read_are_told_and_those_that_were_not(recognised):
    assert told(recognised(TEXT, PICTURES).notices) == [
        ("file.page_without_text", {"page": 4}),
        ("file.page_recognised", {"pages": "2"}),
    ]


def test_pictures_that_say_nothing_leave_the_text_as_it_is(recognised):
    document = recognised(TEXT, None)
    assert document == replace(TEXT, recognised=frozenset())


def test_a_first_page_that_says_nothing_lets_no_annex_pass_for_the_paper(recognised):
    with pytest.raises(NoText):
        recognised(replace(TEXT, recognised=frozenset({1, 2})), PICTURES)


def page(shade=255):
    return Image.new("RGB", (620, 877), (shade,) * 3)


def with_line(image):
    draw = ImageDraw.Draw(image)
    for x in range(80, 420, 12):
        draw.rectangle((x, 200, x + 5, 206), fill=(40, 40, 40))
    return image


@pytest.mark.parametrize("shade", [255, 215])
def test_a_page_with_one_line_may_be_written(shade):
    assert may_be_written(with_line(page(shade)))


def photograph():
    """Light and shade in every size."""
    image = Image.effect_noise((40, 56), 160).resize((620, 877), Image.Resampling.BICUBIC)
    return Image.blend(image, Image.effect_noise(image.size, 90), 0.4).convert("RGB")


def stamp():
    image = page()
    ImageDraw.Draw(image).ellipse((300, 500, 420, 620), outline=(220, 40, 50), width=6)
    return image


@pytest.mark.parametrize("image", [page(), page(200), page(20), photograph(), stamp()])
def test_an_empty_page_a_photograph_or_a_lone_stamp_is_not(image):
    assert not may_be_written(image)
