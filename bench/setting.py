"""What the parts of the benchmark start from, and what each gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import corpus
from bench.stages import Row
from bench.table import Figures
from extractors.records import UnitName


@dataclass(frozen=True, slots=True)
class Setting:
    """Where to work and on what."""

    folder: Path
    sizes: Sequence[int]
    """Numbers of Word papers, ascending."""
    units: Sequence[corpus.Sender]
    printed: Sequence[bytes]
    scanned: Sequence[bytes]
    before: Mapping[str, float | None]
    """The ratios of an earlier run."""

    @property
    def roster(self) -> tuple[UnitName, ...]:
        """The units as readers know them."""
        return tuple(UnitName(unit.id, unit.name, unit.code) for unit in self.units)

    def of_words(self, papers: int) -> Path:
        """The workspace with so many Word papers."""
        return self.folder / str(papers)


@dataclass(frozen=True, slots=True)
class Found:
    """What a part found: figures to be judged, all that was measured, and the lines of one paper's cost."""

    figures: Figures
    raw: dict[str, Any] = field(default_factory=dict)
    rows: Sequence[Row] = ()


Part = Callable[[Setting], Found]
"""Prints its tables and gives its figures."""
