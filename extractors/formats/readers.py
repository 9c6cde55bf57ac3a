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


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

READERS: dict[str, Reader] = {
    DOCX: _docx,
    PDF: _pdf,
}
