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
    for line in (*layout.about, *layout.body):
        yield from _in_line(line, kinds)


def _in_line(line: Line, kinds: set[str]) -> Iterator[Candidate]:
    for match in letterhead.REPLACES.finditer(line.bones):
        own = match["own"]
        if own is not None and not any(own.endswith(kind) for kind in kinds if kind):
            continue
        number = read_number(line.text, match.start("number"))
        if number and number.serial:
            raw = line.text[number.start : number.end]
            more = letterhead.REPLACES.search(line.bones, match.end())
            rule = "replaces.this_paper" if own else "replaces.note"
            yield Candidate(
                "replaces",
                number.value,
                rule,
                raw,
                within(line.place, number.start, number.end),
                "several" if more else number.doubt,
            )
