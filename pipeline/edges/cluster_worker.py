"""What a Dask worker does with a file: it has it read in a child process, which can be killed."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from functools import cache
from typing import NamedTuple

from extractors.records import Limits
from extractors.version import version
from pipeline.edges import reading
from pipeline.edges.lost import refused, twice
from pipeline.edges.pool import Pool
from pipeline.edges.reading import Job, Roster, Said


class Told(NamedTuple):
    """What a worker says of a file, and with which extractors it read it."""

    said: Said
    worker: str
    version: str


def read_path(job: Job, _data: bytes, limits: Limits, roster: Roster) -> Told:
    """What a file of shared storage says."""
    return _in_child(reading.read_confined, job, limits, limits, roster)


def read_sent(job: Job, data: bytes, limits: Limits, roster: Roster) -> Told:
    """What a file says whose bytes were sent."""
    return _in_child(reading.read_sent, job, limits, data, limits, roster)


def _in_child(read: Callable[..., Said], job: Job, limits: Limits, *others: object) -> Told:
    """What the child says, or how it ended over the file; any other error is this worker's, not the file's."""
    from distributed import get_worker
    from pebble import ProcessExpired

    def once() -> Said:
        return _pool().do(read, (job, *others), limits.seconds)

    try:
        said = twice(once, once)
    except (TookTooLong, ProcessExpired, MemoryError) as error:
        said = refused(job, error, limits)
    return Told(said, get_worker().address, version())


@cache
def _pool() -> Pool:
    """This worker's children, one for each of its threads: they keep their imports from file to file."""
    import multiprocessing

    from distributed import get_worker

    # Dask starts its workers as daemons, which may have no children; these end with their worker all the same.
    vars(multiprocessing.current_process())["_config"]["daemon"] = False
    # Dask has its workers give memory back at once: recognition, which takes it again and again, is a tenth slower so.
    os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
    # Spawned, they go without it, and without the locks that another of this worker's threads may hold just then.
    return Pool(get_worker().state.nthreads, "spawn")
