"""Planted damage: whatever changes what a view shows, a file or a paper is found, named, and ends with exit code 3."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.command import thidua
from tests.proof.blocks import small_block
from tests.proof.size import sampled
from tests.proof.verify.planted import DAMAGES, STORE, copied, files, open_wide, shown

DAMAGE = 3


def test_planted_damage_is_found(finished: Path, tmp_path: Path, verify: Callable) -> None:
    said, lying = shown(finished), files(finished)
    seen: Counter[tuple[str, bool]] = Counter()
    missed = []
    for number in range(sampled(42, 1_800)):
        root = copied(finished, tmp_path / "khối")
        dice = random.Random(f"planted {number}")
        plant = DAMAGES[number % len(DAMAGES)]
        plant(root, dice)
        changed = shown(root) != said or files(root) != lying
        answer = verify(root)
        seen[plant.__name__, changed] += 1
        if changed and (answer.code != DAMAGE or not answer.told.strip()):
            missed.append((number, plant.__name__, answer))
    print({f"{name} {'changed' if changed else 'unseen'}": count for (name, changed), count in seen.items()})  # noqa: T201
    assert missed == []
    assert sum(count for (_name, changed), count in seen.items() if changed) > sampled(20, 1_000)


def test_the_damaged_file_is_named(finished: Path, tmp_path: Path, verify: Callable) -> None:
    root = copied(finished, tmp_path / "khối")
    paper = min((root / "reports").iterdir())
    paper.write_bytes(paper.read_bytes()[:-1] + b"x")
    assert paper.name in verify(root).told


def test_a_value_that_changed_in_silence_is_named(finished: Path, tmp_path: Path, verify: Callable) -> None:
    import sqlite3

    root = copied(finished, tmp_path / "khối")
    with sqlite3.connect(root / STORE) as db:
        (document,) = db.execute("SELECT document_id FROM scores WHERE self_score = 38").fetchone()
        db.execute("UPDATE scores SET self_score = 39 WHERE document_id = ? AND self_score = 38", [document])
    db.close()
    answer = verify(root)
    assert answer.code == DAMAGE
    assert f"Paper {document}:" in answer.told


@pytest.mark.parametrize(
    "sql",
    [
        "DROP VIEW audit_facts",
        "DROP VIEW audit_findings; CREATE VIEW audit_findings AS SELECT * FROM findings WHERE severity <> 'error'",
        "DROP TRIGGER events_update",
        "CREATE TRIGGER own AFTER INSERT ON facts BEGIN DELETE FROM facts; END",
        "UPDATE facts SET field = 'invented' WHERE field = 'place'",
        "DELETE FROM findings WHERE severity = 'error'",
        "UPDATE extractions SET data = replace(data, '38', '39')",
        "UPDATE accounts SET role = 'approver'",
        "UPDATE passages SET text = replace(text, 'a', 'o')",
        "UPDATE passages SET file_id = (SELECT max(file_id) FROM searched)",
        "DELETE FROM passages WHERE passage_id = 2",
        (
            "INSERT INTO passages_fts (passages_fts, rowid, text, folded) SELECT 'delete', passage_id, text, folded"
            " FROM passages LIMIT 1"
        ),
        "INSERT INTO passages_fts (rowid, text, folded) SELECT passage_id, 'lạ', 'la' FROM passages LIMIT 1",
        "UPDATE derived SET result = replace(result, 'bao-cao', 'bao-lao')",
        "UPDATE derived SET inputs_sha256 = 'x' WHERE stage = 'check'",
        "DELETE FROM derived",
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'superseded', 'replaced')"
            " WHERE name = 'documents'"
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ' REFERENCES decisions', '')"
            " WHERE name = 'approvals'"
        ),
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '[]', '{}') WHERE name = 'facts'",
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')')"
            " WHERE name = 'criteria'"
        ),
    ],
)
def test_what_somebody_does_to_the_store_shows(finished: Path, tmp_path: Path, verify: Callable, sql: str) -> None:
    import sqlite3

    root = copied(finished, tmp_path / "khối")
    with sqlite3.connect(root / STORE) as db:
        db.executescript(sql)
    db.close()
    assert verify(root).code == DAMAGE


HIDDEN = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = 'sqlite_stat1' WHERE name = 'events_update'"


@pytest.mark.parametrize(("sql", "code"), [("ANALYZE", 0), (HIDDEN, DAMAGE)])
def test_what_a_tool_counted_to_search_fast_is_no_damage(
    finished: Path, tmp_path: Path, verify: Callable, sql: str, code: int
) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db:
        db.executescript(sql)
    answer = verify(root)
    assert answer.code == code, answer


@pytest.mark.parametrize("data", [b"", b"no store", b"SQLite format 3\x00" + b"x" * 5000])
def test_a_store_that_is_none_any_more_is_damage(finished: Path, tmp_path: Path, data: bytes) -> None:
    root = copied(finished, tmp_path / "khối")
    (root / STORE).write_bytes(data)
    done = thidua(root, "verify")
    assert done.returncode == DAMAGE
    assert "Traceback" not in done.stderr


def test_a_run_after_silent_damage_does_not_bless_it(finished: Path, tmp_path: Path, verify: Callable) -> None:
    import sqlite3

    root = copied(finished, tmp_path / "khối")
    with sqlite3.connect(root / STORE) as db:
        db.execute("UPDATE extractions SET data = replace(data, '\"38\"', '\"39\"')")
    db.close()
    assert thidua(root, "check", "--as-of", "2023-02-01").returncode in (0, 1)
    assert verify(root).code == DAMAGE


def test_a_snapshot_carries_the_hash_of_its_whole_file(finished: Path, tmp_path: Path) -> None:
    import hashlib

    root = copied(finished, tmp_path / "khối")
    done = thidua(root, "export", "snapshot", str(tmp_path / "ban-sao.db"))
    assert done.returncode == 0, done.stderr
    sha256 = hashlib.sha256((tmp_path / "ban-sao.db").read_bytes()).hexdigest()
    assert sha256 in done.stdout
    told = (tmp_path / "ban-sao.db.sha256").read_text(encoding="utf-8")
    assert told == f"{sha256}  ban-sao.db\n"
    assert thidua(root, "verify").returncode == 0
    shutil.rmtree(root)


@pytest.mark.parametrize("version", [0, 1, 2, -1])
def test_a_tampered_store_that_is_set_back_is_damage_and_stays_so(
    finished: Path, tmp_path: Path, verify: Callable, version: int
) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db, db:
        db.execute("UPDATE findings SET severity = 'info'")
        db.execute(f"PRAGMA user_version = {version}")
    assert [verify(root).code in (2, DAMAGE) for _time in range(2)] == [True, True]


@pytest.mark.parametrize(("version", "code", "advice"), [(-1, DAMAGE, "copy of yours"), (99, 2, "Update thidua")])
def test_a_version_that_no_store_has_is_told_with_the_file_and_what_to_do(
    finished: Path, tmp_path: Path, verify: Callable, version: int, code: int, advice: str
) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    answer = verify(root)
    told = " ".join(answer.told.split())
    assert (answer.code, STORE in told, str(version) in told, advice in told) == (code, True, True, True), answer
    done = thidua(root, "status")
    assert (done.returncode, str(version) in done.stderr) == (2, True), done.stderr


def test_a_store_that_only_pretends_to_be_older_is_damage(finished: Path, tmp_path: Path, verify: Callable) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db:
        db.executescript("DROP VIEW audit_facts; CREATE VIEW audit_facts AS SELECT 1 AS one; PRAGMA user_version = 3")
    before = shown(root)
    assert verify(root).code == DAMAGE
    assert shown(root) == before
    assert not list(root.glob("*backup*"))


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("DROP VIEW audit_facts; CREATE VIEW audit_facts AS SELECT 1 AS one; PRAGMA application_id = 0", "audit_facts"),
        ("UPDATE facts SET value = 'khác' WHERE field = 'place'; PRAGMA user_version = 0", "user_version = 0"),
    ],
)
def test_what_is_damaged_is_told_and_neither_mended_nor_stumbled_over(
    finished: Path, tmp_path: Path, verify: Callable, sql: str, named: str
) -> None:
    root = copied(finished, tmp_path / "khối")
    with closing(sqlite3.connect(root / STORE)) as db:
        db.executescript(sql)
    before = shown(root)
    answer = verify(root)
    assert (answer.code, named in answer.told) == (DAMAGE, True), answer
    assert shown(root) == before


@pytest.mark.parametrize("column", ["events.detail", "events.hash", "files.sha256", "files.file_name", "facts.value"])
def test_bytes_where_text_belongs_are_damage(finished: Path, tmp_path: Path, verify: Callable, column: str) -> None:
    root = copied(finished, tmp_path / "khối")
    table, _, name = column.partition(".")
    with closing(open_wide(root)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = ?", [table])
    with closing(sqlite3.connect(root / STORE, isolation_level=None)) as db:
        db.execute(f"UPDATE {table} SET {name} = x'80' WHERE rowid = 3")
    answer = verify(root)
    assert (answer.code, "Traceback" in answer.told) == (DAMAGE, False), answer


@pytest.mark.parametrize("put", ["link", "folder"])
def test_what_is_put_in_the_place_of_an_archived_file_is_named(
    finished: Path, tmp_path: Path, verify: Callable, put: str
) -> None:
    root = copied(finished, tmp_path / "khối")
    archived = min((root / "archive").glob("??/*"))
    moved = archived.replace(tmp_path / "elsewhere")
    if put == "link":
        archived.symlink_to(moved)
    else:
        archived.mkdir()
    answer = verify(root)
    assert (answer.code, "in the place of its copy" in answer.told) == (DAMAGE, True), answer


def test_an_archive_that_is_itself_a_link_is_named(finished: Path, tmp_path: Path, verify: Callable) -> None:
    root = copied(finished, tmp_path / "khối")
    moved = (root / "archive").rename(tmp_path / "elsewhere")
    (root / "archive").symlink_to(moved)
    answer = verify(root)
    assert (answer.code, "archive/ is a link" in answer.told) == (DAMAGE, True), answer


def test_a_store_that_is_gone_is_damage_and_no_command_begins_another(
    finished: Path, tmp_path: Path, verify: Callable
) -> None:
    root = copied(finished, tmp_path / "khối")
    for path in root.glob(f"{STORE}*"):
        path.unlink()
    assert verify(root).code == DAMAGE
    for command in ("status", "run", "check"):
        done = thidua(root, command)
        assert done.returncode == 2, done
        assert "archive" in done.stderr
    assert not (root / STORE).exists()


def test_before_the_first_run_there_is_nothing_to_prove(tmp_path: Path, verify: Callable) -> None:
    root = small_block(tmp_path / "khối")
    assert verify(root).code == 2
    assert not (root / STORE).exists()
