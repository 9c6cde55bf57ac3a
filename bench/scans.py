"""Scanned pages: what recognising them costs beside tesseract alone on the same pictures."""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence

import pypdfium2

from bench.stages import LIMITS, Row
from extractors.extraction import extract, read

DPI = 200
PAGES = 4


def pictures(papers: Sequence[bytes]) -> list[bytes]:
    """Pages of printed papers as grey pictures: prose, and the end of a score table."""
    found = []
    for data in papers[: PAGES // 2]:
        document = pypdfium2.PdfDocument(data)
        for index in (0, len(document) - 1):
            stream = io.BytesIO()
            document[index].render(scale=DPI / 72, grayscale=True).to_pil().save(stream, "PNG", dpi=(DPI, DPI))
            found.append(stream.getvalue())
        document.close()
    return found


def scans(papers: Sequence[bytes]) -> Iterator[Row]:
    """Recognition and whole reading of a page, in CPU of all processes; nothing where tesseract is not installed."""
    if shutil.which("tesseract") is None:
        return
    pages = pictures(papers)
    least = _seconds(_tesseract, pages)
    yield Row("scan", "tesseract alone (vie, one thread)", 1000 * least, 1.0, len(pages))
    whole = _seconds(lambda data: extract(read(data, LIMITS)), pages)
    yield Row("scan", "whole page, read twice", 1000 * whole, whole / least, len(pages))


def _tesseract(data: bytes) -> object:
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(command, input=data, capture_output=True, check=True, env=one_thread).stdout  # noqa: S603


def _seconds(read_page: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    read_page(pages[0])
    start = _cpu()
    for data in pages:
        read_page(data)
    return (_cpu() - start) / len(pages)


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and saw end."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
