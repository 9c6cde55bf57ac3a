"""The names of units that people confirmed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.records import Alias, Block

if TYPE_CHECKING:
    from sqlite_utils import Database

ALIAS = "alias:"
"""What the field of such a decision begins with; the name follows."""


def with_aliases(block: Block, db: Database) -> Block:
    """The block with the names that people confirmed for its units."""
    query = """
        SELECT field, after FROM standing_decisions
        WHERE field LIKE 'alias:%' AND after IS NOT NULL
        GROUP BY field HAVING decision_id = max(decision_id) ORDER BY decision_id
    """
    names = {str(field).removeprefix(ALIAS): unit_id for field, unit_id in db.execute(query)}
    units = tuple(
        replace(unit, aliases=(*unit.aliases, *(Alias(name) for name, of in names.items() if of == unit.id)))
        for unit in block.units
    )
    return replace(block, units=units) if names else block
