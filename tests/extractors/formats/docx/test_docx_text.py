"""A paragraph's text is what Word shows: fields, notes, marks, old fonts."""

from __future__ import annotations

import unicodedata

import pytest

from extractors.records import Paragraph
from tests.extractors.formats.docx.wordfile import document, ledger, p, r, t, tbl, texts, tr

RAISED = '<w:vertAlign w:val="superscript"/>'


def own_mark(mark: str, on: str = "1") -> str:
    """A reference to a note for which the writer typed the mark."""
    return f'<w:r><w:footnoteReference w:customMarkFollows="{on}" w:id="2"/>{t(mark)}</w:r>'


def m(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (p("Báo cáo ", "số 152"), "Báo cáo số 152"),
        (p(f"<w:r>{t('a')}<w:tab/>{t('b')}<w:br/>{t('c')}<w:cr/>{t('d')}<w:ptab/></w:r>", "e"), "a\tb\nc\nd\te"),
        (p("Số:      /BC-SNV   "), "Số:      /BC-SNV   "),
        (p(f"<w:r>{t('152/BC')}<w:noBreakHyphen/>{t('SNV')}</w:r>"), "152/BC-SNV"),
        (p(f"<w:r>{t('khen')}<w:softHyphen/>{t('thưởng')}</w:r>"), "khenthưởng"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " đạt"), "✓ đạt"),
        (p('<w:r><w:sym w:font="Unheard" w:char="F0FC"/></w:r>', " đạt"), "\ufffd đạt"),
        (p('<w:r><w:sym w:font="Arial" w:char="2265"/></w:r>', " 9"), "≥ 9"),
        (p("<m:oMath><m:r><m:t>x=9,5</m:t></m:r></m:oMath>"), "x=9,5"),
        (p("a", f"<w:hyperlink>{r('b')}</w:hyperlink>", "c"), "abc"),
        (p("ngày ", f"<w:smartTag><w:smartTag>{r('12')}</w:smartTag>{r(' tháng')}</w:smartTag>"), "ngày 12 tháng"),
        (p("Số: ", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('152')}</w:sdtContent></w:sdt>", "/BC"), "Số: 152/BC"),
        (f"<w:sdt><w:sdtContent>{p('cả đoạn')}</w:sdtContent></w:sdt>", "cả đoạn"),
        (f"<w:customXml>{p('cả đoạn')}</w:customXml>", "cả đoạn"),
        (p("a", f"<w:ins>{r('b')}<w:ins>{r('c')}</w:ins></w:ins>", f"<w:moveTo>{r('d')}</w:moveTo>"), "abcd"),
        (p("a", f"<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:moveFrom>{r('d')}</w:moveFrom>", "c"), "ac"),
        (p("a", f"<w:ins>{r('b')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>"), "ab"),
        (p('<w:fldSimple w:instr="DATE">', r("12/11/2020"), "</w:fldSimple>"), "12/11/2020"),
        (p('<w:r><w:br w:type="page"/></w:r>', "PHỤ LỤC"), "PHỤ LỤC"),
        (p("trước", '<w:r><w:br w:type="page"/></w:r>', "sau"), "trước\nsau"),
        (p("<w:r><w:t>  bỏ trắng \n</w:t></w:r>"), "bỏ trắng"),
        (p("<w:r><w:t>xuống\ndòng</w:t></w:r>"), "xuống dòng"),
        (p(r("báo cáo", "<w:caps/>"), " năm"), "BÁO CÁO năm"),
        (p(r("báo ", '<w:smallCaps w:val="0"/>'), r("cáo", "<w:smallCaps/>")), "báo CÁO"),
        (p(r("126/2024/NĐ-CP"), '<w:r><w:footnoteReference w:id="2"/></w:r>', " và"), "126/2024/NĐ-CP và"),
        (p("a", '<w:r><w:commentReference w:id="0"/></w:r><w:bookmarkStart w:id="1"/>', "b"), "ab"),
        (p(f"<w:r><w:ruby><w:rt>{r('chú')}</w:rt><w:rubyBase>{r('chữ')}</w:rubyBase></w:ruby></w:r>"), "chữ"),
        (p("98", r("1", RAISED), " cá nhân, 12 m", r("2", RAISED)), "98¹ cá nhân, 12 m²"),
        (p("10", r("3a", '<w:vertAlign w:val="subscript"/>')), "103a"),
        (p("140/BC-SNV", own_mark("1"), " ngày"), "140/BC-SNV ngày"),
        (p("140/BC-SNV", own_mark("1", on="0"), " ngày"), "140/BC-SNV1 ngày"),
        (p(f"<m:oMath><m:f><m:num>{m('95')}</m:num><m:den>{m('100')}</m:den></m:f></m:oMath>"), "95/100"),
        (p(f"<m:oMath><m:sSup><m:e>{m('10')}</m:e><m:sup>{m('3')}</m:sup></m:sSup></m:oMath>"), "10^3"),
    ],
)
def test_one_paragraph(content: str, expected: str) -> None:
    assert texts(document(content)) == [expected]


def field(code: str, result: str, nested: str = "") -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{nested}{middle}{r(result)}{end}"


