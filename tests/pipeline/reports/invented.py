"""An invented block's year: five units, one late, one missing, one whose paper is in review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from extractors.records import Criterion, Fact, Passage, Place, ScoreRow, Status, Value
from pipeline.records import (
    Block,
    DocumentFact,
    DocumentScore,
    DocumentState,
    FileState,
    Finding,
    InboxFile,
    Kind,
    Paper,
    Plan,
    Role,
    ScheduleRow,
    ScheduleState,
    Task,
    Unit,
)
from pipeline.reports.view import ReportView

TEMPLATES = Path(__file__).parents[3] / "templates"
AS_OF = date(2031, 1, 15)
UNITS = (
    Unit("vp", "Văn phòng UBND tỉnh", "VP"),
    Unit("sa", "Sở Sao Mai", "SSM", contact="0200.111.222"),
    Unit("sb", "Sở Bình Minh", "SBM"),
    Unit("bc", "Ban Hoàng Hôn", "BHH", contact="vanthu@hoanghon.example"),
    Unit("td", "Thanh tra tỉnh", "TTT"),
)
CRITERIA = tuple(
    Criterion(code, name, level, parent, Decimal(most), Place())
    for code, name, level, parent, most in (
        ("I", "Thực hiện nhiệm vụ chuyên môn", 0, None, 60),
        ("I.1", "Hoàn thành chương trình công tác", 1, "I", 40),
        ("I.2", "Cải cách hành chính", 1, "I", 20),
        ("II", "Thực hiện công tác thi đua, khen thưởng", 0, None, 40),
        ("II.1", "Phát động, đăng ký thi đua", 1, "II", 25),
        ("II.2", "Chế độ thông tin, báo cáo", 1, "II", 15),
    )
)
ALL = tuple((u.id, Role.ALL) for u in UNITS)
TASKS = (
    Task(
        "1", "1", 1, "Tổ chức ký kết giao ước thi đua năm 2030", None, date(2030, 3, 31), (("vp", Role.LEAD),), Place()
    ),
    Task(
        "7",
        "7",
        2,
        "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2030 của các đơn vị",
        None,
        date(2030, 6, 15),
        ALL,
        Place(),
    ),
    Task(
        "8",
        "8",
        2,
        "Tổng hợp báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2030 của Khối",
        None,
        date(2030, 6, 30),
        (("sa", Role.LEAD),),
        Place(),
    ),
    Task(
        "11b",
        "11",
        4,
        "Báo cáo tổng kết công tác thi đua, khen thưởng; tự chấm điểm năm 2030 của đơn vị",
        None,
        date(2030, 12, 20),
        ALL,
        Place(),
    ),
    Task(
        "12",
        "12",
        4,
        "Tổng hợp báo cáo tổng kết công tác thi đua, khen thưởng năm 2030 của Khối",
        None,
        date(2031, 1, 31),
        (("vp", Role.LEAD),),
        Place(),
    ),
)
BLOCK = Block(
    "Khối thi đua các cơ quan thử nghiệm tổng hợp",
    "Sao Mai",
    2030,
    "vp",
    ("sa",),
    UNITS,
    "ke-hoach.docx",
    {},
)
RAW_SENTENCE = "Phong trào ở một số bộ phận chưa thật sự sôi nổi; việc nhân rộng điển hình tiên tiến còn hạn chế."


def fact(field: str, value: Value, raw: str, status: Status = Status.ACCEPTED, paragraph: int = 3) -> Fact:
    """A fact at a paragraph of page 1."""
    return Fact(field, value, raw, status, 0.99, "test", Place(1, "", paragraph, paragraph))


def inbox_file(file_id: int, name: str, day: str) -> InboxFile:
    """A file that was read."""
    return InboxFile(file_id, name, f"{file_id:064x}", 1000, "application/pdf", f"{day}T08:00:00+07:00", FileState.READ)


def row(
    number: int, code: str, self_score: str | None, block: str | None = None, status: Status = Status.ACCEPTED
) -> DocumentScore:
    """A score row matched to the criterion of the same code."""
    place = Place(4, f"table 2, row {number + 1}")
    own = None if self_score is None else Decimal(self_score)
    theirs = None if block is None else Decimal(block)
    raw = f"{code}\tTiêu chí\t{self_score}"
    return DocumentScore(ScoreRow(number, code, "Tiêu chí", 1, None, status, place, raw, None, own, theirs), 0, code)


def paper(
    file_id: int,
    unit: str,
    facts: Mapping[str, Fact],
    scores: tuple[DocumentScore, ...] = (),
    kind: Kind = Kind.PLAN_REPORT_YEAR,
    task: str | None = "11b",
    day: str = "2030-12-18",
) -> Paper:
    """A unit's paper in one file."""
    file = inbox_file(file_id, f"email/{unit}/bao-cao-{file_id}.pdf", day)
    held = {name: DocumentFact(f, file_id) for name, f in facts.items()}
    return Paper(file_id, (file,), unit, kind, task, DocumentState.ACCEPTED, None, file.received_at, held, scores)


