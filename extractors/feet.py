"""Where a paper's foot stands among its lines: "Nơi nhận" on the left, the signature on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.lines import Line, Side
from extractors.patterns import letterhead, signature
from extractors.places import within
from extractors.vietnamese.names import looks_like_person

_LONGEST = 45
"""Lines in a foot, at most."""


class Foot(NamedTuple):
    """The foot's two columns, and where it starts and stops among the lines."""

    start: int
    stop: int
    recipients: tuple[Line, ...]
    signatures: tuple[Line, ...]


def find(lines: Sequence[Line]) -> Foot:
    """The foot below the body's lines; empty and at their end where there is none."""
    for i, line in enumerate(lines):
        if signature.RECIPIENTS.match(line.bones) and len(line.text) < 200:
            return _around(lines, i)
    return _after_end_mark(lines)


def _around(lines: Sequence[Line], anchor: int) -> Foot:
    table = lines[anchor].table
    start, stop = anchor, anchor + 1
    while start and (
        _may_sign(lines[start - 1])
        or (table and lines[start - 1].table == table)
        or _is_name_below_office(lines, start - 1)
    ):
        start -= 1
    while stop < len(lines) and stop < anchor + _LONGEST and not _ends(lines, anchor, stop):
        stop += 1
    left, right = _sorted_out(lines, start, stop, anchor)
    return Foot(start, stop, left, tuple(part for line in right for part in unglued(line)))


def _after_end_mark(lines: Sequence[Line]) -> Foot:
    ends = [i for i, line in enumerate(lines) if signature.END_MARK.search(line.bones)]
    start = ends[0] + 1 if ends else len(lines)
    stop = start
    while stop < len(lines) and stop < start + _LONGEST and not _ends(lines, start, stop):
        stop += 1
    signatures = (part for line in lines[start:stop] if line.text for part in unglued(line))
    return Foot(start, stop, (), tuple(signatures))


def _ends(lines: Sequence[Line], anchor: int, i: int) -> bool:
    """Whether the foot is over: an appendix, a table of figures, running text."""
    line = lines[i]
    if lines[anchor].table and line.table == lines[anchor].table:
        return False
    if line.side is Side.TABLE or letterhead.APPENDIX.match(line.bones) or letterhead.MOTTO.search(line.bones):
        return True
    if lines[anchor].table and line.text:
        return not _may_sign(line)
    page, first = line.place.page, lines[anchor].place.page
    return (page is not None and first is not None and page > first + 1) or len(line.text) > 250


def _may_sign(line: Line) -> bool:
    """Whether the line may belong to a signature: nothing, capitals, a mark, something short on the right."""
    if line.side is Side.TABLE or len(line.text) > 90 or signature.END_MARK.search(line.bones):
        return False
    return not line.text or line.side is Side.RIGHT or belongs_to_signature(line)


def _is_name_below_office(lines: Sequence[Line], i: int) -> bool:
    """Whether the line is a name that stands below an office, with nothing but room for the signature between."""
    above = next((line for line in reversed(lines[:i]) if line.text), None)
    return above is not None and looks_like_person(lines[i].text) and belongs_to_signature(above)


def belongs_to_signature(line: Line) -> bool:
    """Whether the words are those of a signature whatever their side: authority, office, "(Đã ký)"."""
    if signature.SIGNED.match(line.bones):
        return True
    capitals = line.text == line.text.upper() and len(line.text) > 3
    return capitals and bool(signature.AUTHORITY.match(line.bones) or signature.TITLE.match(line.bones))


def _sorted_out(lines: Sequence[Line], start: int, stop: int, anchor: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The recipients' lines and the signature's: by side, and by their words where the side is unknown."""
    left: list[Line] = []
    right: list[Line] = []
    listing = False
    for i, line in ((at, part) for at in range(start, stop) for part in _off_the_filed(lines[at])):
        listing = (listing or i == anchor) and not (left and signature.FILED.match(_item(left[-1])))
        if not line.text:
            continue
        if line.side is Side.RIGHT or belongs_to_signature(line) or (line.side is Side.WHOLE and not listing):
            right.append(line)
        elif i >= anchor:
            left.append(line)
    return tuple(left), tuple(right)


def _off_the_filed(line: Line) -> Iterator[Line]:
    """The line; in two where a signature's first line was joined to the recipients' last: "Lưu: VT.GIÁM ĐỐC"."""
    joints = signature.JOINED_TO_FILED.finditer(line.text) if signature.FILED.match(_item(line)) else ()
    for joint in joints:
        rest = _part(line, joint.end(), len(line.text))
        if belongs_to_signature(rest):
            yield _part(line, 0, joint.start())
            yield rest
            return
    yield line


def unglued(line: Line) -> Iterator[Line]:
    """The lines of a signature that a reader took for one: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "CHỦ TỊCH Lò Văn A"."""
    start = 0
    for gap_start, gap_end in sorted(_joints(line)):
        yield _part(line, start, gap_start)
        start = gap_end
    yield _part(line, start, len(line.text)) if start else line


def _joints(line: Line) -> Iterator[tuple[int, int]]:
    """Where lines were joined: the white space between them."""
    name = _name_joint(line)
    end = name[0] if name else len(line.text)
    capitals = line.text[:end] == line.text[:end].upper()
    if name and capitals:
        yield name
    if capitals and signature.AUTHORITY.match(line.bones):
        yield from _authority_joints(line.bones, end)


def _authority_joints(bones: str, end: int) -> Iterator[tuple[int, int]]:
    starts = [0]
    for joint in signature.JOINED_AUTHORITY.finditer(bones, 0, end):
        yield joint.span()
        starts.append(joint.end())
    last = starts[-1]
    deputy = bones.startswith(("kt", "k/t"), last)
    pattern = signature.JOINED_DEPUTY if deputy else signature.JOINED_OFFICE
    letters = signature.AUTHORITY.match(bones[last:])
    own = pattern.search(bones, last + (letters.end() if letters else 0), end)
    if own:
        yield own.span()


def _name_joint(line: Line) -> tuple[int, int] | None:
    """The white space before a name that ends a line of capitals; before its rank, where it has one."""
    words = list(re.finditer(r"\S+", line.text))
    for n, word in enumerate(words[1:], 1):
        if word.group() != word.group().upper():
            rank = signature.RANK_BEFORE.search(line.bones, 0, word.start())
            joint = rank.span() if rank else (words[n - 1].end(), word.start())
            return joint if joint[0] and looks_like_person(line.text[word.start() :]) else None
    return None


def _part(line: Line, start: int, end: int) -> Line:
    return line._replace(text=line.text[start:end], bones=line.bones[start:end], place=within(line.place, start, end))


def _item(line: Line) -> str:
    return signature.DASH.sub("", line.bones)
