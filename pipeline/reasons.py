"""Why a file was not read, as people are told it: the extractors state it in English, often with a library's words."""

from __future__ import annotations

import re
from functools import cache
from gettext import NullTranslations

from pipeline.language import mark

REASONS = (
    mark("empty"),
    mark("no whole mail"),
    mark("an attachment is damaged"),
    mark("more bytes attached than allowed"),
    mark("containers in containers, more than {number} deep"),
    mark("more than {number} files in a container"),
    mark("more bytes in a container than allowed"),
    mark("LibreOffice makes no DOCX of this {suffix}"),
    mark("LibreOffice took more than {seconds} s"),
    mark("tesseract took more than {seconds} s"),
    mark("tesseract fails"),
    mark("no whole workbook"),
    mark("no workbook in the package"),
    mark("a sheet of {rows} rows and {columns} columns"),
    mark("no main document in the package"),
    mark("{name} is no whole XML"),
    mark("two parts are named {name}"),
    mark("part {name} declares a document type"),
    mark("part {name} declares entities"),
    mark("part {name} is in UTF-16"),
    mark("part {name} is missing"),
    mark("part {name} is damaged"),
    mark("part {name} has a cell named {cell}"),
    mark("{name} declares a document type"),
    mark("no whole zip archive"),
    mark("entry {name} is damaged"),
    mark("entry {name} inflates {number} times"),
    mark("{number} entries in the archive"),
    mark("more inflated bytes than allowed"),
    mark("{number} inflated bytes declared"),
    mark("no whole PDF"),
    mark("no pages"),
    mark("{number} pages"),
    mark("a page of {width} x {height} points"),
    mark("no whole picture"),
    mark("more pixels in a picture than allowed"),
    mark("{number} pictures of {width} x {height}"),
    mark("a picture of {width} x {height}"),
    mark("{number} bytes of facts and text"),
    mark("{number} bytes of memory"),
    mark("{number} bytes in the file"),
    mark("{number} bytes"),
    mark("{seconds} s"),
    mark("nothing done in {seconds} s"),
    mark("no room in {number} bytes of memory"),
    mark("the worker was lost"),
    mark("the archived copy was changed"),
    mark("nested too deep"),
    mark("a mistake of the program"),
    mark("Permission denied"),
    mark("Input/output error"),
    mark("No such file or directory"),
    mark("Is a directory"),
    mark("Not a directory"),
    mark("Stale file handle"),
    mark("Too many open files"),
    mark("Connection timed out"),
    mark("No space left on device"),
)
"""What is stated, up to the first ": "; beyond it stand a library's words, which the log keeps and nobody is told.

The first that fits is taken.
"""

_PLACE = re.compile(r"\\{([a-z]+)\\}")
_TEXTS = frozenset({"name", "suffix", "cell"})
"""What stands for any text; all else is a number."""


def reason_in(words: NullTranslations, reason: str) -> str:
    """The reason in the catalog's language; as it is where it is none of these."""
    for template in REASONS:
        if found := _pattern(template).fullmatch(reason):
            return words.gettext(template).format(**found.groupdict())
    return reason


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What the template states, with or without a library's words behind it."""
    stated = _PLACE.sub(lambda place: f"(?P<{place[1]}>{_value(place[1])})", re.escape(template))
    return re.compile(rf"{stated}(?:: .*)?", re.DOTALL)


def _value(name: str) -> str:
    return ".+?" if name in _TEXTS else "[0-9.e+]+"
