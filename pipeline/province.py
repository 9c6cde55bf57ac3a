"""Many blocks at once: the workspaces below a folder, run in one pool, and rolled up from their stores."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from pipeline import blockfile, run
from pipeline.edges import store_files, store_rollup
from pipeline.edges.database import FILE_NAME as STORE
from pipeline.edges.turn import unheard
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import working
from pipeline.errors import PipelineError
from pipeline.language import speak
from pipeline.standing import Standing


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one workspace."""

    root: Path
    reports: tuple[Path, ...] = ()
    unreadable: int = 0
    error: str = ""
    """Why the workspace could not be run; "" where it could."""


def workspaces(folder: Path) -> list[Path]:
    """Every workspace in the folder, at any depth, by name; none is looked for inside another."""
    if (folder / blockfile.FILE_NAME).is_file():
        return [folder]
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    return [root for path in inner for root in workspaces(path)]


def run_all(roots: Iterable[Path], as_of: date, read: Reader, processes: int, language: str) -> Iterator[Done]:
    """Runs every workspace: all files through one reader, while blocks that are read are checked beside it."""
    with ProcessPoolExecutor(processes, get_context("spawn"), speak, (language,)) as finishers:
        finishing: deque[Future[Done]] = deque()
        for root in roots:
            try:
                refused = _brought_in(root, read)
            except PipelineError as error:
                finishing.append(_known(root, str(error)))
            else:
                finishing.append(finishers.submit(_finished, root, as_of, refused))
            while finishing and finishing[0].done():
                yield finishing.popleft().result()
        yield from (done.result() for done in finishing)


def _known(root: Path, error: str) -> Future[Done]:
    done: Future[Done] = Future()
    done.set_result(Done(root, error=error))
    return done


def _brought_in(root: Path, read: Reader) -> int:
    """Takes the workspace's inbox in and reads it; how many files of it the system would not give."""
    with working(root, unheard) as workspace:
        run.plan(workspace)
        received = run.receive(workspace)
        run.extract(workspace, read)
        return received.refused


def _finished(root: Path, as_of: date, refused: int) -> Done:
    """Checks the workspace and writes its reports."""
    try:
        with working(root, unheard) as workspace:
            standing = Standing(workspace, as_of)
            reports = standing.reports(())
            _ = standing.outcome
            return Done(root, reports, refused + store_files.unreadable(workspace.db))
    except PipelineError as error:
        return Done(root, error=str(error))


def rolled_up(roots: Iterable[Path]) -> tuple[list[store_rollup.BlockRow], list[store_rollup.AwardRow]]:
    """One row for each block that was checked, and the awards of all of them together."""
    stores = [(blockfile.load(root / blockfile.FILE_NAME).name, root / STORE) for root in roots]
    return store_rollup.rolled_up((name, store) for name, store in stores if store.is_file())
