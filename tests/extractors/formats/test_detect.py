"""A file is what its content says, whatever its name."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pytest

from extractors.errors import Encrypted
from extractors.extraction import read
from extractors.formats.detect import media_type
from extractors.media_types import (
    DOC,
    DOCX,
    EML,
    EMPTY,
    ENCRYPTED_OFFICE,
    HTML,
    MSG,
    ODT,
    OLE,
    PDF,
    RTF,
    TEXT,
    UNKNOWN,
    XLS,
    XLSX,
    XML,
    ZIP,
)
from extractors.records import Limits

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def word() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def excel() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def zipped(**entries: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return stream.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "van.thu@example.vn"
    message["Subject"] = "Gửi báo cáo"
    message.set_content("Kính gửi báo cáo.")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def ole(*streams: str) -> bytes:
    return OLE_START + b"".join(name.encode("utf-16-le") for name in streams)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (word(), DOCX),
        (word()[:-200], DOCX),
        (excel(), XLSX),
        (zipped(mimetype=ODT, content="<x/>"), ODT),
        (zipped(bao_cao="a"), ZIP),
        (zipped(), ZIP),
        (b"%PDF-1.4\n", PDF),
        (b"\xef\xbb\xbf  HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n", PDF),
        (b"{\\rtf1\\ansi", RTF),
        (ole("Root Entry", "WordDocument", "Workbook"), DOC),
        (ole("Workbook"), XLS),
        (ole("__properties_version1.0", "WordDocument"), MSG),
        (ole("EncryptionInfo", "EncryptedPackage"), ENCRYPTED_OFFICE),
        (ole("Anything"), OLE),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0....", "image/jpeg"),
        (b"II*\x00....", "image/tiff"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("<!DOCTYPE html><html><body>Báo cáo</body></html>".encode(), HTML),
        ('\ufeff\n<HTML xmlns:w="urn:schemas-microsoft-com:office:word">'.encode(), HTML),
        ("<html>Báo cáo</html>".encode("utf-16"), HTML),
        (b'<?xml version="1.0"?><a/>', XML),
        (mail(), EML),
        ("Kính gửi: các đơn vị\nNội dung: báo cáo".encode(), TEXT),
        ("Báo cáo".encode("utf-16"), TEXT),
        ("Báo cáo".encode("cp1258", "replace"), TEXT),
        (b"", EMPTY),
        (b"\x00\x00\n ", EMPTY),
        (b"\x00\x01\x02\x03lock file", UNKNOWN),
    ],
)
def test_media_type(data: bytes, expected: str) -> None:
    assert media_type(data) == expected


@pytest.mark.parametrize("data", [word(), excel()])
@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("last", [False, True])
def test_the_list_of_content_types_may_stand_anywhere(data: bytes, compression: int, last: bool) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", compression) as new:
        for name in sorted(old.namelist(), key=lambda name: name.startswith("[") is last):
            new.writestr(name, old.read(name))
    assert media_type(stream.getvalue()) == media_type(data)


def test_an_office_file_under_a_password_is_told_as_such() -> None:
    with pytest.raises(Encrypted):
        read(ole("EncryptionInfo", "EncryptedPackage"), Limits())
