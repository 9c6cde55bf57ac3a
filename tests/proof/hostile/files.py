"""Hostile files, each made in a moment, and how each of them has to end."""

import zlib
from collections.abc import Callable

from tests.packed import zipped
from tests.proof.hostile.mails import mail
from tests.proof.hostile.packages import (
    LAUGHS,
    OUTSIDE,
    before_root,
    deep,
    good,
    in_body,
    locked_entry,
    locked_office,
    lying_zip,
    merged,
    nested_tables,
    nested_zips,
    overlapping,
    parts,
    rows,
    sheet_rows,
    word,
    workbook,
)
from tests.proof.hostile.pdfs import encrypted_pdf, flate_bomb, forms_in_forms, huge_page, many_pages, page_loop


def huge_picture() -> bytes:
    """A picture of 40,000 by 40,000 points that is a few kilobytes long."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    side = (40_000).to_bytes(4, "big")
    rows_ = zlib.compress(b"\x00" * 5_001 * 4_000, 9)
    head = chunk(b"IHDR", side + side + b"\x01\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows_) + chunk(b"IEND", b"")


READ, LARGE, BROKEN, LOCKED, KIND = "", "file.too_large", "file.unreadable", "file.encrypted", "file.unsupported"

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: in_body("<w:p><w:r><w:t>" + "A" * 600_000_000 + "</w:t></w:r></w:p>"), LARGE),
    "one-text.docx": (lambda: in_body("<w:p><w:r><w:t>" + "A" * 15_000_000 + "</w:t></w:r></w:p>"), LARGE),
    "many-paragraphs.docx": (lambda: in_body("<w:p><w:r><w:t>van ban</w:t></w:r></w:p>" * 3_000_000), LARGE),
    "lying.docx": (lying_zip, BROKEN),
    "rows.docx": (lambda: rows(100_000), READ),
    "nested-tables.docx": (lambda: nested_tables(3_000), LARGE),
    "deep.docx": (lambda: deep(100_000), LARGE),
    "laughs.docx": (lambda: before_root(LAUGHS), BROKEN),
    "outside.docx": (lambda: before_root(OUTSIDE), BROKEN),
    "outside-styles.docx": (lambda: before_root(OUTSIDE, "word/styles.xml", b"<w:styles"), BROKEN),
    "outside-types.docx": (lambda: before_root(OUTSIDE, "word/_rels/document.xml.rels", b"<Relationships"), BROKEN),
    "no-text.docx": (lambda: word(lambda _: b""), BROKEN),
    "twin-text.docx": (lambda: zipped({**parts(good()), "Word/Document.xml": b"<other/>"}), BROKEN),
    "half.docx": (lambda: good()[: len(good()) // 2], BROKEN),
    "half-text.docx": (lambda: word(lambda content: content[: len(content) // 2]), BROKEN),
    "is-a-pdf.docx": (lambda: many_pages(1), READ),
    "both.pdf": (lambda: many_pages(1) + good(), READ),
    "both.docx": (lambda: b"%PDF-1.7\n" + good(), BROKEN),
    "overlapping.zip": (lambda: overlapping(9_000), LARGE),
    "entries.zip": (lambda: zipped({f"{n}.txt": b"" for n in range(12_000)}), LARGE),
    "zeros.zip": (lambda: zipped({f"{n}.txt": b"0" * 50_000_000 for n in range(12)}), LARGE),
    "nested.zip": (lambda: nested_zips(9), KIND),
    "flate.pdf": (flate_bomb, LARGE),
    "loop.pdf": (page_loop, LARGE),
    "forms.pdf": (forms_in_forms, LARGE),
    "pages.pdf": (lambda: many_pages(2_000), READ),
    "too-many-pages.pdf": (lambda: many_pages(4_000), LARGE),
    "huge-page.pdf": (huge_page, LARGE),
    "half.pdf": (lambda: many_pages(1)[:200], BROKEN),
    "locked.pdf": (encrypted_pdf, LOCKED),
    "locked.docx": (locked_office, LOCKED),
    "locked.xlsx": (locked_office, LOCKED),
    "locked-entry.zip": (locked_entry, LOCKED),
    "empty.pdf": (lambda: b"", BROKEN),
    "huge.png": (huge_picture, LARGE),
    "rows.xlsx": (lambda: sheet_rows(100_000), READ),
    "far.xlsx": (
        lambda: workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        LARGE,
    ),
    "odd.xlsx": (lambda: workbook('<sheetData><row r="1"><c r="rId99"><v>1</v></c></row></sheetData>'), BROKEN),
    "far-row.xlsx": (
        lambda: workbook('<sheetData><row r="999999999"><c><v>1</v></c></row></sheetData>'),
        BROKEN,
    ),
    "merged.xlsx": (merged, READ),
    "laughs.xlsx": (lambda: workbook("<sheetData/>", LAUGHS), BROKEN),
    "parts.eml": (lambda: mail(10_000), LARGE),
    "nested.eml": (lambda: mail(400, nested=True), KIND),
    "noise.bin": (lambda: bytes(range(256)) * 40, KIND),
    "noise.docx": (lambda: b"PK\x03\x04" + bytes(range(256)) * 20, BROKEN),
}
"""Name -> the file, and how it ends: read, or refused for this reason."""
