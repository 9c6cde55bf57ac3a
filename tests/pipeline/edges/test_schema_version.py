"""No store is made in another shape under an old version: an older program's store would pass for a new one."""

import hashlib
import re
from importlib import resources

import pytest

from pipeline.edges.database import SCHEMA

SHAPES = {4: "a2063677ef373745a7574e28ecd5a609ad1b351cbb1b7a627700d1e2bd3305bc"}
"""By version of the store, the SHA-256 of schema.sql without its comments and its layout; only the last is current."""


def shape(script: str) -> str:
    plain = re.sub(r"--[^\n]*", "", script)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()


def schema() -> str:
    return resources.files("pipeline").joinpath("schema.sql").read_text(encoding="utf-8")


def test_a_changed_schema_has_a_version_of_its_own() -> None:
    """Where this fails: raise SCHEMA.version, write the migration, and record the new shape under the new version."""
    assert SHAPES.get(SCHEMA.version) == shape(schema())
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_every_version_after_the_first_has_its_migration() -> None:
    assert sorted(SCHEMA.migrations) == list(range(2, SCHEMA.version + 1))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [("TEXT NOT NULL", "TEXT", False), ("STRICT", "", False), ("-- The store", "-- A store", True), (" ", "  ", True)],
)
def test_what_the_store_is_made_of_counts_and_what_is_said_of_it_does_not(old: str, new: str, same: bool) -> None:
    assert old in schema()
    assert (shape(schema().replace(old, new, 1)) == shape(schema())) is same
