"""Who issues the paper and under whom: the names in the left column, above the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors import heads
from extractors.layout import Layout
from extractors.lines import Line, Side, together
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate, Document
from extractors.vietnamese.skeleton import foreign, skeleton
from extractors.vietnamese.text import one_line


class Name(NamedTuple):
    """One office's name, on one line or several."""

    lines: tuple[Line, ...]
    sure: bool
    """Whether every line plainly begins a name or goes on with one."""


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `parent_agency` and `issuer`, each in one line, case kept."""
    names = _names(_office_lines(layout))
    if not names:
        yield from _named_by_sheet(layout)
        return
    doubt = "mixed_lines" if _mixed(layout) else _doubt(names)
    yield from _candidate(layout.document, "issuer", names[-1], doubt)
    if len(names) > 1:
        yield from _candidate(layout.document, "parent_agency", names[-2], doubt)


def _office_lines(layout: Layout) -> list[Line]:
    """The left column's lines above the number; where sides are unknown, all that is no motto and no day."""
    left = []
    for line in layout.head:
        if heads.is_number(line):
            break
        if line.side is not Side.RIGHT and _may_name_office(line):
            left.append(line)
    return left


def _mixed(layout: Layout) -> bool:
    """Whether a motto's line holds other words too: then the left column's may have gone astray."""
    mottos = (line for line in layout.head if letterhead.MOTTO.search(line.bones))
    return any(letterhead.INDEPENDENCE.sub("", letterhead.MOTTO.sub("", line.bones)).strip(" \n-_*") for line in mottos)


def _may_name_office(line: Line) -> bool:
    if letterhead.RULE.match(line.bones) or letterhead.DRAFT.match(line.bones) or letterhead.STAMP.match(line.bones):
        return False
    return not heads.is_anchor(line) and not letterhead.ABOUT_SHORT.match(line.bones) and not heads.type_of(line)


def _names(lines: Sequence[Line]) -> list[Name]:
    names: list[Name] = []
    for line in lines:
        if names and _goes_on(names[-1], line, first=len(names) == 1):
            names[-1] = Name((*names[-1].lines, line), names[-1].sure and _plainly_goes_on(names[-1], line))
        else:
            names.append(Name((line,), _begins(line)))
    return names


def _begins(line: Line) -> bool:
    """Whether the line begins with an office's first word: "BAN QUẢN LÝ", and not the village "BẢN TRÌNH"."""
    return bool(letterhead.OFFICE.match(line.bones)) and not letterhead.VILLAGE.match(line.text)


def _goes_on(name: Name, line: Line, *, first: bool) -> bool:
    if _plainly_goes_on(name, line):
        return True
    if _begins(line):
        return first and bool(letterhead.ALONE.match(name.lines[0].bones)) and len(name.lines) == 1
    return True


def _plainly_goes_on(name: Name, line: Line) -> bool:
    before = name.lines[-1]
    if letterhead.CONTINUED.match(line.bones) or letterhead.LINKED.search(before.bones):
        return True
    if letterhead.BARE.match(before.bones):
        return True
    if letterhead.BARE.match(line.bones):
        return not _begins_office(before, line)
    return bool(letterhead.UNFINISHED.search(before.bones)) and not _begins(line)


def _begins_office(before: Line, line: Line) -> bool:
    """Whether a new name begins: "BAN QUẢN LÝ"; with one word only below a place: "BẢO HIỂM XÃ" goes on with "HỘI"."""
    unfinished = letterhead.UNFINISHED.search(before.bones)
    return not unfinished and (len(line.text.split()) > 1 or bool(letterhead.COMPLETE.search(before.bones)))


def _doubt(names: Sequence[Name]) -> str:
    if len(names) > 2:
        return "several_offices"
    if letterhead.NEVER_WHOLE.match(" ".join(line.bones for line in names[-1].lines)):
        return "unfinished_name"
    if len(names) == 2 and _are_side_by_side(*names):
        return "joint_paper"
    if any(letterhead.COMPLETE.search(n.lines[0].bones) and not n.sure for n in names):
        return "unknown_line"
    text = " ".join(line.text for n in names for line in n.lines)
    if (
        letterhead.NO_OFFICE.search(text)
        or len({line.text == line.text.upper() for n in names for line in n.lines}) > 1
    ):
        return "odd_name"
    return "foreign_letter" if foreign(text) else ""


def _are_side_by_side(one: Name, other: Name) -> bool:
    """Whether two offices of one kind sign together: neither stands above the other."""
    kinds = letterhead.OFFICE.match(one.lines[0].bones), letterhead.OFFICE.match(other.lines[0].bones)
    alike = kinds[0] and kinds[1] and kinds[0].group().strip() == kinds[1].group().strip()
    return bool(alike) and not letterhead.NATIONAL.search(one.lines[-1].bones) and not _is_above(one, other)


def _is_above(one: Name, other: Name) -> bool:
    """Whether the first is the province's and the second a district's or commune's in it."""
    above, below = (" ".join(line.text for line in name.lines) for name in (one, other))
    in_district = letterhead.OF_DISTRICT.search
    return bool(letterhead.OF_PROVINCE.search(skeleton(above)) and in_district(below)) and not in_district(above)


def _named_by_sheet(layout: Layout) -> Iterator[Candidate]:
    """The unit that a score sheet without a letterhead names below its title: "Đơn vị: Sở Nội vụ"."""
    for line in layout.sheet[1:]:
        match = letterhead.SHEET_OF.match(line.bones)
        if match:
            start, end = match.span("office")
            raw = line.text[start:end]
            yield Candidate("issuer", one_line(raw), "issuer.sheet_label", raw, within(line.place, start, end))
            return


def _candidate(document: Document, field: str, name: Name, doubt: str) -> Iterator[Candidate]:
    raw, place = together(document, name.lines)
    value = one_line(" ".join(line.text for line in name.lines))
    how = "mixed_case" if value != value.upper() else "letterhead" if name.sure else "joined"
    yield Candidate(field, value, f"{field}.{how}", raw, place, doubt)
