"""The same reading on a Dask scheduler and worker, started as a person starts them."""

import subprocess
import sys
import time
from dataclasses import replace

import pytest

from extractors.records import Limits
from pipeline.edges import cluster as dask
from pipeline.edges.workers import Job, local
from tests.pipeline.papers import write_year_report

pytest.importorskip("distributed")

GOOD = ("55", "38", "17", "36,5", "22", "14,5")
WAIT = 60


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a scheduler with one worker under a nanny."""
    folder = tmp_path_factory.mktemp("dask")
    told = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    shared = ["--scheduler-file", str(told)]
    scheduler = ["-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    worker = ["-m", "distributed.cli.dask_worker", "--nthreads", "2", "--nworkers", "1", "--no-dashboard"]
    started = [subprocess.Popen([sys.executable, *command, *shared], **quiet) for command in (scheduler, worker)]
    import distributed

    try:
        with distributed.Client(scheduler_file=str(told), timeout=WAIT, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=WAIT)
            yield client.scheduler.address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(WAIT)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    for number in range(3):
        path = folder / f"{number}.docx"
        write_year_report(path, "Sở Y tế", f"{number + 1}/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    (folder / "3.docx").write_bytes(b"no paper")
    return [Job(number, folder / f"{number}.docx") for number in range(4)]


@pytest.fixture(params=[True, False], ids=["shared storage", "bytes sent"])
def storage(request, monkeypatch):
    monkeypatch.setattr(dask, "_shared", lambda client, path: request.param)


def test_the_cluster_says_what_the_local_pool_says(address, files, storage):
    with local(1) as read:
        here = list(read(files, Limits(), ()))
    with dask.cluster(address) as read:
        there = list(read(files, Limits(), ()))
    assert there == here
    assert [said.code for said in here] == ["", "", "", "file.unsupported"]


def test_a_task_that_never_ends_is_killed_and_harms_no_other(address, files):
    import distributed

    with distributed.Client(address, set_as_default=False) as client:
        stuck = client.submit(dask._in_child, time.sleep, (600,), replace(Limits(), seconds=0.5), pure=False)
        with pytest.raises(TimeoutError):
            stuck.result()
    with dask.cluster(address) as read:
        (after,) = read(files[:1], Limits(), ())
    assert after.code == ""


def test_storage_is_shared_where_every_worker_sees_the_file(address, files, tmp_path):
    import distributed

    with distributed.Client(address, set_as_default=False) as client:
        assert dask._shared(client, files[0].path)
        assert not dask._shared(client, tmp_path / "only here")


def test_no_scheduler_is_told_in_plain_words(monkeypatch):
    monkeypatch.setattr(dask, "CONNECT_SECONDS", 0.2)
    with pytest.raises(dask.NoCluster, match=r"127\.0\.0\.1:1"), dask.cluster("tcp://127.0.0.1:1"):
        pass


def test_no_file_asks_nothing_of_the_cluster(address):
    with dask.cluster(address) as read:
        assert list(read([], Limits(), ())) == []
