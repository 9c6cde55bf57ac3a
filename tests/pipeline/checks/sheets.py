"""Papers with a score sheet, and what the checks of scores find in them."""

from collections.abc import Sequence

from extractors.decide import decide
from extractors.decide_rows import decide_rows
from extractors.records import Candidate, Criterion, Place
from extractors.sheets.criteria import criteria
from extractors.sheets.score_sheet import score_sheets
from pipeline.checks.scores import SCORE_CHECKS
from pipeline.records import (
    Case,
    DocumentFact,
    DocumentScore,
    DocumentState,
    FileState,
    Finding,
    InboxFile,
    Kind,
    Paper,
)
from pipeline.stages.criteria import criteria_codes
from tests.extractors.sheets.tables import document, sheet
from tests.pipeline.cases import AS_OF, BLOCK, PLAN

CRITERIA = (
    "TT | Nội dung tiêu chí | Điểm chuẩn",
    "I | Thực hiện nhiệm vụ chuyên môn | 60",
    "1 | Hoàn thành chương trình công tác năm | 30",
    "2 | Thực hiện công tác cải cách hành chính | 20",
    "3 | Tiếp công dân, giải quyết đơn thư | 10",
    "II | Công tác thi đua, khen thưởng | 35",
    "1 | Phát động và đăng ký thi đua | 20",
    "2 | Chế độ thông tin, báo cáo | 15",
    "III | Điểm thưởng | 5",
    "1 | Được tặng cờ thi đua | 3",
    "2 | Có mô hình mới được công nhận | 2",
    " | Tổng cộng | 100",
)
OWN = ("Tự chấm", "54", "28", "17,5", "8,5", "33", "18,5", "14,5", "3", "3", "0", "90")
BLOCK_CRITERIA = criteria(document(sheet(*CRITERIA)))


def scored(own: Sequence[str] = OWN, rows: Sequence[str] = CRITERIA) -> list[str]:
    return [f"{row} | {score}" for row, score in zip(rows, own, strict=True)]


def case(*papers: Sequence[str], issued: Sequence[Criterion] = BLOCK_CRITERIA, prose: str = "") -> Case:
    found = tuple(paper(rows, number, issued, prose) for number, rows in enumerate(papers, 1))
    files = tuple(file for p in found for file in p.files)
    return Case(BLOCK, AS_OF, PLAN, tuple(issued), files, found, {})


def paper(rows: Sequence[str], number: int, issued: Sequence[Criterion], prose: str) -> Paper:
    sheets = score_sheets(document(sheet(*rows)))
    said = [Candidate("total_self_score", float(prose), "total_self_score.prose", prose, Place())] if prose else []
    facts = {f.field: DocumentFact(f, number) for f in decide([*sheets.totals, *said])}
    accepted = decide_rows(sheets.rows, sheets.totals)
    codes = criteria_codes(accepted, issued)
    scores = tuple(DocumentScore(row, number, code) for row, code in zip(accepted, codes, strict=True))
    file = InboxFile(number, f"bao-cao-{number}.docx", "a" * 64, 1, "x", "2022-12-01T00:00:00+07:00", FileState.READ)
    return Paper(number, (file,), "stc", Kind.PLAN_REPORT_YEAR, "5", DocumentState.ACCEPTED, None, "", facts, scores)


def findings(of: Case) -> list[Finding]:
    return [finding for rule in SCORE_CHECKS.values() for finding in rule(of)]


def brief(of: Case) -> list[tuple[str, object]]:
    return [(f.code, f.evidence.get("code")) for f in findings(of)]
