"""Automatic numbers are those that Word shows."""

from __future__ import annotations

import pytest

from extractors.formats.docx.numbering import number
from extractors.records import Paragraph
from tests.extractors.formats.docx.wordfile import document, p, tbl, tc, tr


def level(index: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(level_index: int = 0, number: int = 1, text: str = "x") -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level_index}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    found = document(body, numbering=numbering, styles=styles).blocks
    return [b.label for b in found if isinstance(b, Paragraph)]


OUTLINE = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")) + num(1)


def test_levels_restart_below_a_higher_one() -> None:
    body = "".join(item(i) for i in (0, 1, 2, 2, 1, 2, 0, 1))
    assert labels(body, OUTLINE) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def test_numbers_of_higher_levels_in_the_text() -> None:
    lists = abstract(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3.")) + num(1)
    assert labels("".join(item(i) for i in (0, 1, 2, 2, 0, 1)), lists) == ["1", "1.1", "1.1.1.", "1.1.2.", "2", "2.1"]


def test_a_lower_level_alone_shows_where_the_higher_would_start() -> None:
    lists = abstract(level(0, "decimal", "%1", start=3), level(1, "decimal", "%1.%2")) + num(1)
    assert labels(item(1) + item(1) + item(0), lists) == ["3.1", "3.2", "3"]


def test_legal_numbering_turns_all_into_digits() -> None:
    lists = abstract(level(0, "upperRoman", "Chương %1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")) + num(1)
    assert labels(item(0) + item(0) + item(1), lists) == ["Chương I", "Chương II", "2.1"]


def test_a_level_that_never_restarts() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    lists = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", never)) + num(1)
    assert labels("".join(item(i) for i in (0, 1, 1, 0, 1)), lists) == ["I.", "Điều 1.", "Điều 2.", "II.", "Điều 3."]


def test_a_level_that_restarts_below_one_level_only() -> None:
    lists = abstract(
        level(0, "decimal", "%1"), level(1, "decimal", "%2"), level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
    ) + num(1)
    assert labels("".join(item(i) for i in (0, 1, 2, 1, 2, 0, 2)), lists) == ["1", "1", "1", "2", "2", "2", "1"]


def test_lists_of_one_kind_count_together_unless_one_starts_again() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(level(0, "decimal", "%1.")) + num(1) + num(2) + num(3, overrides=again)
    body = item(number=1) + item(number=2) + item(number=3) + item(number=3) + item(number=1)
    assert labels(body, lists) == ["1.", "2.", "1.", "2.", "3."]


def test_an_override_changes_a_level() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)", start=4)}</w:lvlOverride>'
    lists = abstract(level(0, "decimal", "%1.")) + num(1, overrides=changed)
    assert labels(item() + item(), lists) == ["(iv)", "(v)"]


def test_numbers_come_from_styles_too() -> None:
    lists = abstract(
        level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>'), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Tieu"/>')
    ) + num(7)
    numbered = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Muc">{numbered}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Tieu">{numbered}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = "".join(p("x", properties=f'<w:pStyle w:val="{s}"/>') for s in ("Muc", "Tieu", "Tieu", "Muc", "Tieu"))
    assert labels(body, lists, styles) == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    off = p("x", properties='<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(off + p("x", properties='<w:pStyle w:val="Con"/>'), lists, styles) == ["", "1."]


def test_a_list_that_stands_for_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
    lists = abstract(level(0, "upperLetter", "%1)")) + linked + num(1, of=1) + num(2)
    assert labels(item() + item(), lists, styles) == ["A)", "B)"]


@pytest.mark.parametrize(
    ("font", "character", "expected"),
    [("Symbol", "\uf0b7", "•"), ("Wingdings", "\uf0a7", "▪"), ("Wingdings", "\uf0d8", "➢"), ("Arial", "-", "-")],
)
def test_bullets(font: str, character: str, expected: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    lists = abstract(level(0, "bullet", character, fonts)) + num(1)
    assert labels(item(), lists) == [expected]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", "1 5 27"),
        ("decimalZero", "01 05 27"),
        ("upperRoman", "I V XXVII"),
        ("lowerRoman", "i v xxvii"),
        ("lowerLetter", "a e aa"),
        ("upperLetter", "A E AA"),
        ("custom:a, b, c, d, đ, ...", "a đ dd"),
        ("none", "  "),
        ("unheard", "1 5 27"),
    ],
)
def test_number_formats(number_format: str, expected: str) -> None:
    assert " ".join(number(value, number_format) for value in (1, 5, 27)) == expected


def test_a_custom_format_in_an_alternate() -> None:
    custom = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    formats = (
        f"<mc:AlternateContent><mc:Choice>{custom}</mc:Choice>"
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    lists = abstract(f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{formats}<w:lvlText w:val="%1"/></w:lvl>') + num(1)
    assert labels(item(), lists) == ["001"]


def test_the_text_is_untouched_and_indented_by_its_level() -> None:
    indent = '<w:pPr><w:ind w:left="720"/></w:pPr>'
    lists = abstract(level(0, "decimal", "%1.", indent)) + num(1)
    own = p("y", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="200"/>')
    first, second = document(item(text="Kết quả") + own, numbering=lists).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.label, first.indent) == ("Kết quả", "1.", 36.0)
    assert (second.label, second.indent) == ("2.", 10.0)


def test_a_numbered_cell_without_text_keeps_its_number() -> None:
    (table,) = document(tbl(tr(tc(item(text="")), "một"), tr(tc(item(text="")), "hai")), numbering=OUTLINE).blocks
    assert [row[0].paragraphs[0].label for row in table.rows] == ["I.", "II."]  # type: ignore[union-attr]


def test_a_cell_under_a_merged_one_takes_no_number() -> None:
    merged, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        tr(tc(item(text=""), properties=merged), "a"),
        tr(tc(item(text=""), properties=under), "b"),
        tr(tc(item(text="")), "c"),
    )
    read_document = document(tbl(*rows) + item(), numbering=OUTLINE)
    table, after = read_document.blocks
    assert [row[0].paragraphs[0].label for row in table.rows] == ["I.", "I.", "II."]  # type: ignore[union-attr]
    assert (after.label, read_document.asides) == ("III.", ())  # type: ignore[union-attr]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:vanish/>"])
def test_an_item_gone_with_its_end_takes_no_number(mark: str) -> None:
    gone = (
        item()
        .replace("<w:pPr>", f"<w:pPr><w:rPr>{mark}</w:rPr>")
        .replace("<w:rPr></w:rPr>", "<w:rPr><w:vanish/></w:rPr>")
    )
    assert labels(item() + gone + '<w:bookmarkEnd w:id="0"/>' + item(), OUTLINE) == ["I.", "II."]


def test_lists_that_are_not_there_are_no_numbers() -> None:
    assert labels(item(number=9) + item(8), OUTLINE) == ["", ""]
    assert labels(item(), "") == [""]


def test_broken_numbers_in_attributes_do_no_harm() -> None:
    lists = abstract(level(0, "decimal", "%1.").replace('w:val="1"', 'w:val="một"')) + num(1)
    assert labels(item(), lists) == ["0."]
