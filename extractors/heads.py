"""Where a paper's head and title stand among its lines."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.lines import Line, Side
from extractors.patterns import letterhead, signature
from extractors.vietnamese.dates import may_hold_day, written_days
from extractors.vietnamese.paper_types import BY_FOLD, BY_LETTERS
from extractors.vietnamese.text import fold

_SPREAD = 25
"""Lines from the first to the last anchor of one head, at most."""

_APART = 8
"""Lines between the mottos of two papers in one file, at least."""


def first_paper(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    """The lines of the first paper in the file, and how many papers there are by their heads."""
    starts = [i for i, line in enumerate(lines) if has_motto(line.bones) and len(line.text) < 120]
    later = [i for i in starts[1:] if i - starts[0] > _APART]
    if not later:
        return lines, 1
    cut = later[0]
    while cut and _fits_head(lines[cut - 1]) and not signature.FILED.match(lines[cut - 1].bones):
        cut -= 1
    return lines[:cut], 1 + len(later)


def find(lines: Sequence[Line]) -> range:
    """The lines of the head, both columns; empty where there is none."""
    anchors = _anchors(lines)
    if not anchors:
        return range(0)
    start, stop = anchors[0], anchors[-1] + 1
    tables = {lines[i].table for i in anchors} - {""}
    while start and (_fits_head(lines[start - 1]) or _shares(lines[start - 1], lines[start], tables)):
        start -= 1
    while stop < len(lines) and (lines[stop].table in tables or _hangs_on(lines, stop)):
        stop += 1
    return range(start, stop)


def _shares(line: Line, anchor: Line, tables: set[str]) -> bool:
    """Whether the line is the other half of the anchor's, or stands in the head's table."""
    return line.table in tables or (line.style is anchor.style and line.side is Side.LEFT)


def _anchors(lines: Sequence[Line]) -> list[int]:
    """Motto, number and day that stand together; the first group of them in the paper."""
    found = [i for i, line in enumerate(lines) if is_anchor(line)]
    mottos = [i for i in found if has_motto(lines[i].bones)]
    first = mottos[0] if mottos else next(iter(found), 0)
    stop = _end_of_anchors(lines, first)
    near = [i for i in found if first - _SPREAD <= i < stop]
    return near if mottos or first < 2 * _SPREAD else []


def _end_of_anchors(lines: Sequence[Line], first: int) -> int:
    """The line behind the first anchor where title or body begin."""
    stop = min(len(lines), first + _SPREAD)
    return next((i for i in range(first, stop) if _begins_body(lines[i])), stop)


def _begins_body(line: Line) -> bool:
    return bool(type_of(line) or letterhead.ADDRESSEE.match(line.bones) or letterhead.GROUNDS.match(line.bones))


def is_anchor(line: Line) -> bool:
    """Whether only a head has such a line: motto, number, place and day."""
    if not line.text or len(line.text) > 150:
        return False
    return has_motto(line.bones) or has_independence(line.bones) or is_number(line) or is_dateline(line)


def has_motto(bones: str) -> bool:
    """Whether the country's or the Party's name stands in the skeleton."""
    return letterhead.IN_MOTTO in bones and letterhead.MOTTO.search(bones) is not None


def has_independence(bones: str) -> bool:
    """Whether "Độc lập - Tự do - Hạnh phúc" stands in the skeleton."""
    return letterhead.IN_INDEPENDENCE in bones and letterhead.INDEPENDENCE.search(bones) is not None


def is_number(line: Line) -> bool:
    """Whether the line is "Số: …" with a number or the place for one."""
    begins = len(line.text) < 60 and line.text.lstrip(" .-–*").startswith("S")
    match = letterhead.NUMBER_LINE.match(line.bones) if begins else None
    if match is None:
        return False
    return bool(letterhead.NUMBER.match(match["number"].strip()) or letterhead.MEANT_AS_NUMBER.match(line.bones))


def is_dateline(line: Line) -> bool:
    """Whether the line is a place, a comma and a day, and nothing else."""
    if len(line.text) > 90 or not may_hold_day(line.bones) or letterhead.GROUNDS.match(line.bones):
        return False
    if letterhead.MEANT_AS_DAY.match(line.bones):
        return True
    day = next(written_days(line.text), None)
    if day is None or line.bones[day.end :].strip(" .;,/"):
        return False
    before = line.bones[: day.start]
    if letterhead.LEADS_TO_DAY.search(before):
        return False
    return bool(letterhead.PLACE.match(before)) and line.text[:1].isupper()


def _fits_head(line: Line) -> bool:
    """Whether the line may stand above the first anchor: an office in capitals, a drawn line, a stamp, nothing."""
    if line.side is Side.TABLE or len(line.text) > 100:
        return False
    return line.text == line.text.upper() and not type_of(line)


def _hangs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the line still belongs to the head: the rest of "V/v …", a drawn line in a column."""
    line = lines[index]
    if type_of(line) or letterhead.ADDRESSEE.match(line.bones) or line.side is Side.TABLE or not line.text:
        return False
    if line.table:
        return False
    if letterhead.ABOUT_SHORT.match(line.bones):
        return True
    return (
        line.side is Side.LEFT
        and len(line.text) < 70
        and any(letterhead.ABOUT_SHORT.match(before.bones) for before in lines[max(0, index - 6) : index])
    )


def type_of(line: Line) -> str:
    """The kind of paper that the line names and nothing else, in capitals; "" where it names none."""
    text = line.text.strip(" .:*_-\t")
    if not text or text != text.upper():
        return ""
    spaced = all(len(word) == 1 for word in text.split())
    return BY_LETTERS.get(fold(text).replace(" ", ""), "") if spaced else BY_FOLD.get(fold(text), "")


def leading_type(line: Line) -> str:
    """The kind of paper with which a line in capitals begins: "BÁO CÁO TỔNG KẾT …"; "" where it begins with none."""
    if line.text != line.text.upper() or len(line.text) > 300:
        return ""
    words = line.text.split()
    names = (BY_FOLD.get(fold(" ".join(words[:n])), "") for n in (4, 3, 2))
    return next((name for name in names if name), "")


def title(lines: Sequence[Line], head: range) -> range:
    """The line that names the paper's kind: below the head, or above it where the file has the head last."""
    below = _title_in(lines, range(head.stop, min(len(lines), head.stop + 12)), headed=bool(head))
    if below:
        return below
    above = _title_in(lines, range(min(head.start, 12)))
    return above or _title_in(lines, head)


def _title_in(lines: Sequence[Line], where: range, *, headed: bool = True) -> range:
    """The title's line; a kind on no list is known by its place below a head only."""
    for i in where:
        if signature.RECIPIENTS.match(lines[i].bones) or letterhead.ADDRESSEE.match(lines[i].bones):
            break
        if type_of(lines[i]) or leading_type(lines[i]) or (headed and _looks_like_title(lines, i, where)):
            return range(i, i + 1)
    return range(0)


def _looks_like_title(lines: Sequence[Line], i: int, where: range) -> bool:
    """Whether a kind of paper that is on no list may stand here: capitals, short, over the whole width."""
    line = lines[i]
    if line.side is not Side.WHOLE or line.table or not 5 <= len(line.text) <= 60 or line.text != line.text.upper():
        return False
    first = next((n for n in where if lines[n].text and not letterhead.RULE.match(lines[n].bones)), i)
    return first == i and line.text[0].isalpha() and not letterhead.DRAFT.match(line.bones) and not is_anchor(line)
