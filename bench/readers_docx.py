"""How much CPU reading Word files takes, as ratios of one bound measured in the same run.

The bound is what any reader of the XML must do: inflate, parse with lxml, walk all text. Run it as
`python -m bench.readers_docx`; the reports are invented, the same ones every time. Each is read twice:
as python-docx writes it (little markup, a styles part of 349 KB) and as Word does (much markup, some 36 KB of styles).
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from bench.measure import ratio
from bench.word_markup import as_word_writes
from extractors.formats.docx.reader import read
from extractors.records import Limits

REPORTS = 50
ROUNDS = 5
SEED = 20201112
PROSE = """
triển khai thực hiện công tác thi đua khen thưởng của các đơn vị trong khối theo kế hoạch năm và hướng dẫn
của cơ quan thường trực bảo đảm đúng tiến độ chất lượng hiệu quả
"""
WORDS = PROSE.split()

Reader = Callable[[bytes], object]


def bound(data: bytes) -> object:
    """Inflate, parse, and walk all text of the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(map(str, etree.fromstring(archive.read("word/document.xml")).itertext()))


def ours(data: bytes) -> object:
    """Text, look, tables, places, numbering and ledger."""
    return read(data, Limits())


def python_docx_rows(data: bytes) -> object:
    """Paragraphs and the rows of top-level tables, by python-docx."""
    opened = docx.Document(io.BytesIO(data))
    cells = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    return [paragraph.text for paragraph in opened.paragraphs], cells


def docx2python_text(data: bytes) -> object:
    """The text by docx2python."""
    from docx2python import docx2python

    with docx2python(io.BytesIO(data)) as opened:
        return opened.text


def markitdown_text(data: bytes) -> object:
    """Markdown by markitdown, where it is installed."""
    return _markitdown().convert_stream(io.BytesIO(data), file_extension=".docx").text_content


@cache
def _markitdown() -> Any:
    """Made once: it loads a model that no Word file needs."""
    from markitdown import MarkItDown  # type: ignore[import-not-found]

    return MarkItDown()


def docling_text(data: bytes) -> object:
    """Markdown by docling's Word reader, where it is installed; its converter for all formats would want torch."""
    from docling.backend.msword_backend import MsWordDocumentBackend  # type: ignore[import-not-found]
    from docling.datamodel.base_models import InputFormat  # type: ignore[import-not-found]
    from docling.datamodel.document import InputDocument  # type: ignore[import-not-found]

    stream = io.BytesIO(data)
    opened = InputDocument(stream, InputFormat.DOCX, MsWordDocumentBackend, filename="report.docx")
    return MsWordDocumentBackend(opened, stream).convert().export_to_markdown()


PEERS: dict[str, tuple[Reader, int]] = {
    "this reader": (ours, REPORTS),
    "python-docx, row.cells": (python_docx_rows, 10),
    "docx2python": (docx2python_text, 5),
    "markitdown": (markitdown_text, 3),
    "docling": (docling_text, 3),
}
"""Each with how many of the reports it reads a round: the slow ones read fewer."""


def reports() -> list[bytes]:
    """Invented reports: a head without lines, prose in several runs, a score table of 30 to 60 rows."""
    chance = random.Random(SEED)  # noqa: S311 — no secret, the same reports every time
    return [_report(chance) for _ in range(REPORTS)]


def _report(chance: random.Random) -> bytes:
    made = docx.Document()
    head = made.add_table(2, 2)
    head.cell(0, 0).text = "UBND TỈNH\nSỞ NỘI VỤ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for _ in range(120):
        paragraph = made.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for _run in range(chance.randint(1, 4)):
            _add(paragraph, _prose(chance, chance.randint(5, 14)) + " ", 14)
    _score_table(made, chance, chance.randint(30, 60))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _score_table(made: WordDocument, chance: random.Random, rows: int) -> None:
    table = made.add_table(rows + 2, 6, style="Table Grid")
    cells = table._cells  # noqa: SLF001 — its public way is a thousand times slower
    for index in range(rows + 2):
        score = f"{chance.random() * 10:.1f}".replace(".", ",")
        for column, text in enumerate([str(index), _prose(chance, 12), "10", score, "9,5", _prose(chance, 3)]):
            _add(cells[index * 6 + column].paragraphs[0], text, 13)
    cells[0].merge(cells[6])


def _add(paragraph: WordParagraph, text: str, points: int) -> None:
    paragraph.add_run(text).font.size = Pt(points)


def _prose(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def main() -> None:
    """Prints one line a reader and way of writing."""
    plain = reports()
    for writer, files in {"Word": list(map(as_word_writes, plain)), "python-docx": plain}.items():
        sys.stdout.write(f"{REPORTS} reports as {writer} writes them\n")
        for name, (reader, count) in PEERS.items():
            sys.stdout.write(_line(name, reader, files[:count]))


def _line(name: str, reader: Reader, files: Sequence[bytes]) -> str:
    try:
        took, times = ratio(reader, bound, files, ROUNDS)
    except ImportError:
        return f"DOCX {name:<24} is not installed\n"
    return f"DOCX {name:<24} {1000 * took:9.2f} ms CPU a report  {times:7.2f} x the bound\n"


if __name__ == "__main__":
    main()
