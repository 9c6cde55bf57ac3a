"""A table of figures stays one, whatever stands glued to it."""

from extractors.extraction import extract
from extractors.layout import outline
from extractors.records import Document, Table
from tests.extractors.formats.docx.wordfile import document, p, tbl, tc, tr

SPAN = '<w:gridSpan w:val="2"/>'
SCORES = (
    tr("TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"),
    tr("1", "Thực hiện nhiệm vụ chính trị", "60", "58"),
    tr("2", "Tổ chức phong trào thi đua", "40", "40"),
    tr("", "Tổng cộng", "100", "98"),
)
LEFT = tc(p("Nơi nhận:"), p("- UBND tỉnh;"), p("- Lưu: VT."), properties=SPAN)
RIGHT = tc(p("GIÁM ĐỐC"), p(), p("Bế Thái Khôi"), properties=SPAN)


def paper(*rows: str) -> Document:
    return document(p("BÁO CÁO") + p("Kết quả thi đua năm 2020") + tbl(*rows))


def test_a_foot_glued_below_a_table_of_figures_is_still_the_foot() -> None:
    facts = {fact.field: fact.value for fact in extract(paper(*SCORES, tr(LEFT, RIGHT))).facts}
    assert facts["signer_title"] == "GIÁM ĐỐC"
    assert facts["signer_name"] == "Bế Thái Khôi"
    assert facts["recipients"] == ("UBND tỉnh", "Lưu: VT")
    assert facts["total_self_score"] == 98


def test_rows_above_a_foot_that_are_no_figures_belong_to_the_foot() -> None:
    found = paper(tr("TM. KHỐI THI ĐUA"), tr(tc("Nơi nhận: các đơn vị")))
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert table.ruled
    assert "TM. KHỐI THI ĐUA" in [line.text for line in (*outline(found).signatures, *outline(found).recipients)]


def test_a_signature_may_stand_above_the_recipients() -> None:
    lines = (
        "T/M BAN THƯỜNG VỤ",
        "K/T CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "",
        "Bế Thái Khôi",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu VP.",
    )
    body = "".join(map(p, ("BÁO CÁO", "Kết quả thi đua năm 2020", "Phong trào được triển khai tốt./.", *lines)))
    facts = {fact.field: fact.value for fact in extract(document(body)).facts}
    assert (facts["authority"], facts["signer_title"], facts["signer_name"]) == ("KT.", "PHÓ CHỦ TỊCH", "Bế Thái Khôi")
    assert facts["recipients"] == ("Như trên", "Lưu VP")