def test_fields_give_their_results_alone() -> None:
    inner = field("MERGEFIELD x", "x-là-mã")
    read_document = document(p("a ", field("IF", "kết quả", inner), " b", field("PAGE", "2")))
    assert texts(read_document) == ["a kết quả b2"]
    assert ledger(read_document)["field_code"] == len("IF" + "MERGEFIELD x" + "x-là-mã" + "PAGE")


def test_a_field_s_code_takes_its_tabs_symbols_and_data_along() -> None:
    begin, middle, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    data = '<w:fldChar w:fldCharType="begin"><w:fldData>QUJD</w:fldData></w:fldChar>'
    symbol = '<w:sym w:font="Arial" w:char="2265"/><w:tab/>'
    coded = document(p(f"<w:r>{begin}<w:instrText>IF</w:instrText>{symbol}{middle}{t('9')}{end}</w:r>"))
    assert texts(coded) == ["9"]
    with_data = document(p(f"<w:r>{data}<w:instrText>ADDIN</w:instrText>{middle}{t('9')}{end}</w:r>"))
    assert ledger(with_data) == {"used": 1, "field_code": len("QUJD" + "ADDIN")}


def test_a_raised_figure_may_come_from_a_style() -> None:
    style = f'<w:style w:type="character" w:styleId="Note"><w:rPr>{RAISED}</w:rPr></w:style>'
    paragraph = document(p("98", r("1", '<w:rStyle w:val="Note"/>'), " cá nhân"), styles=style).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.raw) == ("98¹ cá nhân", "981 cá nhân")


def test_a_field_over_several_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    assert texts(document(p(begin, middle, "I. Một") + p("II. Hai", end) + p("ba"))) == ["I. Một", "II. Hai", "ba"]


def test_a_field_that_is_never_closed_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(document(p(begin, "còn đây") + p("và đây"))) == ["còn đây", "và đây"]


def test_a_field_without_a_result_ends() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    outer = f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert texts(document(p(outer, "a", f"{begin}{r('mã')}{end}", "b", end, "c"))) == ["abc"]


def test_margins_notes_and_comments_are_kept_apart() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("ngăn")}</w:footnote>'
        f'<w:footnote w:id="2">{p("chú thích hai")}</w:footnote><w:footnote w:id="7">{p("chú thích bảy")}</w:footnote>'
    )
    read_document = document(
        p("a", '<w:r><w:footnoteReference w:id="7"/></w:r>', "b", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        header=p("2"),
        footer=p("Khối thi đua") + tbl(tr("trang", "3")),
        footnotes=notes,
        comments=f'<w:comment w:id="0">{p("xem lại")}</w:comment>',
    )
    assert texts(read_document) == ["ab"]
    assert [(a.kind.value, a.paragraph.place.container, a.paragraph.text) for a in read_document.asides] == [
        ("page_number", "header 1", "2"),
        ("footer", "footer 1", "Khối thi đua"),
        ("footer", "footer 1, table 1, row 1, cell 1", "trang"),
        ("page_number", "footer 1, table 1, row 1, cell 2", "3"),
        ("footnote", "footnote 1", "chú thích bảy"),
        ("footnote", "footnote 2", "chú thích hai"),
        ("comment", "comment 1", "xem lại"),
    ]
    assert ledger(read_document) == {
        "used": 2, "header": 1, "footer": 18, "footnote": 26, "comment": 7, "unreferenced_note": 4,
    }  # fmt: skip


def test_text_is_nfc_and_its_raw_form_is_kept() -> None:
    decomposed = unicodedata.normalize("NFD", "Cao Bằng,") + "\u00a0ngày"
    (paragraph,) = document(p(decomposed)).blocks
    assert (paragraph.text, paragraph.raw) == ("Cao Bằng, ngày", decomposed)  # type: ignore[union-attr]
    (plain,) = document(p("Cao Bằng")).blocks
    assert plain.raw == ""  # type: ignore[union-attr]


def test_marks_split_over_runs_are_composed() -> None:
    assert texts(document(p("Ba", "\u0302\u0300", "ng"))) == ["Bầng"]


def old(text: str, font: str) -> str:
    return r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def test_tcvn3_is_decoded_run_by_run() -> None:
    read_document = document(
        p(old("céng hoµ x· héi", ".VnTimeH"), " – ", r("Việt Nam", '<w:rFonts w:ascii=".VnTime"/>'))
        + p(f'<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>{t("®Çu t")}<w:softHyphen/></w:r>')
    )
    assert texts(read_document) == ["CỘNG HOÀ XÃ HỘI – Việt Nam", "đầu tư"]
    assert read_document.blocks[1].raw == "®Çu t\xad"  # type: ignore[union-attr]


def test_old_fonts_may_come_from_a_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>'
    style = '<w:pStyle w:val="Cu"/>'
    assert texts(document(p("ngöôøi coâng nhaân", properties=style), styles=styles)) == ["người công nhân"]
    assert texts(document(p("người công nhân", properties=style), styles=styles)) == ["người công nhân"]


def test_white_space_only_is_no_paragraph() -> None:
    read_document = document(p() + p("   ") + p('<w:r><w:br w:type="page"/></w:r>') + p("a") + p("\u00a0") + p("b"))
    assert [(b.text, b.place.first) for b in read_document.blocks] == [("a", 1), ("b", 2)]  # type: ignore[union-attr]
    assert ledger(read_document) == {"used": 2, "blank_paragraph": 4}
