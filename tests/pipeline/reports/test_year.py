"""The year's report says what the view holds: every number is read back out of the finished paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.records import Status
from pipeline.edges.render import render
from pipeline.figures import figures_of
from pipeline.records import DocumentFact, Severity
from pipeline.reports.open_points import open_findings
from pipeline.reports.year import build
from tests.pipeline.reports.invented import FINDINGS, PAPERS, RAW_SENTENCE, TEMPLATES, UNITS, fact, view
from tests.pipeline.reports.reading import everything, table_headed, texts


@pytest.fixture(scope="module")
def paper():
    return render(build(view())[0], TEMPLATES).data


def year_of(papers=PAPERS, findings=FINDINGS):
    return render(build(replace(view(), papers=papers, findings=findings))[0], TEMPLATES).data


def with_fact(paper, field, **changes):
    held = paper.facts[field]
    return replace(paper, facts={**paper.facts, field: replace(held, fact=replace(held.fact, **changes))})


def test_the_list_of_reports_holds_number_day_arrival_and_state(paper):
    rows = table_headed(paper, "TT", "Đơn vị", "Số, ký hiệu", "Ngày văn bản", "Ngày nhận", "Tình trạng", "Hạn gửi")
    assert rows == [
        ["1", "Văn phòng UBND tỉnh", "152/BC-VP", "17/12/2030", "18/12/2030", "Đúng hạn", "20/12/2030"],
        ["2", "Sở Sao Mai", "88/BC-SSM", "23/12/2030", "24/12/2030", "Trễ 03 ngày", "20/12/2030"],
        ["3", "Sở Bình Minh", "71/BC-SBM", "15/12/2030", "18/12/2030", "Đúng hạn", "20/12/2030"],
        ["4", "Ban Hoàng Hôn", "(chưa ghi số)", "19/12/2030", "19/12/2030", "Đúng hạn", "20/12/2030"],
        ["5", "Thanh tra tỉnh", "", "", "", "Chưa gửi", "20/12/2030"],
    ]


def test_the_text_counts_the_reports(paper):
    words = texts(paper)
    assert any("đã có 04/05 đơn vị gửi báo cáo tổng kết" in line for line in words)
    assert "- Gửi đúng hạn: 03 đơn vị." in words
    assert "- Gửi trễ hạn: 01 đơn vị (Sở Sao Mai)." in words
    assert "- Chưa gửi: 01 đơn vị (Thanh tra tỉnh)." in words


def test_awards_are_summed_by_stage_and_a_qualified_number_is_not_summed(paper):
    rows = table_headed(paper, "TT", "Danh hiệu, hình thức khen thưởng", "Đăng ký", "Đề nghị", "Được tặng")
    assert [row[1:] for row in rows] == [
        ["Lao động tiên tiến", "120", "", ""],
        ["Giấy khen (cá nhân)", "", "", "100"],
        ["Bằng khen của Chủ tịch UBND tỉnh (tập thể)", "", "03", ""],
        ["Sáng kiến được công nhận", "", "", "18"],
    ]
    assert any("chưa cộng 01 số liệu" in line for line in texts(paper))


def test_totals_and_ranks_are_those_of_the_papers(paper):
    rows = table_headed(paper, "TT", "Đơn vị", "Điểm tự chấm", "Điểm Khối chấm", "Xếp hạng")
    assert [row[1:] for row in rows] == [
        ["Văn phòng UBND tỉnh", "97,5", "", "1"],
        ["Sở Sao Mai", "95,25", "", "2"],
        ["Sở Bình Minh", "95,25", "", "2"],
        ["Ban Hoàng Hôn", "90", "", "4"],
        ["Thanh tra tỉnh", "", "", "chưa xếp hạng"],
    ]
    assert any(line.startswith("Các đơn vị bằng điểm") for line in texts(paper))


def test_a_sentence_of_several_reports_stands_once_with_all_units(paper):
    said = [line for line in texts(paper) if RAW_SENTENCE in line]
    assert said == [f"- Văn phòng UBND tỉnh, Sở Sao Mai, Sở Bình Minh, Ban Hoàng Hôn: {RAW_SENTENCE}"]


def test_a_value_in_review_is_marked_and_makes_a_draft():
    doubtful = with_fact(PAPERS[0], "total_self_score", status=Status.NEEDS_REVIEW)
    data = year_of((doubtful, *PAPERS[1:]), ())
    rows = table_headed(data, "TT", "Đơn vị", "Điểm tự chấm", "Điểm Khối chấm", "Xếp hạng")
    assert rows[0][2:] == ["97,5 [cần kiểm tra]", "", "chưa xếp hạng"]
    assert "DỰ THẢO" in everything(data)


def test_without_errors_and_doubts_it_is_no_draft():
    sure = tuple(
        replace(p, facts={f: h for f, h in p.facts.items() if h.fact.status is not Status.NEEDS_REVIEW}, scores=())
        for p in PAPERS
    )
    assert "DỰ THẢO" not in everything(year_of(sure, ()))


def test_every_error_makes_a_draft_and_is_listed_with_its_unit(paper):
    rows = table_headed(paper, "TT", "Đơn vị", "Nội dung", "Mức độ", "Ý kiến của đơn vị")
    errors = open_findings(view(), Severity.ERROR)
    assert sum(row[3] == "Phải xử lý" for row in rows) == len(errors) > 0
    assert {row[1] for row in rows} == {"Sở Bình Minh", "Ban Hoàng Hôn", "Thanh tra tỉnh"}


def test_a_total_that_a_check_contradicts_gets_no_rank():
    mismatch = replace(FINDINGS[0], code="score.total_mismatch", document_id=1, unit_id="vp", task_key=None)
    mismatch = replace(
        mismatch, evidence={"file": "a.pdf", "column": "tự chấm", "stated": "97,5", "sum": "90", "place": ""}
    )
    rows = table_headed(year_of(findings=(mismatch,)), "TT", "Đơn vị", "Điểm tự chấm", "Điểm Khối chấm", "Xếp hạng")
    assert rows[0][2:] == ["97,5 [cần kiểm tra]", "", "chưa xếp hạng"]


def test_two_reports_of_one_unit_are_not_counted_until_one_is_chosen():
    second = replace(PAPERS[0], document_id=9)
    rows = table_headed(
        year_of((*PAPERS, second)), "TT", "Đơn vị", "Số, ký hiệu", "Ngày văn bản", "Ngày nhận", "Tình trạng", "Hạn gửi"
    )
    assert rows[0][2:6] == ["", "", "", "Nhiều bản, chưa chọn"]


def test_every_stated_figure_has_a_source_and_every_other_a_basis():
    for figure in figures_of(build(view())[0].values):
        if figure.text and not figure.key.startswith("list/"):
            assert figure.sources or figure.basis, figure.key


def test_every_unit_of_a_sum_stands_in_the_annex_of_sources(paper):
    shown = everything(paper)
    for unit in UNITS[:2]:
        assert f"Giấy khen (cá nhân) – {unit.name}" not in shown
    assert "57 cá nhân được tặng Giấy khen" in shown
    assert "43 cá nhân được tặng Giấy khen" in shown


def test_text_from_papers_arrives_as_text():
    hostile = "{{ 7*7 }} {% for x in y %} <b>&amp;</b> \x07\x1b\u202eabc =HYPERLINK(1)"
    first = replace(PAPERS[0], facts={**PAPERS[0].facts, "number": DocumentFact(fact("number", hostile, hostile), 1)})
    shown = everything(year_of((first, *PAPERS[1:])))
    assert "{{ 7*7 }} {% for x in y %} <b>&amp;</b> abc =HYPERLINK(1)" in shown
    assert "49" not in shown
