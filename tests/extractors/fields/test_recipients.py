from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import REPORT, REVIEW, Case, faults, missing

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
}


def listed(lines: tuple[str, ...], wanted: object) -> Case:
    return Case(
        replace(REPORT, recipients=lines),
        {"recipients": wanted},
        {"recipients": tuple(line.strip("-; .") for line in lines[1:])} if wanted is REVIEW else {},
    )


CASES = {"/".join(lines): listed(lines, wanted) for lines, wanted in LISTS.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_recipients(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_lists_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " recipients " in m] == []
