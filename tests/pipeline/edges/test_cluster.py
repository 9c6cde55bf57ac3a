"""The same reading on a Dask scheduler and worker, started as a person starts them."""

import gc
import os
import re
import shutil
import signal
import subprocess
import sys
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.records import Limits
from pipeline.edges import cluster as dask
from pipeline.edges import cluster_client
from pipeline.edges.cluster_client import NoCluster
from pipeline.edges.cluster_worker import Told
from pipeline.edges.reading import Job, Said
from pipeline.edges.workers import local
from tests.pipeline.edges.dask_here import dask_in
from tests.pipeline.papers import GOOD, write_year_report
from tests.pipeline.reading import read_through

pytestmark = pytest.mark.usefixtures("english")

KilledWorker = pytest.importorskip("distributed").KilledWorker


def unsaid(text):
    """Says nothing to anybody."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a scheduler with one worker under a nanny."""
    with dask_in(tmp_path_factory.mktemp("dask")) as (address, _scheduler):
        yield address


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
        here = read_through(read, files)
    with dask.cluster(address, 1, unsaid) as read:
        there = read_through(read, files)
    assert there == here
    assert [said.code for said in here] == ["", "", "", "file.unsupported"]


def test_a_file_that_is_never_read_through_is_given_up_and_harms_no_other(monkeypatch, address, files, tmp_path):
    monkeypatch.setattr(dask, "_shared", lambda client, path: True)
    os.mkfifo(tmp_path / "nobody writes")
    with dask.cluster(address, 1, unsaid) as read:
        (stuck,) = read_through(read, [Job(1, tmp_path / "nobody writes")], replace(Limits(), seconds=0.5))
        (after,) = read_through(read, files[:1])
    assert (stuck.code, stuck.reason, stuck.passing) == ("file.too_large", "0.5 s", False)
    assert after.code == ""


def test_a_file_that_cannot_be_sent_is_told_as_the_local_pool_tells_it(monkeypatch, address, files, tmp_path):
    monkeypatch.setattr(dask, "_shared", lambda client, path: False)
    jobs = [Job(1, tmp_path / "gone"), Job(2, files[0].path)]
    large = [Job(3, files[0].path)]
    with local(1) as read:
        here = [*read_through(read, jobs), *read_through(read, large, replace(Limits(), file_bytes=10))]
    with dask.cluster(address, 1, unsaid) as read:
        there = [*read_through(read, jobs), *read_through(read, large, replace(Limits(), file_bytes=10))]
    assert there == here
    assert [(said.code, said.passing) for said in there] == [
        ("file.unreadable", True), ("", False), ("file.too_large", False),
    ]  # fmt: skip


def test_a_large_scan_is_sent_without_a_word_from_dask(monkeypatch, address, tmp_path):
    monkeypatch.setattr(dask, "_shared", lambda client, path: False)
    scan = tmp_path / "scan"
    scan.write_bytes(bytes(11_000_000))
    with dask.cluster(address, 1, unsaid) as read:
        (said,) = read_through(read, [Job(1, scan)])
    assert said.code == "file.unsupported"


def test_storage_is_shared_where_every_worker_sees_the_file(address, files, tmp_path):
    import distributed

    with distributed.Client(address, set_as_default=False) as client:
        assert dask._shared(client, files[0].path)
        assert not dask._shared(client, tmp_path / "only here")


def test_shared_storage_is_seen_from_within_the_workspace_too(monkeypatch, address, files):
    monkeypatch.chdir(files[0].path.parent)
    monkeypatch.setattr(dask, "fetched", lambda job, _limits: pytest.fail(f"{job.path} was sent"))
    with dask.cluster(address, 1, unsaid) as read:
        (said,) = read_through(read, [Job(1, Path(files[0].path.name))])
    assert said.code == ""


