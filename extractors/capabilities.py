"""The optional parts that this machine has, each with its version: what is refused without them is tried again with."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata


def _ocr() -> str:
    from extractors.formats.ocr.installed import engine

    found = engine()
    return found.name if found else ""


def _office() -> str:
    from extractors.formats.office import find

    return find() or ""


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


PARTS: dict[str, Callable[[], str]] = {
    "ocr": _ocr,
    "office": _office,
    "sign": lambda: _package("pyhanko"),
    "xlsx": lambda: _package("python-calamine"),
    "workbook": lambda: _package("openpyxl"),
    "chart": lambda: _package("matplotlib"),
}
"""Each optional part, and what finds its version or place: "" where it is missing."""

READING = ("ocr", "office", "xlsx")
"""The parts without which some files cannot be read."""


def found(names: tuple[str, ...] = tuple(PARTS)) -> dict[str, str]:
    """The version or place of each part, "" for those that are missing."""
    return {name: PARTS[name]() for name in names}