def year_facts(number: str, day: str, total: float, **more: Fact) -> dict[str, Fact]:
    """What a year's report states."""
    printed = f"{total:g}".replace(".", ",")
    return {
        "number": fact("number", number, f"Số: {number}"),
        "issued_on": fact("issued_on", day, f"ngày {day[8:]} tháng {day[5:7]} năm {day[:4]}"),
        "doc_type": fact("doc_type", "BÁO CÁO", "BÁO CÁO"),
        "subject": fact("subject", "Tổng kết công tác thi đua, khen thưởng năm 2030", "Tổng kết …"),
        "total_self_score": fact("total_self_score", total, f"Tổng cộng {printed}"),
    } | {f.field: f for f in more.values()}


def counted(stage: str, award: str, who: str, value: Value, raw: str, status: Status = Status.ACCEPTED) -> Fact:
    """A count of awards."""
    return fact(f"count:{stage}/{award}/{who}", value, raw, status, 21)


PAPERS = (
    paper(
        1,
        "vp",
        year_facts(
            "152/BC-VP",
            "2030-12-17",
            97.5,
            a=counted("granted", "giay_khen", "individual", 57, "57 cá nhân được tặng Giấy khen"),
            b=counted("proposed", "bang_khen_tinh", "collective", 3, "đề nghị tặng Bằng khen 03 tập thể"),
            c=counted("registered", "ldtt", "individual", 120, "120 cá nhân đăng ký Lao động tiên tiến"),
        ),
        (row(1, "I.1", "39"), row(2, "I.2", "19"), row(3, "II.1", "24.5"), row(4, "II.2", "15")),
    ),
    paper(
        2,
        "sa",
        year_facts(
            "88/BC-SSM",
            "2030-12-23",
            95.25,
            a=counted("granted", "giay_khen", "individual", 43, "43 cá nhân được tặng Giấy khen"),
            b=counted("granted", "sang_kien", "any", 18, "có 18 sáng kiến được công nhận"),
        ),
        (row(1, "I.1", "38"), row(2, "I.2", "18.25"), row(3, "II.1", "24"), row(4, "II.2", "15")),
        day="2030-12-24",
    ),
    paper(
        3,
        "sb",
        year_facts(
            "71/BC-SBM",
            "2030-12-15",
            95.25,
            a=counted("granted", "giay_khen", "individual", 3650, "gần 3.650 lượt cá nhân", Status.NEEDS_REVIEW),
        ),
        (
            row(1, "I.1", "38"),
            row(2, "I.2", "18.25", status=Status.NEEDS_REVIEW),
            row(3, "II.1", "24"),
            row(4, "II.2", "15"),
        ),
    ),
    paper(
        4,
        "bc",
        year_facts("45/BC-BHH", "2030-12-19", 90) | {"number": fact("number", None, "Số:     /BC-BHH", Status.BLANK)},
        (row(1, "I.1", "36"), row(2, "I.2", "18"), row(3, "II.1", "22"), row(4, "II.2", "14")),
        day="2030-12-19",
    ),
)


