"""What is wrong in a score sheet: sums, maxima, criteria, prose."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.records import Criterion, Place
from extractors.sheets.criteria import criteria
from pipeline.findings import FINDINGS
from tests.extractors.sheets.tables import document, sheet
from tests.pipeline.checks.sheets import BLOCK_CRITERIA, CRITERIA, OWN, brief, case, findings, scored


def test_a_right_sheet_has_no_findings() -> None:
    assert findings(case(scored())) == []


def test_every_message_can_be_written() -> None:
    rows = [*scored()[:2], "1 | Hoàn thành chương trình công tác năm | 31 | 32", *scored()[3:]]
    for finding in [*findings(case(rows, prose="80")), *findings(case(scored(), issued=OTHER))]:
        assert FINDINGS[finding.code].message.format(**finding.evidence)


def test_a_wrong_total() -> None:
    found = findings(case(scored([*OWN[:-1], "91"])))
    assert [(f.code, f.evidence["stated"], f.evidence["sum"]) for f in found] == [("score.total_mismatch", "91", "90")]
    assert (found[0].document_id, found[0].unit_id) == (1, "stc")


def test_a_wrong_subtotal_whose_total_fits_the_rows() -> None:
    found = findings(case(scored([OWN[0], "55", *OWN[2:]])))
    assert [(f.code, f.evidence["code"], f.evidence["sum"]) for f in found] == [("score.subtotal_mismatch", "I", "54")]


def test_a_wrong_subtotal_that_the_total_follows() -> None:
    found = brief(case(scored([OWN[0], "55", *OWN[2:-1], "91"])))
    assert found == [("score.subtotal_mismatch", "I")]


def test_a_score_over_its_maximum_is_told_once_though_its_group_is_over_too() -> None:
    own = [*OWN[:8], "5,5", "5,5", "0", "92,5"]
    assert brief(case(scored(own))) == [("score.over_max", "III.1")]


def test_a_bonus_written_out_is_not_over_the_maximum() -> None:
    own = [*OWN[:8], "3 + 4 = 7", "7", "0", "94"]
    assert ("score.over_max", "III") not in brief(case(scored(own)))


def test_a_changed_maximum() -> None:
    rows = scored()
    rows[2], rows[3] = rows[2].replace("| 30 |", "| 31 |"), rows[3].replace("| 20 |", "| 19 |")
    found = findings(case(rows))
    assert [(f.code, f.evidence["code"], f.evidence["max"], f.evidence["criteria_max"]) for f in found] == [
        ("score.max_changed", "I.1", "31", "30"),
        ("score.max_changed", "I.2", "19", "20"),
    ]


def test_a_group_that_follows_its_changed_row_is_not_told() -> None:
    rows = scored()
    rows[1], rows[2] = rows[1].replace("| 60 |", "| 61 |"), rows[2].replace("| 30 |", "| 31 |")
    rows[-1] = rows[-1].replace("| 100 |", "| 101 |")
    assert brief(case(rows)) == [("score.max_changed", "I.1")]


def test_a_missing_row_is_the_only_finding() -> None:
    rows = [row for row in scored() if "Tiếp công dân" not in row]
    rows[1], rows[-1] = rows[1].replace("54", "45,5"), rows[-1].replace("90", "81,5")
    found = findings(case(rows))
    assert [(f.code, f.evidence["code"]) for f in found] == [("score.row_missing", "3")]


def test_a_missing_row_and_renumbered_ones() -> None:
    rows = [row for row in scored() if "cải cách" not in row]
    rows = [row.replace("3 | Tiếp", "2 | Tiếp").replace("| 54", "| 36,5").replace("| 90", "| 72,5") for row in rows]
    assert brief(case(rows)) == [("score.row_missing", "I.2")]


def test_a_group_left_out_is_told_once() -> None:
    rows = [*scored()[:8], " | Tổng cộng | 95 | 87"]
    assert brief(case(rows)) == [("score.row_missing", "III")]


def test_an_added_row_is_the_only_finding() -> None:
    rows = scored()
    rows[8] = "III | Điểm thưởng | 7 | 5"
    rows[11:] = ["3 | Nội dung đặc thù của đơn vị | 2 | 2", " | Tổng cộng | 102 | 92"]
    assert brief(case(rows)) == [("score.row_unknown", "III.3")]


def test_reordered_rows() -> None:
    rows = scored()
    rows[2], rows[3] = rows[3], rows[2]
    assert brief(case(rows)) == [("sheet.reordered", None)]


def test_rows_are_known_by_name_where_their_numbers_differ() -> None:
    rows = [row.replace("| Hoàn thành chương trình", "| Hoàn thành tốt chương trình") for row in scored()]
    numbered = [rows[0], *(f"{n} | {row.split(' | ', 1)[1]}" for n, row in enumerate(rows[1:-1], 1)), rows[-1]]
    codes = [s.criteria_code for s in case(numbered).papers[0].scores]
    assert codes == [c.code for c in BLOCK_CRITERIA]


def test_names_that_differ_in_a_figure_are_not_the_same() -> None:
    issued = [Criterion(str(n), f"Tiêu chí số {n}", 0, None, Decimal(5), Place()) for n in (1, 2, 3)]
    rows = ("TT | Nội dung | Điểm chuẩn | Tự chấm", "1 | Tiêu chí số 2 | 5 | 4", "2 | Tiêu chí số 3 | 5 | 4")
    assert [s.criteria_code for s in case(rows, issued=issued).papers[0].scores] == ["2", "3"]


OTHER = tuple(replace(c, name=f"Việc khác hẳn: {c.code * 9}") for c in BLOCK_CRITERIA)


def test_another_sheet_altogether_is_told_once() -> None:
    assert brief(case(scored(), issued=OTHER)) == [("sheet.other_criteria", None)]


def test_maxima_that_do_not_add_up_in_the_issued_sheet_are_told_once() -> None:
    faulty = [row.replace("| Điểm thưởng | 5", "| Điểm thưởng | 4").replace("| 100", "| 99") for row in CRITERIA]
    issued = criteria(document(sheet(*faulty)))
    papers = [scored(rows=faulty)] * 3
    assert brief(case(*papers, issued=issued)) == [("sheet.maxima_mismatch", "III")]
    assert brief(case(*papers, issued=())) == [("sheet.maxima_mismatch", "III")]


@pytest.mark.parametrize(("prose", "codes"), [("90", []), ("91", ["score.prose_mismatch"])])
def test_the_total_in_the_prose(prose: str, codes: list[str]) -> None:
    assert [f.code for f in findings(case(scored(), prose=prose))] == codes


def test_the_prose_is_held_against_the_sum_where_the_table_states_no_total() -> None:
    assert [f.code for f in findings(case(scored()[:-1], prose="91"))] == ["score.prose_mismatch"]
    assert findings(case(scored()[:-1], prose="90")) == []


def test_an_unfilled_sheet_has_no_findings() -> None:
    assert findings(case(scored(["Tự chấm", *[""] * 11]))) == []


def test_groups_without_scores_of_their_own() -> None:
    own = [OWN[0], "", *OWN[2:5], "", *OWN[6:8], "", *OWN[9:]]
    assert findings(case(scored(own))) == []
    assert brief(case(scored([*own[:-1], "90,5"]))) == [("score.total_mismatch", None)]


def test_a_row_that_could_not_be_read_makes_no_sums_wrong() -> None:
    assert findings(case(scored([*OWN[:2], "2 8", *OWN[3:]]))) == []


def test_points_taken_off_are_taken_off() -> None:
    rows = [
        "TT | Nội dung | Điểm chuẩn | Tự chấm",
        "I | Chuyên môn | 100 | 97",
        "II | Điểm trừ | | 2",
        " | Cộng | 100 | 95",
    ]
    assert findings(case(rows, issued=())) == []


def test_a_total_with_its_bonus_on_top() -> None:
    rows = ["TT | Nội dung | Điểm chuẩn | Tự chấm", "I | Chuyên môn | 100 | 97", "II | Điểm thưởng | 10 | 10"]
    assert findings(case([*rows, " | Tổng cộng | 100 | 107"], issued=())) == []
