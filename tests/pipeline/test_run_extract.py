"""What was read is written as it comes, and kept where the reading breaks off."""

from itertools import count, islice

import pytest

from extractors.records import Limits
from pipeline import batches, run
from pipeline.edges.cluster_client import NoCluster
from pipeline.edges.reading import Said
from pipeline.edges.workspace import opened
from tests.pipeline.papers import write_workspace

FILES = 120


@pytest.fixture
def workspace(tmp_path):
    root = write_workspace(tmp_path / "khoi")
    for number in range(FILES):
        (root / "inbox" / f"{number}.pdf").write_bytes(b"%PDF-1.4 {number}" + str(number).encode() + b"\n%%EOF")
    with opened(root) as workspace:
        run.receive(workspace)
        yield workspace


def refusing(until, error=NoCluster):
    """Reads that many files, each with the same word; then what it reads on is gone, or a person stops it."""

    def read(jobs, limits: Limits, roster):
        for job in islice(jobs, until):
            yield Said(job.file_id, "application/pdf", None, "file.unreadable", "no pages")
        if next(jobs, None):
            raise error

    return read


def states(workspace):
    return dict(workspace.db.execute("SELECT state, count(*) FROM files GROUP BY state").fetchall())


@pytest.mark.parametrize("error", [NoCluster, KeyboardInterrupt])
def test_what_was_read_before_it_broke_off_is_kept(workspace, error):
    with pytest.raises(error):
        run.extract(workspace, refusing(73, error))
    assert states(workspace) == {"quarantined": 73, "received": FILES - 73}
    assert run.extract(workspace, refusing(FILES)).refused == FILES - 73


def test_progress_is_told_of_the_start_and_of_each_file(workspace):
    told = []
    run.extract(workspace, refusing(FILES), lambda done, total: told.append((done, total)))
    assert told == [(done, FILES) for done in range(FILES + 1)]


def test_what_was_read_is_durable_while_a_long_scan_is_still_being_read(workspace):
    durable = []

    def read(jobs, limits, roster):
        first = next(jobs)
        for job in islice(jobs, 3):
            yield Said(job.file_id, "application/pdf", None, "file.unreadable", "no pages")
        for _ in range(batches.SECONDS):
            yield None
        durable.append(states(workspace).get("quarantined"))
        yield Said(first.file_id, "application/pdf", None, "file.unreadable", "no pages")

    clock = count(0, 0.5)
    told = []
    run.extract(workspace, read, lambda done, total: told.append(done), lambda: next(clock))
    assert durable == [3]
    assert not workspace.db.conn.in_transaction
    assert told == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("seconds", "commits"), [(0.0, 3), (batches.SECONDS, FILES)])
def test_slow_files_are_committed_as_they_come_and_quick_ones_together(workspace, seconds, commits):
    clock = count(0, seconds)
    groups = list(batches.as_they_come(range(FILES), lambda: next(clock)))
    assert [item for group in groups for item in group] == list(range(FILES))
    assert len(groups) == commits
