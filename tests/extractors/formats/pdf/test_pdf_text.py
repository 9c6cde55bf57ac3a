"""Running text: reading order, what a line's end tears, footnotes' numbers, text of the time before Unicode."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.formats.pdf.paragraphs import joined
from extractors.places import paragraphs_of, text_at
from tests.extractors.formats.pdf.drawn import Sheets, asides, changed, document, ledger, sheets, texts

LEFT = ["UBND TỈNH HẠ LAM", "SỞ KHOA HỌC VÀ THƯ VIỆN", "Số: 152/BC-SKHTV"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hạ Lam, ngày 05 tháng 6 năm 2020"]
BODY = ["I. KẾT QUẢ", "1. Công tác chỉ đạo;", "2. Công tác tuyên truyền;"]


def left(pdf: Sheets) -> None:
    pdf.lines_at(60, 60, LEFT, 10)


def right(pdf: Sheets) -> None:
    pdf.lines_at(300, 60, RIGHT, 10)


def body(pdf: Sheets) -> None:
    pdf.lines_at(60, 160, BODY)


@pytest.mark.parametrize("parts", [(left, right, body), (body, left, right), (left, body, right), (right, left, body)])
def test_the_head_comes_first_wherever_the_file_draws_it(parts: tuple[object, ...]) -> None:
    pdf = sheets()
    for part in parts:
        assert callable(part)
        part(pdf)
    assert texts(document(pdf.bytes())) == [*LEFT, *RIGHT, *BODY]


def test_a_head_drawn_line_by_line_over_both_columns_is_cut_in_halves() -> None:
    pdf = sheets()
    for index, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        pdf.write_at(60, 60 + 16 * index, one, 10)
        pdf.write_at(300, 60 + 16 * index, other, 10)
    assert sorted(texts(document(pdf.bytes()))) == sorted([*LEFT, *RIGHT])


def test_a_head_late_in_the_content_is_not_joined_to_the_next_page() -> None:
    pdf = sheets()
    pdf.lines_at(60, 700, ["- Tổ chức thực hiện."])
    right(pdf)
    pdf.add_page()
    pdf.lines_at(60, 60, ["và báo cáo kết quả."])
    assert "Hạ Lam, ngày 05 tháng 6 năm 2020" in texts(document(pdf.bytes()))


def test_the_foots_columns_have_margins_of_their_own() -> None:
    pdf = sheets()
    pdf.lines_at(60, 300, ["Đơn vị báo cáo Khối thi đua tổng hợp theo quy định và gửi kèm hồ sơ./."])
    pdf.lines_at(60, 340, ["- Ban Thi đua - Khen thưởng tỉnh", "Hạ Lam (để báo cáo);", "- Lưu: VT."], 10)
    pdf.lines_at(400, 340, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], 10)
    assert texts(document(pdf.bytes()))[1:] == [
        "- Ban Thi đua - Khen thưởng tỉnh Hạ Lam (để báo cáo);",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
    ]


FULL = "Căn cứ Quyết định của Ủy ban nhân dân tỉnh Hạ Lam và Công văn số {}"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("2328/SNV-", "TCCC ngày 12 tháng 3", "2328/SNV-TCCC ngày 12 tháng 3"),
        ("91/2017/", "NĐ-CP của Chính phủ", "91/2017/NĐ-CP của Chính phủ"),
        ("1290/QĐ", "-UBND của tỉnh", "1290/QĐ-UBND của tỉnh"),
        ("152", "/BC-SKHTV của Sở", "152/BC-SKHTV của Sở"),
        ("12 của Văn phòng-", "Thống kê", "12 của Văn phòng-Thống kê"),
        ("12 của Ban Thi đua -", "Khen thưởng", "12 của Ban Thi đua - Khen thưởng"),
        ("12 năm", "2020", "12 năm 2020"),
    ],
)
def test_what_a_lines_end_tears_is_joined(above: str, below: str, whole: str) -> None:
    assert joined([above, below]) == whole
    pdf = sheets()
    pdf.lines_at(60, 100, [FULL.format(above), below])
    assert texts(document(pdf.bytes())) == [FULL.format(whole)]


def test_digits_below_each_other_are_two_lines() -> None:
    pdf = sheets()
    pdf.lines_at(60, 100, ["5", "3"])
    assert " ".join(texts(document(pdf.bytes()))) == "5 3"


def test_a_word_across_the_page_is_read() -> None:
    pdf = sheets()
    with pdf.rotation(45, 300, 400):
        pdf.write_at(200, 400, "DỰ THẢO LẦN 2", 40)
    pdf.lines_at(60, 100, ["Nội dung báo cáo của đơn vị."])
    assert "".join("".join(texts(document(pdf.bytes()))).split()) == "Nộidungbáocáocủađơnvị.DỰTHẢOLẦN2"


def test_a_footnotes_number_is_taken_off_the_word_it_hangs_on() -> None:
    pdf = sheets()
    pdf.write_at(60, 100, "Nghị định số 91/2017/NĐ-CP")
    wide = pdf.get_string_width("Nghị định số 91/2017/NĐ-CP")
    pdf.write_at(60 + wide, 95, "1", 7)
    pdf.write_at(60, 130, "Đạt 98,5")
    pdf.write_at(60 + pdf.get_string_width("Đạt 98,5"), 125, "3", 7)
    read = document(pdf.bytes())
    assert texts(read) == ["Nghị định số 91/2017/NĐ-CP", "Đạt 98,5"]
    assert ledger(read)["footnote_mark"] == 2


def test_a_digit_as_high_as_its_word_stays() -> None:
    pdf = sheets()
    pdf.write_at(60, 100, "Mẫu M1, biểu B12, diện tích 98,53")
    assert texts(document(pdf.bytes())) == ["Mẫu M1, biểu B12, diện tích 98,53"]


def test_footnotes_stand_apart_from_the_text() -> None:
    pdf = sheets()
    pdf.lines_at(60, 100, ["Nội dung báo cáo của đơn vị."])
    pdf.stroke(60, 700, 180, 700)
    pdf.lines_at(60, 714, ["1 Quyết định số 5/QĐ-KTĐ.", "2 Quyết định số 6/QĐ-KTĐ."], 9)
    read = document(pdf.bytes())
    assert texts(read) == ["Nội dung báo cáo của đơn vị."]
    assert [kind for kind, _ in asides(read)] == ["footnote", "footnote"]


def test_small_print_without_a_rule_is_text() -> None:
    pdf = sheets()
    pdf.lines_at(60, 100, ["Nội dung báo cáo của đơn vị."])
    pdf.lines_at(60, 714, ["- Như trên;", "- Lưu: VT."], 9)
    assert texts(document(pdf.bytes()))[1:] == ["- Như trên;", "- Lưu: VT."]


TCVN3 = "céng hoµ x· héi chñ nghÜa viÖt nam"
UNICODE = "cộng hoà xã hội chủ nghĩa việt nam"


def in_font(name: str, text: str) -> bytes:
    """A page whose letters are Latin-1 codes in a font of that name."""

    def write(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name(f"/{name}"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=opened.make_indirect(font)))
        page.Contents = opened.make_stream(
            b"BT /F1 12 Tf 60 700 Td <" + text.encode("latin-1").hex().encode() + b"> Tj ET"
        )

    return changed(sheets().bytes(), write)


def test_tcvn3_text_becomes_unicode() -> None:
    assert texts(document(in_font(".VnTime", TCVN3))) == [UNICODE]


def test_tcvn3_capitals() -> None:
    assert texts(document(in_font("ABCDEF+.VnTimeH", TCVN3))) == [UNICODE.upper()]


def test_a_fonts_name_alone_proves_nothing() -> None:
    """Unicode text in a font with an old name."""
    text = "Bá cáo và thông báo là hai loài có dòng tên ký"
    assert texts(document(in_font(".VnTime", text))) == [text]


def test_strange_letters_in_a_plain_font_stay() -> None:
    assert texts(document(in_font("TimesNewRoman", TCVN3))) == [TCVN3]


WORD = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẫấợữỷABCĐ019.,;%", min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORD, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12))
def test_no_word_is_lost(lines: list[str]) -> None:
    pdf = sheets()
    pdf.lines_at(60, 100, lines)
    read = document(pdf.bytes())
    assert " ".join(" ".join(texts(read)).split()) == " ".join(lines)
    assert ledger(read) == {"used": len("".join("".join(lines).split()))}
    for paragraph in paragraphs_of(read):
        assert text_at(read, paragraph.place) == paragraph.text
