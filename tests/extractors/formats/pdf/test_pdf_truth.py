"""A text layer that is not the paper's text is none: scans, stamps on scans, recognition's letters, broken letters."""

from __future__ import annotations

import pikepdf
import pytest
from fpdf.enums import TextMode
from PIL import Image, ImageDraw

from extractors.errors import NoText
from extractors.formats.pdf.reader import read_text_pages
from extractors.formats.pdf.truth import script, untrue
from extractors.records import Document, Limits, Notice, Paragraph, Place
from tests.extractors.formats.pdf.drawn import Sheets, changed, document, ledger, sheets, texts

PROSE = [
    "Thực hiện Kế hoạch của Khối thi đua các cơ quan tham mưu tổng hợp, đơn vị báo cáo:",
    "Công tác tuyên truyền được triển khai đầy đủ, kịp thời đến toàn thể công chức;",
    "Phong trào thi đua được phát động sâu rộng, gắn với nhiệm vụ chính trị của ngành;",
    "Đã có 12 cá nhân được đề nghị tặng Giấy khen của Giám đốc Sở theo quy định;",
    "Trên đây là báo cáo kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2020./.",
]
STAMP = ["Ký bởi: Ủy ban nhân dân tỉnh Hạ Lam", "Cơ quan: Tỉnh Hạ Lam", "Thời gian ký: 07/02/2025 07:56:24"]


def picture() -> Image.Image:
    """A grey page."""
    image = Image.new("L", (200, 280), 240)
    ImageDraw.Draw(image).rectangle((20, 20, 180, 40), fill=30)
    return image


def scanned(pdf: Sheets, strips: int = 1) -> None:
    """A page that is one picture, or strips of one."""
    pdf.add_page()
    for strip in range(strips):
        pdf.image(picture(), 0, pdf.h / strips * strip, pdf.w, pdf.h / strips)


def prose(pdf: Sheets) -> None:
    pdf.add_page()
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE, 11)


def refused(pdf: Sheets) -> None:
    with pytest.raises(NoText):
        document(pdf.bytes())


@pytest.mark.parametrize("strips", [1, 12])
def test_a_scan(strips: int) -> None:
    pdf = Sheets()
    scanned(pdf, strips)
    refused(pdf)


def test_a_scan_whose_only_text_is_the_signatures() -> None:
    pdf = Sheets()
    scanned(pdf)
    pdf.lines_at(400, 40, STAMP, 7, 9)
    refused(pdf)


def test_a_scan_whose_later_pages_are_text() -> None:
    """The head is in the picture, and an annex must not pass for the paper."""
    pdf = Sheets()
    scanned(pdf)
    prose(pdf)
    refused(pdf)


def test_recognitions_letters_under_a_picture() -> None:
    pdf = Sheets()
    scanned(pdf)
    pdf.text_mode = TextMode.INVISIBLE
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE, 11)
    refused(pdf)


def test_a_picture_behind_letters_that_are_seen_is_paper() -> None:
    """A background or watermark over the whole page."""
    pdf = Sheets()
    scanned(pdf)
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE, 11)
    assert texts(document(pdf.bytes()))[0] == PROSE[0] + " " + PROSE[1] or texts(document(pdf.bytes()))[0] == PROSE[0]


def test_letters_drawn_as_paths() -> None:
    pdf = Sheets()
    pdf.add_page()
    for row in range(20):
        for column in range(20):
            pdf.polygon(
                [(60 + 9 * column, 60 + 12 * row), (64 + 9 * column, 66 + 12 * row), (60 + 9 * column, 68 + 12 * row)],
                style="F",
            )
    prose(pdf)
    refused(pdf)


def test_no_text_at_all() -> None:
    refused(sheets())


JUNK = "Tho fotlowing naw wes tecagnized by e rnachine that krows orly anolher larguage ond reods it wrang "
MOJIBAKE = "&ӝQJ KzD [m KӝL FKӫ QJKƭD 9LӋW 1DP ĈӝF OұS 7ӵ GR +ҥQK SK~F "
NO_MAP = "\ue001\ue002\ue003 \x01\ue004\ue005 \uf8ff\x05abc ()"
STRIPPED = "CNG HO X HI CH NGHA VIT NAM c lp - T do - Hnh phc C NGNH Y T LM NG "


