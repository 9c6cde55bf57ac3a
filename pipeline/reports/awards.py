"""Awards: what units registered, proposed and were granted, summed where every addend is sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.awards import AWARDS, named
from pipeline.figures import Content, Figure
from pipeline.records import DocumentFact, DocumentState, Kind, Paper, Unit
from pipeline.reports.received import Receipt
from pipeline.reports.sources import SURE, fact_source, marked, merged
from pipeline.reports.view import ReportView, live_papers
from pipeline.reports.wording import count

STAGES = {"registered": "Đăng ký", "proposed": "Đề nghị", "granted": "Được tặng"}


class Award(NamedTuple):
    """An award and who gets it, as in the field's name."""

    award: str
    who: str


class Count(NamedTuple):
    """One unit's number for one stage of an award."""

    stage: str
    award: Award
    unit: Unit
    value: int
    """0 where it is not sure."""
    figure: Figure


def award_name(award: Award) -> str:
    """The award as papers name it, "Giấy khen (cá nhân)"."""
    return named(award.award, award.who)


def counts(view: ReportView, received: tuple[Receipt, ...]) -> list[Count]:
    """Every count that the units' reports and registrations state, one for each unit, stage and award."""
    return [c for receipt in received for c in _unit_counts(view, receipt)]


def _unit_counts(view: ReportView, receipt: Receipt) -> list[Count]:
    """A registration says what is registered, nothing else: what it calls granted is the year before."""
    said: dict[str, list[tuple[Paper, DocumentFact]]] = {}
    for paper, prefix in (
        *((paper, "count:") for paper in (receipt.paper,) if paper),
        *((paper, "count:registered/") for paper in live_papers(view, receipt.unit.id, Kind.REGISTRATION)),
    ):
        for field, held in paper.facts.items():
            if field.startswith(prefix):
                said.setdefault(field, []).append((paper, held))
    return [_count(view, receipt.unit, field, held) for field, held in said.items()]


def _count(view: ReportView, unit: Unit, field: str, said: list[tuple[Paper, DocumentFact]]) -> Count:
    stage, award, who = field.removeprefix("count:").split("/")
    values = {held.fact.value for _, held in said}
    value = next(iter(values))
    whole = isinstance(value, int | float) and float(value).is_integer()
    sure = whole and len(values) == 1 and all(_counts_surely(paper, held) for paper, held in said)
    text = " / ".join(count(int(v)) for v in sorted(v for v in values if isinstance(v, int | float)))
    label = f"{STAGES.get(stage, stage)}: {award_name(Award(award, who))} – {unit.name}"
    found = tuple(fact_source(view, paper, held) for paper, held in said)
    figure = Figure(f"count/{unit.id}/{stage}/{award}/{who}", marked(text, sure), label, found, sure=sure)
    exact = int(value) if sure and isinstance(value, int | float) else 0
    return Count(stage, Award(award, who), unit, exact, figure)


def _counts_surely(paper: Paper, held: DocumentFact) -> bool:
    return paper.state is DocumentState.ACCEPTED and held.fact.status in SURE


def award_table(stated: list[Count]) -> list[Mapping[str, Content]]:
    """One row an award: the sum of each stage over the units whose number is sure."""
    return [
        {"no": number, "award": award_name(award), **{stage: _sum(stated, award, stage) for stage in STAGES}}
        for number, award in enumerate(_in_order(stated), 1)
    ]


def _in_order(stated: list[Count]) -> list[Award]:
    known = {name: position for position, name in enumerate(AWARDS)}
    return sorted({c.award for c in stated}, key=lambda a: (known.get(a.award, len(known)), a.award, a.who))


def _sum(stated: list[Count], award: Award, stage: str) -> Content:
    addends = [c for c in stated if c.award == award and c.stage == stage]
    sure = [c for c in addends if c.figure.sure]
    if not sure:
        return addends[0].figure.text if len(addends) == 1 else "[cần kiểm tra]" if addends else ""
    left_out = len(addends) - len(sure)
    basis = f"cộng số liệu của {len(sure)} đơn vị" + (f"; chưa cộng {left_out} số cần kiểm tra" if left_out else "")
    label = f"{STAGES[stage]}: {award_name(award)} – toàn Khối"
    key = f"sum/{stage}/{award.award}/{award.who}"
    return Figure(key, count(sum(c.value for c in sure)), label, merged(c.figure for c in sure), basis)


def award_annex(stated: list[Count]) -> list[Mapping[str, Content]]:
    """For each award the units that state a number, then the sum."""
    return [_annex_group(stated, award) for award in _in_order(stated)]


def _annex_group(stated: list[Count], award: Award) -> Mapping[str, Content]:
    units = list(dict.fromkeys(c.unit for c in stated if c.award == award))
    rows: list[Content] = [
        {"no": number, "unit": unit.name, **{stage: _stated(stated, award, unit, stage) for stage in STAGES}}
        for number, unit in enumerate(units, 1)
    ]
    return {"award": award_name(award), "rows": rows} | {stage: _sum(stated, award, stage) for stage in STAGES}


def _stated(stated: list[Count], award: Award, unit: Unit, stage: str) -> Content:
    return next((c.figure for c in stated if (c.award, c.unit, c.stage) == (award, unit, stage)), "")


def award_basis(stated: list[Count]) -> Mapping[str, Content]:
    """How many units the sums rest on, and how many numbers were left out."""
    units = {c.unit.id for c in stated if c.figure.sure}
    doubtful = [c for c in stated if not c.figure.sure]
    return {
        "units": Figure("awards/units", count(len(units)), "Số đơn vị có số liệu khen thưởng", basis="đếm đơn vị"),
        "left_out": Figure("awards/left_out", count(len(doubtful)), "Số liệu khen thưởng chưa cộng", basis="đếm"),
        "any": int(bool(stated)),
        "any_left_out": int(bool(doubtful)),
    }
