"""What only form and signature fields show: filled-in numbers and days, signatures' own text, at their place."""

from __future__ import annotations

import pikepdf
import pytest

from extractors.records import AsideKind, Document
from tests.extractors.formats.pdf.drawn import asides, changed, document, ledger, sheets, texts

HEAD = ["SỞ NỘI VỤ", "Số:          /BC-SNV"]
HIDDEN, PRINTED = 2, 4


def paper() -> bytes:
    pdf = sheets()
    pdf.lines_at(60, 60, HEAD)
    pdf.lines_at(60, 200, ["Nội dung báo cáo của đơn vị."])
    return pdf.bytes()


def with_field(
    lines: list[str],
    at: tuple[float, float],
    kind: str = "Sig",
    subtype: str = "Widget",
    flags: int = PRINTED,
    size: float = 12,
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

    return changed(paper(), add)


def filled(read: Document) -> list[str]:
    return [text for kind, text in asides(read) if kind == AsideKind.FILLED_IN]


@pytest.mark.parametrize(("kind", "subtype"), [("Sig", "Widget"), ("Tx", "Widget"), ("", "Stamp"), ("", "FreeText")])
def test_a_number_filled_in_over_the_typed_blank(kind: str, subtype: str) -> None:
    read = document(with_field(["152"], (85, 76), kind, subtype))
    assert filled(read) == ["152"]
    assert texts(read) == ["SỞ NỘI VỤ", "Số:", "/BC-SNV", "Nội dung báo cáo của đơn vị."]


def test_it_stands_where_it_is_seen() -> None:
    read = document(with_field(["152"], (85, 76)))
    (aside,) = read.asides
    box = aside.paragraph.place.bbox
    assert box is not None
    assert aside.paragraph.place.page == 1
    assert box[0] == pytest.approx(85, abs=2)
    assert box[1] < 76 < box[3] + 2
    typed = next(block.place.bbox for block in read.blocks if "/BC-SNV" in block.text)  # type: ignore[union-attr]
    assert typed is not None
    assert typed[1] - 4 < (box[1] + box[3]) / 2 < typed[3] + 4


def test_nothing_of_the_paper_is_taken_for_filled_in() -> None:
    read = document(with_field(["152"], (85, 76)))
    plain = document(paper())
    assert texts(read) == texts(plain)
    assert ledger(read) == ledger(plain)


def test_a_signatures_own_text_is_no_value() -> None:
    lines = ["Signature valid", "Digitally signed by SO NOI VU", "Date: 2025.02.07 07:56:24"]
    read = document(with_field(lines, (300, 700), size=8))
    assert filled(read) == []
    assert asides(read) == [("signature", line) for line in lines]


def test_a_hidden_field_shows_nothing() -> None:
    assert asides(document(with_field(["152"], (85, 76), flags=HIDDEN))) == []


def test_what_is_typed_under_the_field_stays_typed() -> None:
    """Both are kept: whether they agree is not the reader's to say."""
    read = document(with_field(["153"], (300, 76)))
    assert filled(read) == ["153"]
