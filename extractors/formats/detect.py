"""What a file is, by its content alone: names and extensions lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from extractors.media_types import (
    DOC,
    DOCX,
    EML,
    EMPTY,
    ENCRYPTED_OFFICE,
    HTML,
    MSG,
    OLE,
    PDF,
    PPT,
    PPTX,
    RTF,
    TEXT,
    UNKNOWN,
    XLS,
    XLSX,
    XML,
    ZIP,
)

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: dict[bytes, str] = {
    b"%PDF-": PDF,
    b"{\\rtf": RTF,
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"Rar!\x1a\x07": "application/vnd.rar",
    b"7z\xbc\xaf\x27\x1c": "application/x-7z-compressed",
    b"\x1f\x8b": "application/gzip",
}
_OLE_STREAMS: dict[str, str] = {
    "__properties_version1.0": MSG,
    "EncryptedPackage": ENCRYPTED_OFFICE,
    "WordDocument": DOC,
    "Workbook": XLS,
    "PowerPoint Document": PPT,
}
"""In this order: a message holds its attachments' streams, a Word file those of its sheets."""
_OFFICE_PARTS: dict[bytes, str] = {
    b"wordprocessingml.document.main+xml": DOCX,
    b"wordprocessingml.template.main+xml": DOCX,
    b"ms-word.document.macroEnabled.main+xml": DOCX,
    b"ms-word.template.macroEnabledTemplate.main+xml": DOCX,
    b"spreadsheetml.sheet.main+xml": XLSX,
    b"ms-excel.sheet.macroEnabled.main+xml": XLSX,
    b"presentationml.presentation.main+xml": PPTX,
}
_OFFICE_FOLDERS: dict[bytes, str] = {b"word/document": DOCX, b"xl/workbook": XLSX, b"ppt/presentation": PPTX}
_MAIL_HEADERS = frozenset(
    {"received", "return-path", "delivered-to", "from", "to", "cc", "subject", "date", "message-id", "mime-version"}
    | {"content-type", "content-transfer-encoding", "reply-to", "sender", "x-mailer", "dkim-signature"}
)
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>")
_LOCAL_HEADER = re.compile(rb"PK\x03\x04.{4}\x08\x00.{16}\x13\x00(?P<extra>..)\[Content_Types\]\.xml", re.DOTALL)
"""A deflated entry of that name; the lengths of name and extra field stand before it."""
_PDF_JUNK = 1024
"""Readers accept a PDF whose header starts within its first 1,024 bytes."""
_MANIFEST_BYTES = 1_000_000


def media_type(data: bytes) -> str:
    """The media type that the bytes show; EMPTY for none, UNKNOWN for what fits nothing."""
    if not data.strip(b"\x00\t\r\n "):
        return EMPTY
    return next((kind for rule in _RULES if (kind := rule(data))), UNKNOWN)


def begins_as(head: bytes) -> str:
    """The media type that the first bytes alone show; ZIP where they leave open what is packed."""
    if head.startswith(_ZIP_STARTS):
        return _office_kind(_first_entry(head)) or ZIP
    return media_type(head)


def _by_start(data: bytes) -> str:
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), "")


def _by_box(data: bytes) -> str:
    """Images whose mark stands after a length."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in {b"heic", b"heix", b"mif1", b"avif"}:
        return "image/heic"
    is_bitmap = data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data)
    return "image/bmp" if is_bitmap else ""


def _by_zip(data: bytes) -> str:
    if not data.startswith(_ZIP_STARTS):
        return ""
    if kind := _office_kind(_first_entry(data)):
        return kind
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _zip_kind(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, RuntimeError):
        return next((kind for folder, kind in _OFFICE_FOLDERS.items() if folder in data), ZIP)


def _zip_kind(archive: zipfile.ZipFile) -> str:
    if "[Content_Types].xml" in archive.namelist():
        return _office_kind(_head(archive, "[Content_Types].xml")) or ZIP
    if "mimetype" in archive.namelist():
        declared = _head(archive, "mimetype").decode("ascii", "replace").strip()
        return declared if declared.startswith("application/vnd.oasis.opendocument") else ZIP
    return ZIP


def _office_kind(types: bytes) -> str:
    """What a list of content types makes of a package; "" for none of Office's."""
    return next((kind for part, kind in _OFFICE_PARTS.items() if part in types), "")


def _first_entry(data: bytes) -> bytes:
    """The list of content types where it is the first entry, as Word has it: a tenth of what opening the zip costs."""
    start = _LOCAL_HEADER.match(data)
    if start is None:
        return b""
    at = start.end() + int.from_bytes(start["extra"], "little")
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data[at : at + _MANIFEST_BYTES], _MANIFEST_BYTES)
    except zlib.error:
        return b""


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_MANIFEST_BYTES)


def _by_ole(data: bytes) -> str:
    if not data.startswith(_OLE_MAGIC):
        return ""
    return next((kind for name, kind in _OLE_STREAMS.items() if name.encode("utf-16-le") in data), OLE)


def _by_late_pdf(data: bytes) -> str:
    return PDF if b"%PDF-" in data[:_PDF_JUNK] else ""


def _by_words(data: bytes) -> str:
    text = _decoded(data[:65_536])
    start = text.lstrip("\ufeff \t\r\n").lower()
    if start.startswith(_HTML_STARTS) or (start.startswith(("<?xml", "<!--")) and "<html" in start):
        return HTML
    if start.startswith("<?xml"):
        return XML
    if _is_mail(start):
        return EML
    return TEXT if text else ""


def _decoded(data: bytes) -> str:
    """The bytes as text, "" where they are none: control characters, or UTF-16 without its mark."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = data.decode(encoding, "replace")
    has_control = any(c < " " and c not in "\t\n\r\f\x1a" for c in text)
    return "" if has_control else text


def _is_mail(start: str) -> bool:
    """At least two known header fields before the first empty line, the first line being one."""
    head = start.replace("\r\n", "\n").split("\n\n", 1)[0].split("\n")
    names = [line.split(":", 1)[0] for line in head if ":" in line and not line[:1].isspace()]
    known = [name in _MAIL_HEADERS for name in names]
    return len(known) > 1 and known[0] and sum(known) > 1


_RULES: tuple[Callable[[bytes], str], ...] = (_by_start, _by_box, _by_zip, _by_ole, _by_late_pdf, _by_words)
