"""An invented block in records: its members, its plan, and files that say what a test wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from extractors.records import NOWHERE, Extraction, Fact, Notice, Passage, PlannedTask, ScoreRow, Status, Value
from pipeline.records import (
    Alias,
    Block,
    Decision,
    FileState,
    InboxFile,
    Outcome,
    Paper,
    Plan,
    ReadFile,
    ScheduleState,
    Unit,
)
from pipeline.stages.check import assemble
from pipeline.stages.plan import resolve

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

BLOCK = Block(
    name="Khối thi đua số 3",
    province="Lam Sơn",
    year=2022,
    leader="vp-ubnd",
    deputies=("stc",),
    units=(
        Unit("vp-ubnd", "Văn phòng UBND tỉnh", "VP", (Alias("Văn phòng Ủy ban nhân dân tỉnh"),)),
        Unit("stc", "Sở Tài chính", "STC", (Alias("Sở TC"), Alias("Sở Vật giá", date(2021, 12, 31)))),
        Unit("skhdt", "Sở Kế hoạch và Đầu tư", "SKHĐT", (Alias("Sở KH&ĐT"),)),
        Unit("ldtbxh", "Sở Lao động, Thương binh và Xã hội", "SLĐTBXH"),
        Unit("vp-hdnd", "Văn phòng HĐND tỉnh", "VP"),
        Unit("hoa-son", "UBND huyện Hòa Sơn", "UBND"),
    ),
    plan_file="ke-hoach.docx",
    due={},
)

EVERYONE = "- Các đơn vị trong Khối thi đua"


def planned(
    content: str,
    *who: str,
    number: str = "",
    due: date | None = date(2022, 6, 30),
    time: str = "",
    support: tuple[str, ...] = (),
) -> PlannedTask:
    """A printed row of a plan."""
    return PlannedTask(number, None, content, time, None, due, who, NOWHERE, content, support)


PLANNED = (
    planned(
        "Đăng ký thi đua năm 2022 của Khối",
        "- Trưởng khối chủ trì",
        "- Các đơn vị phối hợp",
        number="1",
        due=date(2022, 3, 31),
    ),
    planned("Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2022 của các đơn vị", EVERYONE, number="2"),
    planned("Tổng hợp báo cáo sơ kết của Khối", "- Sở Tài chính chủ trì", number="3"),
    planned(
        "Tổ chức Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm",
        "- Trưởng khối chủ trì",
        "- Các đơn vị phối hợp",
        number="4",
        due=date(2022, 9, 30),
    ),
    planned(
        "Báo cáo tổng kết công tác thi đua, khen thưởng; tự chấm điểm năm 2022 của đơn vị",
        EVERYONE,
        number="5",
        due=date(2022, 12, 15),
    ),
)

PLAN: Plan = resolve(PLANNED, BLOCK)

AS_OF = date(2023, 1, 31)

H1 = "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2022"
YEAR = "Tổng kết công tác thi đua, khen thưởng năm 2022"


def fact(field: str, value: Value, status: Status = Status.ACCEPTED, raw: str | None = None) -> Fact:
    return Fact(field, value, raw if raw is not None else str(value), status, 0.99, "test", NOWHERE)


def facts(**values: Value | Fact) -> tuple[Fact, ...]:
    """Facts by field; None is an empty place."""
    return tuple(
        value
        if isinstance(value, Fact)
        else fact(field, value, Status.BLANK if value is None else Status.ACCEPTED, "" if value is None else None)
        for field, value in values.items()
    )


def report(**changes: Value | Fact) -> dict[str, Value | Fact]:
    """The facts of a half-year report of Sở Tài chính, with changes."""
    plain: dict[str, Value | Fact] = {
        "doc_type": "BÁO CÁO",
        "number": "15/BC-STC",
        "parent_agency": "UBND TỈNH LAM SƠN",
        "issuer": "SỞ TÀI CHÍNH",
        "issued_on": "2022-06-10",
        "subject": H1,
        "period": "2022-H1",
    }
    return {**plain, **changes}


def year_report(**changes: Value | Fact) -> dict[str, Value | Fact]:
    """The facts of a year report of Sở Tài chính, with changes."""
    return report(**{"number": "98/BC-STC", "issued_on": "2022-12-10", "subject": YEAR, "period": "2022", **changes})


def words(start: int, count: int = 120) -> tuple[str, ...]:
    """Invented text, as lines of ten words; texts that start far apart share none."""
    text = [f"từ{n}" for n in range(start, start + count)]
    return tuple(" ".join(text[n : n + 10]) for n in range(0, count, 10))


TEXT = words(0)


def score(code: str, self_score: str, max_score: str = "10", status: Status = Status.ACCEPTED) -> ScoreRow:
    return ScoreRow(
        1, code, f"Tiêu chí {code}", 0, None, status, NOWHERE, "", Decimal(max_score), self_score=Decimal(self_score)
    )


def read_file(
    file_id: int,
    says: Mapping[str, Value | Fact],
    text: Sequence[str] = (),
    *,
    media_type: str = DOCX,
    scores: Sequence[ScoreRow] = (),
    notices: Sequence[Notice] = (),
    received: str = "2022-06-12",
    name: str = "",
) -> ReadFile:
    """A file that was read and says so."""
    file = InboxFile(
        file_id,
        name or f"tep-{file_id}.docx",
        f"sha-{file_id}",
        1000,
        media_type,
        f"{received}T08:00:00+07:00",
        FileState.READ,
    )
    passages = tuple(Passage(line, "", NOWHERE) for line in text or words(file_id * 1000))
    return ReadFile(file, Extraction(media_type, None, facts(**says), tuple(scores), tuple(notices), passages))


def outcome(
    *reads: ReadFile,
    plan: Plan = PLAN,
    block: Block = BLOCK,
    as_of: date = AS_OF,
    files: Sequence[InboxFile] = (),
    decisions: Sequence[Decision] = (),
) -> Outcome:
    """What follows from the files."""
    every = (*(read.file for read in reads), *files)
    return assemble(block, plan, (), reads, every, tuple(decisions), as_of)


def codes(found: Outcome) -> set[str]:
    return {finding.code for finding in found.findings}


def only(found: Outcome) -> Paper:
    """Its one paper."""
    (paper,) = found.papers
    return paper


def state(found: Outcome, task: str, unit: str | None = "stc") -> ScheduleState:
    """How the unit stands with the task."""
    return next(row.state for row in found.schedule if row.task.key == task and row.unit_id == unit)
