"""What is no whole Word file is refused, with the reason."""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from extractors.errors import Encrypted, ExtractionError, TooLarge, Unreadable
from extractors.formats.docx.reader import read
from extractors.records import Limits, Paragraph
from tests.extractors.formats.docx.wordfile import p, r, tbl, tr, word
from tests.packed import zipped


def changed(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped(dict(change(name, archive.read(name)) for name in archive.namelist()))


def read_texts(data: bytes) -> list[str]:
    return [b.text for b in read(data, Limits()).blocks if isinstance(b, Paragraph)]


WORD = word(p("Báo cáo"), {"styles": "", "header": p("2")})


@pytest.mark.parametrize(
    "data",
    [b"", b"no zip", WORD[:-30], WORD[: len(WORD) // 2], zipped({"a.txt": b"a"})],
    ids=["empty", "text", "cut short", "half", "no Word"],
)
def test_what_is_no_whole_word_file_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data, Limits())


def test_an_encrypted_office_file_is_no_zip() -> None:
    with pytest.raises(Encrypted):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"), Limits())


@pytest.mark.parametrize("part", ["word/document.xml", "word/header.xml", "word/styles.xml", "_rels/.rels"])
def test_a_document_type_is_refused(part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

    def add(name: str, content: bytes) -> tuple[str, bytes]:
        start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
        return name, content[:start] + bomb + content[start:] if name == part else content

    with pytest.raises(Unreadable, match="document type"):
        read(changed(WORD, add), Limits())


def test_broken_xml_is_unreadable() -> None:
    data = changed(WORD, lambda name, content: (name, content[:-20] if name == "word/document.xml" else content))
    with pytest.raises(Unreadable):
        read(data, Limits())


def test_a_missing_main_part_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read(changed(WORD, lambda name, content: (name.replace("document.xml", "other.xml"), content)), Limits())


@pytest.mark.parametrize("limits", [Limits(file_bytes=100), Limits(inflated_bytes=500)])
def test_limits(limits: Limits) -> None:
    with pytest.raises(TooLarge):
        read(WORD, limits)


def test_parts_are_found_by_relation_not_by_name() -> None:
    def rename(name: str, content: bytes) -> tuple[str, bytes]:
        return name.replace("word/", "van/ban/"), content.replace(b'Target="word/', b'Target="/van/ban/')

    read_document = read(changed(WORD, rename), Limits())
    assert [a.paragraph.text for a in read_document.asides] == ["2"]


def test_the_strict_dialect() -> None:
    pairs = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }

    def strict(name: str, content: bytes) -> tuple[str, bytes]:
        for usual, other in pairs.items():
            content = content.replace(usual, other)
        return name, content

    read_document = read(changed(WORD, strict), Limits())
    assert [b.text for b in read_document.blocks] == ["Báo cáo"]  # type: ignore[union-attr]
    assert [a.paragraph.text for a in read_document.asides] == ["2"]


def test_comments_in_the_xml_are_nothing() -> None:
    assert read_texts(word(p("a", "<!-- không đọc --><w:r><w:t>b<!-- giữa -->c</w:t></w:r>"))) == ["abc"]


def test_what_python_docx_writes_is_read() -> None:
    made = docx.Document()
    made.add_heading("Kết quả", level=1)
    made.add_paragraph("Đạt 95,5 điểm").runs[0].bold = True
    table = made.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "gộp"
    made.sections[0].footer.paragraphs[0].text = "chân trang"
    made.sections[0].header.paragraphs[0].text = "đầu trang"
    stream = io.BytesIO()
    made.save(stream)
    heading, paragraph, grid = read(stream.getvalue(), Limits()).blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(paragraph, Paragraph)
    assert (heading.text, heading.bold, heading.size) == ("Kết quả", True, 14.0)
    assert (paragraph.text, paragraph.bold) == ("Đạt 95,5 điểm", True)
    assert [[c.text for c in row] for row in grid.rows] == [["gộp", "gộp"], ["", ""]]  # type: ignore[union-attr]
    assert grid.ruled  # type: ignore[union-attr]
    asides = read(stream.getvalue(), Limits()).asides
    assert [a.paragraph.text for a in asides] == ["đầu trang", "chân trang"]


def test_any_damage_is_an_extraction_error() -> None:
    for position in range(0, len(WORD), 7):
        damaged = bytearray(WORD)
        damaged[position] ^= 0x55
        try:
            read(bytes(damaged), Limits())
        except ExtractionError:
            continue


NAMESPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARED = b'xmlns:w="%s"' % NAMESPACE
PAPER = p("một", r("hai", "<w:b/>"), properties='<w:jc w:val="center"/>') + tbl(tr("ba", "bốn"))


def rewritten(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {name: change(part) for name, part in parts.items() if name == "word/document.xml"})


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b"<w:p>", b"<w:p %s>" % DECLARED),
        lambda part: part.replace(DECLARED, b"xmlns:w='%s'" % NAMESPACE),
        lambda part: part.replace(b"w:", b"word:").replace(b"xmlns:w=", b"xmlns:word="),
        lambda part: part.replace(b'encoding="UTF-8"', b'encoding="UTF-16"').decode().encode("utf-16"),
    ],
)
def test_the_namespace_may_be_declared_in_any_way(change: Callable[[bytes], bytes]) -> None:
    plain = word(PAPER)
    other = rewritten(plain, change)
    assert other != plain
    assert read(other, Limits()) == read(plain, Limits())


def test_a_text_that_names_the_namespace_stays_as_it_is() -> None:
    text = DECLARED.decode()
    assert [b.text for b in read(word(p(text)), Limits()).blocks if isinstance(b, Paragraph)] == [text]


def test_a_reading_leaves_no_garbage_and_the_collector_as_it_was() -> None:
    data = word(PAPER)
    read(data, Limits())
    gc.collect()
    read(data, Limits())
    assert gc.collect() == 0
    assert gc.isenabled()
    with pytest.raises(Unreadable):
        read(b"PK", Limits())
    assert gc.isenabled()
