"""Totals in running text: whose they are, of which year, in figures and in words."""

from dataclasses import replace

import pytest

from extractors.fields.totals import find
from extractors.layout import Layout, outline
from extractors.lines import Line, Side
from extractors.places import text_at
from extractors.records import Document, Paragraph, Place


def layout_of(text: str) -> Layout:
    return outline(Document("x", None, (Paragraph(text, Place(first=1, last=1)),)))


def said(text: str) -> set[tuple[str, float]]:
    return {(c.field, c.value) for c in find(layout_of(text)) if isinstance(c.value, float)}


OWN, MOST = "total_self_score", "total_max_score"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Tài chính tự chấm đạt 93/102 điểm (có bảng kèm theo).", {(OWN, 93.0), (MOST, 102.0)}),
        ("tự chấm đạt 98,5/100 điểm", {(OWN, 98.5), (MOST, 100.0)}),
        ("Thanh tra tỉnh tự chấm 94,25 điểm/100 điểm, chi tiết tại Phụ lục.", {(OWN, 94.25), (MOST, 100.0)}),
        (
            "Theo bảng tiêu chí (điểm tối đa 100 điểm), Sở Nội vụ tự chấm 88 điểm; xếp loại xuất sắc từ 90% số điểm.",
            {(OWN, 88.0), (MOST, 100.0)},
        ),
        (
            "Tổng điểm tự chấm năm 2020 của Sở A: 93 (chín mươi ba) điểm. Thang điểm tối đa: 100 điểm.",
            {(OWN, 93.0), (MOST, 100.0)},
        ),
        ("Tổng điểm: 985 điểm", {(OWN, 985.0)}),
        ("Tổng điểm tự chấm: 985/1.000 điểm", {(OWN, 985.0), (MOST, 1000.0)}),
        ("tự chấm: 98,5 điểm (trong đó điểm thưởng 02 điểm, điểm trừ 0,5 điểm)", {(OWN, 98.5)}),
        ("tự chấm: 96 điểm, trong đó điểm chuẩn 95 điểm và điểm thưởng 01 điểm", {(OWN, 96.0)}),
        (
            "tự chấm: điểm chuẩn 97,25/100 điểm, điểm thưởng 12/20 điểm; tổng điểm tự chấm 109,25/120 điểm",
            {(OWN, 109.25), (MOST, 120.0)},
        ),
        ("Đơn vị tự chấm đạt 98 điểm 5.", {(OWN, 98.5)}),
        ("Tự chấm 98,50đ", {(OWN, 98.5)}),
        ("tự chấm 98.5đ.", {(OWN, 98.5)}),
        ("Đơn vị tự chấm 95 + 3,5 = 98,5 điểm.", {(OWN, 98.5)}),
        ("tự chấm đạt chín mươi tám phẩy năm điểm", {(OWN, 98.5)}),
        ("tự chấm 98,5 điểm (Chín mươi tám phẩy năm điểm)", {(OWN, 98.5)}),
        ("đạt tổng điểm tự chấm 94.2/100 điểm", {(OWN, 94.2), (MOST, 100.0)}),
        ("Tự đánh giá: 9,5 điểm", {(OWN, 9.5)}),
    ],
)
def test_totals_in_prose(text: str, found: set[tuple[str, float]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tự chấm điểm, đề xuất, kiến nghị",
        "Đơn vị tự chấm điểm và gửi về Khối trước ngày 15/12/2020.",
        "Bảng tự chấm điểm kèm theo Báo cáo số 70/BC-BDT ngày 26/12/2020",
        "xếp loại xuất sắc từ 90 điểm trở lên",
        "có kết quả cao hơn bình quân chung 11 điểm phần trăm",
        "Mục I tự chấm 55 điểm",
        "Điểm thưởng đơn vị tự chấm 4,5 điểm",
        "Mỗi sáng kiến được cộng điểm tối đa 5 điểm",
        "tự chấm điểm thưởng 2 điểm",
        "Tại 12 điểm cầu, đơn vị đã tự chấm xong.",
        "Đợt cao điểm từ ngày 01/7/2020",
    ],
)
def test_other_figures_are_no_totals(text: str) -> None:
    assert said(text) == set()


def test_words_that_differ_from_the_figure_are_both_kept() -> None:
    values = {c.rule: c.value for c in find(layout_of("tự chấm 98,5 (chín mươi tám) điểm"))}
    assert values == {"total_self_score.prose": 98.5, "total_self_score.words": 98.0}


def test_the_raw_text_stands_at_its_place() -> None:
    layout = layout_of("Sở Tài chính tự chấm đạt 93/102 điểm, tức chín mươi ba điểm; đơn vị tự chấm 98 điểm 5.")
    for candidate in find(layout):
        assert text_at(layout.document, candidate.place) == candidate.raw


