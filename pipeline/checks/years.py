"""Of which year a paper speaks, against the block's: calendar years, and school years that the plan names."""

from __future__ import annotations

from extractors.vietnamese.periods import school_year
from pipeline.records import Block, Plan


def school_years(plan: Plan) -> frozenset[tuple[int, int]]:
    """The school years that the plan's tasks name."""
    named = (school_year(task.content) for task in plan.tasks)
    return frozenset(years for years in named if years is not None)


def other_time(period: str, title: str, block: Block, planned: frozenset[tuple[int, int]]) -> str:
    """The time that a paper tells in its period or title, where it is not the block's; "" else."""
    told = school_year(title)
    if told is not None and (planned or not period):
        ours = told in planned if planned else block.year in told
        return "" if ours else f"{told[0]}-{told[1]}"
    return period if period and period[:4] != str(block.year) else ""
