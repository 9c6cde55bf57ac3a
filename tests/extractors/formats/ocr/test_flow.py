"""Words become lines and paragraphs in reading order, two columns one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.formats.ocr.engine import Word
from extractors.formats.ocr.flow import paragraphs
from extractors.formats.ocr.margins import kept_apart
from extractors.records import AsideKind

HEIGHT = 20


def line(number, x, y, text, confidence=90.0, gap=8):
    words = []
    for part in text.split():
        width = 11 * len(part)
        words.append(Word(part, confidence, (x, y, x + width, y + HEIGHT), number))
        x += width + gap
    return words


def body(number, y, indent=0):
    """A line over the whole width of the page."""
    return line(number, 100 + indent, y, "thi đua khen thưởng " * 5, gap=12 - indent // 20)


def texts(words):
    return [flow.text for flow in paragraphs(words)]


def test_a_head_is_read_column_by_column():
    words = [
        *line(1, 150, 100, "UBND TỈNH MẪU"),
        *line(2, 600, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *line(3, 180, 130, "SỞ MẪU"),
        *line(4, 650, 130, "Độc lập - Tự do - Hạnh phúc"),
        *line(5, 160, 180, "Số: 15/BC-SM"),
        *line(6, 640, 180, "Mẫu, ngày 05 tháng 6 năm 2020"),
        *body(7, 320, indent=40),
        *body(8, 350),
    ]
    assert texts(words)[:6] == [
        "UBND TỈNH MẪU",
        "SỞ MẪU",
        "Số: 15/BC-SM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu, ngày 05 tháng 6 năm 2020",
    ]


def test_the_motto_parts_a_line_however_near_the_offices_name_stands():
    words = [
        *line(1, 100, 100, "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *line(2, 120, 130, "TỈNH MẪU"),
        *line(3, 500, 130, "Độc lập - Tự do - Hạnh phúc"),
    ]
    assert texts(words)[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"]


def test_lines_of_a_paragraph_are_joined_and_an_indent_begins_the_next():
    words = [*body(1, 300, indent=40), *body(2, 330), *line(3, 100, 360, "hết ý một."), *body(4, 390, indent=40)]
    first, second = texts(words)
    assert first.endswith("hết ý một.")
    assert second.startswith("thi đua")


def test_a_wide_gap_shows_as_an_empty_paragraph():
    words = [*body(1, 300), *body(2, 400)]
    assert "" in texts(words)


def test_a_title_of_two_lines_is_one_paragraph():
    words = [
        *line(1, 610, 200, "BÁO CÁO"),
        *line(2, 102, 230, "Kết quả công tác thi đua, khen thưởng năm 2020 và phương hướng, nhiệm vụ năm", gap=26),
        *line(3, 632, 260, "2021"),
        *body(4, 330),
    ]
    assert any(text.endswith("năm 2021") for text in texts(words))


def test_a_line_of_strokes_is_dropped_and_a_weak_word_makes_its_line_doubtful():
    words = [
        *line(1, 100, 300, "ÍI Ì ÍM", confidence=20),
        *line(2, 100, 340, "Sở Nội vụ"),
        *line(3, 100, 400, "Nguyễn Văn Mẫu", confidence=30),
    ]
    assert [(flow.text, flow.sure) for flow in paragraphs(words) if flow.text] == [
        ("Sở Nội vụ", True),
        ("Nguyễn Văn Mẫu", False),
    ]


def test_a_number_is_never_noise():
    assert "15" in texts(line(1, 100, 300, "15", confidence=10))


def test_page_numbers_and_signature_stamps_are_kept_apart():
    words = [
        *line(1, 500, 40, "2"),
        *line(2, 100, 60, "Ký bởi: Sở Mẫu"),
        *line(3, 100, 500, "2"),
        *line(4, 100, 540, "thi đua"),
    ]
    own, apart = kept_apart(words, 1100)
    assert [word.text for word in own] == ["2", "thi", "đua"]
    assert [(one.kind, one.text) for one in apart] == [
        (AsideKind.PAGE_NUMBER, "2"),
        (AsideKind.SIGNATURE, "Ký bởi: Sở Mẫu"),
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 1200), st.sampled_from(["thi", "đua", "BÁO", "năm", "2020"])),
        max_size=25,
    )
)
def test_no_sure_word_is_lost_or_doubled(spots):
    words = [Word(text, 90.0, (x, y, x + 40, y + HEIGHT), number) for number, (x, y, text) in enumerate(spots)]
    found = " ".join(texts(words)).split()
    assert sorted(found) == sorted(text for *_, text in spots)


def test_what_a_stamp_may_have_is_apart_only_beside_one():
    stamp = [*line(1, 500, 40, "Ký bởi: Sở Mẫu"), *line(2, 500, 66, "Cơ quan: Tỉnh Mẫu")]
    body = [*line(3, 100, 500, "Chức vụ: Trưởng phòng"), *line(4, 100, 540, "ngày ký; kèm theo danh sách")]
    own, apart = kept_apart([*stamp, *body], 1100)
    assert own == body
    assert [one.text for one in apart] == ["Ký bởi: Sở Mẫu", "Cơ quan: Tỉnh Mẫu"]
