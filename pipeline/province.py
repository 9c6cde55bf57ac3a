"""Many blocks at once: the workspaces below a folder, run in one pool, and rolled up from their stores."""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pipeline import blockfile, run
from pipeline.edges import store_files, store_rollup
from pipeline.edges.cluster_client import NoCluster
from pipeline.edges.database import FILE_NAME as STORE
from pipeline.edges.store_rollup import BlockRow
from pipeline.edges.turn import PATIENCE, Tell, unheard
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import working
from pipeline.errors import Busy, PipelineError
from pipeline.language import speak
from pipeline.standing import Standing

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")

Telling = Callable[[Path], Tell]
"""How it is told that a workspace is waited for."""
ReadThrough = Callable[[], int]
"""Reads a workspace's inbox through; how many files of it the system would not give."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one workspace."""

    root: Path
    reports: tuple[Path, ...] = ()
    unreadable: int = 0
    error: Exception | None = None
    """Why the workspace could not be run; None where it could."""


Finish = Callable[[Path], Done]
"""Checks a workspace that was read, and writes its reports."""


def workspaces(folder: Path) -> list[Path]:
    """Every workspace in the folder, at any depth, by name; none is looked for inside another."""
    try:
        if (folder / blockfile.FILE_NAME).is_file():
            return [folder]
        inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    except PermissionError:
        return [folder]  # its own turn tells why
    return [root for path in inner for root in workspaces(path)]


def run_all(
    roots: Iterable[Path], as_of: date, read: Reader, processes: int, language: str, telling: Telling
) -> Iterator[Done]:
    """Runs every workspace: all files through one reader, while blocks that are read are checked beside it.

    Whatever befalls a workspace, or the process that checks it, stops no other. NoCluster, once those that were read
    are done, where the cluster that reads is gone.
    """
    lost: NoCluster | None = None
    with _finishers(processes, language) as finishers:
        finishing: deque[tuple[Path, Future[Done], Finish]] = deque()
        for root, refused in _brought_in(roots, read, telling):
            if isinstance(refused, NoCluster):
                lost = refused
                break
            if isinstance(refused, Exception):
                finishing.append((root, _known(Done(root, error=refused)), Done))
            else:
                finish = partial(_finished, as_of=as_of, refused=refused)
                finishing.append((root, _handed_over(finishers, finish, root), finish))
            while finishing and finishing[0][1].done():
                yield _outcome(*finishing.popleft())
        yield from (_outcome(*one) for one in finishing)
    if lost:
        raise lost


@contextmanager
def _finishers(processes: int, language: str) -> Iterator[ProcessPool]:
    """Processes that check what was read; what they have not done is dropped where all breaks off, as at Ctrl+C."""
    from pebble import ProcessPool

    pool = ProcessPool(processes, context=get_context("spawn"), initializer=speak, initargs=(language,))
    try:
        yield pool
        pool.close()  # type: ignore[no-untyped-call]
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def _brought_in(roots: Iterable[Path], read: Reader, telling: Telling) -> Iterator[tuple[Path, int | Exception]]:
    """Each workspace, its inbox read, and how many files of it the system would not give; or why it could not be.

    The next one's files are with the reader before those of one are through. One in which another process is at work
    comes last, and is waited for then.
    """
    busy: list[Path] = []
    begun: deque[tuple[Path, ReadThrough | Exception]] = deque()
    for root in roots:
        one = _tried(partial(_begun, root, read, unheard, 0.0))
        if isinstance(one, Busy):
            busy.append(root)
            continue
        begun.append((root, one))
        if len(begun) > 1:
            yield _read_through(*begun.popleft())
    yield from (_read_through(*one) for one in begun)
    for root in busy:
        yield _read_through(root, _tried(partial(_begun, root, read, telling(root), PATIENCE)))


def _begun(root: Path, read: Reader, tell: Tell, patience: float) -> ReadThrough:
    """Takes the workspace's inbox in and hands it to the reader; what reads it through and closes it."""
    with ExitStack() as opening:
        workspace = opening.enter_context(working(root, tell, patience=patience))
        run.plan(workspace)
        refused = run.receive(workspace).refused
        reading = run.handed_in(workspace, read)
        opened = opening.pop_all()

    def read_through() -> int:
        with opened:
            run.keep(workspace, reading)
        return refused

    return read_through


def _read_through(root: Path, begun: ReadThrough | Exception) -> tuple[Path, int | Exception]:
    return root, begun if isinstance(begun, Exception) else _tried(begun)


def _tried(do: Callable[[], T]) -> T | Exception:
    try:
        return do()
    except Exception as error:
        return error


def _known(done: Done) -> Future[Done]:
    future: Future[Done] = Future()
    future.set_result(done)
    return future


def _handed_over(finishers: ProcessPool, finish: Finish, root: Path) -> Future[Done]:
    """What will come of the workspace; broken where all the processes are gone together."""
    try:
        future: Future[Done] = finishers.schedule(finish, args=(root,))
    except RuntimeError as error:
        future = Future()
        future.set_exception(BrokenProcessPool(str(error)))
    return future


def _outcome(root: Path, future: Future[Done], finish: Finish) -> Done:
    """What became of the workspace; finished here where the processes were ended from outside."""
    try:
        return future.result()
    except BrokenProcessPool:
        found = _tried(partial(finish, root))
        return Done(root, error=found) if isinstance(found, Exception) else found
    except Exception as error:
        return Done(root, error=error)


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
