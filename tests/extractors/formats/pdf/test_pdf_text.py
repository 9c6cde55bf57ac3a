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


def test_a_subject_in_small_letters_stands_below_its_title() -> None:
    """As papers of the Party print it: "BÁO CÁO" above "kết quả công tác …"."""
    pdf = sheets()
    lines = ["BÁO CÁO", "kết quả công tác thi đua, khen thưởng năm 2024"]
    pdf.lines_at(60, 160, lines)
    assert texts(document(pdf.bytes())) == lines


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


def raising(pdf: Sheets, x: float, y: float, text: str) -> None:
    """One line at a baseline, what stands between ^ signs smaller and raised."""
    for index, part in enumerate(text.split("^")):
        pdf.write_at(x, y - 5 * (index % 2), part, 7 if index % 2 else 12)
        x += pdf.get_string_width(part)


RAISED = [
    ("98^1^ cá nhân đạt danh hiệu", "98¹ cá nhân đạt danh hiệu"),
    ("rộng 1.500 m^2^, nặng 10^3^ kg, có 12 tập thể", "rộng 1.500 m², nặng 10³ kg, có 12 tập thể"),
    ("Đạt 98,5^3^", "Đạt 98,5³"),
    ("Nghị định số 91/2017/NĐ-CP^12^ của Chính phủ", "Nghị định số 91/2017/NĐ-CP¹² của Chính phủ"),
]


@pytest.mark.parametrize(("drawn", "read_as"), RAISED)
@pytest.mark.parametrize("in_table", [False, True])
def test_a_raised_figure_stays_one_in_its_line(drawn: str, read_as: str, in_table: bool) -> None:
    pdf = sheets()
    if in_table:
        pdf.table(60, 84, [60, 400], [["", ""]] * 3)
    raising(pdf, 124 if in_table else 60, 118 if in_table else 100, drawn)
    read = document(pdf.bytes())
    assert [paragraph.text for paragraph in paragraphs_of(read) if paragraph.text] == [read_as]
    assert set(ledger(read)) == {"used"}


def test_a_raised_figure_ends_no_paragraph() -> None:
    pdf = sheets()
    raising(pdf, 60, 100, "Năm 2020 toàn tỉnh Hạ Lam đã có 98^1^ cá nhân và 15^2^ tập thể tiêu biểu")
    raising(pdf, 60, 116, "được tặng Giấy khen của 12^3^ cơ quan.")
    assert texts(document(pdf.bytes())) == [
        "Năm 2020 toàn tỉnh Hạ Lam đã có 98¹ cá nhân và 15² tập thể tiêu biểu được tặng Giấy khen của 12³ cơ quan."
    ]


def test_the_marks_of_the_pages_footnotes_leave_the_text() -> None:
    pdf = sheets()
    raising(pdf, 60, 100, "Theo Nghị định số 91/2017/NĐ-CP^1^ có 98^2^ cá nhân, rộng 500 m^2^ và 10^3^ kg.")
    pdf.stroke(60, 700, 180, 700)
    pdf.lines_at(60, 714, ["1 Nghị định của Chính phủ.", "2 Theo danh sách."], 9)
    read = document(pdf.bytes())
    assert texts(read) == ["Theo Nghị định số 91/2017/NĐ-CP có 98 cá nhân, rộng 500 m² và 10³ kg."]
    assert ledger(read)["footnote_mark"] == 2
    assert "unplaced" not in ledger(read)


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
