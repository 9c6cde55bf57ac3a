"""Text boxes and other alternates: each once, where it stands."""

from __future__ import annotations

import pytest

from extractors.records import AsideKind
from tests.extractors.formats.docx.wordfile import asides, box, document, ledger, p, t, tbl, texts, tr


def test_a_text_box_comes_once_right_after_its_anchor() -> None:
    read_document = document(p("Số:   /BC-SNV", box(p("DỰ THẢO"), p("lần 2"))) + p("sau"))
    assert [(b.text, b.place.container, b.place.first) for b in read_document.blocks] == [  # type: ignore[union-attr]
        ("Số:   /BC-SNV", "", 1),
        ("DỰ THẢO", "text box 1", 1),
        ("lần 2", "text box 1", 2),
        ("sau", "", 2),
    ]
    assert ledger(read_document) == {"used": 28, "fallback_copy": 12, "drawing_data": 4}


def test_a_text_box_in_a_cell_stands_after_the_table() -> None:
    read_document = document(tbl(tr("Số:", "b")) + p("sau") + p("x", box(p("y"), fallback=False)))
    assert texts(read_document) == ["sau", "x", "y"]
    read_document = document(tbl(tr(p_in_cell(), "b")) + p("sau"))
    assert texts(read_document) == ["DỰ THẢO", "sau"]
    assert read_document.blocks[0].rows[0][0].text == "Số:"  # type: ignore[union-attr]


def p_in_cell() -> str:
    return f"<w:tc>{p('Số:', box(p('DỰ THẢO')))}</w:tc>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f"<w:del>{box(p('DỰ THẢO'))}</w:del>", AsideKind.DELETED),
        (f"<w:moveFrom>{box(p('DỰ THẢO'))}</w:moveFrom>", AsideKind.DELETED),
        (box(p("DỰ THẢO")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1), AsideKind.HIDDEN),
    ],
)
def test_a_text_box_goes_with_the_run_that_holds_it(content: str, kind: AsideKind) -> None:
    read_document = document(p("a", content))
    assert texts(read_document) == ["a"]
    assert asides(read_document, kind) == ["DỰ THẢO"]


def test_several_boxes_keep_their_order() -> None:
    assert texts(document(p("a", box(p("1")), box(p("2"))) + p(box(p("3"))))) == ["a", "1", "2", "3"]


def test_the_fallback_speaks_where_there_is_no_choice() -> None:
    only = f"<w:r><mc:AlternateContent><mc:Fallback>{t('dự phòng')}</mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(document(p(only))) == ["dự phòng"]


def test_alternates_inside_alternates() -> None:
    inner = (
        f"<mc:AlternateContent><mc:Choice>{t('b')}</mc:Choice><mc:Fallback>{t('B')}</mc:Fallback></mc:AlternateContent>"
    )
    outer = (
        f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    )
    read_document = document(p("a", f"<w:r>{outer}</w:r>"))
    assert texts(read_document) == ["ab"]
    assert ledger(read_document) == {"used": 2, "fallback_copy": 3}


def test_words_in_a_picture_are_counted() -> None:
    drawing = "<w:r><w:drawing><a:t>trong hình</a:t><wp:posOffset>12</wp:posOffset></w:drawing></w:r>"
    assert ledger(document(p("a", drawing))) == {"used": 1, "drawing_text": 10, "drawing_data": 2}
