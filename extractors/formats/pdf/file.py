"""The bytes as an open PDF: encrypted, damaged and oversized ones refused for their own reason."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.records import Limits

_PASSWORD = "password"  # noqa: S105 -- PDFium's word for the error


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Any]:
    """The document; repaired once where PDFium alone cannot open it."""
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise TooLarge(f"{len(document)} pages")
        if not len(document):
            raise Unreadable("no pages")
        yield document
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise Encrypted(str(error)) from None
        return _repaired(data)


def _repaired(data: bytes) -> Any:
    import pikepdf

    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(out)
        return pypdfium2.PdfDocument(out.getvalue())
    except pikepdf.PasswordError:
        raise Encrypted("password") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise Unreadable(f"no whole PDF: {_said(error)}") from None


def _said(error: Exception) -> str:
    """What went wrong, without where in memory the file lay: the same file gives the same words."""
    return str(error).splitlines()[0].rpartition(">: ")[2]
