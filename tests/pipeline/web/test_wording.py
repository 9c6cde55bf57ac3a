"""What the store keeps is said as people write it."""

import pytest

from pipeline.edges.store_review import Witness
from pipeline.web.wording import because, cell, told

pytestmark = pytest.mark.usefixtures("vietnamese")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("issued_on", "2020-06-05", "05/06/2020"),
        ("total_self_score", "16.75", "16,75"),
        ("self_score", 9.5, "9,5"),
        ("recipients", '["Như trên", "Lưu: VT"]', "Như trên; Lưu: VT"),
        ("recipients", "Như trên", "Như trên"),
        ("unit_id", "skhdt", "Sở Kế hoạch và Đầu tư"),
        ("kind", "score_sheet", "bảng tự chấm điểm"),
        ("number", "152/BC-SKHĐT", "152/BC-SKHĐT"),
        ("subject", None, "–"),
    ],
)
def test_a_value_is_said_as_people_write_it(field, value, words):
    assert told(field, value, {"skhdt": "Sở Kế hoạch và Đầu tư"}).casefold() == words.casefold()


def test_a_cell_says_moments_rules_and_codes_in_words():
    assert cell("at", "2021-01-15T09:30:00+07:00") == "15/01/2021 09:30"
    assert cell("method", "total_self_score.own + total_self_score.table") == "lời văn, dòng tổng của bảng điểm"
    assert cell("status", "needs_review") == "cần xem lại"
    assert cell("subject", "2021-01-15") is None, "a text stays as it is printed"


def test_a_person_is_told_what_is_doubtful():
    own, table = Witness("total_self_score.own", "95.5", "", 1, ""), Witness("total_self_score.table", "96", "", 1, "")
    assert "95,5; 96" in because("", (own, table))
    assert because("", (own,)).endswith("lời văn")
    assert because("", ()) != because("", (own,))
    assert because("no_such_day", ()) == "ngày không có thật"
