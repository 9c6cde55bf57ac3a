"""How much CPU reading PDF files takes, as ratios of one bound measured in the same run, and how much memory.

The bound is what any reader by PDFium must do: open the file, load every page, take its text. Run it as
`python -m bench.readers_pdf`; the reports are invented, the same ones every time, printed once by LibreOffice.
"""

from __future__ import annotations

import io
import multiprocessing
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pikepdf
import pypdfium2
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bench.measure import ratio
from bench.readers_docx import SEED, WORDS
from extractors.formats.pdf.reader import read
from extractors.records import Limits

FILES = 40
ROUNDS = 5
PAGES = 2_000
"""Of the long paper whose memory is measured."""

Reader = Callable[[bytes], object]


def bound(data: bytes) -> object:
    """Load every page and take its text."""
    texts = []
    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        page = document[index]
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return texts


def ours(data: bytes) -> object:
    """Paragraphs, tables over pages, places, asides and ledger."""
    return read(data, Limits())


def pdfplumber_tables(data: bytes) -> object:
    """Text and tables of each page, by pdfplumber."""
    import pdfplumber

    found = []
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            found.append((page.extract_text(), page.extract_tables()))
            page.close()
    return found


PEERS: dict[str, tuple[Reader, int]] = {
    "this reader": (ours, FILES),
    "pdfplumber": (pdfplumber_tables, 2),
}
"""Each with how many of the files it reads a round: the slow one reads fewer."""


def report(chance: random.Random) -> bytes:
    """An invented report laid out as offices do: about eight pages of prose, then a score table of 30 to 60 rows."""
    made = docx.Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Times New Roman", Pt(14)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    made.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    for _ in range(90):
        paragraph = made.add_paragraph(_prose(chance, chance.randint(15, 55)))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_after = Pt(6)
    _score_table(made, chance, chance.randint(30, 60))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _score_table(made: WordDocument, chance: random.Random, rows: int) -> None:
    widths = [Cm(width) for width in (1.2, 7.8, 1.8, 1.8, 1.8, 2.1)]
    table = made.add_table(rows + 1, len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    cells = iter(table._cells)  # noqa: SLF001 -- its public way is a thousand times slower
    for index in range(rows + 1):
        score = f"{chance.random() * 10:.1f}".replace(".", ",")
        for width, text in zip(widths, [str(index), _prose(chance, 12), "10", score, "9,5", ""], strict=True):
            cell = next(cells)
            cell.width = width
            cell.paragraphs[0].add_run(text).font.size = Pt(13)


def _prose(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def printed(count: int = FILES) -> list[bytes]:
    """So many reports as PDF, all printed in one call of LibreOffice."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret, the same reports every time
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        for number in range(count):
            (out / f"{number:03}.docx").write_bytes(report(chance))
        profile = f"-env:UserInstallation=file://{out}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*convert, *map(str, sorted(out.glob("*.docx")))], check=True, capture_output=True)  # noqa: S603
        return [path.read_bytes() for path in sorted(out.glob("*.pdf"))]


def long_paper(files: Sequence[bytes]) -> bytes:
    """The reports one behind the other, over and over, as one paper of many pages."""
    whole = pikepdf.new()
    parts = [pikepdf.open(io.BytesIO(data)) for data in files]
    while len(whole.pages) < PAGES:
        for part in parts:
            whole.pages.extend(part.pages)
    del whole.pages[PAGES:]
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def peak(files: Sequence[bytes]) -> int:
    """Megabytes that a process of its own holds at most while it reads the files one after the other."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_read_all, (list(files),))


def _read_all(files: Sequence[bytes]) -> int:
    for data in files:
        ours(data)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Prints one line a reader, and what memory the own one takes."""
    files = printed()
    for name, (reader, count) in PEERS.items():
        took, times = ratio(reader, bound, files[:count], ROUNDS)
        sys.stdout.write(f"PDF  {name:<24} {1000 * took:9.2f} ms CPU a report  {times:7.2f} x the bound\n")
    sys.stdout.write(f"PDF  memory, {len(files)} reports: {peak(files)} MB; one report: {peak(files[:1])} MB; ")
    sys.stdout.write(f"{PAGES} pages: {peak([long_paper(files)])} MB\n")


if __name__ == "__main__":
    main()
