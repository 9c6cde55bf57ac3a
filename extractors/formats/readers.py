"""Which reader takes which type: a new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable

from extractors.records import Document, Limits

Reader = Callable[[bytes, Limits], Document]


def _docx(data: bytes, limits: Limits) -> Document:
    from extractors.formats.docx.reader import read

    return read(data, limits)


def _pdf(data: bytes, limits: Limits) -> Document:
    from extractors.formats.pdf.reader import read

    return read(data, limits)


def _xlsx(data: bytes, limits: Limits) -> Document:
    from extractors.formats.spreadsheet import read_xlsx

    return read_xlsx(data, limits)


def _xls(data: bytes, limits: Limits) -> Document:
    from extractors.formats.spreadsheet import read_xls

    return read_xls(data, limits)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"

READERS: dict[str, Reader] = {
    DOCX: _docx,
    PDF: _pdf,
    XLSX: _xlsx,
    XLS: _xls,
}
