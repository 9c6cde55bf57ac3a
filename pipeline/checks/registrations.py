"""What members registered, proposed and were granted, side by side for each award."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.records import Fact
from pipeline.awards import named
from pipeline.checks.documents import files_of, unit_name
from pipeline.checks.pairs import SURE
from pipeline.records import Case, DocumentState, Finding, Kind, Paper

STAGES = ("registered", "proposed", "granted")
SOURCES: dict[str, tuple[Kind, ...]] = {
    "registered": (Kind.REGISTRATION, Kind.PLAN_REPORT_YEAR),
    "proposed": (Kind.PLAN_REPORT_YEAR,),
    "granted": (Kind.PLAN_REPORT_YEAR,),
}
"""Which papers a stage is read from, the first before the others: a half year's figures would be counted twice."""

Said = dict[str, list[tuple[int, Fact]]]
"""Stage -> what papers say of it, by their ids."""


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One award of one member through the year."""

    unit_id: str
    award: str
    who: str
    """collective, individual or any."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Stage -> how many, where a paper says so surely."""
    documents: Mapping[str, int] = field(default_factory=dict)
    """Stage -> the id of the paper that says so."""


def awards(papers: tuple[Paper, ...]) -> tuple[AwardRow, ...]:
    """One row for each member, award and kind of recipient: the counts on which all counted papers surely agree."""
    said: dict[tuple[str, str, str], Said] = {}
    for paper in papers:
        if paper.unit_id is None or paper.state is not DocumentState.ACCEPTED:
            continue
        for name, entry in paper.facts.items():
            stage, award, who = _parts(name)
            if paper.kind in SOURCES.get(stage, ()):
                stages = said.setdefault((paper.unit_id, award, who), {})
                first = paper.kind is SOURCES[stage][0]
                held = stages.setdefault(stage, [])
                held.insert(0 if first else len(held), (paper.document_id, entry.fact))
    rows = (_row(*key, said[key]) for key in sorted(said))
    return tuple(row for row in rows if row.counts)


def _row(unit_id: str, award: str, who: str, said: Said) -> AwardRow:
    sure = {stage: held for stage, held in said.items() if _agree([fact for _, fact in held])}
    counts = {stage: int(float(str(held[0][1].value))) for stage, held in sure.items()}
    return AwardRow(unit_id, award, who, counts, {stage: held[0][0] for stage, held in sure.items()})


def _agree(facts: Sequence[Fact]) -> bool:
    """Whether all are sure and say the same."""
    return all(f.status in SURE and f.value is not None for f in facts) and len({f.value for f in facts}) == 1


def unequal_awards(case: Case) -> Iterator[Finding]:
    """Awards of which fewer were granted than registered, or more than were asked for."""
    by_id = {paper.document_id: paper for paper in case.papers}
    for row in awards(case.papers):
        if len(row.counts) < 2 or len(set(row.counts.values())) == 1:
            continue
        told_by = [row.documents[stage] for stage in STAGES if stage in row.documents]
        evidence = {
            "unit": unit_name(case, row.unit_id),
            "award": named(row.award, row.who),
            **{stage: row.counts.get(stage, "-") for stage in STAGES},
            "file": ", ".join(files_of(by_id[i]) for i in dict.fromkeys(told_by)),
        }
        yield Finding("awards.unequal", evidence, told_by[-1], row.unit_id)


def _parts(name: str) -> tuple[str, str, str]:
    """The three parts of "count:granted/giay_khen/individual"; empty ones for any other field."""
    stage, _, rest = name.removeprefix("count:").partition("/")
    award, _, who = rest.partition("/")
    return (stage, award, who) if name.startswith("count:") else ("", "", "")
