"""Scans of the samples, made on the spot: what is accepted is so, and most of it is accepted."""

import io
import json
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from extractors.errors import NoText, Unreadable
from extractors.extraction import extract, read
from extractors.formats.ocr import command, library, pictures, reader
from extractors.formats.ocr.engine import Mode
from extractors.formats.ocr.installed import engine
from extractors.records import Aside, Limits, Paragraph, Status, Table
from pipeline.edges import reading
from tests.extractors.formats.needs import TESSERACT
from tests.extractors.formats.scans import Faults, scan

SAMPLES = Path(__file__).parents[4] / "samples"
LIMITS = Limits()
PAPERS = {
    "Dang ky thi dua 2020 - SCT.pdf": Faults(),
    "Bao cao so ket 6 thang SGTVT.pdf": Faults(dpi=300, skew=1.5, noise=8),
    "Bao cao tong ket 2020 STNMT.pdf": Faults(skew=0.4),
}
LEAST_ACCEPTED = 0.7


def pdf_of(name):
    return next((SAMPLES / "inbox").rglob(name)).read_bytes()


def expected(name):
    return json.loads((SAMPLES / "expected" / f"{name}.expected.json").read_text("utf-8"))


@cache
def recognised(name):
    return extract(read(scan(pdf_of(name), seed=7, faults=PAPERS[name]), LIMITS))


def plain(value):
    return list(value) if isinstance(value, tuple) else value


@TESSERACT
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_accepted_of_a_scan_is_wrong(name):
    right = {fact["field"]: fact["value"] for fact in expected(name)["facts"]}
    for fact in recognised(name).facts:
        if fact.status is Status.ACCEPTED:
            assert plain(fact.value) == right.get(fact.field), fact.field
    rows = {(r["code"], r["max_score"], r["self_score"]) for r in expected(name)["scores"]}
    for row in recognised(name).scores:
        if row.status is Status.ACCEPTED:
            assert (row.code, float(row.max_score), float(row.self_score)) in rows


@TESSERACT
def test_most_of_what_the_papers_say_is_accepted():
    wanted = accepted = 0
    for name in PAPERS:
        sure = {fact["field"] for fact in expected(name)["facts"] if fact["status"] == "accepted"}
        found = {fact.field for fact in recognised(name).facts if fact.status is Status.ACCEPTED}
        wanted += len(sure) + len(expected(name)["scores"])
        accepted += len(sure & found) + sum(row.status is Status.ACCEPTED for row in recognised(name).scores)
    assert accepted / wanted >= LEAST_ACCEPTED


def first_page(name, dpi=200, turn=0):
    pdf = pypdfium2.PdfDocument(pdf_of(name))
    page = pdf[0].render(scale=dpi / 72).to_pil().convert("RGB")
    pdf.close()
    return page.rotate(turn, expand=True)


def saved(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


@TESSERACT
@pytest.mark.parametrize(("form", "turn"), [("PNG", 0), ("JPEG", 180), ("TIFF", 90)])
def test_a_picture_is_read_like_a_scan_however_it_lies(form, turn):
    data = saved(first_page("Dang ky thi dua 2020 - SCT.pdf", turn=turn), form, dpi=(200, 200))
    document = read(data, LIMITS)
    assert document.media_type == f"image/{form.lower()}"
    assert document.recognised
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA" in b.text for b in document.blocks if isinstance(b, Paragraph))


@TESSERACT
def test_boxes_lie_where_the_words_are():
    name = "Dang ky thi dua 2020 - SCT.pdf"
    pdf = pypdfium2.PdfDocument(pdf_of(name))
    page = pdf[0]
    text, height = page.get_textpage(), page.get_size()[1]
    left, _bottom, _right, top = text.get_charbox(text.search("CỘNG HÒA").get_next()[0])
    document = reader.read_pdf(scan(pdf_of(name), faults=Faults(stamp=False)), LIMITS)
    motto = next(b for b in document.blocks if isinstance(b, Paragraph) and b.text.startswith("CỘNG HÒA"))
    assert motto.place.page == 1
    assert motto.place.bbox[0] == pytest.approx(left, abs=6)
    assert motto.place.bbox[1] == pytest.approx(height - top, abs=6)


@TESSERACT
def test_both_readings_and_the_margins_are_kept():
    document = reader.read_pdf(scan(pdf_of("Bao cao so ket 6 thang SGTVT.pdf")), LIMITS)
    assert document.second_reading.recognised
    assert document.pages == document.second_reading.pages
    assert all(isinstance(aside, Aside) for aside in document.asides)
    assert all(isinstance(block, Paragraph | Table) for block in document.blocks)


@TESSERACT
def test_an_empty_page_has_no_text():
    with pytest.raises(NoText):
        read(saved(Image.new("L", (1600, 2200), 255), "PNG"), LIMITS)


@TESSERACT
def test_the_engine_reads_each_picture_by_itself():
    words = engine().words(
        [Image.new("L", (200, 60), 255), first_page("Dang ky thi dua 2020 - SCT.pdf")], Mode.PAGE, 200
    )
    assert words[0] == []
    assert len(words[1]) > 50
    assert all(word.text and 0 <= word.confidence <= 100 for word in words[1])


def test_a_broken_picture_is_unreadable():
    with pytest.raises(Unreadable):
        list(pictures.of_image(b"\x89PNG\r\n\x1a\n and no more", LIMITS, 200))


def test_a_picture_that_does_not_say_its_size_is_taken_for_a4():
    (page,) = pictures.of_image(saved(Image.new("RGB", (827, 1169), "white"), "PNG"), LIMITS, 200)
    assert page.image.size == (1654, 2338)


def test_a_picture_with_a_clear_ground_stands_on_white():
    (page,) = pictures.of_image(saved(Image.new("RGBA", (827, 1169), (0, 0, 0, 0)), "PNG"), LIMITS, 100)
    assert page.image.getpixel((50, 50)) == (255, 255, 255)


def test_without_an_engine_a_scan_waits_and_says_why(monkeypatch, tmp_path):
    monkeypatch.setattr(reader, "engine", lambda: None)
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(pdf_of("Dang ky thi dua 2020 - SCT.pdf"), faults=Faults(dpi=60)))
    said = reading.read_one(reading.Job(1, path), LIMITS, ())
    assert said.code == "file.needs_ocr"
    assert said.extraction is None


def test_a_machine_without_tesseract_has_no_engine(monkeypatch):
    monkeypatch.setattr(command.shutil, "which", lambda _: None)
    command.find.cache_clear()
    library.find.cache_clear()
    monkeypatch.setattr(library, "_folders", lambda: iter(()))
    assert engine() is None
    command.find.cache_clear()
    library.find.cache_clear()
