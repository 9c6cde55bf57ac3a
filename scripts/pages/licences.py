"""docs/licences.md: every package that thidua needs to run, with its licence as the package itself states it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAD = """# Giấy phép – Licences

`thidua` theo giấy phép Apache-2.0. Các gói dưới đây được cài kèm, mỗi gói theo giấy phép của nó; không gói nào theo
GPL hoặc AGPL.

`thidua` is licensed under Apache-2.0. The packages below are installed with it, each under its own licence; none is
under the GPL or the AGPL. `make pages` writes this page from what the packages themselves state.

| package | licence | for |
| --- | --- | --- |
"""
FOOT = """
Chương trình ngoài, chỉ gọi khi máy có, không cài kèm – Programs that are called where a machine has them, never
installed with it: LibreOffice (MPL-2.0), Tesseract (Apache-2.0).
"""
SURE = {
    "tesserocr": "MIT",
}
"""Extras that are built on the machine and need not be installed where this page is written."""

STATED_IN_ITS_FILE = {
    "click-default-group": "Unlicense",
}
"""What states its licence in a file alone."""

SHORT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""The short names of licences that packages spell out."""

_CLASSIFIER = "License :: OSI Approved :: "


class Package(NamedTuple):
    """An installed package, its licence, and which of our parts needs it ("" for the program itself)."""

    name: str
    licence: str
    part: str


def page() -> str:
    """The whole page."""
    rows = [f"| {package.name} | {package.licence} | {package.part} |" for package in packages()]
    return HEAD + "\n".join(rows) + "\n" + FOOT


@cache
def packages() -> tuple[Package, ...]:
    """Every installed package that `thidua` or one of its parts needs, by name."""
    found: dict[str, str] = {}
    for part in ("", *parts()):
        for name in _needed("thidua", part):
            found.setdefault(name, part)
    rows = {name: Package(name, licence(name), part) for name, part in found.items() if _installed(name)}
    rows |= {name: Package(name, said, found[name]) for name, said in SURE.items() if name in found}
    return tuple(rows[name] for name in sorted(rows))


def parts() -> list[str]:
    """The optional parts for use; `bench` only measures."""
    return [part for part in metadata.metadata("thidua").get_all("Provides-Extra") or () if part != "bench"]


def licence(name: str) -> str:
    """The licence as the package states it: its expression, its classifiers, or the first line of its field."""
    if name in STATED_IN_ITS_FILE:
        return STATED_IN_ITS_FILE[name]
    told = metadata.metadata(name)
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classified = [c.removeprefix(_CLASSIFIER) for c in told.get_all("Classifier") or () if c.startswith(_CLASSIFIER)]
    if classified:
        return ", ".join(SHORT.get(said, said) for said in classified)
    said = (told.get("License") or "UNKNOWN").strip().splitlines()[0]
    return SHORT.get(said, said)


def _needed(name: str, extra: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of all that a package needs, with the extra, and of all that those need."""
    if not _installed(name):
        return
    for line in metadata.requires(name) or ():
        wanted = Requirement(line)
        key = canonicalize_name(wanted.name)
        if key in seen or (wanted.marker and not wanted.marker.evaluate({"extra": extra})):
            continue
        if extra and wanted.marker is not None and not re.search("extra", str(wanted.marker)):
            continue
        yield key
        seen |= {key}
        for inner in ("", *wanted.extras):
            yield from _needed(key, inner, seen)


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
