"""Search: with tones and without, whatever is typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.records import Extraction, Passage, Place
from extractors.vietnamese.text import fold
from pipeline.edges.codec import dump_extraction
from pipeline.edges.database import open_store
from pipeline.edges.store_search import is_stale, marked, refresh, search

TEXTS = (
    "Đề nghị Khối thi đua xem xét.",
    "Đảng ủy Sở đã lãnh đạo các chi bộ.",
    "Dâng hương tại đài tưởng niệm.",
    "Hòa bình và hoà hợp.",
)


def put(db, file_id, *texts, tried="1"):
    passages = tuple(Passage(text, "I. KẾT QUẢ", Place(2, "", n, n)) for n, text in enumerate(texts, 1))
    data = dump_extraction(Extraction("application/pdf", 3, (), (), (), passages)).decode()
    row = {"file_id": file_id, "file_name": f"tệp {file_id}.pdf", "bytes": 1, "received_at": "", "modified_ns": 0}
    db.table("files").upsert({**row, "state": "read", "tried": tried}, pk="file_id")
    db.table("extractions").upsert({"file_id": file_id, "data": data}, pk="file_id")


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
    assert is_stale(db)
    assert refresh(db) == 1
    assert not search(db, "đề nghị").hits
    assert search(db, "noi dung").hits
    assert refresh(db) == 0
    db.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")


def test_a_file_that_is_not_readable_any_more_is_not_found(db):
    db.execute("DELETE FROM extractions")
    refresh(db)
    assert not search(db, "đề nghị").hits


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
