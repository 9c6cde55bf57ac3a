"""Text with a line through it is kept apart; underlined text is not, nor a table's above its rules."""

import pytest

from tests.extractors.formats.pdf.drawn import document, ledger, sheets, tables, texts

BASE = 300.0


@pytest.mark.parametrize(("above_baseline", "said"), [(4.0, "Tổng cộng 96,5"), (-1.5, "Tổng cộng 95 96,5")])
def test_a_line_through_text_takes_it_back(above_baseline: float, said: str) -> None:
    pdf = sheets()
    pdf.write_at(60, BASE, "Tổng cộng 95 96,5")
    start = 60 + pdf.get_string_width("Tổng cộng ")
    pdf.stroke(start, BASE - above_baseline, start + pdf.get_string_width("95"), BASE - above_baseline)
    found = document(pdf.bytes())
    assert " ".join(texts(found)) == said
    assert ("hidden_text" in ledger(found)) == (said == "Tổng cộng 96,5")


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_line_through_a_figure_in_a_table_takes_it_back(row: int) -> None:
    rows = [["1", "Việc A", "95 96,5"], ["2", "Việc B", "95 96,5"], ["3", "Việc C", "95 96,5"]]
    pdf = sheets()
    pdf.table(60, 100, (60, 200, 100), rows)
    start, middle = 60 + 260 + 4, 100 + 20 * row + 11
    pdf.stroke(start, middle, start + pdf.get_string_width("95"), middle)
    rows[row][2] = "96,5"
    assert tables(document(pdf.bytes())) == [rows]
