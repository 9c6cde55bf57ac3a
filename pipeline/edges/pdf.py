"""Turns a finished paper into PDF by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.language import _

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120.0


class NoPdf(PipelineError):
    """LibreOffice is missing, took too long or gave nothing; the Word file stands all the same."""

    exit_code = 1


def to_pdf(paper: bytes) -> bytes:
    """The paper as PDF. Each call has a profile of its own: two on one profile lose files. Raises NoPdf."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise NoPdf(_("PDF needs LibreOffice, which is not installed; the Word files are complete."))
    with tempfile.TemporaryDirectory(prefix="thidua-pdf-") as folder:
        source = Path(folder) / "paper.docx"
        source.write_bytes(paper)
        _convert(program, source)
        written = source.with_suffix(".pdf")
        if not written.is_file():
            raise NoPdf(_("LibreOffice wrote no PDF; the Word files are complete."))
        return written.read_bytes()


def _convert(program: str, source: Path) -> None:
    profile = (source.parent / "profile").as_uri()
    options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    command = [program, f"-env:UserInstallation={profile}", *options]
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise NoPdf(_("LibreOffice took longer than {seconds} s.").format(seconds=f"{SECONDS:g}")) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise NoPdf(_("LibreOffice failed: {reason}").format(reason=error)) from error
