"""Search: with tones and without, whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import Extraction, Passage, Place
from extractors.vietnamese.text import fold
from pipeline.edges import search_proof, shape, store_files, store_search
from pipeline.edges.codec import dump_extraction
from pipeline.edges.database import open_store
from pipeline.edges.reading import Said
from pipeline.edges.store_search import is_stale, marked, refresh, search

TEXTS = (
    "Đề nghị Khối thi đua xem xét.",
    "Đảng ủy Sở đã lãnh đạo các chi bộ.",
    "Dâng hương tại đài tưởng niệm.",
    "Hòa bình và hoà hợp.",
)


def put(db, file_id, *texts, elsewhere=(), tried="1"):
    """Writes the file as read, as `extract` does."""
    passages = tuple(Passage(text, "I. KẾT QUẢ", Place(2, "", n, n)) for n, text in enumerate(texts, 1))
    data = dump_extraction(Extraction("application/pdf", 3, (), (), (), passages, elsewhere=elsewhere))
    row = {"file_id": file_id, "file_name": f"tệp {file_id}.pdf", "bytes": 1, "received_at": "", "modified_ns": 0}
    db.table("files").upsert({**row, "state": "received", "tried": ""}, pk="file_id")
    store_files.put_said(db, Said(file_id, "application/pdf", data), tried)


@pytest.fixture
def db(tmp_path):
    db = open_store(tmp_path / "thidua.db")
    put(db, 1, *TEXTS)
    refresh(db)
    yield db
    db.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("de nghi", {0}),
        ("đề nghị", {0}),
        ("ĐỀ NGHỊ", {0}),
        ("dang uy", {1}),
        ("Đảng ủy", {1}),
        ("đảng uỷ", {1}),
        ("dang", {1, 2}),
        ("đảng", {1}),
        ("dâng", {2}),
        ("hoa hop", {3}),
        ("hòa", {3}),
        ('"thi đua xem"', {0}),
        ('"đua thi"', set()),
        ("không có từ này", set()),
        ("", set()),
        ("  -- ", set()),
    ],
)
def test_words_are_found_with_and_without_tones(db, query, found):
    assert {TEXTS.index(hit.text) for hit in search(db, query).hits} == found


def test_a_hit_says_where_it_stands(db):
    (hit,) = search(db, "đề nghị").hits
    assert (hit.file_name, hit.page, hit.where, hit.heading) == ("tệp 1.pdf", 2, "paragraph 1", "I. KẾT QUẢ")


def test_a_file_that_was_read_again_is_searched_as_it_reads_now(db):
    assert not is_stale(db)
    put(db, 1, "Nội dung mới", tried="2")
    assert not search(db, "đề nghị").hits, "what it said before is gone at once"
    assert is_stale(db)
    assert refresh(db) == 1
    assert not search(db, "đề nghị").hits
    assert search(db, "noi dung").hits
    assert refresh(db) == 0
    db.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")


def test_a_file_that_is_not_readable_any_more_is_not_found(db):
    store_files.put_said(db, Said(1, "", None, "file.unreadable"), "2")
    assert not search(db, "đề nghị").hits
    assert not is_stale(db)
    assert db.execute("SELECT count(*) FROM passages").fetchone() == (0,)


def test_more_files_than_are_taken_in_at_once_are_all_taken_in(db, monkeypatch):
    monkeypatch.setattr("pipeline.edges.store_search.TOGETHER", 3)
    for file_id in range(2, 10):
        put(db, file_id, f"Tệp thứ {file_id}")
    assert refresh(db) == 8
    assert search(db, "tệp thứ").total == 8
    assert not is_stale(db)


def test_what_stands_beside_the_text_is_found_with_its_place(db):
    row = Passage("I.1\tNộp báo cáo đúng hạn\t9,5", "", Place(3, "table 1, row 2"))
    put(db, 2, "Một câu.", elsewhere=(Passage("Số: 152/BC-SKHĐT", "", Place(1, "", 3, 3)), row))
    refresh(db)
    (number,) = search(db, "152/BC-SKHĐT").hits
    (cell,) = search(db, "nop bao cao 9,5").hits
    assert (number.page, number.where) == (1, "paragraph 3")
    assert (cell.page, cell.where, cell.text) == (3, "table 1, row 2", "I.1 Nộp báo cáo đúng hạn 9,5")
    assert list(search_proof.untrue(db)) == []


def test_passages_that_somebody_changed_show_though_the_file_is_to_be_indexed_anew(db):
    db.execute("UPDATE passages SET text = 'khác' WHERE passage_id = 1")
    db.execute("UPDATE files SET tried = 'x'")
    db.execute("DELETE FROM searched")
    assert list(search_proof.untrue(db)) == ["tệp 1.pdf"]


THIRD = """
DROP INDEX decisions_undoes;
CREATE UNIQUE INDEX decisions_undoes ON decisions (undoes);
DROP TABLE searched;
CREATE TABLE searched (
    file_id INTEGER PRIMARY KEY REFERENCES files,
    tried   TEXT NOT NULL
) STRICT;
INSERT INTO searched VALUES (1, '1');
PRAGMA user_version = 3;
"""


def test_a_store_of_the_third_version_is_searched_anew(db, tmp_path):
    for statement in THIRD.split(";"):
        db.execute(statement)
    db.execute("DELETE FROM passages_fts WHERE rowid = 1")
    db.conn.commit()
    db.close()
    newer = open_store(tmp_path / "thidua.db")
    try:
        assert shape.shape(newer) == shape.wanted()
        assert is_stale(newer)
        assert refresh(newer) == 1
        assert search(newer, "đề nghị").total == 1
        assert search_proof.is_index_whole(newer)
    finally:
        newer.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=30))
def test_nothing_that_is_typed_breaks_the_search(db, query):
    search(db, query)


@given(text=st.text(alphabet="đề nghị xét ủy AB", min_size=1, max_size=200), query=st.sampled_from(["de", "ủy", "ab"]))
def test_what_is_marked_was_sought_and_nothing_is_added(text, query):
    pieces = marked(text, query)
    assert all(fold(query) in fold(piece).split() for piece, hit in pieces if hit)
    shown = " ".join("".join(piece for piece, _ in pieces).replace("…", "").split())
    assert shown in " ".join(text.split())


def test_what_is_taken_in_when_it_is_over_stays_and_the_rest_comes_the_next_time(tmp_path, monkeypatch):
    monkeypatch.setattr(store_search, "TOGETHER", 2)
    db = open_store(tmp_path / "other.db")
    for file_id in range(1, 6):
        put(db, file_id, TEXTS[0])
    asked = iter((False, True))
    assert refresh(db, lambda: next(asked)) == 2
    assert search(db, "khối").total == 2
    assert refresh(db) == 3
    assert not is_stale(db)
    db.close()
