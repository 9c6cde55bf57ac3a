"""Whose a count is, of which time and stage, by what stands around its sentence."""

import pytest

from extractors.fields.counts import candidates
from tests.extractors.fields.counted import paragraphs, sure


def test_a_registration_gives_its_lists_their_stage() -> None:
    body = paragraphs(
        "V/v đăng ký thi đua năm 2020",
        "3. Danh hiệu “Chiến sĩ thi đua cấp tỉnh”: 22 cá nhân; “Chiến sĩ thi đua cơ sở”: 27 cá nhân.",
    )
    assert {c.field: c.value for c in candidates(body) if not c.doubt} == {
        "count:registered/cstd_tinh/individual": 22,
        "count:registered/cstd_co_so/individual": 27,
    }


def test_a_list_takes_the_stage_of_its_lead_in() -> None:
    lead = "Đề nghị công nhận các danh hiệu sau:"
    items = ("- Lao động tiên tiến: 30 cá nhân;", "- Chiến sĩ thi đua cơ sở: 05 cá nhân.")
    assert sure(lead, *items) == {"proposed/ldtt/individual": 30, "proposed/cstd_co_so/individual": 5}
    assert sure(lead, "Phong trào lan tỏa rộng khắp.", *items) == {}


def test_a_list_of_another_year_is_not_sure() -> None:
    assert sure("Năm 2019 được công nhận:", "- Lao động tiên tiến: 30 cá nhân;") == {}


def test_figures_after_those_of_others_are_not_sure() -> None:
    assert sure("Toàn tỉnh có 320 cá nhân được tặng Giấy khen. Có 15 sáng kiến được công nhận.") == {}


def test_aims_under_a_heading_of_what_is_to_come_are_not_sure() -> None:
    assert sure("III. PHƯƠNG HƯỚNG, NHIỆM VỤ", "Phấn đấu có 10 cá nhân đạt Chiến sĩ thi đua cơ sở.") == {}


@pytest.mark.parametrize(
    "heading",
    [
        *("1. Chi cục Cây bóng mát", "2. Công đoàn cơ sở", "I. ĐẶC ĐIỂM TÌNH HÌNH", "3. Khen thưởng đột xuất"),
        *("IV. HOẠT ĐỘNG CỦA KHỐI", "1. Kết quả năm 2019"),
    ],
)
def test_figures_under_a_heading_of_others_are_not_sure(heading: str) -> None:
    assert sure(heading, "Có 12 cá nhân được tặng Giấy khen.") == {}
    assert sure("3. Sơ kết công tác khen thưởng", "Có 12 cá nhân được tặng Giấy khen.") != {}


@pytest.mark.parametrize(
    "lead", ["Công đoàn cơ sở được tặng:", "Khen thưởng đột xuất, được tặng:", "Các phòng được tặng:"]
)
def test_a_lead_in_of_others_or_of_a_part_is_not_sure(lead: str) -> None:
    assert sure(lead, "- Giấy khen: 05 cá nhân;") == {}


def test_people_said_in_the_lead_in_are_not_lost() -> None:
    assert sure("Đăng ký:", "- Giấy khen: 05;") == {"registered/giay_khen/any": 5}
    assert sure("Đăng ký, tập thể:", "- Giấy khen: 05;") == {}


def test_the_titles_year_is_the_papers_year() -> None:
    body = paragraphs(
        "Kết quả thi đua năm 2020", *["Năm 2019 rất khó khăn."] * 5, "Năm 2019 có 12 cá nhân được tặng Giấy khen."
    )
    assert list(candidates(body)) == []


@pytest.mark.parametrize(
    "pieces",
    [
        ("Năm qua có trên", "120 cá nhân được tặng Giấy khen."),
        ("Có 12 cá nhân được tặng Giấy khen", "của hội làm vườn."),
    ],
)
def test_a_sentence_cut_in_two_is_not_sure(pieces: tuple[str, str]) -> None:
    assert sure(*pieces) == {}


