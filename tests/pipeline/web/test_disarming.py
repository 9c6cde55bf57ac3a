"""A CSV of the site goes out without formulas; nothing else is changed."""

import asyncio
import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.edges.exporting import disarmed
from pipeline.web.disarming import Disarmed


def gone_out(rows, size):
    """The rows as they go out, sent in chunks of so many bytes."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    body, sent = text.getvalue().encode(), []

    async def keep(message):
        sent.append(message["body"])

    async def passed_on():
        out = Disarmed(keep)
        for at in range(0, len(body), size):
            await out.body({"type": "http.response.body", "body": body[at : at + size], "more_body": True})
        await out.body({"type": "http.response.body", "body": b"", "more_body": False})

    asyncio.run(passed_on())
    return b"".join(sent).decode("utf-8-sig")


def rows_in(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_a_csv_goes_out_without_formulas_wherever_its_chunks_break(size):
    rows = [["field", "raw"], ["issuer", '=HYPERLINK("http://xau.vn")'], ["place", "Sở, \n huyện"], ["n", " =1+1"]]
    assert rows_in(gone_out(rows, size)) == [rows[0], ["issuer", "'" + rows[1][1]], rows[2], ["n", "' =1+1"]]


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(st.lists(st.text(alphabet='ab,"\n\r ế', max_size=6), min_size=1, max_size=4)), size=st.integers(1, 9)
)
def test_whatever_is_no_formula_goes_out_as_it_is(rows, size):
    assert rows_in(gone_out(rows, size)) == [disarmed(row) for row in rows]


def test_a_field_may_be_longer_than_pythons_reader_takes():
    long = 'một "dòng", rồi\n' * 20_000
    assert len(long) > csv.field_size_limit()
    text = gone_out([["raw"], [long], ["=1"]], 65_536)
    assert text == 'raw\r\n"' + long.replace('"', '""') + "\"\r\n'=1\r\n"


@pytest.mark.parametrize("path", ["/thidua/nowhere.csv", "/nowhere.csv", "/thidua.csv?sql=selec"])
def test_a_page_of_words_is_no_csv_whatever_its_address(browsers, path):
    answer = browsers["reader"].get(path)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.lstrip().casefold().startswith("<!doctype html>")
    assert "\r\n" not in answer.text
    assert re.search(r'<html lang="[a-z]+">', answer.text), "its quotes stand as they were"


def test_a_csv_of_the_site_is_disarmed(browsers):
    for kept in ("", "&_dl=on"):
        answer = browsers["reader"].get(f"/thidua.csv?sql=select+'%3D1%2B1'+as+a{kept}")
        assert answer.content.decode("utf-8-sig").split() == ["a", "'=1+1"]
