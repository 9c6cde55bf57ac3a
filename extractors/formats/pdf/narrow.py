"""Words that a narrow cell breaks between two letters: those that find no room even on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.formats.pdf.shapes import Line, union
from extractors.formats.pdf.stitch import Piece, Stitched
from extractors.patterns.table_cells import BREAKABLE_DAY, BREAKABLE_FIGURE, BREAKABLE_NUMBER, FIGURE_GOES_ON
from extractors.vietnamese.syllables import is_syllable

PADDING = 6.0
"""Points between a cell's text and its edge, at most: Word's own are 5.4."""


def mend(table: Stitched) -> None:
    """Puts the broken words together; rows where that is likely and not sure become doubtful."""
    for piece in (piece for row in table.rows for piece in row if len(piece.lines) > 1 and _has_lone_word(piece)):
        runs = list(_runs(piece))
        if len(runs) == len(piece.lines):
            continue
        piece.lines = [_in_one(run) for run in runs]
        if not all(_sure([line.text for line in run]) for run in runs):
            table.doubtful.update(range(piece.slot.row, piece.slot.row + piece.slot.row_span))


def _has_lone_word(piece: Piece) -> bool:
    """Whether a line of the cell is one word: asked first, since nearly no cell has one."""
    return any(" " not in line.text for line in piece.lines)


def _runs(piece: Piece) -> Iterator[Sequence[Line]]:
    """The cell's lines, those together that hold one word."""
    run: list[Line] = []
    for line in piece.lines:
        if run and not _may_go_on(run[-1], line, piece.box[2] - piece.box[0]):
            yield from _checked(run)
            run = []
        run.append(line)
    yield from _checked(run)


def _may_go_on(line: Line, following: Line, width: float) -> bool:
    """Whether the line is one word, and ends where it may break or has no room for the next letter."""
    if " " in line.text or line.page != following.page:
        return False
    taken = line.box[2] - line.box[0]
    return line.text[-1] in "-/" or taken + taken / len(line.text) > width - 2 * PADDING


def _checked(run: list[Line]) -> Iterator[Sequence[Line]]:
    """The run if its lines make one word, else line by line."""
    if len(run) > 1 and _is_word([line.text for line in run]):
        yield run
    else:
        yield from ([line] for line in run)


def _is_word(texts: Sequence[str]) -> bool:
    """Whether the texts, of which the last may go on in other words, make one that they do not make by themselves."""
    head, _, rest = texts[-1].partition(" ")
    parts = [*texts[:-1], head]
    whole = "".join(parts)
    if BREAKABLE_NUMBER.fullmatch(whole):
        return not rest or rest.startswith("ngày")
    if BREAKABLE_FIGURE.fullmatch(whole) or BREAKABLE_DAY.fullmatch(whole):
        return len(parts[0]) > 1 and not _stacked(parts)
    return len(whole) > 2 and is_syllable(whole) and not all(map(is_syllable, parts))


def _stacked(parts: Sequence[str]) -> bool:
    """Whether the parts are rather figures one below the other, all as long: "10" above "15", not "10" above "00"."""
    return all(part.isdecimal() and len(part) == len(parts[0]) and part[0] != "0" for part in parts)


def _sure(texts: Sequence[str]) -> bool:
    """Whether the texts can be nothing but one word: "100" above "0" may be two figures, "SKH" above "ĐT" two names."""
    whole = "".join(texts)
    if len(texts) == 1 or not any(character.isdecimal() for character in whole):
        return True
    return all(FIGURE_GOES_ON.search(f"{before}\n{after}") or before[-1] in "-/" for before, after in pairwise(texts))


def _in_one(run: Sequence[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    return run[0]._replace(text="".join(line.text for line in run), box=union([line.box for line in run]))
