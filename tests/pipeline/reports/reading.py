"""Reads a finished paper back: its texts and tables as a reader sees them."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn


def texts(data: bytes) -> list[str]:
    """The paragraphs outside tables."""
    return [p.text for p in Document(io.BytesIO(data)).paragraphs]


def tables(data: bytes) -> list[list[list[str]]]:
    """Every table as rows of cell texts."""
    return [[[c.text for c in row.cells] for row in t.rows] for t in Document(io.BytesIO(data)).tables]


def table_headed(data: bytes, *titles: str) -> list[list[str]]:
    """The rows below the header of the table that has exactly these titles."""
    return next(t[1:] for t in tables(data) if t[0] == list(titles))


def everything(data: bytes) -> str:
    """All texts of the paper, in cells and outside."""
    return "\n".join([*texts(data), *(cell for t in tables(data) for row in t for cell in row)])


def bookmarks(data: bytes) -> set[str]:
    """The names of all bookmarks."""
    body = Document(io.BytesIO(data)).element.body
    return {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
