"""The `thidua` command: chooses the language, then hands over to the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

from pipeline.language import LANGUAGES, speak

COMPLETING = "_THIDUA_COMPLETE"
"""With this variable set the program completes a command line instead of running one."""

BLAS_THREADS = "OPENBLAS_NUM_THREADS"
"""NumPy comes with one thread a core that only waits here, which costs more CPU than the rest of its import."""


def main() -> None:
    """Runs the command line; never returns."""
    for stream in (sys.stdout, sys.stderr):
        _write_utf8(stream)
    speak(language_of(sys.argv[1:], os.environ))
    os.environ.setdefault(BLAS_THREADS, "1")
    if COMPLETING in os.environ:
        import pipeline.commands.completion  # noqa: F401 -- tells Click of PowerShell
    from pipeline.commands.group import thidua

    thidua.main(prog_name="thidua")


def _write_utf8(stream: TextIO) -> None:
    """Makes the stream take Vietnamese: Windows gives a pipe or a file an encoding of its own, which may not."""
    if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for: `--lang`, else English where the locale says so, else Vietnamese."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or next(iter(arguments[i + 1 :]), "")
            return asked if asked in LANGUAGES else LANGUAGES[0]
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "en" if locale.lower().startswith("en") else LANGUAGES[0]
