"""The block's criteria: codes, names, maxima and what belongs to what."""

from decimal import Decimal

from extractors.places import text_at
from extractors.sheets.criteria import criteria
from tests.extractors.sheets.tables import document, sheet

ROWS = (
    "TT | Nội dung tiêu chí | Điểm chuẩn | Ghi chú",
    "I | Nhiệm vụ chuyên môn | 60 |",
    "1 | Chương trình công tác | 40 |",
    "- | Kế hoạch năm | 25 |",
    "- | Báo cáo năm | 15 |",
    "2 | Cải cách hành chính | 20 |",
    "II | Công tác thi đua | 40 |",
    "1 | Phát động phong trào | 40 | Có tài liệu kiểm chứng",
    " | Tổng cộng | 100 |",
)


def test_codes_names_maxima_and_parents() -> None:
    found = criteria(document("BẢNG TIÊU CHÍ", sheet(*ROWS)))
    assert [(c.code, c.parent, c.level, c.max_score) for c in found] == [
        ("I", None, 0, Decimal(60)),
        ("I.1", "I", 1, Decimal(40)),
        ("I.1.-1", "I.1", 2, Decimal(25)),
        ("I.1.-2", "I.1", 2, Decimal(15)),
        ("2", "I", 1, Decimal(20)),
        ("II", None, 0, Decimal(40)),
        ("II.1", "II", 1, Decimal(40)),
    ]


def test_every_criterion_stands_at_its_place() -> None:
    paper = document(sheet(*ROWS))
    assert all(criterion.name in (text_at(paper, criterion.place) or "") for criterion in criteria(paper))


def test_a_number_used_twice_gets_a_letter() -> None:
    rows = ("TT | Nội dung | Điểm chuẩn", "11 | Một | 5", "11 | Hai | 5", "11 | Ba | 5")
    assert [c.code for c in criteria(document(sheet(*rows)))] == ["11", "11b", "11c"]


def test_the_block_s_sheet_with_empty_columns_for_scores() -> None:
    rows = ("TT | Nội dung | Điểm chuẩn | Tự chấm | Khối chấm", "1 | Một | 5 | |", "2 | Hai | 5 | |")
    assert [c.code for c in criteria(document(sheet(*rows)))] == ["1", "2"]


def test_a_copy_counts_once_and_the_unscored_sheet_goes_first() -> None:
    scored = ("TT | Nội dung | Điểm chuẩn | Tự chấm", "I | Nhiệm vụ chuyên môn | 50 | 40", "II | Khác | 50 | 40")
    paper = document("A", sheet(*scored, number=1), "B", sheet(*ROWS, number=2), "C", sheet(*ROWS, number=3))
    assert len(criteria(paper)) == 7


def test_a_paper_without_criteria() -> None:
    assert criteria(document("Kế hoạch", sheet("TT | Nội dung | Thời gian", "1 | Họp | Quý I"))) == ()
