"""The number of the paper that this one replaces: "Báo cáo này thay thế Báo cáo số 109/BC-SNgV …"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import heads
from extractors.layout import Layout
from extractors.lines import Line
from extractors.patterns import letterhead
from extractors.places import within
from extractors.records import Candidate
from extractors.vietnamese.paper_numbers import read_number
from extractors.vietnamese.text import fold


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `replaces`; a sentence in which other papers replace each other gives none."""
    kinds = {fold(heads.type_of(line)) for line in layout.title} | {"van ban", "cong van"}
    for n, line in enumerate((*layout.about, *layout.body)):
        yield from _in_line(line, kinds, below_subject=n - len(layout.about))


def _in_line(line: Line, kinds: set[str], below_subject: int) -> Iterator[Candidate]:
    """`below_subject`: so many lines below the subject it stands; less than 0 within it."""
    if letterhead.REPLACING not in line.bones:
        return
    for match in letterhead.REPLACES.finditer(line.bones):
        own = match["own"]
        number = read_number(line.text, match.start("number"))
        begins = not line.bones[: match.start()].strip(" (*")
        of_this = (
            below_subject < 0 or (begins and (below_subject < 3 or line.text.startswith("(")))
            if own is None
            else any(kind and own.endswith(kind) for kind in kinds)
        )
        if number is None or not number.serial or not of_this:
            continue
        also = letterhead.REPLACES_ALSO.match(line.bones[number.end :])
        raw, place = line.text[number.start : number.end], within(line.place, number.start, number.end)
        rule = "replaces.this_paper" if own else "replaces.note"
        yield Candidate("replaces", number.value, rule, raw, place, "several" if also else number.doubt)