def test_an_earlier_year_is_doubtful() -> None:
    assert [c.doubt for c in find(layout_of("So với năm trước, đơn vị tự chấm 90 điểm"))] == ["earlier_year"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Năm 2020, đơn vị tự chấm 87,5 điểm, xếp thứ 3.", []),
        ("Năm 2020 tự chấm 87,5 điểm; năm 2021 tự chấm 92 điểm.", [92.0]),
        ("Năm 2021 đơn vị tự chấm 92 điểm. Năm 2020, đơn vị tự chấm chín mươi điểm.", [92.0]),
        ("So với năm 2020, đơn vị tăng điểm. Đơn vị tự chấm 92 điểm.", [92.0]),
    ],
)
def test_another_years_total_is_not_the_papers(text: str, values: list[float]) -> None:
    about = Paragraph("Tổng kết công tác thi đua, khen thưởng năm 2021", Place(first=9, last=9))
    layout = replace(layout_of(text), about=(line_of(about),))
    assert [c.value for c in find(layout)] == values


def test_the_paper_s_own_total_is_told_from_another_unit_s() -> None:
    head = Paragraph("SỞ KẾ HOẠCH VÀ ĐẦU TƯ\nSố: 12/BC-SKHĐT", Place(first=1, last=2))
    rules = {}
    for name in ("Sở Kế hoạch và Đầu tư", "Sở Nội vụ"):
        body = Paragraph(f"Theo bảng tiêu chí, {name} tự chấm 92/100 điểm.", Place(first=3, last=3))
        layout = replace(layout_of(body.text), head=(line_of(head),))
        rules[name] = {c.rule for c in find(layout)}
    assert rules["Sở Kế hoạch và Đầu tư"] == {"total_self_score.own", "total_max_score.own"}
    assert rules["Sở Nội vụ"] == {"total_self_score.aside", "total_max_score.aside"}


def rules_of(sentence: str, *left: str) -> set[str]:
    """The rules by which the sentence's self scores were found, in a paper with these lines in its letterhead."""
    head = tuple(line_of(Paragraph(text, Place(first=n, last=n))) for n, text in enumerate(left, 5))
    about = line_of(Paragraph("Tổng kết công tác thi đua, khen thưởng năm 2021", Place(first=9, last=9)))
    found = find(replace(layout_of(sentence), head=head, about=(about,)))
    return {c.rule.removeprefix("total_self_score.") for c in found if c.field == OWN and not c.doubt}


OFFICE = ("UBND TỈNH LAM SƠN", "SỞ CÂY XANH", "Số: 12/BC-SCX")


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo bảng tiêu chí của Khối (điểm tối đa 100 điểm), Sở Cây xanh tự chấm đạt 95/100 điểm.",
        "Năm 2021, Sở Cây xanh tự chấm điểm thi đua đạt 95 điểm, xếp loại xuất sắc.",
        "Trong năm qua Sở Cây xanh tự chấm 95 điểm (có bảng kèm theo).",
        "Sở Cây xanh tự chấm đạt 95 điểm trên tổng số 100 điểm.",
        "Sở Cây xanh tự chấm: 95 điểm (trong đó điểm thưởng 02 điểm).",
        "Sở Cây xanh tự chấm 95/100 điểm (Phụ lục II kèm theo).",
        "Căn cứ thang điểm 1.000 điểm của Cụm, Sở Cây xanh tự chấm 985,5/1.000 điểm.",
    ],
)
def test_a_plain_statement_of_the_office_is_its_own(sentence: str) -> None:
    assert rules_of(sentence, *OFFICE) == {"own"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Cây xanh tự chấm đạt gần 95 điểm.",
        "Sở Cây xanh tự chấm đạt trên 95 điểm.",
        "Sở Cây xanh tự chấm dự kiến 95 điểm.",
        "Sở Cây xanh tự chấm từ 95 điểm trở lên.",
        "Sở Cây xanh tự chấm công tác cải cách hành chính đạt 85/100 điểm.",
        "Sở Cây xanh tự chấm công tác cải cách hành chính đạt 85 (tám mươi lăm) điểm.",
        "Sở Cây xanh tự đánh giá mức độ an toàn thông tin đạt 85 điểm.",
        "UBND tỉnh Lam Sơn tự chấm đạt 85 điểm.",
        "Công đoàn cơ sở, Sở Cây xanh tự chấm đạt 95 điểm.",
        "Công đoàn tự chấm 95 (chín mươi lăm) điểm.",
        "Sở Cây xanh tự chấm 95 điểm (chưa kể điểm thưởng 3 điểm).",
        "Sở Cây xanh tự chấm 95 điểm + 3 điểm thưởng.",
        "Sở Cây xanh tự chấm 95 điểm, tổng cộng 98 điểm.",
        "Sở Cây xanh tự chấm 95 điểm; điểm thưởng 3 điểm; tổng 98 điểm.",
        "Theo thang điểm cũ, Sở Cây xanh tự chấm 95 điểm.",
        "Năm 2019, Sở Cây xanh tự chấm 95 điểm.",
        "Sở Cây xanh tự chấm 95 điểm, sau thẩm định còn 93 điểm.",
        "6 tháng đầu năm, Sở Cây xanh tự chấm 45 điểm.",
        "Sở Cây xanh tự chấm 40/40 điểm phần nhiệm vụ chính trị.",
        "Về nhiệm vụ chính trị, Sở Cây xanh tự chấm 40 điểm.",
        "Sở Cây xanh tự chấm thiếu 5 điểm so với điểm chuẩn.",
        "Sở Cây xanh tự chấm tăng 5 điểm.",
    ],
)
def test_beside_other_words_a_figure_is_no_plain_total(sentence: str) -> None:
    assert rules_of(sentence, *OFFICE) <= {"aside"}


