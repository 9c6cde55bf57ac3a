"""Each fault is found once, and a good paper has none."""

from __future__ import annotations

import gettext
from datetime import date

import pytest

from extractors.records import NOWHERE, Fact, Notice, Status, Value
from pipeline.checks.registrations import awards
from pipeline.findings import FINDINGS, message
from pipeline.records import FileState, InboxFile
from tests.pipeline.cases import DOCX, PDF, codes, fact, outcome, read_file, report, score, words, year_report

REVIEW = Status.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": None}, "document.number_blank"),
        ({"issued_on": None}, "document.date_blank"),
        ({"issued_on": fact("issued_on", None, REVIEW, "ngày 31 tháng 02 năm 2022")}, "document.date_invalid"),
        ({"issued_on": "2023-02-01"}, "document.date_future"),
        ({"issued_on": fact("issued_on", "2122-06-01", REVIEW)}, "document.date_future"),
        ({"period": "2021-H1"}, "document.wrong_year"),
        ({"period": "", "subject": "Tổng kết thi đua, khen thưởng năm học 2019-2020"}, "document.wrong_year"),
        ({"issuer": "SỞ Y TẾ", "number": "4/BC-SYT"}, "document.unknown_unit"),
        ({"issuer": "SỎ TÀI CHÍNHH"}, "document.unit_proposed"),
        ({"number": "15/BC-SKHĐT"}, "document.unit_doubtful"),
        ({"period": fact("period", "2022-H1", REVIEW)}, "document.kind_doubtful"),
    ],
)
def test_each_fault_is_found_once_and_a_good_paper_has_none(changes: dict[str, Value | Fact], code: str) -> None:
    found = [f for f in outcome(read_file(1, report(**changes))).findings if f.code == code]
    assert [f.document_id for f in found] == [1]
    assert found[0].evidence["file"] == "tep-1.docx"
    assert not codes(outcome(read_file(1, report()))) - {"schedule.missing"}


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("V/v đính chính số liệu Báo cáo số 12/BC-STC", True),
        ("Đính chính Báo cáo sơ kết công tác thi đua, khen thưởng", True),
        ("V/v điều chỉnh số liệu tại Báo cáo số 12/BC-STC", True),
        ("V/v sửa đổi, bổ sung Báo cáo số 12/BC-STC ngày 10/6/2022", True),
        ("V/v chỉnh sửa bảng tự chấm điểm năm 2022", True),
        ("V/v cải chính điểm tự chấm của Sở Tài chính", True),
        ("V/v điều chỉnh lại số liệu báo cáo", True),
        ("V/v sửa lỗi tại Báo cáo số 12/BC-STC", True),
        ("V/v điều chỉnh điểm đến của đoàn công tác", False),
        ("V/v điều chỉnh chỉ tiêu thi đua năm 2022", False),
        ("V/v báo cáo kết quả điều chỉnh quy hoạch", False),
        ("V/v quy định chính sách thi đua", False),
    ],
)
def test_a_letter_that_corrects_a_paper_is_told(subject: str, told: bool) -> None:
    letter = report(doc_type="CÔNG VĂN", number="19/STC-VP", subject=subject)
    found = [f for f in outcome(read_file(1, letter)).findings if f.code == "document.correction"]
    assert [f.evidence["number"] for f in found] == ["19/STC-VP"] * told


def test_january_reports_are_not_of_another_year() -> None:
    january = read_file(1, year_report(issued_on="2023-01-05"), received="2023-01-06")
    assert not codes(outcome(january)) & {"document.wrong_year", "document.date_future"}


def test_the_province_and_other_matters_are_no_noise_of_another_year() -> None:
    other = report(subject="Kết quả công tác cải cách hành chính năm 2021", period="2021")
    assert "document.wrong_year" not in codes(outcome(read_file(1, other)))


def test_files_that_were_not_read_and_their_reasons() -> None:
    def bad(n: int, reason: str, state: FileState = FileState.QUARANTINED) -> InboxFile:
        return InboxFile(n, f"{n}.pdf", f"x{n}", 1, "", "2022-06-01T00:00:00+07:00", state, reason, "detail")

    files = [
        bad(1, "file.encrypted"),
        bad(2, "file.unreadable"),
        bad(3, "file.needs_ocr", FileState.RECEIVED),
        bad(4, "", FileState.PASSED_OVER),
    ]
    found = [f for f in outcome(files=files).findings if f.code.startswith("file.")]
    assert {(f.code, f.evidence["file"]) for f in found} == {
        ("file.encrypted", "1.pdf"),
        ("file.unreadable", "2.pdf"),
        ("file.needs_ocr", "3.pdf"),
    }


