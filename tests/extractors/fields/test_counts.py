"""The precision of award counts, on invented sentences of the shapes that offices write."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.fields.counts import own_names, speaks_of_counts
from extractors.lines import Line, Side
from extractors.records import Paragraph, Place
from extractors.vietnamese.text import clean
from tests.extractors.fields.counted import read, sure

CLEAN = {
    "Có 49 cá nhân được tặng Giấy khen.": {"granted/giay_khen/individual": 49},
    "49 cá nhân được tặng Giấy khen của Giám đốc Sở;": {"granted/giay_khen/individual": 49},
    "Năm 2020, có 112 cá nhân đạt danh hiệu Lao động tiên tiến.": {"granted/ldtt/individual": 112},
    "Trong kỳ, Sở Cây xanh có 02 tập thể, cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.": {
        "granted/bang_khen_tinh/any": 2
    },
    "06 cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở; có 17 sáng kiến được công nhận.": {
        "granted/cstd_co_so/individual": 6,
        "granted/sang_kien/any": 17,
    },
    "08 đồng chí được công nhận Chiến sĩ thi đua cơ sở, 81 đồng chí đạt Lao động tiên tiến.": {
        "granted/cstd_co_so/individual": 8,
        "granted/ldtt/individual": 81,
    },
    "13 Bằng khen của UBND tỉnh và 34 Giấy khen của Thủ trưởng cơ quan đã được trao.": {
        "granted/bang_khen_tinh/any": 13,
        "granted/giay_khen/any": 34,
    },
    "Đã tặng Giấy khen cho 66 tập thể và 146 cá nhân.": {
        "granted/giay_khen/collective": 66,
        "granted/giay_khen/individual": 146,
    },
    "Tặng Giấy khen cho 66 tập thể và 146 cá nhân.": {
        "granted/giay_khen/collective": 66,
        "granted/giay_khen/individual": 146,
    },
    "Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể và 07 cá nhân.": {
        "proposed/bang_khen_tinh/collective": 3,
        "proposed/bang_khen_tinh/individual": 7,
    },
    "05 cá nhân được đề nghị tặng Bằng khen của Thủ tướng Chính phủ.": {"proposed/bang_khen_ttcp/individual": 5},
    "Đăng ký 20 sáng kiến, giải pháp công tác.": {"registered/sang_kien/any": 20},
    "Phấn đấu có 10 cá nhân đạt Chiến sĩ thi đua cơ sở.": {"registered/cstd_co_so/individual": 10},
    "Đã trình 04 cá nhân đề nghị công nhận Chiến sĩ thi đua cấp tỉnh.": {"proposed/cstd_tinh/individual": 4},
    "Có 1.286 cá nhân đạt danh hiệu “Lao động tiên tiến”.": {"granted/ldtt/individual": 1286},
    "Đạt 16 tập thể lao động tiên tiến.": {"granted/tt_ldtt/collective": 16},
    "01 tập thể được Chính phủ tặng Cờ thi đua.": {"granted/co_chinh_phu/collective": 1},
    "02 tập thể được tặng Cờ thi đua của UBND tỉnh.": {"granted/co_tinh/collective": 2},
    "Có 03 cá nhân được Bộ trưởng Bộ Nội vụ tặng Bằng khen.": {"granted/bang_khen_bo/individual": 3},
    "Có 03 cá nhân được Bộ Tài chính tặng Bằng khen.": {"granted/bang_khen_bo/individual": 3},
    "01 cá nhân được Chủ tịch nước tặng Huân chương Lao động hạng Ba.": {"granted/huan_chuong/individual": 1},
    "Được công nhận: Chiến sỹ thi đua cấp cơ sở: 05 đ/c = 15 %; Lao động tiên tiến: 33 Đ/ c = 100 %.": {
        "granted/cstd_co_so/individual": 5,
        "granted/ldtt/individual": 33,
    },
    "Đăng ký: Tập thể Lao động xuất sắc: 04 tập thể; Chiến sĩ thi đua cấp tỉnh: 02 cá nhân.": {
        "registered/tt_ldxs/collective": 4,
        "registered/cstd_tinh/individual": 2,
    },
    "Có 07 tập thể được công nhận Tập thể lao động xuất sắc.": {"granted/tt_ldxs/collective": 7},
    "02 cá nhân đạt CSTĐ cấp tỉnh, 15 cá nhân đạt CSTĐCS, 90 cá nhân đạt LĐTT.": {
        "granted/cstd_tinh/individual": 2,
        "granted/cstd_co_so/individual": 15,
        "granted/ldtt/individual": 90,
    },
    "Có 03 cá nhân được UBND tỉnh Cao Bằng tặng Bằng khen.": {"granted/bang_khen_tinh/individual": 3},
    "Sở Cây xanh và Mặt nước có 12 cá nhân được tặng Giấy khen.": {"granted/giay_khen/individual": 12},
}

NOT_SURE = [
    "Gần 76.000 cá nhân được tặng Giấy khen.",
    "Có gần 120 cá nhân đạt Lao động tiên tiến.",
    "Có trên 860 tập thể và hơn 2.500 cá nhân được tặng Giấy khen.",
    "Khoảng 40 cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở.",
    "Ước có 50 cá nhân đạt Lao động tiên tiến.",
    "1.329 lượt cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở.",
    "99 lượt tập thể được tặng Giấy khen.",
    "Ít nhất 05 cá nhân đạt Chiến sĩ thi đua cơ sở.",
    "Mỗi phòng có 02 cá nhân đạt Chiến sĩ thi đua cơ sở.",
    "Đang trình xét 03 cá nhân tặng Bằng khen của UBND tỉnh.",
    "Có 05 cá nhân đang chờ tặng Bằng khen của UBND tỉnh.",
    "Dự kiến có 10 cá nhân được tặng Giấy khen.",
    "Sẽ có 10 cá nhân được tặng Giấy khen.",
    "Có 10 cá nhân chưa được tặng Giấy khen.",
    "Chỉ tiêu 20 cá nhân đạt Chiến sĩ thi đua cơ sở.",
    "98,5% cá nhân đạt danh hiệu Lao động tiên tiến.",
    "Có 98% cá nhân đạt danh hiệu Lao động tiên tiến.",
    "Tỷ lệ cá nhân đạt Lao động tiên tiến là 27%.",
    "Năm 2019 có 45 cá nhân được tặng Giấy khen.",
    "So với năm 2019, số cá nhân được tặng Giấy khen tăng 05 cá nhân.",
    "So với cùng kỳ có 30 cá nhân đạt Lao động tiên tiến.",
    "Năm 2021 phấn đấu có 12 cá nhân đạt Chiến sĩ thi đua cơ sở.",
    "Toàn tỉnh có 320 cá nhân được tặng Giấy khen.",
    "Khối thi đua có 08 tập thể được tặng Cờ thi đua của UBND tỉnh.",
    "Các đơn vị trong Khối có 700 cá nhân đạt Lao động tiên tiến.",
    "Phòng Đo đạc có 03 cá nhân được tặng Giấy khen.",
    "Chi cục Cây bóng mát có 11 cá nhân đạt Lao động tiên tiến.",
    "Sở Mây mưa có 12 cá nhân được tặng Giấy khen.",
    "Có 12 cá nhân được tặng Bằng khen.",
    "Có 12 cá nhân đạt Chiến sĩ thi đua.",
    "Có 12 cá nhân được tặng Giấy khen của Công đoàn.",
    "Có 12 cá nhân được Liên đoàn Lao động tỉnh tặng Bằng khen.",
    "Có 10 cá nhân được tặng Giấy khen chuyên đề.",
    "Có 10 cá nhân được tặng Giấy khen đột xuất.",
    "Có 10 cá nhân được tặng Giấy khen vì có thành tích trong phong trào trồng cây.",
    "Trong đó có 10 cá nhân được tặng Giấy khen.",
    "Chiến sĩ thi đua cơ sở: 12 cá nhân.",
    "Trong 5 năm có 12 cá nhân được tặng Giấy khen.",
    "Giai đoạn 2016-2020 có 12 cá nhân được tặng Giấy khen.",
    "6 tháng đầu năm có 12 cá nhân được tặng Giấy khen.",
    "Quý I có 12 cá nhân được tặng Giấy khen.",
    "Chiến sĩ thi đua cấp tỉnh các năm 2006, 2009.",
    "Căn cứ Điều 12 Luật Thi đua, khen thưởng về Giấy khen.",
    "Quyết định số 152/QĐ-UBND ngày 20/11/2020 về việc tặng Bằng khen.",
    "Hưởng ứng phong trào thi đua 2020, được tặng Giấy khen.",
    "Ngày 15 tháng 6 năm 2020 tổ chức trao Giấy khen.",
    "Có 07/09 phòng được tặng Giấy khen.",
    "Đề nghị 02 Bằng khen của Bộ Nội vụ (được 02).",
    "Từ 10 đến 15 cá nhân được tặng Giấy khen.",
    "10-15 cá nhân được tặng Giấy khen.",
    "Đăng ký 20 cá nhân đạt Lao động tiên tiến, được công nhận 18.",
    "Có 10 cá nhân được tặng Giấy khen, 05 tập thể.",
    "05 tập thể đạt Chiến sĩ thi đua cơ sở.",
    "Có 03 sáng kiến cấp tỉnh được công nhận.",
    "Co 12 ca nhan duoc tang Giay khen.",
    "12 hộ gia đình được tặng Giấy khen.",
    "Số lượng sáng kiến có phạm vi ảnh hưởng cấp tỉnh còn ít, mới đạt 4,6% tổng số sáng kiến.",
    "Điểm thưởng: tặng Giấy khen 02 điểm.",
    "Khen thưởng 12 cá nhân bằng Giấy khen của Hội Người làm vườn.",
    "Đợt thi đua từ ngày 01/7/2020 có 30 tập thể, 714 cá nhân đăng ký tham gia, tặng Giấy khen.",
    "Có 10 cá nhân được tặng Giấy khen và đề nghị tặng.",
    "Không quá 15 cá nhân được tặng Giấy khen.",
    "Đã thu hồi 02 Giấy khen.",
    "Có 5 nữ cá nhân được tặng Giấy khen.",
    "Ban hành 12 văn bản về Giấy khen.",
    "Có 12 cá nhân được xét tặng Giấy khen.",
    "Có 12 cá nhân được bình xét đạt Chiến sĩ thi đua cơ sở.",
    "Có 12 cá nhân đủ điều kiện đạt Chiến sĩ thi đua cơ sở.",
]


@pytest.mark.parametrize(("sentence", "expected"), CLEAN.items())
def test_a_plain_statement_is_sure(sentence: str, expected: dict[str, int]) -> None:
    assert sure(sentence) == expected


@pytest.mark.parametrize("sentence", NOT_SURE)
def test_anything_else_is_never_sure(sentence: str) -> None:
    assert sure(sentence) == {}


@pytest.mark.parametrize("sentence", [*CLEAN, *NOT_SURE])
def test_raw_is_the_text_at_its_place(sentence: str) -> None:
    for candidate in read(sentence):
        assert candidate.raw == sentence[candidate.place.start : candidate.place.end]
        assert candidate.raw
        assert candidate.place.first == 3
        digits = "".join(c for c in candidate.raw if c.isdigit())
        assert str(int(candidate.value)) in digits


@pytest.mark.parametrize("sentence", CLEAN)
def test_decomposed_text_says_the_same(sentence: str) -> None:
    assert sure(clean(unicodedata.normalize("NFD", sentence))) == sure(sentence)


@pytest.mark.parametrize("sentence", CLEAN)
def test_spacing_changes_nothing(sentence: str) -> None:
    assert sure(sentence.replace(" ", "  ")) == sure(sentence)


def test_an_inexact_number_keeps_its_qualifier() -> None:
    (candidate,) = read("Có gần 120 cá nhân đạt Lao động tiên tiến.")
    assert candidate.raw == "gần 120 cá nhân đạt Lao động tiên tiến"
    assert (candidate.value, candidate.doubt) == (120, "not exact")


def test_times_are_not_people() -> None:
    (candidate,) = read("1.329 lượt cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở.")
    assert (candidate.value, candidate.doubt) == (1329, "times, not people")
    assert "lượt" in (candidate.raw or "")


def test_two_values_of_one_field_are_both_in_doubt() -> None:
    found = read("Có 12 cá nhân được tặng Giấy khen.", "Có 13 cá nhân được tặng Giấy khen.")
    assert [(c.value, c.doubt) for c in found] == [(12, "several values"), (13, "several values")]


def test_a_number_said_twice_alike_is_sure() -> None:
    assert sure("Có 12 cá nhân được tặng Giấy khen.", "12 cá nhân được tặng Giấy khen.") == {
        "granted/giay_khen/individual": 12
    }


def test_prose_without_awards_is_left_alone() -> None:
    assert not speaks_of_counts("Sở có 12 phòng, 45 công chức.")
    assert not speaks_of_counts("Thực hiện Luật Thi đua, khen thưởng.")


@pytest.mark.parametrize("text", ["Giấy khen:5", "Giấy khen -5", "Giấy khen : 5", "Giấy khen:\n5", "5 Giấy\nkhen"])
def test_a_figure_beside_an_award_speaks_of_a_count(text: str) -> None:
    assert speaks_of_counts(text)


def test_a_sentence_may_be_about_the_letterheads_office() -> None:
    def line(text: str, side: Side = Side.LEFT) -> Line:
        return Line(text, text.lower(), Place(), side, Paragraph(text, Place()))

    left = [line(text) for text in ("UBND TỈNH CAO BẰNG", "BAN CÂY XANH", "VÀ MẶT NƯỚC", "_______")]
    below = [line("Số: 12/BC-BCX"), line("V/v báo cáo công tác")]
    head = [*left, line("ĐỘC LẬP", Side.RIGHT), *below]
    assert own_names(head) == {"VÀ MẶT NƯỚC", "BAN CÂY XANH VÀ MẶT NƯỚC"}


_WORDS = (
    *("12", "1.329", "98,5", "cá nhân", "tập thể", ",", "và", ";", ":", ".", "Giấy khen", "Bằng khen", "được", "tặng"),
    *("đăng ký", "gần", "%", "năm 2020", "năm 2019", "sáng kiến", "của UBND tỉnh", "(", ")", "lượt", "đề nghị", "x"),
    *("- ", "\n", "Lao động tiên tiến", "Đã"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_counts_or_nothing(text: str) -> None:
    for candidate in read(text):
        assert candidate.raw == text[candidate.place.start : candidate.place.end]
        assert candidate.field.startswith("count:")
        assert isinstance(candidate.value, float)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        (
            "Có 05 tập thể và 32 cá nhân được Tập đoàn Cây xanh tặng Giấy khen.",
            {("collective", 5.0), ("individual", 32.0)},
        ),
        (
            "Tập đoàn Cây xanh tặng Giấy khen cho 14 tập thể, 62 cá nhân, trong đó có nữ.",
            {("collective", 14.0), ("individual", 62.0)},
        ),
        ("Gần 14 tập thể được tặng Giấy khen, 62 cá nhân đạt Lao động tiên tiến.", {("collective", 14.0)}),
    ],
)
def test_numbers_listed_with_a_doubtful_one_are_shown_too(sentence: str, numbers: set[tuple[str, float]]) -> None:
    found = [c for c in read(sentence) if "/giay_khen/" in c.field]
    assert {(c.field.rpartition("/")[2], c.value) for c in found} == numbers
    assert all(c.doubt for c in found)


@pytest.mark.parametrize(
    "lead",
    [
        "Sở Cây xanh đăng ký thi đua năm 2020: 30 cá nhân đạt Lao động tiên tiến",
        "Theo Quyết định số 12, trình Hội đồng: 30 cá nhân đạt Lao động tiên tiến",
        "Đề nghị cấp có thẩm quyền khen thưởng: 02 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh",
        "Sở dự kiến: 30 cá nhân đạt Lao động tiên tiến",
        "Kế hoạch năm: 30 sáng kiến",
        "Trong đó: 06 tập thể được tặng Giấy khen",
        "Sở đề nghị Hội đồng công nhận 30 cá nhân đạt Lao động tiên tiến",
    ],
)
def test_what_a_list_is_of_holds_for_all_its_items(lead: str) -> None:
    assert sure(f"{lead}; 06 cá nhân được tặng Giấy khen.") == {}
    assert sure("Không có cá nhân vi phạm; 06 cá nhân được tặng Giấy khen.") == {"granted/giay_khen/individual": 6}


@pytest.mark.parametrize("line", ["Mục tiêu phấn đấu năm 2021", "Phương hướng", "Kiến nghị khen thưởng"])
def test_a_line_that_leads_to_what_is_to_be_is_a_heading_however_it_is_set(line: str) -> None:
    assert sure(line, "- 06 cá nhân được tặng Giấy khen.") == {}
