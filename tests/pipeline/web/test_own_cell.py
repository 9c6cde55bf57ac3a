"""A score is marked at its own cell where the reader tells the cells apart, else at its figure, else at its row."""

import asyncio
from pathlib import Path

import pytest

from extractors.errors import NoText
from extractors.extraction import read
from extractors.records import Limits, Place, Table
from pipeline.web.own_cell import own_cell, printed
from pipeline.web.score_cells import rows
from tests.extractors.formats.scans import scan

PDF = Path(__file__).parents[3] / "samples/inbox/2020-12 tong ket/Bao cao tong ket 2020 STNMT.pdf"


def test_every_score_of_a_text_pdf_has_the_box_of_its_cell():
    data = PDF.read_bytes()
    (table,) = [block for block in read(data, Limits()).blocks if isinstance(block, Table)]
    found = rows(data, "application/pdf", Limits())
    assert len(found) == len(table.rows) - 1, "all but the heading"
    for (place, cells), row in zip(found, table.rows[1:], strict=True):
        sides = [*zip(*(cell.place.bbox for cell in row), strict=True)]
        assert place.bbox == (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))
        assert cells == {"max_score": row[2].place, "self_score": row[3].place}


def test_of_a_scan_no_cell_is_known_without_reading_it_again():
    with pytest.raises(NoText):
        rows(scan(PDF.read_bytes()), "application/pdf", Limits())


class Reader:
    """Has read a paper with one row."""

    async def rows(self, _sha256, _media_type):
        return [(ROW, {"self_score": CELL, "note": OVER})]


ROW = Place(2, "table 1, row 4", bbox=(80, 560, 547, 580))
CELL = Place(2, "table 1, row 4, cell 4", bbox=(414, 560, 485, 580))
OVER = Place(1, "table 1, row 2, cell 5", bbox=(485, 560, 547, 580))


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        (ROW, "self_score", CELL),
        (ROW._replace(container="table 3, row 4", bbox=(80.4, 560, 547, 580.3)), "self_score", CELL),
        (ROW._replace(bbox=(80, 590, 547, 610)), "self_score", None),
        (ROW._replace(page=1), "self_score", None),
        (ROW, "block_score", None),
        (ROW, "note", None),
    ],
)
def test_a_row_is_found_by_its_box_and_only_a_cell_of_its_page_is_its_own(row, column, found):
    assert asyncio.run(own_cell(Reader(), "", "application/pdf", row, column)) == found


@pytest.mark.parametrize(
    ("raw", "value", "shown"),
    [
        ("2\tVăn bản\t10\t9,5\t", "9.5", "9,5"),
        ("2\tVăn bản\t10\t 9,50 \t", "9.5", "9,50"),
        ("2\tVăn bản\t10\t10\t", "10", "2\tVăn bản\t10\t10\t"),
        ("2\tĐạt 9,5 trở lên\t10\t9,5\t", "9.5", "2\tĐạt 9,5 trở lên\t10\t9,5\t"),
        ("2\tVăn bản\t10\t9,5\t", "8", "2\tVăn bản\t10\t9,5\t"),
        ("2\tVăn bản\t10\t\t", None, "2\tVăn bản\t10\t\t"),
        ("2\tVăn bản\t10\t19,5\t9,5", "9.5", "9,5"),
    ],
)
def test_a_figure_is_looked_for_where_its_row_prints_it_just_once(raw, value, shown):
    assert printed(raw, value) == shown