def test_what_a_reader_noticed_is_found_with_its_file() -> None:
    read = read_file(1, report(), notices=[Notice("file.hidden_text", NOWHERE), Notice("no.such.finding")])
    (found,) = [f for f in outcome(read).findings if f.code.startswith("file.")]
    assert (found.code, found.evidence["file"], found.unit_id) == ("file.hidden_text", "tep-1.docx", "stc")


def test_awards_registered_proposed_and_granted_stand_side_by_side() -> None:
    registered = {
        "doc_type": "CÔNG VĂN",
        "number": "3/STC-VP",
        "issuer": "SỞ TÀI CHÍNH",
        "issued_on": "2022-03-01",
        "subject": "V/v đăng ký thi đua năm 2022",
        "period": "2022",
        "count:registered/giay_khen/individual": 10.0,
    }
    year = year_report(
        **{
            "count:granted/giay_khen/individual": 8.0,
            "count:granted/ldtt/individual": fact("count:granted/ldtt/individual", 90.0, REVIEW),
        }
    )
    half = report(**{"count:granted/giay_khen/individual": 3.0})
    reads = [read_file(n, says, received="2022-12-20") for n, says in enumerate((registered, year, half), 1)]
    found = outcome(*reads)
    (row,) = awards(found.papers)
    assert (row.award, dict(row.counts), dict(row.documents)) == (
        "giay_khen",
        {"registered": 10, "granted": 8},
        {"registered": 1, "granted": 2},
    )
    assert "awards.unequal" in codes(found)


@pytest.mark.parametrize("again", [61.0, fact("count:registered/ldtt/individual", 55.0, REVIEW)])
def test_a_count_that_papers_tell_otherwise_or_unsurely_is_no_award(again: object) -> None:
    registered = {
        "doc_type": "CÔNG VĂN",
        "number": "3/STC-VP",
        "issuer": "SỞ TÀI CHÍNH",
        "issued_on": "2022-03-01",
        "subject": "V/v đăng ký thi đua năm 2022",
        "period": "2022",
        "count:registered/ldtt/individual": 55.0,
    }
    year = year_report(**{"count:registered/ldtt/individual": again})
    reads = [read_file(n, says, received="2022-12-20") for n, says in enumerate((registered, year), 1)]
    assert awards(outcome(*reads).papers) == ()
    assert awards(outcome(reads[0]).papers) != ()


def test_every_finding_fills_its_message() -> None:
    drafts = [
        read_file(1, year_report(number=None, issued_on=None), words(0), scores=[score("1", "9")]),
        read_file(2, year_report(), words(0), media_type=PDF, scores=[score("1", "8")]),
        read_file(3, report(issued_on="2022-07-09", number="1/BC-STC"), received="2022-07-09"),
        read_file(4, report(number="2/BC-STC", replaces="1/BC-STC", issued_on="2022-07-10"), received="2022-07-10"),
        read_file(5, report(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", number="1/BC-SKHĐT")),
        read_file(6, report(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", number="2/BC-SKHĐT")),
        read_file(7, report(issuer="SỞ Y TẾ", number=None, issued_on="2024-01-01"), media_type=DOCX),
    ]
    found = outcome(*drafts, as_of=date(2023, 1, 31)).findings
    assert len({f.code for f in found}) >= 8
    for finding in found:
        text = message(finding, gettext.NullTranslations())
        assert finding.code in FINDINGS
        assert "{" not in text


def test_a_paper_that_is_here_but_not_counted_is_named_beside_the_missing_one() -> None:
    undated = read_file(1, report(issued_on=None), received="2022-09-01")
    found = {(f.code, f.document_id) for f in outcome(undated, as_of=date(2022, 7, 31)).findings if f.unit_id == "stc"}
    assert {("schedule.missing", None), ("schedule.not_counted", 1)} <= found
    assert "schedule.not_counted" not in codes(outcome(undated, as_of=date(2022, 9, 2)))


def test_a_missing_paper_names_the_scans_that_brought_others() -> None:
    found = outcome(read_file(1, report())).findings
    missing = [f for f in found if f.code == "schedule.missing"]
    assert missing
    assert all(f.evidence["files_seen"] == 1 and len(f.evidence["scans"]) == 1 for f in missing)


def test_a_pdf_named_docx_is_told() -> None:
    named = read_file(1, report(), media_type=PDF, name="bao-cao.docx")
    assert named.file.file_name.endswith(".docx")
    told = [f for f in outcome(named).findings if f.code == "file.misnamed"]
    assert [(f.document_id, f.evidence["type"]) for f in told] == [(1, "PDF")]
    assert "file.misnamed" not in codes(outcome(read_file(1, report())))