NO_ADDRESS = ("nowhere", "", "tcp://", "tls://", "http://127.0.0.1:1", "::", "inproc://x", "ucx://127.0.0.1:1")
NOBODY_THERE = ("tcp://127.0.0.1:1", "tcp://127.0.0.1:99999999", "[::1]:1", "nowhere.invalid:8786")
TOLD = [
    *((place, "is no address") for place in NO_ADDRESS),
    *((place, f"answers at {place}.") for place in NOBODY_THERE),
    ("tls://[::1]:1", "needs certificates"),
]


def test_no_scheduler_is_told_in_plain_words_at_once_however_often(monkeypatch):
    monkeypatch.setattr(cluster_client, "CONNECT_SECONDS", 0.2)
    gc.collect()
    before = gc.get_threshold()
    gc.set_threshold(50)  # what is left of a client that failed is swept up while the next one starts
    try:
        for place, told in TOLD * 2:
            with pytest.raises(NoCluster, match=re.escape(told)):
                dask.cluster(place, 1, unsaid).__enter__()
    finally:
        gc.set_threshold(*before)


def test_a_scheduler_without_workers_is_not_waited_for_without_end(monkeypatch, files, tmp_path):
    monkeypatch.setattr(cluster_client, "CONNECT_SECONDS", 1)
    waits = []
    with (
        dask_in(tmp_path, workers=0) as (alone, _scheduler),
        pytest.raises(NoCluster, match="has no worker"),
        dask.cluster(alone, 1, waits.append) as read,
    ):
        next(read(files, Limits(), ()))
    assert waits == [f"The Dask scheduler at {alone} has no worker yet; waiting a moment."]


def test_what_a_frozen_worker_never_gives_back_is_read_here(monkeypatch, files, tmp_path):
    import distributed

    monkeypatch.setattr(dask, "WATCH_SECONDS", 0.2)
    monkeypatch.setattr(dask, "MARGIN_SECONDS", 1)
    many = [Job(number, files[number % 3].path) for number in range(40)]
    heard = []
    with dask_in(tmp_path) as (address, _scheduler):
        with distributed.Client(address, set_as_default=False) as client:
            (worker,) = client.run(os.getpid).values()
        try:
            with dask.cluster(address, 2, heard.append) as read:
                reading = filter(None, read(many, replace(Limits(), seconds=4), ()))
                said = [next(reading)]
                os.kill(worker, signal.SIGSTOP)
                said.extend(reading)
        finally:
            os.kill(worker, signal.SIGKILL)
    assert {one.file_id for one in said if one.extraction} == set(range(40))
    assert len(said) == 40
    assert [line.rpartition("; ")[2] for line in heard] == ["they are read on this machine."]


@pytest.fixture
def unshared(monkeypatch, files):
    """A worker came later that does not see the files: each process sees its own folder under this name."""
    monkeypatch.setattr(dask, "_shared", lambda client, path: True)
    monkeypatch.chdir(files[0].path.parent)


def test_what_a_worker_that_came_later_does_not_see_is_read_here(unshared, address, files):
    unseen = [replace(job, path=Path("/proc/self/cwd", job.path.name)) for job in files]
    heard = []
    with dask.cluster(address, 1, heard.append) as read:
        said = read_through(read, [*unseen, Job(9, Path("/proc/self/cwd/gone"))])
    assert [(one.code, one.passing) for one in said] == [
        *[("", False)] * 3, ("file.unsupported", False), ("file.unreadable", True),
    ]  # fmt: skip
    assert heard == ["The Dask workers gave 5 files back unread, or not at all; they are read on this machine."]


def test_what_comes_after_a_file_that_a_worker_did_not_see_is_sent(monkeypatch, unshared, address, files):
    monkeypatch.setattr(dask, "AHEAD", 2)
    heard = []
    with dask.cluster(address, 1, heard.append) as read:
        said = read_through(read, [Job(number, Path("/proc/self/cwd/0.docx")) for number in range(20)])
    assert [one.code for one in said] == [""] * 20
    (told,) = heard
    assert int(re.search("[0-9]+", told)[0]) < 5


