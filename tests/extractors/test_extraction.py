"""From a paper to its facts, in every layout and way of writing."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import Unsupported
from extractors.extraction import extract, read
from extractors.places import paragraphs_of, text_at
from extractors.records import Aside, AsideKind, Cell, Document, Limits, Paragraph, Passage, Place, Status, Table
from extractors.vietnamese.text import clean, dashes, tones
from tests.extractors.judge import IN_LETTER, IN_REPORT, Wanted
from tests.extractors.paper import LAYOUTS, LETTER, REPORT, Paper, head_last

PAPERS = {"report": (REPORT, IN_REPORT), "letter": (LETTER, IN_LETTER)}


def values(document: Document) -> dict[str, object]:
    return {f.field: f.value for f in extract(document).facts if f.status is Status.ACCEPTED}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_layout_gives_every_fact(paper: str, layout: str) -> None:
    written, wanted = PAPERS[paper]
    if not written.title and LAYOUTS[layout] is head_last:
        pytest.skip("without a title nothing shows where a letter with its head last begins")
    got = values(LAYOUTS[layout](written))
    assert {k: got.get(k) for k, v in wanted.items() if not isinstance(v, Wanted)} == {
        k: v for k, v in wanted.items() if not isinstance(v, Wanted)
    }


def changed(paper: Paper, how: object) -> Paper:
    """The paper with every text changed by a function, cleaned as a reader cleans it."""
    assert callable(how)
    texts = {
        name: clean(how(value)) if isinstance(value, str) else tuple(clean(how(line)) for line in value)
        for name, value in vars(paper).items()
        if name not in {"asides", "bold_about"}
    }
    return replace(paper, **texts)


def _double_spaces(text: str) -> str:
    return text.replace(" ", "  ")


CHANGES = {
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "double spaces": _double_spaces,
    "invisible characters": lambda t: "\u200b".join(t),
    "non-breaking hyphens": lambda t: t.replace("-", "\u2011"),
    "en dashes": lambda t: t.replace("-", "–"),
    "tones as in older books": tones,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("change", CHANGES)
def test_the_way_of_writing_changes_no_value(change: str, layout: str) -> None:
    def key(value: object) -> object:
        parts = value if isinstance(value, tuple) else (value,)
        return tuple(tones(dashes(str(part))) for part in parts)

    before = values(LAYOUTS[layout](REPORT))
    after = values(LAYOUTS[layout](changed(REPORT, CHANGES[change])))
    assert {k: key(v) for k, v in after.items()} == {k: key(v) for k, v in before.items()}


def test_a_misread_motto_makes_everything_unsure() -> None:
    poor = replace(REPORT, motto=("CONG HOA XA HOI CHU NGHIA VIET NAM", "Doc lap - Tu do - Hanh phuc"))
    for lay_out in LAYOUTS.values():
        assert values(lay_out(poor)) == {}


def test_only_the_first_paper_of_several_is_read_and_the_others_are_noticed() -> None:
    first, second = LAYOUTS["tabs"](REPORT), LAYOUTS["tabs"](replace(REPORT, number="Số: 9/QĐ-UBND"))
    count = len(first.blocks)
    moved = tuple(
        b._replace(place=b.place._replace(first=b.place.first + count, last=b.place.last + count))
        for b in second.blocks
        if isinstance(b, Paragraph)
    )
    both = extract(replace(first, blocks=(*first.blocks, *moved)))
    assert [f.value for f in both.facts if f.field == "number"] == ["152/BC-SKHĐT"]
    assert "file.several_papers" in [n.code for n in both.notices]


def test_passages_keep_their_headings() -> None:
    passages = extract(LAYOUTS["tables"](REPORT)).passages
    assert [p.text for p in passages] == list(REPORT.body)
    assert [p.heading for p in passages] == ["", "", "I. KẾT QUẢ", "I. KẾT QUẢ", "I. KẾT QUẢ"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", [REPORT, LETTER])
def test_every_word_of_a_paper_can_be_searched_with_its_place(paper: Paper, layout: str) -> None:
    document = LAYOUTS[layout](paper)
    found = extract(document)
    said = " ".join(passage.text for passage in (*found.passages, *found.elsewhere)).split()
    words = [word for paragraph in paragraphs_of(document) for word in paragraph.text.split()]
    assert [word for word in words if word not in said and any(map(str.isalnum, word))] == []
    assert all(text_at(document, passage.place) == passage.text for passage in found.elsewhere)
    assert not {p.place for p in found.passages} & {p.place for p in found.elsewhere}, "nothing is found twice"


def test_a_row_of_a_table_is_searched_as_one_passage() -> None:
    cells = [
        Cell(t, Place(3, f"table 1, row 2, cell {n + 1}"), 1, n) for n, t in enumerate(("1", "Nộp báo cáo", "9,5"))
    ]
    head = tuple(Cell("", Place(3, f"table 1, row 1, cell {n + 1}"), 0, n) for n in range(3))
    block = Table((head, tuple(cells)), Place(3, "table 1"))
    found = extract(Document("application/pdf", 3, (block,))).elsewhere
    assert found == (Passage("1\tNộp báo cáo\t9,5", "", Place(3, "table 1, row 2")),)


def test_what_is_not_seen_on_the_paper_is_not_searched() -> None:
    asides = [Aside(kind, Paragraph(f"chữ {kind}", Place(1, "", 1, 1))) for kind in AsideKind]
    found = {p.text.removeprefix("chữ ") for p in extract(Document("application/pdf", 1, (), tuple(asides))).elsewhere}
    assert found == {"header", "footer", "footnote", "arrival_stamp", "signature", "filled_in"}


def test_an_unknown_type_is_unsupported() -> None:
    with pytest.raises(Unsupported):
        read(b"\x07\x08\x09 no kind of file", Limits())


WORDS = st.sampled_from(
    [
        *(
            line
            for paper in (REPORT, LETTER)
            for part in vars(paper).values()
            if isinstance(part, tuple)
            for line in part
        ),
        REPORT.number,
        REPORT.day,
        "Số:      /BC-SNV",
        "Lam Sơn, ngày     tháng 6 năm 2021",
        "\t",
        "   ",
        "",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=4).map(
    lambda parts: clean("\t".join(map(str, parts)))
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(WORDS, TEXTS), max_size=25))
def test_any_text_gives_facts_at_their_places_and_never_an_error(texts: list[str]) -> None:
    blocks = tuple(Paragraph(clean(text), Place(None, "", n, n)) for n, text in enumerate(texts, 1))
    document = Document("test", None, blocks)
    for fact in extract(document).facts:
        if fact.raw is not None:
            assert text_at(document, fact.place) == fact.raw
        assert fact.status is not Status.ACCEPTED or fact.value is not None
