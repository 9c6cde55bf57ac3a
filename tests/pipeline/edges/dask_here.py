"""A Dask cluster on this machine: a scheduler and its workers, each a process."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

WAIT = 60
"""Seconds for whatever has to begin or end."""


def scheduler_in(folder, port="0"):
    """A scheduler, and the file in which it says where it is."""
    told = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", port, "--no-dashboard", "--scheduler-file", str(told)]
    return background("distributed.cli.dask_scheduler", *options), told


def worker_of(told, **environment):
    """A worker under a nanny."""
    options = ["--nthreads", "2", "--nworkers", "1", "--no-dashboard", "--scheduler-file", str(told)]
    return background("distributed.cli.dask_worker", *options, **environment)


def background(module, *options, **environment):
    """The module run as a program that nobody hears; the last option is a path in its folder."""
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": Path(options[-1]).parent}
    return subprocess.Popen([sys.executable, "-m", module, *options], **silent, env=os.environ | environment)


@contextmanager
def dask_in(folder, workers=1, port="0", **environment):
    """The address of a scheduler with so many workers, and its process."""
    import distributed

    scheduler, told = scheduler_in(folder, port)
    started = [scheduler, *(worker_of(told, **environment) for _ in range(workers))]
    try:
        with distributed.Client(scheduler_file=str(told), timeout=WAIT, set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=WAIT)
            address = client.scheduler.address
        yield address, scheduler
    finally:
        for process in reversed(started):
            process.kill()
            process.wait(WAIT)