def test_a_scheduler_that_hangs_before_anybody_calls_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(cluster_client, "CONNECT_SECONDS", 1)
    with dask_in(tmp_path, workers=0) as (address, scheduler):
        scheduler.send_signal(signal.SIGSTOP)
        with pytest.raises(NoCluster, match=f"answers at {address}"):
            dask.cluster(address, 1, unsaid).__enter__()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_scheduler_that_dies_or_hangs_is_told_and_no_paper_is_blamed(monkeypatch, files, tmp_path, how):
    monkeypatch.setattr(dask, "WATCH_SECONDS", 0.2)
    monkeypatch.setattr(cluster_client, "CONNECT_SECONDS", 2)
    many = [Job(number, files[number % 3].path) for number in range(400)]
    said = []
    with dask_in(tmp_path) as (address, scheduler), dask.cluster(address, 1, unsaid) as read:
        reading = filter(None, read(many, Limits(), ()))
        said.append(next(reading))
        scheduler.send_signal(how)
        with pytest.raises(NoCluster, match=f"{address} answers no more"):
            said.extend(reading)
    assert 0 < len(said) < len(many)
    assert all(one.extraction for one in said)


LOSING = """
import os, signal, sys
from pathlib import Path
from extractors.records import Limits
from pipeline.edges import cluster, cluster_client
from pipeline.edges.reading import Job
address, path, scheduler = sys.argv[1:]
try:
    with cluster.cluster(address, 1, print) as read:
        said = read([Job(number, Path(path)) for number in range(400)], Limits(), ())
        next(said)
        os.kill(int(scheduler), signal.SIGKILL)
        list(said)
except cluster_client.NoCluster:
    print("told")
"""


def test_nothing_of_dask_is_on_the_screen(files, tmp_path):
    with dask_in(tmp_path) as (address, scheduler):
        command = [sys.executable, "-c", LOSING, address, str(files[0].path), str(scheduler.pid)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("told\n", "")


def test_a_scheduler_that_comes_back_is_found_again(monkeypatch, files, tmp_path):
    monkeypatch.setattr(dask, "WATCH_SECONDS", 0.2)
    monkeypatch.setattr(cluster_client, "CONNECT_SECONDS", 2)
    with ExitStack() as first, ExitStack() as readers:
        address, _scheduler = first.enter_context(dask_in(tmp_path))
        read = readers.enter_context(dask.cluster(address, 1, unsaid))
        assert len(read_through(read, files)) == len(files)
        first.close()
        with pytest.raises(NoCluster):
            read_through(read, files)
        with dask_in(tmp_path, port=address.rpartition(":")[2]):
            assert len(read_through(read, files)) == len(files)


def test_a_worker_with_other_extractors_reads_nothing(files, tmp_path):
    other = tmp_path / "other"
    for package in ("extractors", "pipeline"):
        shutil.copytree(package, other / package, ignore=shutil.ignore_patterns("__pycache__"))
    (other / "extractors" / "more.py").write_text('"""One rule more."""\n', encoding="utf-8")
    with (
        dask_in(tmp_path, PYTHONPATH=str(other)) as (address, _scheduler),
        pytest.raises(NoCluster, match="another thidua"),
        dask.cluster(address, 1, unsaid) as read,
    ):
        next(read(files, Limits(), ()))


def done(result=None, error=None):
    future = Future()
    future.set_exception(error) if error else future.set_result(result)
    return future


def test_what_a_worker_that_came_later_read_with_other_extractors_is_refused():
    told = Told(Said(1, "", b"{}"), "tcp://later", "another version")
    with pytest.raises(NoCluster, match="tcp://later"):
        dask.said_of(Job(1, Path()), done(told), "")


@pytest.mark.parametrize("error", [KilledWorker("task", "worker", 1), ModuleNotFoundError("pipeline"), TimeoutError()])
def test_what_befell_a_dask_worker_is_not_laid_to_the_papers_charge(error):
    said = dask.said_of(Job(1, Path()), done(error=error), "")
    assert (said.code, said.passing) == ("file.unreadable", True)


def test_no_file_asks_nothing_of_the_cluster(address):
    with dask.cluster(address, 1, unsaid) as read:
        assert list(read([], Limits(), ())) == []
