"""A score is marked at its own cell where the reader tells the cells apart, else at its figure, else at its row."""

from pathlib import Path

import pytest

from extractors.errors import NoText
from extractors.extraction import read
from extractors.records import Limits, Table
from pipeline.web.own_cell import printed, rows
from tests.extractors.formats.scans import scan

PDF = Path(__file__).parents[3] / "samples/inbox/2020-12 tong ket/Bao cao tong ket 2020 STNMT.pdf"


def test_every_score_of_a_text_pdf_has_the_box_of_its_cell():
    data = PDF.read_bytes()
    (table,) = [block for block in read(data, Limits()).blocks if isinstance(block, Table)]
    by_row = {own: (page, boxes) for page, own, boxes in rows(data, Limits())}
    assert len(by_row) == len(table.rows) - 1, "all but the heading"
    for row in table.rows[1:]:
        sides = [*zip(*(cell.place.bbox for cell in row), strict=True)]
        page, boxes = by_row[min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])]
        assert page == row[0].place.page
        assert boxes == {"max_score": row[2].place.bbox, "self_score": row[3].place.bbox}


def test_of_a_scan_no_cell_is_known_without_reading_it_again():
    with pytest.raises(NoText):
        rows(scan(PDF.read_bytes()), Limits())


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
