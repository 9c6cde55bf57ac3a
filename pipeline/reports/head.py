"""The head, addressee and signature of the block's papers."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.patterns.reports import BLOCK_SUFFIX
from extractors.records import Status
from pipeline.figures import Content
from pipeline.records import Kind, Role
from pipeline.reports.received import summary_task
from pipeline.reports.view import ReportView
from pipeline.reports.wording import capital, month, province_with_rank

_SURE = (Status.ACCEPTED, Status.CONFIRMED, Status.CORRECTED)
_LAST_YEAR_OF_AWARD_BOARD = 2024
"""Until then a Ban Thi đua - Khen thưởng stood under the Sở Nội vụ."""


def head(view: ReportView, type_code: str) -> Mapping[str, Content]:
    """What stands above the title; number and day stay blank for the registry."""
    return {
        "parent": f"UBND {province_with_rank(view.block.province)}".upper(),
        "issuer": view.block.name.upper(),
        "symbol": "-".join(part for part in (type_code, block_code(view)) if part),
        "code": block_code(view),
        "place": view.block.province,
        "month": month(view.as_of),
        "year": view.as_of.year,
    }


def block_code(view: ReportView) -> str:
    """The block's suffix in số, ký hiệu, as its own plan prints it: "KTĐ"."""
    for fact in view.plan.facts:
        if fact.field == "number" and (found := BLOCK_SUFFIX.search(fact.raw or str(fact.value or ""))):
            return found[1]
    return "CTĐ" if _is_cluster(view) else "KTĐ"


def _is_cluster(view: ReportView) -> bool:
    return view.block.name.lower().startswith("cụm")


def block_words(view: ReportView) -> Mapping[str, Content]:
    """How the text names the block, its year and its province."""
    return {
        "name": view.block.name,
        "short": "Cụm" if _is_cluster(view) else "Khối",
        "year": view.block.year,
        "next_year": view.block.year + 1,
        "province": province_with_rank(view.block.province),
        "addressee": addressee(view),
        "plan": _plan_title(view),
    }


def addressee(view: ReportView) -> str:
    """The body that receives the block's reports."""
    office = f"Sở Nội vụ {province_with_rank(view.block.province)}"
    return f"Ban Thi đua - Khen thưởng, {office}" if view.as_of.year <= _LAST_YEAR_OF_AWARD_BOARD else office


def _plan_title(view: ReportView) -> str:
    """The plan as the text cites it, "Kế hoạch triển khai …", with the number where the plan bears one."""
    said = {f.field: str(f.value) for f in view.plan.facts if f.status in _SURE and f.value is not None}
    number = f" số {said['number']}" if "number" in said else ""
    subject = said.get("subject", f"công tác thi đua, khen thưởng năm {view.block.year}")
    return f"Kế hoạch{number} {subject[:1].lower()}{subject[1:]}"


def signer(view: ReportView, kind: Kind) -> str:
    """The signer's title: the year's report is the leader's, the half-year's whoever the plan names."""
    leader, deputy = ("Trưởng cụm", "Phó Trưởng cụm") if _is_cluster(view) else ("Trưởng khối", "Phó Trưởng khối")
    task = summary_task(view, kind)
    leads = [unit for unit, role in task.roles if role == Role.LEAD] if task else []
    by_deputy = bool(leads) and leads[0] in view.block.deputies
    return (deputy if by_deputy else leader).upper()


def leader_name(view: ReportView) -> str:
    """The leading unit's name, as a sentence names it."""
    return next((capital(u.name) for u in view.block.units if u.id == view.block.leader), "")
