"""What stands in what: the holders, tables, rows and cells of a story as a tree of drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.formats.docx import names as w
from extractors.formats.docx.drafts import CellDraft, Holder, Marked, RowDraft, TableDraft
from extractors.formats.docx.styles import any_border
from extractors.formats.docx.xml import Element


class Tree:
    """The drafts by the element that each is of; what stands where Word allows none is in no draft."""

    def __init__(self, holders: Sequence[Element]) -> None:
        """`holders` are the elements that hold the story's blocks."""
        self.holders: dict[Element | None, Holder] = {el: Holder() for el in holders}
        self._tables: dict[Element | None, TableDraft] = {}
        self._rows: dict[Element | None, RowDraft] = {}
        self.handlers: dict[str, Callable[[Element], None]] = {
            w.TBL: self._table,
            w.TR: self._row,
            w.TC: self._cell,
            w.TXBX_CONTENT: self._box,
            **dict.fromkeys(_MARKS, self._mark),
        }
        """What to do with an element, by its tag."""

    def _table(self, el: Element) -> None:
        holder = self.holders.get(el.getparent())
        if holder is not None:
            table = self._tables[el] = TableDraft()
            holder.content.append(table)

    def _row(self, el: Element) -> None:
        table = self._tables.get(el.getparent())
        if table is not None:
            row = self._rows[el] = RowDraft()
            table.rows.append(row)

    def _cell(self, el: Element) -> None:
        row = self._rows.get(el.getparent())
        if row is not None:
            cell = self.holders[el] = CellDraft()
            row.cells.append(cell)

    def _box(self, el: Element) -> None:
        holder = self.holders.get(el.getparent())
        if holder is not None:
            box = self.holders[el] = Holder()
            holder.content.append(box)

    def _mark(self, el: Element) -> None:
        """A property of a table, row or cell: two levels up from it."""
        properties = el.getparent()
        owner = None if properties is None else properties.getparent()
        marked = self._tables.get(owner) or self._rows.get(owner) or self.holders.get(owner)
        if isinstance(marked, Marked):
            marked.mark(el.tag, str(any_border(el)) if el.tag in _BORDERS else el.get(w.VAL, ""))


_BORDERS = frozenset({w.TBL_BORDERS, w.TC_BORDERS})
_MARKS = (
    w.TBL_STYLE, w.TBL_BORDERS, w.TC_BORDERS, w.GRID_SPAN, w.V_MERGE, w.H_MERGE, w.GRID_BEFORE, w.GRID_AFTER,
    w.TBL_HEADER,
)  # fmt: skip
