"""How text looks: bold, italic, size, alignment, capitals, and where that comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.records import Paragraph
from tests.extractors.formats.docx.wordfile import document, p, r, tbl, tr

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:ind w:left="100"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="400"/></w:pPr>
<w:rPr><w:b/><w:caps/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Chu"><w:rPr><w:b/><w:i/><w:sz w:val="20"/></w:rPr></w:style>
"""


def look(content: str, styles: str = STYLES) -> Paragraph:
    (found,) = document(content, styles=styles).blocks
    assert isinstance(found, Paragraph)
    return found


def styled(*runs: str, style: str, more: str = "") -> str:
    return p(*runs, properties=f'<w:pStyle w:val="{style}"/>{more}')


@pytest.mark.parametrize(
    ("content", "bold", "italic"),
    [
        (p("a"), False, False),
        (p(r("a", "<w:b/><w:i/>")), True, True),
        (p(r("a", "<w:b/>"), r("b")), False, False),
        (p(r("a", "<w:b/>"), r("  "), r("b", '<w:b w:val="1"/>')), True, False),
        (p(r("a", '<w:b w:val="0"/>')), False, False),
        (styled("a", style="Dam"), True, False),
        (styled(r("a", '<w:b w:val="false"/>'), style="Dam"), False, False),
        (p(r("a", '<w:rStyle w:val="Chu"/>')), True, True),
        (styled(r("a", '<w:rStyle w:val="Chu"/>'), style="Dam"), False, True),
        (p("a", properties="<w:rPr><w:b/></w:rPr>"), False, False),
        (p(r("a", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")), False, False),
        (styled("a", style="Vong"), False, True),
        (styled("a", style="Unheard"), False, False),
    ],
)
def test_bold_and_italic(content: str, *, bold: bool, italic: bool) -> None:
    found = look(content)
    assert (found.bold, found.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("content", "styles", "expected"),
    [
        (p("a"), STYLES, 14.0),
        (p("a"), "", 10.0),
        (p(r("a", '<w:sz w:val="26"/>'), "b"), STYLES, 13.0),
        (p(r(" ", '<w:sz w:val="2"/>'), r("b", '<w:sz w:val="27"/>')), STYLES, 13.5),
        (styled("a", style="Dam"), STYLES, 16.0),
        (p(r("a", '<w:rStyle w:val="Chu"/>')), STYLES, 10.0),
        (p(r("a", '<w:sz w:val="lớn"/>')), STYLES, 14.0),
    ],
)
def test_size_in_points(content: str, styles: str, expected: float) -> None:
    assert look(content, styles).size == expected


@pytest.mark.parametrize(
    ("properties", "styles", "align", "indent"),
    [
        ("", STYLES, "justify", 5.0),
        ("", "", "left", 0.0),
        ('<w:jc w:val="center"/><w:ind w:left="720" w:firstLine="300"/>', STYLES, "center", 36.0),
        ('<w:jc w:val="end"/><w:ind w:start="72pt"/>', STYLES, "right", 3.6),
        ('<w:jc w:val="start"/>', STYLES, "left", 5.0),
        ('<w:pStyle w:val="Dam"/>', STYLES, "justify", 20.0),
    ],
)
def test_alignment_and_indent(properties: str, styles: str, align: str, indent: float) -> None:
    found = look(p("a", properties=properties), styles)
    assert (found.align, found.indent) == (align, indent)


def test_a_tables_alignment_is_not_its_neighbours() -> None:
    before, _table, after = document(p("a") + tbl(tr("b"), properties='<w:jc w:val="center"/>') + p("c")).blocks
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (before.align, after.align) == ("left", "left")


def test_capitals_of_a_style() -> None:
    found = look(styled("báo cáo ", r("năm", '<w:caps w:val="0"/>'), style="Dam"))
    assert (found.text, found.raw) == ("BÁO CÁO năm", "báo cáo năm")


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x="),
        lambda content: content.replace(b'encoding="UTF-8"', b'encoding="UTF-16"').decode().encode("utf-16"),
        lambda content: content.replace(b"</w:style>", b"</w:style >"),
    ],
)
def test_styles_written_in_other_ways(change: object) -> None:
    from extractors.formats.docx.styles import Styles
    from tests.extractors.formats.docx.wordfile import NAMESPACES

    content = f'<?xml version="1.0" encoding="UTF-8"?><w:styles {NAMESPACES}>{STYLES}</w:styles>'.encode()
    plain, other = Styles(content), Styles(change(content))  # type: ignore[operator]
    for style_id in (None, "Dam", "Chu", "Vong", "Unheard"):
        assert other.paragraph(style_id) == plain.paragraph(style_id)


@pytest.mark.parametrize(
    "change",
    [
        lambda styles: styles.replace('"', "'"),
        lambda styles: styles.replace("<w:docDefaults>", "<!-- kiểu --><w:docDefaults>"),
        lambda styles: styles.replace("<w:style ", '<w:style w:type="table" w:styleId="Rong"/><w:style '),
        lambda styles: styles.replace('w:type="paragraph" w:default="1"', 'w:default="true"\n w:type="paragraph"'),
    ],
)
def test_styles_written_by_other_programs(change: Callable[[str], str]) -> None:
    body = styled("báo cáo", style="Dam") + p(r("năm", '<w:rStyle w:val="Chu"/>')) + p("hết")
    assert change(STYLES) != STYLES
    assert document(body, styles=change(STYLES)) == document(body, styles=STYLES)
