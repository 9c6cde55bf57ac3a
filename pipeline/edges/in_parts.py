"""A paper with a list of thousands of rows, made some hundred rows at a time: its memory does not grow with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from lxml import etree

from pipeline.edges.finish import finished, name_paper, repacked, saved
from pipeline.edges.marking import Bookmarks, Plain, fingerprint, prepared
from pipeline.edges.template import LONG, filled, let_go
from pipeline.figures import Content, Figure, ReportContext

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

ROWS_AT_ONCE = 250
_MARK = f"<!--{LONG}-->".encode()
_HOLDERS = frozenset({qn("w:tbl"), qn("w:body")})


class Written(NamedTuple):
    """A paper's bytes, and what tells the values in its template from others."""

    data: bytes
    values: bytes


class _Part(NamedTuple):
    """The whole paper but for the rows of other parts, its figures still marked."""

    document: DocxDocument
    figures: list[Figure]
    is_first: bool
    is_last: bool


def in_parts(context: ReportContext, template: Path) -> Written | None:
    """The paper; None where its template does more with the long list than to print it row by row."""
    digest = sha256()
    parts = _parts(context, template, digest)
    first = next(parts)
    if not _is_parted(first.document):
        return None
    name_paper(first.document, context.title, context.made_at)
    frame = saved(first.document)
    name = first.document.part.partname.membername
    return Written(repacked(frame, {name: _pieces(first, parts)}), digest.digest())


def _parts(context: ReportContext, template: Path, digest: Digest) -> Iterator[_Part]:
    rows = cast("Sequence[Content]", context.values[context.long])
    for start in range(0, len(rows), ROWS_AT_ONCE):
        end = start + ROWS_AT_ONCE
        figures: list[Figure] = []
        values = cast("dict[str, Plain]", prepared({**context.values, context.long: rows[start:end]}, figures))
        digest.update(fingerprint(values))
        document = finished(filled(template, values, context.long))
        yield _Part(document, figures, start == 0, end >= len(rows))


def _marks(body: etree._Element) -> list[etree._Element]:
    return [comment for comment in body.iter(etree.Comment) if comment.text == LONG]


def _is_parted(document: DocxDocument) -> bool:
    marks = _marks(document.element.body)
    holders = {mark.getparent() for mark in marks}
    return len(marks) == 2 and len(holders) == 1 and all(h is not None and h.tag in _HOLDERS for h in holders)


def _pieces(first: _Part, others: Iterator[_Part]) -> Iterator[bytes]:
    """The body's XML: what stands before the list, its rows part by part, what stands behind it."""
    bookmarks = Bookmarks()
    for part in chain([first], others):
        _leave_only_new(part)
        bookmarks.put(part.document.element.body, part.figures)
        head, rows, tail = part.document.part.blob.split(_MARK)
        let_go(part.document)
        yield from (head, rows) if part.is_first else (rows,)
        if part.is_last:
            yield tail
        del part, head, rows, tail


def _leave_only_new(part: _Part) -> None:
    """Takes away what another part writes: before the rows in all but the first, behind them in all but the last."""
    before, behind = _marks(part.document.element.body)
    if not part.is_first:
        _cut(before, etree._Element.getprevious)  # noqa: SLF001
    if not part.is_last:
        _cut(behind, etree._Element.getnext)  # noqa: SLF001


def _cut(mark: etree._Element, neighbour: Callable[[etree._Element], etree._Element | None]) -> None:
    """Removes all that stands on one side of the mark, in its own table as in the body."""
    node: etree._Element | None = mark
    while node is not None and (parent := node.getparent()) is not None:
        while (other := neighbour(node)) is not None:
            parent.remove(other)
        node = parent
