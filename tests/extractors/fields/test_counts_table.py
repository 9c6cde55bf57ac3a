"""Award counts from tables."""

import pytest

from extractors.fields.counts import candidates
from tests.extractors.fields.counted import paragraphs, sure_of_table, table

HEADINGS = ("TT", "Danh hiệu", "Đăng ký", "Đề nghị", "Được tặng")


def test_a_table_gives_each_stage_its_number() -> None:
    assert sure_of_table(
        HEADINGS, ("1", "Lao động tiên tiến", "40", "39", "38"), ("2", "Giấy khen", "", "-", "12")
    ) == {
        "registered/ldtt/individual": 40,
        "proposed/ldtt/individual": 39,
        "granted/ldtt/individual": 38,
        "granted/giay_khen/any": 12,
    }


def test_a_sentence_that_a_table_contradicts_is_in_doubt() -> None:
    body = paragraphs("Kết quả công tác thi đua năm 2020", "Có 12 cá nhân được công nhận Chiến sĩ thi đua cơ sở.")
    rows = [("TT", "Danh hiệu", "Số lượng"), ("1", "Chiến sĩ thi đua cơ sở", "11")]
    assert {c.doubt for c in candidates(body, [table(*rows)])} == {"several values", "the stage is not said"}
    assert [c.doubt for c in candidates(body)] == [""]


def test_headings_of_two_lines_say_stage_and_people() -> None:
    assert sure_of_table(
        ("TT", "Hình thức", "Đề nghị", "<", "Được tặng", "<"),
        ("TT", "Hình thức", "Tập thể", "Cá nhân", "Tập thể", "Cá nhân"),
        ("1", "Bằng khen của Chủ tịch UBND tỉnh", "03", "07", "02", "06"),
    ) == {
        "proposed/bang_khen_tinh/collective": 3,
        "proposed/bang_khen_tinh/individual": 7,
        "granted/bang_khen_tinh/collective": 2,
        "granted/bang_khen_tinh/individual": 6,
    }


@pytest.mark.parametrize(("deep", "read"), [(4, {"granted/giay_khen/any": 12}), (5, {})])
def test_headings_stand_in_the_four_rows_above_the_first_award(deep: int, read: dict[str, int]) -> None:
    headings = [("TT", "Danh hiệu", "Được tặng")] * deep
    assert sure_of_table(*headings, ("1", "Giấy khen", "12")) == read


def test_columns_of_people_without_a_stage_are_for_a_person() -> None:
    rows = [
        ("TT", "Danh hiệu", "Năm 2019", "<", "Năm 2020", "<"),
        ("TT", "Danh hiệu", "Tập thể", "Cá nhân", "Tập thể", "Cá nhân"),
        ("1", "Giấy khen", "10", "50", "12", "55"),
    ]
    found = candidates(paragraphs("Kết quả công tác thi đua năm 2020"), [table(*rows)])
    assert {(c.field, c.value, c.doubt) for c in found} == {
        ("count:granted/giay_khen/collective", 12.0, "the stage is not said"),
        ("count:granted/giay_khen/individual", 55.0, "the stage is not said"),
    }


@pytest.mark.parametrize(
    "rows",
    [
        [("TT", "Danh hiệu", "Số lượng"), ("1", "Lao động tiên tiến", "40")],
        [("TT", "Danh hiệu", "Được tặng năm 2019"), ("1", "Lao động tiên tiến", "40")],
        [("TT", "Danh hiệu", "Tỷ lệ đạt"), ("1", "Lao động tiên tiến", "40")],
        [HEADINGS, ("1", "Bằng khen", "1", "2", "3")],
        [HEADINGS, ("1", "Chiến sĩ thi đua", "1", "2", "3")],
        [HEADINGS, ("1", "Giấy khen của Công đoàn", "1", "2", "3")],
        [HEADINGS, ("1", "Giấy khen chuyên đề", "1", "2", "3")],
        [HEADINGS, ("1", "Lao động tiên tiến", "98,5", "gần 40", "40%")],
        [
            ("TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm đạt"),
            ("1", "Được tặng thưởng huân chương, cờ thi đua", "3", "2"),
        ],
        [("1", "Lao động tiên tiến", "40")],
    ],
)
def test_other_columns_and_rows_are_not_sure(rows: list[tuple[str, ...]]) -> None:
    assert sure_of_table(*rows) == {}


def test_a_row_hard_to_read_is_not_sure() -> None:
    assert sure_of_table(HEADINGS, ("1", "Lao động tiên tiến", "40", "39", "38"), doubtful=frozenset({1})) == {}


def test_table_against_prose_is_in_doubt_and_with_it_is_not() -> None:
    body = paragraphs("Kết quả năm 2020", "Năm 2020 rất sôi nổi.", "Có 38 cá nhân đạt Lao động tiên tiến.")
    for number, doubt in (("38", ""), ("37", "several values")):
        found = candidates(body, [table(("Danh hiệu", "Được tặng"), ("Lao động tiên tiến", number))])
        assert {(c.rule, c.doubt) for c in found} == {("count.sentence", doubt), ("count.table", doubt)}
