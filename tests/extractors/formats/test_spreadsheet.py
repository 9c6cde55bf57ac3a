"""Workbooks are read as papers: a sheet is a table below its name."""

import io
import zipfile
from collections import Counter
from datetime import date

import pytest
from openpyxl import Workbook

from extractors.errors import TooLarge, Unreadable
from extractors.extraction import extract
from extractors.formats.readers import READERS
from extractors.formats.spreadsheet import read_xls, read_xlsx
from extractors.media_types import XLS, XLSX
from extractors.places import own_cells, text_at
from extractors.records import Document, Limits, Paragraph, Status, Table, UnitName
from extractors.sheets.score_sheet import score_sheets

LIMITS = Limits()


def book() -> Workbook:
    made = Workbook()
    made.active.title = "Chấm điểm"
    return made


def saved(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read(made: Workbook) -> Document:
    return read_xlsx(saved(made), LIMITS)


def tables(paper: Document) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def score_book() -> Workbook:
    made = book()
    rows = [
        ["SỞ TƯ PHÁP", None, None, None],
        [None, None, None, None],
        ["STT", "Nội dung tiêu chí", "Điểm", None],
        [None, None, "Điểm chuẩn", "Tự chấm"],
        ["I", "Nhiệm vụ chuyên môn", 60, 55.5],
        [1, "Chương trình công tác", 40, 36.5],
        ["2", "Cải cách hành chính", 20, 0.1 + 0.2],
        [None, "Tổng cộng", 60, "36,8"],
    ]
    for row in rows:
        made.active.append(row)
    for area in ("A1:D1", "A3:A4", "B3:B4", "C3:D3"):
        made.active.merge_cells(area)
    return made


def test_the_readers_know_spreadsheets() -> None:
    assert {XLSX, XLS} <= set(READERS)


def test_a_score_sheet_in_a_workbook() -> None:
    sheets = score_sheets(read(score_book()))
    assert [(r.code, str(r.max_score), str(r.self_score)) for r in sheets.rows] == [
        ("I", "60", "55.5"),
        ("1", "40", "36.5"),
        ("2", "20", "0.3"),
    ]


def test_a_sheet_is_a_table_below_its_name() -> None:
    paper = read(score_book())
    assert [type(block) for block in paper.blocks] == [Paragraph, Paragraph, Table]
    assert isinstance(paper.blocks[0], Paragraph)
    assert paper.blocks[0].text == "Chấm điểm"


def test_lines_above_the_table_are_the_papers_own_and_keep_their_places() -> None:
    paper = read(score_book())
    above = paper.blocks[1]
    assert isinstance(above, Paragraph)
    assert (above.text, above.place.container) == ("SỞ TƯ PHÁP", "table 1, row 1, cell 1")
    assert text_at(paper, above.place) == "SỞ TƯ PHÁP"


def sent_apart(*above: str) -> dict[str, tuple[object, Status]]:
    """The facts of a workbook with these lines above its score sheet."""
    made = book()
    guide = made.create_sheet("Hướng dẫn", 0)
    guide.append(["HƯỚNG DẪN CHẤM ĐIỂM"])
    for line in above:
        made["Chấm điểm"].append([line or None])
    for row in (["TT", "Tiêu chí", "Điểm chuẩn", "Tự chấm"], [1, "Chuyên môn", 60, 55.5], [2, "Thi đua", 40, 40]):
        made["Chấm điểm"].append(row)
    roster = (UnitName("stp", "Sở Tư pháp", "STP"),)
    return {fact.field: (fact.value, fact.status) for fact in extract(read(made), roster).facts}


TITLE = "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2021"


def test_a_sheet_sent_apart_says_whose_it_is_and_of_which_year() -> None:
    found = sent_apart("UBND TỈNH LAM SƠN", "SỞ TƯ PHÁP", "", TITLE, "Đơn vị: Sở Tư pháp")
    assert found["issuer"] == ("SỞ TƯ PHÁP", Status.ACCEPTED)
    assert found["parent_agency"] == ("UBND TỈNH LAM SƠN", Status.ACCEPTED)
    assert found["period"] == ("2021", Status.ACCEPTED)
    assert "number" not in found
    assert "doc_type" not in found


def test_a_sheet_sent_apart_may_name_its_unit_below_the_title_only() -> None:
    found = sent_apart(TITLE, "Tên đơn vị: Sở Tư pháp")
    assert found["issuer"] == ("Sở Tư pháp", Status.ACCEPTED)
    assert sent_apart(TITLE, "Đơn vị: Phòng Lạ Mặt")["issuer"][1] is Status.NEEDS_REVIEW


def test_merged_cells_are_one_cell_in_every_slot() -> None:
    made = score_book()
    made.active["D4"] = "Tự chấm"
    (found,) = tables(read(made))
    heads = found.rows[0]
    assert heads[2] is heads[3]
    assert heads[0] is found.rows[1][0]
    assert (heads[2].row_span, heads[2].column_span) == (1, 2)


def test_every_cell_stands_at_its_place() -> None:
    paper = read(score_book())
    for found in tables(paper):
        for index, row in enumerate(found.rows):
            for cell in own_cells(row, index):
                assert text_at(paper, cell.place) == cell.text
                assert [text_at(paper, p.place) for p in cell.paragraphs] == cell.text.split("\n")


def test_values_are_written_as_vietnamese_offices_do() -> None:
    made = book()
    made.active.append([19.5, 60.0, 1000, date(2020, 12, 5), True, 0.25, -2])
    (row,) = tables(read(made))[0].rows
    assert [cell.text for cell in row] == ["19,5", "60", "1000", "05/12/2020", "TRUE", "0,25", "-2"]


def test_hidden_rows_and_sheets_are_left_out_and_told() -> None:
    made = score_book()
    shown = [cell.text for row in tables(read(made))[0].rows for cell in row]
    gone = [str(cell.value).replace(".", ",") for cell in made.active[6] if cell.value is not None]
    made.active.row_dimensions[6].hidden = True
    made.create_sheet("Ẩn").append(["x"])
    made["Ẩn"].sheet_state = "hidden"
    found = read(made)
    notices = [(n.code, n.place.container) for n in found.notices]
    assert notices == [("file.hidden_text", "table 1, row 6"), ("file.hidden_text", "table 2")]
    (table,) = tables(found)
    left = [cell.text for row in table.rows for cell in row]
    assert Counter(shown) - Counter(left) == Counter(gone)
    assert {line.rule: line.characters for line in found.ledger}["hidden_text"] == len("".join(gone)) + len("x")


def test_a_formula_whose_value_was_never_saved_makes_its_row_doubtful() -> None:
    made = score_book()
    made.active["D7"] = "=C7-1"
    made.active["D8"] = "=SUM(D5:D7)"
    (found,) = tables(read(made))
    assert found.doubtful_rows == {4, 5}
    assert "doubtful_row" in score_sheets(read(made)).rows[2].doubts


def test_an_empty_workbook() -> None:
    assert tables(read(book())) == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_damaged_workbooks(data: bytes) -> None:
    for reader in (read_xlsx, read_xls):
        with pytest.raises(Unreadable):
            reader(data, LIMITS)


def test_a_sheet_that_reaches_too_far() -> None:
    made = book()
    made.active["XFD1048576"] = 1
    with pytest.raises(TooLarge):
        read(made)


def test_a_workbook_with_entities_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book()))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            bad = b"<!DOCTYPE x [<!ENTITY a 'b'>]>" if name == "xl/workbook.xml" else b""
            new.writestr(name, bad + content)
    with pytest.raises(Unreadable):
        read_xlsx(stream.getvalue(), LIMITS)