def _passages(unit: str, number: int) -> tuple[Passage, ...]:
    texts = (
        ("II. KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG", "1. Công tác lãnh đạo, chỉ đạo"),
        (
            "1. Công tác lãnh đạo, chỉ đạo",
            f"- {unit} đã ban hành {number + 4} văn bản chỉ đạo về công tác thi đua, khen thưởng trong năm.",
        ),
        ("3. Các phong trào thi đua", f"Đợt thi đua cao điểm có {number * 7 + 3} tập thể đăng ký tham gia."),
        ("III. HẠN CHẾ, NGUYÊN NHÂN", RAW_SENTENCE),
        ("III. HẠN CHẾ, NGUYÊN NHÂN", f"Tỷ lệ hồ sơ trực tuyến của {unit} mới đạt {70 + number},5%; chưa đạt yêu cầu."),
        (
            "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2031",
            f"Tiếp tục đổi mới hình thức phát động thi đua tại {unit} & các phòng <chuyên môn>.",
        ),
        (
            "V. TỰ CHẤM ĐIỂM, ĐỀ XUẤT, KIẾN NGHỊ",
            "Đề nghị đơn vị Trưởng khối sớm thống nhất thời gian tổ chức hội nghị tổng kết.",
        ),
        ("V. TỰ CHẤM ĐIỂM, ĐỀ XUẤT, KIẾN NGHỊ", f"Trên đây là báo cáo của {unit}./."),
    )
    return tuple(Passage(text, heading, Place(2, "", n, n)) for n, (heading, text) in enumerate(texts, 10))


def _schedule() -> tuple[ScheduleRow, ...]:
    rows = [
        ScheduleRow(TASKS[0], "vp", Role.LEAD, None, ScheduleState.NOT_DOCUMENTED, None),
        ScheduleRow(TASKS[2], "sa", Role.LEAD, None, ScheduleState.MISSING, None),
        ScheduleRow(TASKS[4], "vp", Role.LEAD, None, ScheduleState.NOT_DUE, None),
    ]
    rows += [ScheduleRow(TASKS[1], u.id, Role.ALL, None, ScheduleState.MISSING, None) for u in UNITS]
    states = {
        "vp": (1, ScheduleState.ON_TIME, None),
        "sa": (2, ScheduleState.LATE, 3),
        "sb": (3, ScheduleState.ON_TIME, None),
        "bc": (4, ScheduleState.ON_TIME, None),
        "td": (None, ScheduleState.MISSING, None),
    }
    rows += [ScheduleRow(TASKS[3], unit, Role.ALL, *values) for unit, values in states.items()]
    return tuple(rows)


FINDINGS = (
    Finding("schedule.missing", {"unit": "Thanh tra tỉnh", "task": "11b", "due_on": "20/12/2030"}, None, "td", "11b"),
    Finding("document.number_blank", {"file": "email/bc/bao-cao-4.pdf"}, 4, "bc"),
    Finding(
        "score.over_max",
        {"file": "email/sb/bao-cao-3.pdf", "code": "I.2", "column": "tự chấm", "score": "21", "max": "20"},
        3,
        "sb",
    ),
)
PLAN = Plan(
    TASKS,
    (
        fact("number", None, "Số:     /KH-KTĐ", Status.BLANK),
        fact("subject", "Triển khai, thực hiện công tác thi đua, khen thưởng năm 2030", "…"),
    ),
    (),
)


def view() -> ReportView:
    """The whole invented year."""
    passages = {
        p.document_id: _passages(next(u.name for u in UNITS if u.id == p.unit_id), p.document_id) for p in PAPERS
    }
    return ReportView(
        BLOCK, AS_OF, PLAN, CRITERIA, PAPERS, _schedule(), FINDINGS, lambda file_id: passages.get(file_id, ())
    )