def test_a_half_year_paper_may_speak_of_its_half_year() -> None:
    body = paragraphs(
        "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020",
        "Phong trào được triển khai.",
        "6 tháng đầu năm 2020, có 12 cá nhân được tặng Giấy khen.",
    )
    assert [(c.value, c.doubt) for c in candidates(body)] == [(12, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Mục tiêu đến hết năm 2020: 15 sáng kiến được công nhận; 02 tập thể được tặng Bằng khen của UBND tỉnh.",
        "1- Chỉ tiêu giao ước cả năm: 98 đồng chí đạt Lao động tiên tiến; 02 tập thể được UBND tỉnh tặng Bằng khen.",
        "Mục tiêu: phong trào lan tỏa. 15 sáng kiến được công nhận.",
    ],
)
def test_all_that_follows_an_aim_in_its_paragraph_is_in_doubt(text: str) -> None:
    assert sure(text) == {}


def test_nothing_is_granted_in_a_plan() -> None:
    body = paragraphs("KẾ HOẠCH", "Phong trào thi đua năm 2020", "Trong năm 2020 có 15 sáng kiến được công nhận.")
    assert [c.doubt for c in candidates(body)] == ["perhaps an aim"]
    report = paragraphs("BÁO CÁO", *(one.text for one in body[1:]))
    assert [c.doubt for c in candidates(report)] == [""]


AIMS = [
    "Phấn đấu 12 cá nhân đạt Chiến sĩ thi đua cơ sở, 90 cá nhân đạt Lao động tiên tiến.",
    "Phấn đấu có 12 cá nhân đạt Chiến sĩ thi đua cơ sở; 90 cá nhân đạt Lao động tiên tiến.",
    "Phấn đấu có 12 cá nhân đạt Chiến sĩ thi đua cơ sở. Có 90 cá nhân đạt Lao động tiên tiến.",
]


@pytest.mark.parametrize("text", AIMS)
def test_what_follows_an_aim_is_not_attained(text: str) -> None:
    assert sure(text) == {"registered/cstd_co_so/individual": 12}


@pytest.mark.parametrize(
    "above",
    [
        ("Đăng ký:",),
        ("Sở Cây xanh đăng ký các danh hiệu thi đua năm 2020 như sau:",),
        ("2. Đăng ký thi đua",),
        ("2. Mục tiêu",),
        ("III. PHƯƠNG HƯỚNG", "1. Danh hiệu thi đua"),
        ("III. CHỈ TIÊU PHẤN ĐẤU", "1. Danh hiệu"),
        ("I. ĐẶC ĐIỂM TÌNH HÌNH", "1. Thuận lợi"),
        ("IV. CÔNG ĐOÀN", "1. Kết quả", "a) Khen thưởng"),
        ("Hội đồng đã họp và thống nhất đề nghị các cấp khen thưởng.",),
        ("Công đoàn đã phát động thi đua.",),
        ("Trong năm 2019, phong trào được đẩy mạnh.",),
        ("Kết quả năm 2019 như sau:",),
    ],
)
def test_what_stands_above_governs_the_numbers(above: tuple[str, ...]) -> None:
    assert sure(*above, "- 12 cá nhân đạt Chiến sĩ thi đua cơ sở.") == {}


@pytest.mark.parametrize(
    "above",
    [
        ("III. PHƯƠNG HƯỚNG", "IV. KẾT QUẢ KHEN THƯỞNG", "1. Danh hiệu"),
        ("1. Mục tiêu", "2. Kết quả"),
        ("PHƯƠNG HƯỚNG CÔNG TÁC", "1. Kết quả"),
        ("Phong trào được đẩy mạnh.",),
    ],
)
def test_a_later_heading_ends_the_one_before(above: tuple[str, ...]) -> None:
    assert sure(*above, "Có 12 cá nhân đạt Chiến sĩ thi đua cơ sở.") != {}


@pytest.mark.parametrize(
    "text",
    [
        "Công đoàn Sở hoạt động hiệu quả; 12 cá nhân được tặng Giấy khen.",
        "Công đoàn Sở hoạt động hiệu quả. 12 cá nhân được tặng Giấy khen.",
        "Chi cục Cây bóng mát hoàn thành xuất sắc nhiệm vụ. Có 12 cá nhân được tặng Giấy khen.",
    ],
)
def test_what_follows_words_about_others_is_not_sure(text: str) -> None:
    assert sure(text) == {}
    assert sure("Sở Cây xanh hoàn thành xuất sắc nhiệm vụ. Có 12 cá nhân được tặng Giấy khen.") != {}


def test_a_registration_s_own_words_for_success_are_not_sure() -> None:
    body = paragraphs("V/v đăng ký thi đua năm 2020", "- 12 cá nhân đạt Chiến sĩ thi đua cơ sở.")
    assert [c.value for c in candidates(body) if not c.doubt] == []
