"""Files that are locked, damaged, cut short, too long or no PDF at all are refused for their own reason."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from extractors.errors import Encrypted, ExtractionError, NoText, TooLarge, Unreadable
from extractors.formats.pdf.reader import read
from extractors.records import Limits
from tests.extractors.formats.pdf.drawn import Sheets, document, sheets, texts


def paper(pages: int = 1) -> bytes:
    pdf = Sheets()
    for page in range(1, pages + 1):
        pdf.add_page()
        pdf.lines_at(60, 200, [f"Nội dung của trang thứ {page}."])
    return pdf.bytes()


def locked(**passwords: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(**passwords))
    return out.getvalue()


def test_a_password_to_open_it() -> None:
    with pytest.raises(Encrypted):
        document(locked(owner="chu", user="khach"))


def test_a_password_only_to_change_it_hinders_no_reading() -> None:
    assert texts(document(locked(owner="chu", user=""))) == ["Nội dung của trang thứ 1."]


def test_a_file_without_its_table_of_contents_is_repaired() -> None:
    data = paper()
    assert texts(document(data[: data.rindex(b"startxref")])) == ["Nội dung của trang thứ 1."]


def test_bytes_before_the_file_are_passed_over() -> None:
    assert texts(document(b"\r\n\r\n" + paper())) == ["Nội dung của trang thứ 1."]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no PDF at all", b"%PDF-1.7\n1 0 obj\n<<"])
def test_what_nobody_can_open(data: bytes) -> None:
    with pytest.raises(Unreadable):
        document(data)


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.9, 0.97])
def test_a_file_cut_short_never_reads_as_another_paper(share: float) -> None:
    data = paper(12)
    try:
        read_back = document(data[: int(len(data) * share)])
    except ExtractionError:
        return
    told = {notice.place.page for notice in read_back.notices}
    whole = [block for block in read_back.blocks if block.place.page not in told]
    assert all(text.startswith("Nội dung của trang thứ") for text in texts(replace(read_back, blocks=tuple(whole))))


def test_more_pages_than_allowed() -> None:
    with pytest.raises(TooLarge):
        read(paper(3), Limits(pages=2))
    assert read(paper(2), Limits(pages=2)).pages == 2


def test_an_empty_page_is_no_text() -> None:
    with pytest.raises(NoText):
        document(sheets().bytes())
