"""The review copy: a Word comment at every figure, saying where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree

from pipeline.edges.marking import bookmark_name, disarmed
from pipeline.figures import BOOKMARK, LISTED, Figure
from pipeline.source_words import figure_in_words

_AUTHOR, _INITIALS = "thidua", "TD"


def comment_figures(document: DocxDocument, figures: list[Figure], when: datetime) -> None:
    """Adds a comment to every bookmarked figure: its label, how it came about, its sources."""
    by_name = {bookmark_name(figure.key): figure for figure in figures if not figure.key.startswith(LISTED)}
    for name, runs in list(_bookmarked(document.element.body)):
        figure = by_name.get("_".join(name.split("_")[:2]))
        if figure is not None and runs:
            _comment(document, figure, runs, when)


def _comment(document: DocxDocument, figure: Figure, runs: list[etree._Element], when: datetime) -> None:
    ends = [Run(runs[0], document), Run(runs[-1], document)]  # type: ignore[arg-type]
    text = "\n".join(disarmed(line) for line in figure_in_words(figure))
    comment = document.add_comment(ends, text, _AUTHOR, _INITIALS)
    comment._comment_elm.set(qn("w:date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))  # noqa: SLF001


def _bookmarked(body: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Each figure's bookmark with the runs inside it."""
    for start in body.iter(qn("w:bookmarkStart")):
        name, runs = start.get(qn("w:name")) or "", []
        for sibling in start.itersiblings():
            if sibling.tag == qn("w:bookmarkEnd"):
                break
            if sibling.tag == qn("w:r"):
                runs.append(sibling)
        if name.startswith(BOOKMARK):
            yield name, runs
