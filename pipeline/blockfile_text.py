"""khoi.toml, written from a proposal: every value with its comment, and a mark where a person must look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from extractors.records import Limits
from pipeline.language import _
from pipeline.records import Alias, Block, JudgeBy, Unit
from pipeline.stages.propose import EMPTY, Proposal


def look() -> str:
    """The word with which a line begins that a person must look at."""
    return _("LOOK HERE")


def written(proposal: Proposal) -> str:
    """The whole text."""
    return "\n".join([*_head(proposal), *_sources(proposal), *_rules(proposal.block), *_members(proposal)]) + "\n"


def marked(text: str) -> list[tuple[int, str]]:
    """The lines that a person must look at: the number of the line below the mark, and why."""
    start = f"# {look()}: "
    lines = enumerate(text.splitlines(), start=2)
    return [(number, line.removeprefix(start)) for number, line in lines if line.startswith(start)]


def _head(proposal: Proposal) -> Iterator[str]:
    block = proposal.block
    yield _("# The block file. Change what stands after the equals sign, keep the quotes.")
    yield _(
        "# Lines that begin with “# {look}” say what is not sure: correct the line below, then delete the mark."
    ).format(look=look())
    yield from ("", "[block]")
    yield from _doubt(proposal, "name")
    yield f"name = {_text(block.name)}"
    yield from _doubt(proposal, "province")
    yield f"province = {_text(block.province)}"
    yield from _doubt(proposal, "year")
    yield f"year = {block.year}"
    yield from _doubt(proposal, "leader")
    yield f"leader = {_text(block.leader)}" + _("  # the id of the head's unit")
    yield from _doubt(proposal, "deputies")
    yield f"deputies = [{', '.join(map(_text, block.deputies))}]" + _("  # the ids of the deputies' units")


def _sources(proposal: Proposal) -> Iterator[str]:
    block = proposal.block
    yield from ("", "[plan]", f"file = {_text(block.plan_file)}", "")
    yield _("# Sharper days than the plan's own: the task's number as `thidua plan` prints it = the day.")
    yield from ("[plan.due]", f'# "7" = {block.year}-06-15', "")
    if block.criteria_file:
        yield "[criteria]"
        yield from _doubt(proposal, "criteria")
        yield f"file = {_text(block.criteria_file)}"
    else:
        yield _("# The block's score sheet. Take the marks # away when you have the file.")
        yield from ("# [criteria]", '# file = "tieu-chi.docx"')


def _rules(block: Block) -> Iterator[str]:
    """What differs from the rule without any entry."""
    if block.judge_by is not JudgeBy.ISSUED or block.move_holidays:
        yield from ("", "[schedule]", f'judge_by = "{block.judge_by}"')
        yield f"move_holidays = {_flag(block.move_holidays)}"
    if block.four_eyes:
        yield from ("", "[review]", "four_eyes = true")
    if block.settle_seconds != EMPTY.settle_seconds:
        yield from ("", "[inbox]", f"settle_seconds = {block.settle_seconds}")
    limits, usual = block.limits, Limits()
    changed = [name for name in Limits.__slots__ if getattr(limits, name) != getattr(usual, name)]
    if changed:
        yield from ("", "[limits]", *(f"{name} = {getattr(limits, name)}" for name in changed))
    for grade in block.grades:
        yield from ("", "[[ranking.grades]]", f"name = {_text(grade.name)}", f"at_least = {_number(grade.at_least)}")
        if grade.floor is not None:
            yield f"floor = {_number(grade.floor)}"


def _members(proposal: Proposal) -> Iterator[str]:
    yield ""
    yield _("# The members, a section [[units]] each.")
    yield from _doubt(proposal, "units")
    for unit in proposal.block.units:
        yield ""
        yield from _doubt(proposal, unit.id)
        yield from _unit(unit)


def _unit(unit: Unit) -> Iterator[str]:
    yield "[[units]]"
    yield f"id = {_text(unit.id)}"
    yield f"name = {_text(unit.name)}"
    yield f"aliases = [{', '.join(map(_alias, unit.aliases))}]"
    yield f"code = {_text(unit.code)}" + _("  # the end of its numbers: 152/BC-{code}").format(code=unit.code)
    yield f"contact = {_text(unit.contact)}"


def _alias(alias: Alias) -> str:
    name = _text(alias.name)
    return f"{{name = {name}, until = {alias.until.isoformat()}}}" if alias.until else name


def _doubt(proposal: Proposal, key: str) -> Iterator[str]:
    if key in proposal.doubts:
        yield f"# {look()}: {proposal.doubts[key]}"


def _text(value: str) -> str:
    """A TOML text in quotes: JSON's escapes are TOML's."""
    return json.dumps(value, ensure_ascii=False)


def _number(value: Decimal) -> str:
    return f"{value:f}"


def _flag(value: bool) -> str:  # noqa: FBT001
    return str(value).lower()
