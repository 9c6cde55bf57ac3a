"""Which reader takes which type: a new format is one file and one line here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from extractors.errors import NoText, Unreadable, Unsupported
from extractors.media_types import DOC, DOCX, EML, ENCRYPTED_OFFICE, HTML, IMAGES, ODT, PDF, RTF, XLS, XLSX, ZIP
from extractors.records import Document, Limits

Reader = Callable[[bytes, Limits], Document]


def _docx(data: bytes, limits: Limits) -> Document:
    from extractors.formats.docx.reader import read

    return read(data, limits)


def _pdf(data: bytes, limits: Limits) -> Document:
    from extractors import signatures

    document = _pdf_or_scan(data, limits)
    return replace(document, notices=(*document.notices, *signatures.notices(data)))


def _pdf_or_scan(data: bytes, limits: Limits) -> Document:
    from pypdfium2 import PdfiumError

    from extractors.formats.pdf.reader import read_text_pages

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it would print what a broken file holds
    try:
        text = read_text_pages(data, limits)
        return _with_pictures(text, data, limits) if text.recognised else text
    except NoText:
        from extractors.formats.ocr.reader import read_pdf

        return read_pdf(data, limits)
    except PdfiumError as error:  # a page of a file that opens may still be broken
        raise Unreadable(f"no whole PDF: {error}") from error


def _with_pictures(text: Document, data: bytes, limits: Limits) -> Document:
    """The text with its picture pages; where nothing can recognise them, with the letters that they have, if any."""
    from extractors.formats.ocr.installed import engine

    if engine() is None:
        from extractors.formats.pdf.reader import read

        return read(data, limits)
    from extractors.formats.ocr.among_text import with_pictures

    return with_pictures(text, data, limits)


def _xlsx(data: bytes, limits: Limits) -> Document:
    from extractors.formats.spreadsheet import read_xlsx

    return read_xlsx(data, limits)


def _xls(data: bytes, limits: Limits) -> Document:
    from extractors.formats.spreadsheet import read_xls

    return read_xls(data, limits)


def _image(media_type: str, data: bytes, limits: Limits) -> Document:
    from extractors.formats.ocr.reader import read_image

    return read_image(data, limits, media_type)


def _office(media_type: str, suffix: str, data: bytes, limits: Limits) -> Document:
    from extractors.formats.docx.reader import read
    from extractors.formats.office import to_docx

    return replace(read(to_docx(data, limits, suffix), limits), media_type=media_type)


def _container(data: bytes, limits: Limits) -> Document:
    """Never a document: what stops the container from being opened, or that it holds files of its own."""
    from extractors.formats.containers import unpacked

    held = unpacked("", data, limits)
    raise held[0].error or Unsupported(f"holds {len(held) - 1} files")


OFFICE = {DOC: ".doc", RTF: ".rtf", ODT: ".odt", HTML: ".html"}
"""What LibreOffice turns into DOCX, with the endings that it knows them by."""

READERS: dict[str, Reader] = {
    DOCX: _docx,
    ENCRYPTED_OFFICE: _docx,
    PDF: _pdf,
    XLSX: _xlsx,
    XLS: _xls,
    ZIP: _container,
    EML: _container,
    **{kind: partial(_office, kind, suffix) for kind, suffix in OFFICE.items()},
    **{kind: partial(_image, kind) for kind in IMAGES},
}
