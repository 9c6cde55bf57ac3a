"""Marks for tests that need a program which not every machine has; without it they are skipped, and listed as such."""

import pytest

from extractors.formats import office
from extractors.formats.ocr.installed import engine

TESSERACT = pytest.mark.skipif(engine() is None, reason="Tesseract with Vietnamese is not installed")
LIBREOFFICE = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
