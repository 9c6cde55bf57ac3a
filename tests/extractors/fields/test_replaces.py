"""Which paper another one says that it replaces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extractors.judge import ABSENT, ANY, REPORT, REVIEW, Case, faults, missing

SENTENCES: dict[str, object] = {
    "Báo cáo này thay thế Báo cáo số 109/BC-SKHĐT ngày 01/6/2021 của Sở.": "109/BC-SKHĐT",
    "Báo cáo này được lập để thay thế cho Báo cáo số 109 /BC-SKHĐT ngày 01/6/2021.": "109/BC-SKHĐT",
    "(Thay thế Báo cáo số 109/BC-SKHĐT ngày 01/6/2021)": "109/BC-SKHĐT",
    "Văn bản này thay thế Công văn số 12/SKHĐT-VP ngày 02/6/2021.": "12/SKHĐT-VP",
    "Báo cáo này thay thế Báo cáo số 109/BC-SKHĐT và Báo cáo số 110/BC-SKHĐT.": REVIEW,
    "Quyết định số 18/2019/QĐ-UBND thay thế Quyết định số 36/2017/QĐ-UBND đã được quán triệt.": ABSENT,
    "Báo cáo này không thay thế Báo cáo số 109/BC-SKHĐT mà bổ sung số liệu.": ABSENT,
    "Báo cáo này bổ sung Báo cáo số 109/BC-SKHĐT, không thay thế Báo cáo số 109/BC-SKHĐT.": ABSENT,
    "Sở nhận được Báo cáo số 12/BC-SCT (thay thế Báo cáo số 10/BC-SCT) của Sở Công Thương.": ABSENT,
    "Ban hành Quyết định số 5/QĐ-SKHĐT thay thế Quyết định số 4/QĐ-SKHĐT.": ABSENT,
    "- Thay thế Quyết định số 4/QĐ-SKHĐT về quy chế của cơ quan.": ABSENT,
    "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 44/QĐ-UBND.": ABSENT,
}
DECISION = replace(
    REPORT,
    title=("QUYẾT ĐỊNH",),
    number="Số: 302/QĐ-SKHĐT",
    body=("Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 44/QĐ-SKHĐT ngày 02/02/2019./.",),
)

CASES = {
    **{
        s: Case(replace(REPORT, body=(*REPORT.body[:4], s, *REPORT.body[4:])), {"replaces": v})
        for s, v in SENTENCES.items()
    },
    "decision": Case(
        DECISION, {"doc_type": "QUYẾT ĐỊNH", "number": "302/QĐ-SKHĐT", "replaces": "44/QĐ-SKHĐT", "period": ANY}
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_replaces(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_plain_replacements_need_no_review(case: Case) -> None:
    assert [m for m in missing(case) if " replaces " in m] == []
