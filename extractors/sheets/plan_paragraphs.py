"""The tasks of a plan written as numbered paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.patterns.plan import (
    CLAUSE_END,
    DEADLINE,
    HEADING_TIME,
    ITEM,
    LABEL,
    NOT_TASKS,
    ONLY_TIME,
    PART,
    WHO_CLAUSE,
)
from extractors.records import Paragraph, PlannedTask
from extractors.sheets.plan_window import NO_WINDOW, Window, quarter_of, window
from extractors.vietnamese.text import fold, one_line

ANY_YEAR = 2000
EDGES = " \t;,.:-–+*()[]"
SHORT = 60
"""A clause about time is no longer than this many characters."""


@dataclass
class _Item:
    """A numbered paragraph with all that belongs to it."""

    number: str
    section: Window
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class _Parts:
    """What an item's clauses say."""

    content: list[str] = field(default_factory=list)
    time: list[str] = field(default_factory=list)
    who: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)


def tasks_in(paragraphs: Iterable[Paragraph], year: int | None) -> tuple[PlannedTask, ...]:
    """Every numbered paragraph that says who or when, outside the parts about aims and organisation."""
    found = (_task(item, year) for item in _items(paragraphs, year))
    return tuple(task for task in found if task is not None)


def _items(paragraphs: Iterable[Paragraph], year: int | None) -> Iterator[_Item]:
    item: _Item | None = None
    section, wanted = NO_WINDOW, True
    for paragraph in paragraphs:
        text = fold(f"{paragraph.label} {paragraph.text}")
        heading = _heading(text, year)
        starts = None if heading else ITEM.match(text)
        if item and (heading or starts):
            yield item
            item = None
        if heading:
            section, wanted = heading
        elif starts and wanted:
            item = _Item(starts["number"], section)
        if item and text:
            item.paragraphs.append(paragraph)
    if item:
        yield item


def _heading(text: str, year: int | None) -> tuple[Window, bool] | None:
    """The window that holds below a heading, and whether tasks stand there; None for any other line."""
    if HEADING_TIME.match(text):
        return window(text, year), True
    part = PART.match(text)
    return (NO_WINDOW, not NOT_TASKS.search(part["title"])) if part else None


def _task(item: _Item, year: int | None) -> PlannedTask | None:
    parts = _parts(item)
    time = "; ".join(parts.time) or _deadline(parts)
    when = window(time, year) if time else item.section
    if not parts.content or not (parts.who or parts.time or when.due_on):
        return None
    places = [p.place for p in item.paragraphs]
    return PlannedTask(
        printed=item.number,
        quarter=quarter_of(when),
        content=" ".join(parts.content),
        time=time,
        starts_on=when.starts_on,
        due_on=when.due_on,
        who=tuple(parts.who),
        place=places[0]._replace(last=places[-1].last, bbox=None) if _together(item) else places[0],
        raw="\n".join(p.text for p in item.paragraphs) if _together(item) else item.paragraphs[0].text,
        support=tuple(parts.support),
    )


def _deadline(parts: _Parts) -> str:
    """The last day that a sentence of the item sets: "… gửi báo cáo trước ngày 10/6/2024"; "" for none."""
    found = (DEADLINE.search(fold(text)) for text in (*parts.who, *parts.content))
    return next((match.group() for match in found if match), "")


def _together(item: _Item) -> bool:
    """Whether one place can name all the item's paragraphs."""
    return len({(p.place.container, p.place.page) for p in item.paragraphs}) == 1


def _parts(item: _Item) -> _Parts:
    parts = _Parts()
    for text in _whole_lines(item):
        _sort_line(parts, text)
    return parts


def _whole_lines(item: _Item) -> list[str]:
    """The item's lines without its number; a line that only goes on from the one above is joined to it."""
    lines: list[str] = []
    for number, paragraph in enumerate(item.paragraphs):
        text = one_line(paragraph.text)
        if number == 0:
            lines.append(text[_number_length(paragraph, text) :])
        elif text[:1].islower() and not lines[-1].endswith((".", ";", ":")):
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return lines


def _number_length(paragraph: Paragraph, text: str) -> int:
    """How much of the text is its number; nothing where Word numbers it."""
    match = None if paragraph.label else ITEM.match(fold(text))
    return match.end() if match else 0


def _sort_line(parts: _Parts, text: str) -> None:
    """Puts each labelled part of the line where it belongs, the rest by what its clauses say."""
    folded = fold(text)
    labels = list(LABEL.finditer(folded)) if len(folded) == len(text) else []
    ends = [*(m.start() for m in labels[1:]), len(text)][: len(labels)]
    _sort_clauses(parts, text[: labels[0].start()] if labels else text)
    for match, end in zip(labels, ends, strict=True):
        value = text[match.end() : end].strip(EDGES)
        name = match.lastgroup or "content"
        if name == "who":
            parts.who.append(f"{text[match.start() : match.end()]} {value}")
        elif name in ("time", "content"):
            getattr(parts, name).append(value)


def _sort_clauses(parts: _Parts, text: str) -> None:
    """Sorts unlabelled words: clauses about who and when leave the content."""
    kept: list[str] = []
    for clause in _clauses(text):
        bare = clause.strip(EDGES)
        if not bare:
            continue
        if WHO_CLAUSE.search(fold(bare)) and (kept or parts.content):
            parts.who.append(bare)
        elif _is_time(bare):
            parts.time.append(bare)
        else:
            kept.append(clause.strip())
    if kept:
        parts.content.append(" ".join(kept).strip(" ;,:(-–"))


def _clauses(text: str) -> list[str]:
    """The text cut where a clause may end: a full stop, a semicolon, a bracket, a time with a colon after it."""
    head, colon, rest = text.partition(":")
    lead = [head] if colon and _is_time(head) else []
    return lead + [c for c in CLAUSE_END.split(rest if lead else text) if c]


def _is_time(clause: str) -> bool:
    """Whether the clause is nothing but a time; years of history ("1945-2020") are none."""
    bare = fold(clause)
    if len(bare) > SHORT or not ONLY_TIME.match(bare):
        return False
    when = window(bare, ANY_YEAR)
    return when.due_on is not None and (when.starts_on is None or when.due_on.year - when.starts_on.year <= 1)
