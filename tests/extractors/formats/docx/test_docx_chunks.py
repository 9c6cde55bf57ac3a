"""Text that Word keeps in parts of another format stands in its place, or is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractors.formats.docx.reader import read
from extractors.records import Document, Limits
from tests.extractors.formats.docx.wordfile import ledger, p, texts, word
from tests.packed import zipped

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HTML = "<html><head><title>x</title><style>p {}</style></head><body><p>Tổng\nđiểm: <b>95</b></p><ul><li>một<li>hai</ul>"


def with_part(body: str, kind: str, name: str, content: bytes) -> Document:
    """A Word file with one more part, to which the relation `rId9` leads."""
    with zipfile.ZipFile(io.BytesIO(word(body))) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    relations = "word/_rels/document.xml.rels"
    added = f'<Relationship Id="rId9" Type="{RELATION}/{kind}" Target="{name}"/></Relationships>'
    files[relations] = files[relations].decode().replace("</Relationships>", added).encode()
    return read(zipped({**files, f"word/{name}": content}), Limits())


CHUNK = '<w:altChunk r:id="rId9"/>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", HTML.encode()),
        ("a.htm", f'<meta charset="windows-1258">{HTML}'.encode()),
        ("a.txt", "Tổng điểm: 95\r\n\r\nmột\nhai".encode("utf-8-sig")),
        ("a.txt", "Tổng điểm: 95\nmột\nhai".encode("utf-16")),
    ],
)
def test_a_chunk_of_text_stands_in_its_place(name: str, content: bytes) -> None:
    found = with_part(p("trước") + CHUNK + p("sau"), "aFChunk", name, content)
    assert texts(found) == ["trước", "Tổng điểm: 95", "một", "hai", "sau"]
    assert ledger(found) == {"used": 27}


def test_a_chunk_of_another_kind_is_told() -> None:
    found = with_part(p("trước") + CHUNK, "aFChunk", "a.rtf", b"{\\rtf1 95}")
    assert texts(found) == ["trước"]
    assert ledger(found) == {"used": 5, "embedded_file": 10}


def test_a_chunk_without_its_part_is_nothing() -> None:
    assert ledger(read(word(p("trước") + CHUNK), Limits())) == {"used": 5}


def test_the_text_of_a_diagram_is_told() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    data = f'<d xmlns:a="{drawing}"><a:t>Giám đốc</a:t><a:t>Phó</a:t><other>x</other></d>'
    found = with_part(p("trước"), "diagramData", "data1.xml", data.encode())
    assert ledger(found) == {"used": 5, "diagram_text": 11}
