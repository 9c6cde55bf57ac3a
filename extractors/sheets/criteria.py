"""The block's own sheet of criteria: codes, names, maxima."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from extractors.records import Criterion, Document
from extractors.sheets.find import Sheet, sheets_of
from extractors.sheets.lines import Kind
from extractors.sheets.roles import Role
from extractors.sheets.scored import outline_of, scored_lines


def criteria(document: Document) -> tuple[Criterion, ...]:
    """The criteria in their order, every code once; empty where the paper has no such sheet.

    A row without a number of its own is told by its parent's code and its turn: `I.1.-2`.
    """
    found: list[Criterion] = []
    for sheet in _sheets(document):
        found += _criteria(sheet)
    return _unique(found)


def _sheets(document: Document) -> list[Sheet]:
    """The sheets that nobody scores in; where there is none, all that have maxima. A copy counts once."""
    having = [sheet for sheet in sheets_of(document) if Role.MAX in sheet.columns.roles]
    unscored = [sheet for sheet in having if not sheet.columns.has_scores_given()]
    kept: list[Sheet] = []
    for sheet in unscored or having:
        if not any(2 * len(sheet.names() & other.names()) > len(sheet.names()) for other in kept):
            kept.append(sheet)
    return kept


def _criteria(sheet: Sheet) -> list[Criterion]:
    scored = scored_lines(sheet)
    lines = [s for s in scored if s.line.kind is Kind.CRITERION]
    found: list[Criterion] = []
    turns: Counter[str | None] = Counter()
    for one, node in zip(lines, outline_of(scored), strict=True):
        parent = found[node.parent].code if node.parent is not None else None
        turns[parent] += 1
        code = node.code or f"{parent or ''}.-{turns[parent]}".lstrip(".")
        found.append(Criterion(code, one.line.name, node.level, parent, one.value(Role.MAX), one.line.place))
    return found


def _unique(found: list[Criterion]) -> tuple[Criterion, ...]:
    """A code that is taken gets b, c …"""
    seen: Counter[str] = Counter()
    unique = []
    for criterion in found:
        seen[criterion.code] += 1
        suffix = "" if seen[criterion.code] == 1 else chr(ord("a") + seen[criterion.code] - 1)
        unique.append(replace(criterion, code=criterion.code + suffix))
    return tuple(unique)
