"""No word is lost: papers of random constructs, built from known text, come back whole."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from extractors.places import paragraphs_of, text_at
from extractors.records import Document, Paragraph, Table
from tests.extractors.formats.docx.wordfile import box, document, ledger, p, r, t, tbl, tc, tr

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặỀẾỒỘƠỨ ABCĐ0123456789.,;:/()-–%"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=12)
FORMS = st.sampled_from(["NFC", "NFD"])


@dataclass
class Written:
    """What was put into a paper, and what a reader has to make of it."""

    shown: list[str] = field(default_factory=list)
    """Texts of the paragraphs, in reading order; those of white space left out."""
    used: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def leave_out(self, rule: str, characters: int) -> None:
        self.left_out[rule] = self.left_out.get(rule, 0) + characters


@st.composite
def inlines(draw: DrawFn, written: Written) -> tuple[str, str, int]:
    """A paragraph's inside as XML, the text that it shows, and how many characters of the file that is."""
    xml, shown, count = "", "", 0
    for _ in range(draw(st.integers(0, 5))):
        word = unicodedata.normalize(draw(FORMS), draw(WORDS))
        kind = draw(st.sampled_from(sorted(_WRAPPERS)))
        xml += _WRAPPERS[kind].format(run=r(word), text=t(word), word=word)
        if kind in _LEFT_OUT:
            written.leave_out(_LEFT_OUT[kind], len(word))
        else:
            shown += word + _ADDED.get(kind, "")
            count += len(word)
    return xml, shown, count


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{word}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_WRAPPERS = {
    "plain": "{run}",
    "bold": "<w:r><w:rPr><w:b/></w:rPr>{text}</w:r>",
    "inserted": "<w:ins>{run}</w:ins>",
    "smart tag": "<w:smartTag>{run}</w:smartTag>",
    "control": "<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
    "link": "<w:hyperlink>{run}</w:hyperlink>",
    "simple field": '<w:fldSimple w:instr="X">{run}</w:fldSimple>',
    "tab": "<w:r>{text}<w:tab/></w:r>",
    "line": "<w:r>{text}<w:br/></w:r>",
    "hyphen": "<w:r>{text}<w:noBreakHyphen/></w:r>",
    "choice": "<w:r><mc:AlternateContent><mc:Choice>{text}</mc:Choice></mc:AlternateContent></w:r>",
    "deleted": '<w:del><w:r><w:delText xml:space="preserve">{word}</w:delText></w:r></w:del>',
    "moved": "<w:moveFrom>{run}</w:moveFrom>",
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr>{text}</w:r>",
    "code": _FIELD,
    "fallback": "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{text}</mc:Fallback></mc:AlternateContent></w:r>",
    "picture": "<w:r><w:drawing><wp:posOffset>{word}</wp:posOffset></w:drawing></w:r>",
}
_ADDED = {"tab": "\t", "line": "\n", "hyphen": "-"}
_LEFT_OUT = {
    "deleted": "deleted_text",
    "moved": "deleted_text",
    "hidden": "hidden_text",
    "code": "field_code",
    "fallback": "fallback_copy",
    "picture": "drawing_data",
}


@st.composite
def paragraphs(draw: DrawFn, written: Written) -> str:
    xml, shown, count = draw(inlines(written))
    if shown.strip():
        written.shown.append(unicodedata.normalize("NFC", shown))
        written.used += count
    else:
        written.leave_out("blank_paragraph", count)
    return p(f"<w:r/>{xml}")


@st.composite
def tables(draw: DrawFn, written: Written, depth: int) -> str:
    """A table without lines: those are never stitched, so its text stays where it was put."""
    width = draw(st.integers(1, 3))
    rows = [
        tr(*[tc(*draw(bodies(written, depth=depth - 1, most=2))) for _ in range(width)])
        for _ in range(draw(st.integers(1, 3)))
    ]
    return tbl(*rows, properties="")


@st.composite
def bodies(draw: DrawFn, written: Written, depth: int = 1, most: int = 6) -> list[str]:
    """Blocks: a cell's paragraphs come before the tables in it, as the reader hands them on."""
    count = draw(st.integers(0, most))
    kinds = [draw(st.sampled_from(["p", "p", "table", "control"] if depth else ["p"])) for _ in range(count)]
    if most < 6:
        kinds.sort(key=lambda kind: kind == "table")
    made = []
    for kind in kinds:
        if kind == "table":
            made.append(draw(tables(written, depth)))
        else:
            paragraph = draw(paragraphs(written))
            made.append(f"<w:sdt><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>" if kind == "control" else paragraph)
    return made


@st.composite
def papers(draw: DrawFn) -> tuple[str, Written]:
    written = Written()
    return "".join(draw(bodies(written))), written


@settings(max_examples=150, deadline=None)
@given(papers())
def test_all_text_comes_back_in_order_and_every_character_is_accounted_for(paper: tuple[str, Written]) -> None:
    body, written = paper
    read_document = document(body)
    shown = [q.text for q in paragraphs_of(Document("", None, read_document.blocks))]
    assert shown == written.shown
    lines = ledger(read_document)
    assert lines.pop("used") == written.used
    assert lines == {rule: n for rule, n in written.left_out.items() if n}


@settings(max_examples=60, deadline=None)
@given(papers())
def test_every_paragraph_is_found_at_its_place(paper: tuple[str, Written]) -> None:
    read_document = document(paper[0])
    for paragraph in paragraphs_of(read_document):
        assert text_at(read_document, paragraph.place) == paragraph.text


@settings(max_examples=60, deadline=None)
@given(papers())
def test_every_row_is_as_wide_as_its_grid_and_cells_know_where_they_are(paper: tuple[str, Written]) -> None:
    for table in (b for b in document(paper[0]).blocks if isinstance(b, Table)):
        for index, row in enumerate(table.rows):
            assert len(row) == len(table.rows[0])
            for column, cell in enumerate(row):
                assert cell.row <= index < cell.row + cell.row_span
                assert cell.column <= column < cell.column + cell.column_span


def test_text_boxes_margins_and_indented_xml_are_accounted_for() -> None:
    body = f"\n  <w:p>\n    <w:r>\n      {t('một')}\n    </w:r>\n  </w:p>\n{p('hai', box(p('ba')))}\n"
    read_document = document(body, header=p("bốn "), footnotes="")
    assert [b.text for b in read_document.blocks if isinstance(b, Paragraph)] == ["một", "hai", "ba"]
    lines = ledger(read_document)
    assert lines.pop("markup_space") == sum(map(len, ["\n  ", "\n    ", "\n      ", "\n    ", "\n  ", "\n", "\n"]))
    assert lines == {"used": 8, "header": 4, "fallback_copy": 2, "drawing_data": 4}


def test_text_outside_every_paragraph_is_told_as_unread() -> None:
    assert ledger(document(p("a") + "<w:tbl>lạc</w:tbl>")) == {"used": 1, "unread": 3}
