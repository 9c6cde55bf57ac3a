"""Nơi nhận: the list in the left column of the foot, the Lưu line included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.layout import Layout
from extractors.lines import Line, together
from extractors.patterns import letterhead, signature
from extractors.records import Candidate
from extractors.vietnamese.skeleton import foreign, skeleton
from extractors.vietnamese.text import one_line


def find(layout: Layout) -> Iterator[Candidate]:
    """The candidate of `recipients`: each item as printed, without dash and end mark."""
    lines = [line for line in layout.recipients if not letterhead.RULE.match(line.bones)]
    items, dashed = _items(lines)
    if not items:
        return
    raw, place = together(layout.document, lines)
    filed = bool(signature.FILED.match(skeleton(items[-1])))
    rule = "recipients.list" if dashed and filed else "recipients.loose"
    doubt = "foreign_letter" if foreign("".join(items)) else "glued" if _is_glued(items[-1]) else ""
    yield Candidate("recipients", tuple(items), rule, raw, place, doubt)


def _is_glued(filed: str) -> bool:
    """Whether a signature's first line is glued to the last item: a title that no list knows."""
    glued = signature.GLUED_TO_FILED.search(filed)
    return glued is not None and glued["rest"] == glued["rest"].upper()


def _items(lines: Sequence[Line]) -> tuple[list[str], bool]:
    """The items, and whether a dash begins each and a mark ends each."""
    items: list[str] = []
    plain = True
    for line in lines:
        head = signature.RECIPIENTS.match(line.bones)
        for part, dash in _parts(line.text[head.end() :] if head else line.text, line):
            plain = plain and (dash if not items or items[-1].endswith((";", ".")) else True)
            if dash or not items:
                items.append(part)
            else:
                items[-1] = f"{items[-1]} {part}"
    plain = plain and not any(";" in item.rstrip("; ") for item in items)
    cleaned = [one_line(item).rstrip(" ;.,/") for item in items]
    return [item for item in cleaned if item], plain


def _parts(text: str, line: Line) -> Iterator[tuple[str, bool]]:
    """The items in one line, each with whether a dash begins it: "- Như trên; - Lưu: VT."."""
    if not text.strip():
        return
    for n, part in enumerate(re.split(r"(?<=;)\s+(?=[-+•–]\s)", text.strip())):
        dash = signature.DASH.match(part)
        yield (part[dash.end() :] if dash else part), bool(dash) or (n == 0 and bool(line.style.label))
