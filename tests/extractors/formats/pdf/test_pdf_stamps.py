"""What is stamped on a paper is no text of it: signatures, the receiver's stamp, page numbers, running heads."""

from __future__ import annotations

import pytest

from tests.extractors.formats.pdf.drawn import Sheets, asides, document, ledger, sheets, texts

BODY = ["Nội dung báo cáo của đơn vị.", "Kết quả đạt được trong năm."]
SIGNATURES = [
    ["Ký bởi: Ủy ban nhân dân tỉnh Hạ Lam", "Cơ quan: Tỉnh Hạ Lam", "Thời gian ký: 07/02/2025 07:56:24"],
    [
        "Người ký: Sở Nội vụ",
        "Email: sonoivu@halam.gov.v",
        "n",
        "Cơ quan: Tỉnh Hạ Lam",
        "Ngày ký: 07.02.2025 08:51:04 +07:00",
    ],
    ["Ký bởi: SỞ NỘI VỤ", "07.02.2025 08:51:04 +07:00"],
    ["Ký số bởi: SỞ NỘI VỤ", "05/01/2021", "08:15:24"],
    ["Ký bởi: Ủy ban nhân", "dân tỉnh", "Email:", "ubnd@halam.gov.vn", "Cơ quan: Tỉnh Hạ Lam", "Ngày ký: 03-03-2020"],
    ["Digitally signed by SO NOI VU", "Date: 2025.02.07 07:56:24 +07'00'"],
]


@pytest.mark.parametrize("stamp", SIGNATURES, ids=lambda stamp: stamp[-1])
@pytest.mark.parametrize("first", [True, False], ids=["before the text", "after it"])
def test_a_signatures_text_is_kept_apart(stamp: list[str], first: bool) -> None:
    pdf = sheets()
    if first:
        pdf.lines_at(400, 40, stamp, 7, 9)
    pdf.lines_at(60, 200, BODY)
    if not first:
        pdf.lines_at(400, 40, stamp, 7, 9)
    read = document(pdf.bytes())
    assert texts(read) == BODY
    assert asides(read) == [("signature", line) for line in stamp]


@pytest.mark.parametrize(
    "stamp",
    [["ĐẾN Số: 1234", "Ngày: 07/6/2020", "Chuyển: Phòng NC"], ["CÔNG VĂN ĐẾN", "Số 1234", "Ngày 07/6/2020"]],
    ids=["one word", "two words"],
)
def test_the_receivers_stamp_is_kept_apart(stamp: list[str]) -> None:
    pdf = sheets()
    pdf.lines_at(60, 60, ["SỞ NỘI VỤ", "Số: 152/BC-SNV"], 12)
    pdf.lines_at(60, 110, stamp, 8, 10)
    pdf.lines_at(60, 200, BODY)
    read = document(pdf.bytes())
    assert texts(read) == ["SỞ NỘI VỤ", "Số: 152/BC-SNV", *BODY]
    assert asides(read) == [("arrival_stamp", line) for line in stamp]


def test_a_paper_that_speaks_of_signing_is_no_stamp() -> None:
    pdf = sheets()
    lines = ["Quyết định có hiệu lực từ ngày ký.", "Cơ quan thường trực ký bởi ủy quyền."]
    pdf.lines_at(60, 200, lines)
    assert asides(document(pdf.bytes())) == []


OWN = [
    "ngày ký; kèm theo danh sách 12 cá nhân được tặng Giấy khen.",
    "Ngày ký: 05/6/2020",
    "Người ký: Lò Văn Mẫu",
    "Chức vụ: Trưởng phòng Thi đua",
    "Cơ quan: Sở Nội vụ",
    "Email: lienhe@halam.gov.vn",
]


@pytest.mark.parametrize("line", OWN)
@pytest.mark.parametrize("stamped", [True, False], ids=["beside a stamp", "without one"])
def test_a_line_that_begins_as_a_stamps_part_is_the_papers_own(line: str, stamped: bool) -> None:
    pdf = sheets()
    pdf.lines_at(60, 60, [BODY[0], line, BODY[1]])
    if stamped:
        pdf.lines_at(60, 100, ["Ký bởi: SỞ NỘI VỤ", "07.02.2025 08:51:04 +07:00"], 7, 9)
    assert " ".join(texts(document(pdf.bytes()))) == f"{BODY[0]} {line} {BODY[1]}"


def numbered(number: str, pages: int = 4) -> Sheets:
    pdf = Sheets()
    for page in range(1, pages + 1):
        pdf.add_page()
        pdf.write_at(290, 40, number.format(page))
        pdf.write_at(60, 60, "BÁO CÁO NĂM 2020")
        pdf.lines_at(60, 200, [f"Nội dung của trang thứ {page}."])
    return pdf


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "Trang {}", "{}/4", "Trang {} trên 4", "trang {} của 4", "Trang {}/4"]
)
def test_page_numbers_and_running_heads_are_kept_apart(number: str) -> None:
    read = document(numbered(number).bytes())
    assert texts(read) == [f"Nội dung của trang thứ {page}." for page in range(1, 5)]
    kinds = [kind for kind, _ in asides(read)]
    assert kinds.count("page_number") == kinds.count("header") == 4
    assert "unplaced" not in ledger(read)


def test_a_figure_beside_a_line_of_text_is_no_page_number() -> None:
    pdf = sheets()
    pdf.lines_at(60, 200, ["Nội dung."])
    pdf.write_at(60, 800, "Tiêu chí 1:")
    pdf.write_at(500, 800, "51")
    assert "51" in " ".join(texts(document(pdf.bytes()))).split()


def test_a_number_beside_a_running_foot_is_the_page_s() -> None:
    pdf = numbered("{}")
    for page in range(1, 5):
        pdf.page = page
        pdf.write_at(60, 40, "Sở Nội vụ")
    read = document(pdf.bytes())
    assert texts(read) == [f"Nội dung của trang thứ {page}." for page in range(1, 5)]


def test_a_number_in_the_middle_of_a_page_is_text() -> None:
    pdf = sheets()
    pdf.lines_at(60, 400, ["Tổng số:", "12"])
    assert "12" in " ".join(texts(document(pdf.bytes())))


def test_a_line_that_stands_on_two_pages_only_is_text() -> None:
    read = document(numbered("{}", pages=2).bytes())
    assert texts(read).count("BÁO CÁO NĂM 2020") == 2
