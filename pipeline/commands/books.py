"""A workbook for people to fill in: put where they asked for it."""

from __future__ import annotations

from pathlib import Path

from pipeline.edges.whole import write_whole
from pipeline.edges.workspace import REPORTS, Workspace


def put(workspace: Workspace, file: Path | None, name: str, book: bytes) -> Path:
    """Writes the workbook to the file, or by its name to reports/; where it lies."""
    target = file or workspace.root / REPORTS / name
    write_whole(workspace.target(target), book)
    return target