@pytest.mark.parametrize("layer", [JUNK, MOJIBAKE, NO_MAP, STRIPPED], ids=["junk", "mojibake", "no map", "stripped"])
def test_letters_that_are_not_vietnamese(layer: str) -> None:
    assert untrue(script(layer * 30))


@pytest.mark.parametrize("text", [*PROSE, "BẢNG TỔNG HỢP ĐIỂM 12 14 15,5 100% (x) – “Dân vận khéo” … ₫ ½ ≥ 80%"])
def test_vietnamese_letters_are_true(text: str) -> None:
    assert not untrue(script(text * 12))
    assert not untrue(script(text))


def test_a_junk_layer_is_refused() -> None:
    pdf = sheets()
    pdf.lines_at(40, 60, [JUNK] * 12, 8)
    refused(pdf)


def notices(read: Document) -> list[Notice]:
    return list(read.notices)


def test_a_picture_among_pages_of_text_is_told() -> None:
    pdf = Sheets()
    prose(pdf)
    scanned(pdf)
    prose(pdf)
    read = document(pdf.bytes())
    assert notices(read) == [Notice("file.page_without_text", Place(page=2), {"page": 2})]
    assert read.pages == 3
    assert {block.place.page for block in read.blocks} == {1, 3}


def test_an_empty_page_is_not_told() -> None:
    pdf = Sheets()
    prose(pdf)
    pdf.add_page()
    assert notices(document(pdf.bytes())) == []


def test_a_scan_inside_of_a_form_is_a_scan() -> None:
    pdf = Sheets()
    scanned(pdf)

    def wrap(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        form = opened.make_stream(page.Contents.read_bytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox, form.Resources = page.MediaBox, page.Resources
        page.Contents = opened.make_stream(b"/Fm0 Do BT /F1 7 Tf 400 800 Td (stamp) Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form), Font=pikepdf.Dictionary(F1=font))

    with pytest.raises(NoText):
        document(changed(pdf.bytes(), wrap))


def text_pages(pdf: Sheets) -> Document:
    return read_text_pages(pdf.bytes(), Limits())


def unseen_prose(pdf: Sheets) -> None:
    """A scan with the letters that recognition laid under it."""
    scanned(pdf)
    pdf.text_mode = TextMode.INVISIBLE
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE, 11)
    pdf.text_mode = TextMode.FILL


def test_the_text_pages_of_a_paper_with_pictures() -> None:
    pdf = Sheets()
    scanned(pdf)
    prose(pdf)
    unseen_prose(pdf)
    read = text_pages(pdf)
    assert read.recognised == {1, 3}
    assert {block.place.page for block in read.blocks} == {2}
    assert ledger(read)["picture_page"] == ledger(read)["used"]
    assert "unplaced" not in ledger(read)


def test_letters_under_a_picture_behind_pages_of_text_are_told_and_not_trusted() -> None:
    pdf = Sheets()
    prose(pdf)
    unseen_prose(pdf)
    read = document(pdf.bytes())
    assert notices(read) == [Notice("file.page_without_text", Place(page=2), {"page": 2})]
    assert read.recognised == {2}


def test_a_picture_before_letters_seen_over_pictures_is_a_scan_throughout() -> None:
    """What is seen over a page's picture may still be recognition's where the first page is a scan."""
    pdf = Sheets()
    scanned(pdf)
    scanned(pdf)
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE, 11)
    with pytest.raises(NoText):
        text_pages(pdf)


def test_paragraphs_do_not_go_on_over_a_picture() -> None:
    pdf = Sheets()
    pdf.add_page()
    for part in range(3):
        pdf.lines_at(40, 60 + 200 * part, PROSE[:4], 11)
    scanned(pdf)
    pdf.add_page()
    pdf.lines_at(40, 60, ["gắn với nhiệm vụ chính trị của ngành, của tỉnh trong năm 2020."], 11)
    last = [block for block in text_pages(pdf).blocks if block.place.page == 3]
    assert [block.text for block in last if isinstance(block, Paragraph)] == [
        "gắn với nhiệm vụ chính trị của ngành, của tỉnh trong năm 2020."
    ]


def test_a_small_picture_on_a_page_of_text_is_none_to_be_read() -> None:
    pdf = Sheets()
    prose(pdf)
    pdf.image(picture(), 300, 600, 150, 90)
    assert not text_pages(pdf).recognised
