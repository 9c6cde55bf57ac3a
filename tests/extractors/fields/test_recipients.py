"""The list of recipients."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ABSENT, REPORT, REVIEW, Case, faults, missing

LISTS: dict[tuple[str, ...], object] = {
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT."): ("Như trên", "Lưu: VT"),
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT"): ("Như trên", "Lưu: VT"),
    ("Nơi nhận :", "-Như trên;", "-Lưu VT."): ("Như trên", "Lưu VT"),
    ("Nơi nhận:", "– Như trên;", "– Lưu: VT."): ("Như trên", "Lưu: VT"),
    ("Nơi nhận:", "- Như Điều 3;", "- VPUB: CVP, PCVP;", "- Lưu: VT, NC (02b)."): (
        "Như Điều 3",
        "VPUB: CVP, PCVP",
        "Lưu: VT, NC (02b)",
    ),
    ("Nơi nhận:", "- Các sở, ban, ngành, đoàn thể", "cấp tỉnh;", "- Lưu: VT."): (
        "Các sở, ban, ngành, đoàn thể cấp tỉnh",
        "Lưu: VT",
    ),
    ("Nơi nhận: - Như trên; - Lưu: VT.",): ("Như trên", "Lưu: VT"),
    ("Nơi nhận:", "Như trên;", "Lưu: VT."): REVIEW,
    ("Nơi nhận:", "- Như trên;", "- Sở Nội vụ;"): REVIEW,
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT, HC.TRẠM CHỈ HUY"): REVIEW,
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT.TH."): ("Như trên", "Lưu: VT.TH"),
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT.Phòng Tổng hợp."): ("Như trên", "Lưu: VT.Phòng Tổng hợp"),
}


def listed(lines: tuple[str, ...], wanted: object) -> Case:
    return Case(
        replace(REPORT, recipients=lines),
        {"recipients": wanted},
        {"recipients": tuple(line.strip("-; .") for line in lines[1:])} if wanted is REVIEW else {},
    )


def glued(filed: str, office: str) -> Case:
    """The recipients' last line and the signature's first in one, as LibreOffice leaves a table of the old format."""
    lines = ("Nơi nhận:", "- Như trên;", f"- {filed}.{office}")
    wanted = {"recipients": ("Như trên", filed), "signer_title": office, "authority": ABSENT}
    return Case(
        replace(REPORT, recipients=lines, signature=("Nông Thị Thử",)), {**wanted, "signer_name": "Nông Thị Thử"}
    )


CASES = {
    **{"/".join(lines): listed(lines, wanted) for lines, wanted in LISTS.items()},
    "glued": glued("Lưu: VT, VP", "GIÁM ĐỐC"),
    "glued in the forces": glued("Lưu: VT, HC", "CHÍNH TRỊ VIÊN"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_recipients(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_lists_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " recipients " in m] == []
