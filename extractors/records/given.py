"""What the library is told from outside: the names it may meet, and what one file may cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name that the reader may meet, from the block file: who it is and until when it held."""

    unit_id: str
    name: str
    code: str = ""
    """The suffix in số ký hiệu; "" for an alias."""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; beyond it the file is quarantined."""

    file_bytes: int = 100_000_000
    inflated_bytes: int = 500_000_000
    pages: int = 3_000
    seconds: float = 600.0
    """In total."""
    stalled_seconds: float = 120.0
    """In which not one page gets done."""
    memory_bytes: int = 2_000_000_000
    output_bytes: int = 100_000_000
    """What is kept of it: facts, scores and running text."""
