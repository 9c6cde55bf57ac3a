"""What the figures are to reach, a line a goal: a figure is known by its name."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit, and the side of it on which a figure has to be."""

    words: str
    limit: float
    holds: Callable[[float, float], bool]

    def __str__(self) -> str:
        return f"{self.words} {self.limit:g}"

    def met(self, value: float) -> bool:
        """Whether the figure is where it has to be."""
        return self.holds(value, self.limit)


def at_most(limit: float) -> Goal:
    """The figure may be as large as the limit."""
    return Goal("at most", limit, operator.le)


def at_least(limit: float) -> Goal:
    """The figure may be as small as the limit."""
    return Goal("at least", limit, operator.ge)


GOALS = {
    "DOCX inbox to store / raw parse": at_most(4),
    "DOCX reader / raw parse": at_most(2),
    "markitdown / DOCX inbox to store": at_least(20),
    "PDF inbox to store / PDFium's text": at_most(3),
    "PDF reader / PDFium's text": at_most(2.2),
    "pdfplumber / PDF inbox to store": at_least(15),
    "CPU a paper, complete run: 10,000 / 100": at_most(1.15),
    "CPU a paper, inbox to store: 10,000 / 100": at_most(1.15),
    "unchanged rerun / (3 walks + 1 s)": at_most(1),
    "thidua --help / import click": at_most(2.5),
    "peak of a complete run: 10,000 / 100": at_most(1.1),  # it is to be the same: a tenth is what runs differ by
    "MB, reader, 200 Word papers": at_most(60),
    "MB, reader, 200 PDFs": at_most(60),
    "MB, reader, a PDF of 2,000 pages": at_most(300),
    "writer's part of extract": at_most(0.10),
    "4 processes / counting with 4": at_least(0.85),
    "Dask - local, ms a Word paper, start apart": at_most(3),
    "Dask / local, a scan, start apart": at_most(1.10),
}
"""Growth is judged between 100 and 10,000 papers: where other numbers are read, it is told and has no goal."""
