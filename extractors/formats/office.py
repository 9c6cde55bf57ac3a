"""Word 97, RTF, OpenDocument texts and web pages as DOCX, by LibreOffice: no screen, no macro, a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.errors import TooLarge, Unreadable, Unsupported
from extractors.formats import attended
from extractors.records import Limits

_SHARE = 0.75
"""Of the file's time: the rest is for reading what comes out."""
_FILTER = "docx:MS Word 2007 XML"
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where the installers put it, off the PATH."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>
</prop></item>
</oor:items>
"""
"""No macro runs and no link is followed, whatever the file asks for."""


def to_docx(data: bytes, limits: Limits, suffix: str) -> bytes:
    """The same paper as DOCX; raises Unsupported where LibreOffice is missing, Unreadable where it refuses."""
    program = find()
    if program is None:
        raise Unsupported(f"{suffix}: LibreOffice is not installed")
    with TemporaryDirectory(prefix="thidua-office-") as name:
        folder = Path(name)
        source = folder / f"paper{suffix}"
        source.write_bytes(data)
        _convert(program, source, min(limits.seconds, limits.stalled_seconds) * _SHARE)
        result = folder / "out" / "paper.docx"
        if not result.is_file():
            raise Unreadable(f"LibreOffice makes no DOCX of this {suffix}")
        return result.read_bytes()


def _convert(program: str, source: Path, seconds: float) -> None:
    profile = source.parent / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", _FILTER, "--outdir", str(source.parent / "out"), str(source)]
    try:
        attended.run([*_offline(), *command], seconds, subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise TooLarge(f"LibreOffice took more than {seconds:g} s") from None


@cache
def _offline() -> tuple[str, ...]:
    """What cuts a command off from the network where the system allows: a network of its own, empty."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--user", "--map-root-user", "--net")
    try:
        works = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if works.returncode == 0 else ()


@cache
def find() -> str | None:
    """The LibreOffice program; None where it is missing."""
    return shutil.which("soffice") or next((place for place in _PLACES if Path(place).is_file()), None)
