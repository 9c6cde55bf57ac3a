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


def pages(papers: Sequence[bytes]) -> list[bytes]:
    """Scans of a page each: prose and the end of a score table by turns, a grey picture in a PDF."""
    found = []
    for data in papers[: PAGES // 2]:
        document = pypdfium2.PdfDocument(data)
        for index in (0, len(document) - 1):
            stream = io.BytesIO()
            picture = document[index].render(scale=DPI / 72, grayscale=True).to_pil()
            picture.save(stream, "PDF", resolution=DPI)
            found.append(stream.getvalue())
        document.close()
    return found


def installed() -> bool:
    """Whether there is a tesseract."""
    return shutil.which("tesseract") is not None


def scans(scanned: Sequence[bytes]) -> Iterator[Row]:
    """Recognition and whole reading of a page, in CPU of all processes; absent where tesseract is not installed."""
    least = "tesseract alone (vie, one thread)"
    if not installed():
        yield Row("scan", least, None, None, 0)
        return
    alone = _seconds(_tesseract, [_picture(data) for data in scanned])
    yield Row("scan", least, 1000 * alone, 1.0, len(scanned))
    whole = _seconds(lambda data: extract(read(data, LIMITS)), scanned)
    yield Row("scan", "whole page, read twice", 1000 * whole, whole / alone, len(scanned))


def _picture(scan: bytes) -> bytes:
    document = pypdfium2.PdfDocument(scan)
    stream = io.BytesIO()
    document[0].render(scale=DPI / 72, grayscale=True).to_pil().save(stream, "PNG", dpi=(DPI, DPI))
    document.close()
    return stream.getvalue()


def _tesseract(data: bytes) -> object:
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3"]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(command, input=data, capture_output=True, check=True, env=one_thread).stdout  # noqa: S603


def _seconds(read_page: Callable[[bytes], object], scanned: Sequence[bytes]) -> float:
    read_page(scanned[0])
    start = _cpu()
    for data in scanned:
        read_page(data)
    return (_cpu() - start) / len(scanned)


def _cpu() -> float:
    """CPU seconds of this process and of those that it started and saw end."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
