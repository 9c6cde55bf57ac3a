"""Many blocks at once: the workspaces below a folder, run in one pool, and rolled up from their stores."""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from pipeline import blockfile, run
from pipeline.edges import store_files, store_rollup
from pipeline.edges.database import FILE_NAME as STORE
from pipeline.edges.store_rollup import BlockRow
from pipeline.edges.turn import PATIENCE, Tell, unheard
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import working
from pipeline.errors import Busy, PipelineError
from pipeline.language import speak
from pipeline.standing import Standing

Telling = Callable[[Path], Tell]
"""How it is told that a workspace is waited for."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one workspace."""

    root: Path
    reports: tuple[Path, ...] = ()
    unreadable: int = 0
    error: Exception | None = None
    """Why the workspace could not be run; None where it could."""


def workspaces(folder: Path) -> list[Path]:
    """Every workspace in the folder, at any depth, by name; none is looked for inside another."""
    if (folder / blockfile.FILE_NAME).is_file():
        return [folder]
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    return [root for path in inner for root in workspaces(path)]


def run_all(
    roots: Iterable[Path], as_of: date, read: Reader, processes: int, language: str, telling: Telling
) -> Iterator[Done]:
    """Runs every workspace: all files through one reader, while blocks that are read are checked beside it.

    Whatever befalls a workspace, or the process that checks it, stops no other; one in which another process is at
    work comes last, and is waited for then.
    """
    from pebble import ProcessPool

    busy: list[Path] = []
    with ProcessPool(processes, context=get_context("spawn"), initializer=speak, initargs=(language,)) as finishers:
        finishing: deque[tuple[Path, Future[Done]]] = deque()
        for root, tell, patience in _turns(roots, busy, telling):
            try:
                refused = _brought_in(root, read, tell, patience)
            except Busy as error:
                if patience:
                    finishing.append((root, _known(Done(root, error=error))))
                else:
                    busy.append(root)
            except Exception as error:
                finishing.append((root, _known(Done(root, error=error))))
            else:
                finishing.append((root, finishers.schedule(_finished, args=(root, as_of, refused))))
            while finishing and finishing[0][1].done():
                yield _outcome(*finishing.popleft())
        yield from (_outcome(*one) for one in finishing)


def _turns(roots: Iterable[Path], busy: list[Path], telling: Telling) -> Iterator[tuple[Path, Tell, float]]:
    """Each workspace without waiting for it, then those that were busy, with all patience."""
    yield from ((root, unheard, 0.0) for root in roots)
    yield from ((root, telling(root), PATIENCE) for root in busy)


def _known(done: Done) -> Future[Done]:
    future: Future[Done] = Future()
    future.set_result(done)
    return future


def _outcome(root: Path, future: Future[Done]) -> Done:
    try:
        return future.result()
    except Exception as error:
        return Done(root, error=error)


def _brought_in(root: Path, read: Reader, tell: Tell, patience: float) -> int:
    """Takes the workspace's inbox in and reads it; how many files of it the system would not give."""
    with working(root, tell, patience=patience) as workspace:
        run.plan(workspace)
        received = run.receive(workspace)
        run.extract(workspace, read)
        return received.refused


def _finished(root: Path, as_of: date, refused: int) -> Done:
    """Checks the workspace and writes its reports."""
    with working(root, unheard) as workspace:
        standing = Standing(workspace, as_of)
        reports = standing.reports(())
        _ = standing.outcome
        return Done(root, reports, refused + store_files.unreadable(workspace.db))


def rolled_up(roots: Iterable[Path]) -> RolledUp:
    """One row for each block, in the order of the workspaces, and the awards of all of them together."""
    total = RolledUp([], Counter(), [])
    for root in roots:
        try:
            name = blockfile.load(root / blockfile.FILE_NAME).name
            row, awards = store_rollup.counted(name, root / STORE)
        except (PipelineError, OSError, sqlite3.Error) as error:
            total.uncounted.append(Done(root, error=error))
        else:
            total.blocks.append((root, row))
            total.awards.update(awards)
    return total


class RolledUp(NamedTuple):
    """Many blocks together."""

    blocks: list[tuple[Path, BlockRow]]
    awards: Counter[tuple[str, str, str]]
    """How many people or collectives, by award, who gets it and stage."""
    uncounted: list[Done]
    """The workspaces that could not be counted, and why."""
