"""What stands at a place of a file, found without this program's readers: by lxml in Word, pdfplumber in a PDF."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence

from lxml import etree

from extractors.records import Place

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEAR = 3.0
"""Points by which two readers may differ over where a letter stands."""
_WHERE = re.compile(
    r"""
    (?P<container>.*?)
    (?:(?:^|,[ ]) paragraphs?[ ] (?P<first>[0-9]+) (?:-(?P<last>[0-9]+))? )?
    (?:(?:^|,[ ]) characters[ ] (?P<start>[0-9]+)-(?P<end>[0-9]+) )?
    """,
    re.VERBOSE,
)
_ROW = re.compile(r"table (?P<table>[0-9]+), row (?P<row>[0-9]+)(?:, cell (?P<cell>[0-9]+))?")


def place(where: str, page: int | None) -> Place:
    """The place that its words name."""
    found = _WHERE.fullmatch(where)
    assert found is not None, where
    first, last, start, end = (
        None if text is None else int(text) for text in found.group("first", "last", "start", "end")
    )
    return Place(page, found["container"], first or 0, last or first or 0, start, end)


def bare(text: str) -> str:
    """The letters and signs alone, in one form: readers differ in what they take for a space or a hyphen."""
    kept = (
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in ("Cf", "Cc", "Zs", "Zl", "Zp")
    )
    return "".join("-" if c in "\u2010\u2011" else c for c in kept)


def stands_in_docx(data: bytes, spot: Place) -> str | None:
    """The bare text of the table row or the paragraphs that the place names; None where a plain reading has none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    assert body is not None
    if found := _ROW.match(spot.container):
        table = body.findall(f"{_W}tbl")[int(found["table"]) - 1]
        return _text(table.findall(f"{_W}tr")[int(found["row"]) - 1])
    if spot.container:
        return None
    paragraphs = [text for p in body.findall(f"{_W}p") if (text := _text(p))]
    return "".join(paragraphs[spot.first - 1 : spot.last])


def _text(element: etree._Element) -> str:
    return bare("".join(el.text or "" for el in element.iter(f"{_W}t")))


def letters_in_pdf(data: bytes, page: int, box: Sequence[float] | None) -> Counter[str]:
    """How often each letter stands on the page, or in the box on it."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as opened:
        whole = opened.pages[page - 1]
        letters = whole.chars if box is None else [c for c in whole.chars if _within(c, box)]
        return Counter(bare("".join(c["text"] for c in letters)))


def _within(letter: Mapping[str, float], box: Sequence[float]) -> bool:
    x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
    return box[0] - NEAR <= x <= box[2] + NEAR and box[1] - NEAR <= y <= box[3] + NEAR
