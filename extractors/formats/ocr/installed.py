"""Which engine there is on this machine."""

from __future__ import annotations

from extractors.formats.ocr import command, library
from extractors.formats.ocr.engine import Engine


def engine() -> Engine | None:
    """Tesseract with Vietnamese: in this process where it can be, else its command; None where it is missing."""
    return library.find() or command.find()
