"""Processes that break all together: told as that, and others take their place."""

import os
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from pebble.pool.base_pool import PoolStatus

from extractors.records import Limits
from pipeline.edges.lost import refused, twice
from pipeline.edges.pool import Pool
from pipeline.edges.reading import Job


def test_what_was_handed_in_when_all_broke_is_told_and_others_take_their_place():
    pool = Pool(1)
    try:
        stuck = pool.schedule(time.sleep, (600,), 600)
        queued = pool.schedule(os.getpid, (), 600)
        pool._pool._context.status = PoolStatus.ERROR  # as pebble has it where a message breaks off
        pool.look()
        for lost in (stuck, queued):
            with pytest.raises(BrokenProcessPool):
                lost.result(0)
        assert pool.do(os.getpid, (), 60) != os.getpid()
    finally:
        pool.stop()


def breaking(times):
    """Reads once all has broken so many times."""
    left = [BrokenProcessPool()] * times

    def read():
        if left:
            raise left.pop()
        return "read"

    return read


def test_what_was_under_way_when_all_broke_is_read_again():
    read = breaking(1)
    assert twice(read, read) == "read"


def test_no_file_is_blamed_where_all_break_again():
    read = breaking(2)
    with pytest.raises(BrokenProcessPool) as broken:
        twice(read, read)
    said = refused(Job(1, Path()), broken.value, Limits())
    assert (said.code, said.passing) == ("file.unreadable", True)
