"""Where our own grid is not proved, pdfplumber reads again, and what it reads otherwise goes to a person."""

from __future__ import annotations

import subprocess
import sys

from extractors.formats.pdf import second_reader
from extractors.formats.pdf.file import opened
from extractors.formats.pdf.pages import pages
from extractors.formats.pdf.stitch import Stitched, as_table
from extractors.records import Limits
from tests.extractors.formats.pdf.open_drawn import HEADING, ROWS, across, down, empty, page, read_back, tables

FOUR = len(ROWS) + 1
OPEN_CORNER = {"across": [(2, 1)], "down": [(2, 1)]}
"""Lines missing so that three slots of two rows run together and are no rectangle."""


def drawn(broken: bool) -> bytes:
    pdf = empty()
    left_out = OPEN_CORNER if broken else {"across": [], "down": []}
    page(pdf, [HEADING, *ROWS], rules=[*across(FOUR, left_out["across"]), *down(FOUR, left_out["down"])])
    return bytes(pdf.output())


def stitched(data: bytes) -> Stitched:
    with opened(data, Limits()) as document:
        (read,) = pages(document)
    (fragment,) = read.fragments
    return as_table(fragment)


def test_it_bears_out_every_row_of_a_sound_table() -> None:
    data = drawn(broken=False)
    table = stitched(data)
    assert table.proved
    assert not second_reader.doubtful_rows(data, table)


def test_it_doubts_the_rows_whose_cells_run_together() -> None:
    data = drawn(broken=True)
    table = stitched(data)
    assert not table.proved
    assert second_reader.doubtful_rows(data, table) == {1, 2}


def test_it_doubts_a_row_with_another_text() -> None:
    data = drawn(broken=False)
    table = stitched(data)
    cell = table.rows[3][3]
    cell.lines = [line._replace(text="5,4") for line in cell.lines]
    assert second_reader.doubtful_rows(data, table) == {3}


def test_a_file_that_it_cannot_read_leaves_nothing_borne_out() -> None:
    assert second_reader.doubtful_rows(b"%PDF-1.7 torn", stitched(drawn(broken=False))) == {0, 1, 2, 3}


def test_a_table_of_too_many_pages_is_doubted_whole() -> None:
    data = drawn(broken=False)
    table = stitched(data)
    table.pages *= second_reader.MOST_PAGES + 1
    assert second_reader.doubtful_rows(data, table) == {0, 1, 2, 3}


def test_the_document_says_which_rows_are_doubtful() -> None:
    pdf = empty()
    rules = [*across(FOUR, OPEN_CORNER["across"]), *down(FOUR, OPEN_CORNER["down"])]
    page(pdf, [HEADING, *ROWS], rules=rules)
    (table,) = tables(read_back(pdf))
    assert table.doubtful_rows == {1, 2}


def test_a_sound_table_never_loads_it() -> None:
    program = (
        "import sys; from extractors.formats.pdf.reader import read; from extractors.records import Limits; "
        "read(sys.stdin.buffer.read(), Limits()); print('pdfplumber' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=drawn(broken=False), capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
