"""Deleted and hidden text is kept apart; a deleted end joins two paragraphs."""

from __future__ import annotations

import pytest

from extractors.records import AsideKind, Paragraph
from tests.extractors.formats.docx.wordfile import asides, document, ledger, p, r, tbl, texts, tr


def test_deleted_text_is_kept_apart() -> None:
    read_document = document(p("Đạt ", "<w:del><w:r><w:delText>95</w:delText></w:r></w:del>", "97 điểm"))
    assert texts(read_document) == ["Đạt 97 điểm"]
    assert asides(read_document, AsideKind.DELETED) == ["95"]
    assert ledger(read_document) == {"used": 11, "deleted_text": 2}


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    content = p("một ", properties=mark) + p("hai ", properties=mark) + p("ba", properties='<w:jc w:val="center"/>')
    read_document = document(content + p("bốn"))
    assert texts(read_document) == ["một hai ba", "bốn"]
    assert read_document.blocks[0].align == "center"  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", ['<w:del w:id="1"/>', '<w:moveFrom w:id="1"/>', "<w:vanish/>"])
@pytest.mark.parametrize(
    ("between", "after"),
    [
        ('<w:bookmarkEnd w:id="0"/>', "{}"),
        ('<w:moveFromRangeEnd w:id="5"/>', "{}"),
        ("", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"),
        ("", '<w:sdt><w:sdtContent><w:bookmarkEnd w:id="0"/><w:customXml>{}</w:customXml></w:sdtContent></w:sdt>'),
    ],
)
def test_a_paragraph_without_end_goes_on_in_the_next_one_wherever_it_stands(
    mark: str, between: str, after: str
) -> None:
    first = p("Số: 15", properties=f"<w:rPr>{mark}</w:rPr>")
    assert texts(document(first + between + after.format(p("2/BC-SNV")))) == ["Số: 152/BC-SNV"]


def test_a_paragraph_without_end_or_text_is_none_and_takes_no_number() -> None:
    gone = p("<w:del><w:r><w:delText>xoá</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    read_document = document("\n" + gone.replace("<w:del>", "\n <w:del>") + tbl(tr("a", "b")) + p("sau"))
    assert [b.text for b in read_document.blocks if isinstance(b, Paragraph)] == ["sau"]
    assert "unread" not in ledger(read_document)


def test_an_inserted_paragraph_end_stays() -> None:
    assert texts(document(p("một", properties="<w:rPr><w:ins/></w:rPr>") + p("hai"))) == ["một", "hai"]


HIDING = '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("content", "styles"),
    [
        (p("thấy ", r("ẩn", "<w:vanish/>")), ""),
        (
            p("thấy ", r("ẩn", '<w:rStyle w:val="An"/>')),
            '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>',
        ),
        (
            p("thấy ") + p("ẩn", properties='<w:pStyle w:val="Con"/>'),
            HIDING + '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="An"/></w:style>',
        ),
    ],
)
def test_hidden_text_is_left_out_and_told(content: str, styles: str) -> None:
    read_document = document(content, styles=styles)
    assert texts(read_document) == ["thấy "]
    assert asides(read_document, AsideKind.HIDDEN) == ["ẩn"]
    assert [n.code for n in read_document.notices] == ["file.hidden_text"]
    assert ledger(read_document) == {"used": 5, "hidden_text": 2}


def test_a_run_may_switch_hiding_off() -> None:
    read_document = document(p(r("thấy", '<w:vanish w:val="0"/>')))
    assert texts(read_document) == ["thấy"]
    assert not read_document.notices
