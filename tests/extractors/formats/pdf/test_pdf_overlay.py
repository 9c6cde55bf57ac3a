"""What only form and signature fields show: filled-in numbers and days, signatures' own text, at their place."""

from __future__ import annotations

import pikepdf
import pytest

from extractors.records import AsideKind, Document
from tests.extractors.formats.pdf.drawn import asides, changed, document, ledger, sheets, texts

HEAD = ["SỞ NỘI VỤ", "Số:          /BC-SNV"]
HIDDEN, PRINTED = 2, 4
OVER_BLANK = (85, 76)


def paper(typed: str = "") -> bytes:
    """A paper, with something typed where the fields of these tests stand."""
    pdf = sheets()
    pdf.lines_at(60, 60, HEAD)
    pdf.lines_at(60, 200, ["Nội dung báo cáo của đơn vị."])
    pdf.write_at(*OVER_BLANK, typed, font="Helvetica")
    return pdf.bytes()


def with_field(
    lines: list[str],
    at: tuple[float, float],
    kind: str = "Sig",
    subtype: str = "Widget",
    flags: int = PRINTED,
    size: float = 12,
    typed: str = "",
) -> bytes:
    """The paper with a field whose appearance shows the lines, the last one's baseline at `at`."""

    def add(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        x, y = at[0], float(page.MediaBox[3]) - at[1]
        high = size * len(lines)
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        shown = "".join(f"<{line.encode('cp1252').hex()}> Tj 0 -{size} Td " for line in lines)
        content = f"BT /F1 {size} Tf 0 {high - size} Td {shown} ET".encode()
        look = opened.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        look.BBox = [0, -4, 160, high]
        look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{subtype}"),
            Rect=[x, y - 4, x + 160, y + high],
            F=flags,
            AP=pikepdf.Dictionary(N=look),
        )
        if subtype == "Widget":
            field.FT, field.T = pikepdf.Name(f"/{kind}"), pikepdf.String("field")
        field = opened.make_indirect(field)
        page.Annots = pikepdf.Array([field])
        if subtype == "Widget":
            opened.Root.AcroForm = pikepdf.Dictionary(Fields=[field])

    return changed(paper(typed), add)


def filled(read: Document) -> list[str]:
    return [text for kind, text in asides(read) if kind == AsideKind.FILLED_IN]


@pytest.mark.parametrize(("kind", "subtype"), [("Sig", "Widget"), ("Tx", "Widget"), ("", "Stamp"), ("", "FreeText")])
def test_a_number_filled_in_over_the_typed_blank(kind: str, subtype: str) -> None:
    read = document(with_field(["152"], OVER_BLANK, kind, subtype))
    assert filled(read) == ["152"]
    assert texts(read) == ["SỞ NỘI VỤ", "Số:", "/BC-SNV", "Nội dung báo cáo của đơn vị."]


def test_it_stands_where_it_is_seen() -> None:
    read = document(with_field(["152"], OVER_BLANK))
    (aside,) = read.asides
    box = aside.paragraph.place.bbox
    assert box is not None
    assert aside.paragraph.place.page == 1
    assert box[0] == pytest.approx(85, abs=2)
    assert box[1] < 76 < box[3] + 2
    typed = next(block.place.bbox for block in read.blocks if "/BC-SNV" in block.text)  # type: ignore[union-attr]
    assert typed is not None
    assert typed[1] - 4 < (box[1] + box[3]) / 2 < typed[3] + 4


def test_a_page_that_inherits_its_box_stays_where_it_is() -> None:
    def inherit(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0].obj
        page.Parent.MediaBox = page.MediaBox
        del page.MediaBox

    own = with_field(["152"], OVER_BLANK)
    read, expected = document(changed(own, inherit)), document(own)
    assert (filled(read), texts(read)) == (["152"], texts(expected))
    assert read.asides[0].paragraph.place == expected.asides[0].paragraph.place


def test_nothing_of_the_paper_is_taken_for_filled_in() -> None:
    read = document(with_field(["152"], OVER_BLANK))
    plain = document(paper())
    assert texts(read) == texts(plain)
    assert ledger(read) == ledger(plain)


def test_a_signatures_own_text_is_no_value() -> None:
    lines = ["Signature valid", "Digitally signed by SO NOI VU", "Date: 2025.02.07 07:56:24"]
    read = document(with_field(lines, (300, 700), size=8))
    assert filled(read) == []
    assert asides(read) == [("signature", line) for line in lines]


def test_a_hidden_field_shows_nothing() -> None:
    assert asides(document(with_field(["152"], OVER_BLANK, flags=HIDDEN))) == []


def test_what_is_typed_under_the_field_stays_typed() -> None:
    """Both are kept: whether they agree is not the reader's to say."""
    read = document(with_field(["153"], (300, 76)))
    assert filled(read) == ["153"]


def test_what_is_typed_already_is_not_filled_in_once_more() -> None:
    """A field whose text was printed into the page as well, and one letter more."""
    assert filled(document(with_field(["1529"], OVER_BLANK, typed="152"))) == ["9"]
    assert filled(document(with_field(["152"], OVER_BLANK, typed="152"))) == []


def redrawn(content: bytes, forms: int = 0) -> bytes:
    """The paper with a field that draws this, so many forms deep."""

    def change(opened: pikepdf.Pdf) -> None:
        look = opened.pages[0].Annots[0].AP.N
        inner, box, resources = content, look.BBox, look.Resources
        for _ in range(forms):
            form = opened.make_stream(inner, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box)
            form.Resources = resources
            inner, resources = b"/Fm0 Do", pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
        look.Resources = resources
        look.write(inner)

    return changed(with_field(["0"], OVER_BLANK), change)


@pytest.mark.parametrize("forms", [0, 1, 3, 6])
def test_however_many_forms_deep_a_field_draws_its_text(forms: int) -> None:
    assert filled(document(redrawn(b"BT /F1 12 Tf (152) Tj ET", forms))) == ["152"]


@pytest.mark.parametrize("drawn", [b"1 0 0 rg 0 0 100 10 re f", b"% nothing"])
def test_a_signature_that_is_a_picture_adds_no_text(drawn: bytes) -> None:
    read = document(redrawn(drawn))
    assert asides(read) == []
    assert texts(read) == texts(document(paper()))