def test_a_year_is_nobodys_where_the_paper_does_not_tell_its_own() -> None:
    head = tuple(line_of(Paragraph(text, Place(first=n, last=n))) for n, text in enumerate(OFFICE, 5))
    layout = replace(layout_of("Năm 2021, Sở Cây xanh tự chấm 95 điểm."), head=head)
    assert [c.rule for c in find(layout)] == ["total_self_score.aside"]


def test_an_office_below_a_council_bears_both_names() -> None:
    left = ("UBND TỈNH LAM SƠN", "VĂN PHÒNG", "Số: 12/BC-VP")
    assert rules_of("Văn phòng UBND tỉnh tự chấm 95 điểm.", *left) == {"own"}
    assert rules_of("UBND tỉnh Lam Sơn tự chấm 95 điểm.", *left) == {"aside"}


def test_three_digits_behind_a_dot_may_be_a_decimal() -> None:
    assert rules_of("Sở Cây xanh tự chấm đạt 98.500 điểm.", *OFFICE) == set()
    assert rules_of("Sở Cây xanh tự chấm đạt 1.000 điểm.", *OFFICE) == {"own"}


def line_of(paragraph: Paragraph) -> Line:
    return Line(paragraph.text, paragraph.text, paragraph.place, Side.LEFT, paragraph)


@pytest.mark.parametrize(
    ("heading", "doubt"),
    [
        ("II. TỰ CHẤM ĐIỂM", ""),
        ("2. Kết quả năm 2020", ""),
        ("1. Kết quả năm 2019", "under_another_heading"),
        ("1. Sáu tháng đầu năm", "under_another_heading"),
        ("II. NHIỆM VỤ THI ĐUA NĂM 2021", "under_another_heading"),
        ("2. Chuyển đổi số", "under_another_heading"),
        ("Tại hội nghị, có ý kiến đề nghị:", "under_another_heading"),
    ],
)
def test_a_total_below_a_heading_of_something_else_is_in_doubt(heading: str, doubt: str) -> None:
    texts = ("BÁO CÁO", "Kết quả thi đua năm 2020", heading, "Sở Xây dựng tự chấm 93/100 điểm.")
    blocks = tuple(Paragraph(text, Place(first=n, last=n)) for n, text in enumerate(texts, 1))
    assert {candidate.doubt for candidate in find(outline(Document("x", None, blocks)))} == {doubt}


def test_what_is_to_come_in_the_title_is_no_heading_of_another_year() -> None:
    title = "Kết quả công tác thi đua năm 2020, phương hướng, nhiệm vụ năm 2021"
    texts = ("BÁO CÁO", title, "Sở Xây dựng tự chấm 93/100 điểm.")
    blocks = tuple(Paragraph(text, Place(first=n, last=n)) for n, text in enumerate(texts, 1))
    assert {candidate.doubt for candidate in find(outline(Document("x", None, blocks)))} == {""}


def test_a_standard_below_the_total_is_a_parts_and_no_maximum() -> None:
    text = "Đơn vị tự chấm 97 điểm: điểm chuẩn 95 điểm, điểm thưởng 02 điểm."
    assert [c.rule for c in find(layout_of(text)) if c.field == MOST] == ["total_max_score.aside"]


@pytest.mark.parametrize(("tops", "values"), [((790, 790), [95.0]), ((790, 300), [95.0, 92.0, 92.0])])
def test_what_stands_at_the_foot_of_every_page_is_no_statement(tops: tuple[int, int], values: list[float]) -> None:
    feet = [
        Paragraph(
            "Đơn vị tự chấm 92 điểm", Place(page=page, first=page + 1, last=page + 1, bbox=(85, top, 300, top + 12))
        )
        for page, top in enumerate(tops, 1)
    ]
    own = Paragraph("Đơn vị tự chấm 95 điểm.", Place(page=1, first=1, last=1, bbox=(85, 400, 300, 412)))
    assert [c.value for c in find(outline(Document("x", 2, (own, *feet))))] == values
