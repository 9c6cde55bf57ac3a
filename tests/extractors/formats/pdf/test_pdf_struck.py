"""Text with a line through it is kept apart; underlined text is not, nor a table's above its rules."""

import pytest

from tests.extractors.formats.pdf.drawn import document, ledger, sheets, texts

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
