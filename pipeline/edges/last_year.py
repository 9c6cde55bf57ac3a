"""Last year's workspace: where it lies, and its block with the names that people have confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline import blockfile
from pipeline.edges.rehearsal import rehearsal
from pipeline.errors import PipelineError
from pipeline.records import Block


def block_of(root: Path) -> Block:
    """The workspace's block, with aliases from its reviews; the workspace itself is not touched."""
    with rehearsal(root) as found:
        return found.workspace.block


def found_beside(target: Path, plan: Path, year: int) -> Path | None:
    """The one workspace of the year before that lies beside the new one or the plan; None where there are more."""
    folders = dict.fromkeys((target.absolute().parent, plan.absolute().parent))
    found = dict.fromkeys(root for folder in folders for root in _workspaces(folder) if _year(root) == year - 1)
    return next(iter(found)) if len(found) == 1 else None


def _workspaces(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path.parent for path in sorted(folder.glob(f"*/{blockfile.FILE_NAME}")))
        if (folder / blockfile.FILE_NAME).is_file():
            yield folder


def _year(root: Path) -> int | None:
    try:
        return blockfile.load(root / blockfile.FILE_NAME).year
    except PipelineError:
        return None
