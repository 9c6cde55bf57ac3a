"""The sections that the half-year's and the year's report share."""

from __future__ import annotations

from typing import NamedTuple

from docx.document import Document as DocxDocument

from scripts.papers.layout import new_paper, put, put_all
from scripts.papers.parts import Column, put_extracts, put_head, put_rows, put_signature, put_title

BODY, PART, POINT = "BodyNd30", "Heading1Nd30", "Heading2Nd30"


class PeriodReport(NamedTuple):
    """What the two reports say differently."""

    name: str
    """ "sơ kết", "tổng kết"."""
    period: str
    """The words for its time."""
    open_points: str
    """The annex of what units have to confirm."""
    sources: str
    """The annex that says where each number comes from."""


def begun(report: PeriodReport) -> DocxDocument:
    """A paper with head, title, the note of a draft and the first sentence."""
    document = new_paper()
    put_head(document)
    put_title(document, "BÁO CÁO", f"{report.name.capitalize()} công tác thi đua, khen thưởng {report.period}")
    put(document, "Addressee", "Kính gửi: {{ block.addressee }}.")
    put_draft_note(document, f"Phụ lục {report.open_points}")
    put(
        document,
        BODY,
        "Thực hiện {{ block.plan }}, trên cơ sở báo cáo của các đơn vị thành viên nhận được đến ngày {{ as_of }}, "
        "{{ block.name }} (sau đây gọi là {{ block.short }}) báo cáo "
        f"{report.name} công tác thi đua, khen thưởng {report.period} như sau:",
    )
    put(document, PART, "I. TÌNH HÌNH CHẤP HÀNH CHẾ ĐỘ BÁO CÁO")
    put_receipt_summary(document, report.name)
    return document


def put_end(document: DocxDocument, report: PeriodReport) -> None:
    """The last sentences and the foot."""
    put_all(
        document,
        (
            BODY,
            f"Nội dung cần các đơn vị xác nhận được nêu tại Phụ lục {report.open_points}, nguồn của từng số liệu "
            f"được nêu tại Phụ lục {report.sources} kèm theo Báo cáo này.",
        ),
        (
            BODY,
            f"Trên đây là báo cáo {report.name} công tác thi đua, khen thưởng {report.period} của {{{{ block.name }}}}./.",
        ),
    )
    put_signature(document, "{{ signer }}", ("- Như trên;", "- Các đơn vị thành viên;", "- Lưu: VT, {{ head.code }}."))


IN_YEAR_REPORT = "Phụ lục V Báo cáo tổng kết của {{ block.short }}"
"""Where the papers beside the year's report send those who ask what is open."""


def put_draft_note(document: DocxDocument, where: str) -> None:
    """What is open, in a draft."""
    put_all(
        document,
        (BODY, "{%p if draft.is_draft %}"),
        (
            "Ground",
            (
                "(Dự thảo: còn {{ draft.errors }} nội dung phải xử lý và {{ draft.unsure }} số liệu cần kiểm tra, "
                f"nêu tại {where}; xử lý xong mới trình ký.)"
            ),
        ),
        (BODY, "{%p endif %}"),
    )


def put_receipt_summary(document: DocxDocument, report: str) -> None:
    """How many units reported, in time, late, not at all."""
    put_all(
        document,
        (
            BODY,
            (
                "{{ block.short }} có {{ received.units }} đơn vị thành viên. Tính đến ngày {{ as_of }}, đã có "
                f"{{{{ received.came }}}}/{{{{ received.units }}}} đơn vị gửi báo cáo {report} "
                "(chi tiết tại Phụ lục I), cụ thể:"
            ),
        ),
        (BODY, "- Gửi đúng hạn: {{ received.on_time }} đơn vị."),
        (
            BODY,
            (
                "- Gửi trễ hạn: {{ received.late }} đơn vị"
                "{% if received.any_late %} ({{ received.late_units }}){% endif %}."
            ),
        ),
        (
            BODY,
            (
                "- Chưa gửi: {{ received.missing }} đơn vị"
                "{% if received.any_missing %} ({{ received.missing_units }}){% endif %}."
            ),
        ),
        (BODY, "{%p if received.any_undecided %}"),
        (BODY, "- Đã gửi, chưa xác định được thời hạn: {{ received.undecided }} đơn vị."),
        (BODY, "{%p endif %}"),
    )


def put_results(document: DocxDocument, plan_annex: str) -> None:
    """Leadership, the plan's tasks, movements, awards, initiatives."""
    put(document, POINT, "1. Công tác lãnh đạo, chỉ đạo")
    put_extracts(document, "leadership")
    put(document, POINT, "2. Kết quả thực hiện Kế hoạch của {{ block.short }}")
    put_plan_summary(document, plan_annex)
    put(document, POINT, "3. Tổ chức các phong trào thi đua")
    put_extracts(document, "movements")
    put(document, POINT, "4. Công tác khen thưởng")
    put_award_summary(document)
    put(document, POINT, "5. Sáng kiến, nhân rộng điển hình tiên tiến")
    put_extracts(document, "initiatives")


def put_plan_summary(document: DocxDocument, annex: str) -> None:
    """How many tasks are done, open, not due."""
    put(
        document,
        BODY,
        "Kế hoạch năm {{ block.year }} của {{ block.short }} có {{ plan.tasks }} nội dung công việc. Đối chiếu với văn "
        f"bản nhận được (chi tiết tại Phụ lục {annex}): "
        "đã hoàn thành {{ plan.done }} nội dung"
        "{% if plan.any_partly %}; còn đơn vị chưa thực hiện đầy đủ {{ plan.partly }} nội dung{% endif %}"
        "{% if plan.any_open %}; chưa thực hiện {{ plan.open }} nội dung{% endif %}"
        "{% if plan.any_not_due %}; chưa đến hạn {{ plan.not_due }} nội dung{% endif %}"
        "{% if plan.any_unknown %}; chưa có thông tin bằng văn bản {{ plan.unknown }} nội dung{% endif %}.",
    )


def put_award_summary(document: DocxDocument) -> None:
    """The sums, what they rest on, and the table."""
    put_all(
        document,
        (BODY, "{%p if award_basis.any %}"),
        (
            BODY,
            (
                "Số liệu tổng hợp từ báo cáo của {{ award_basis.units }} đơn vị (chi tiết tại Phụ lục II), phân biệt "
                "số đăng ký, "
                "số đề nghị và số được tặng{% if award_basis.any_left_out %}; chưa cộng {{ award_basis.left_out }} "
                "số liệu ước lượng hoặc cần kiểm tra{% endif %}:"
            ),
        ),
    )
    put_rows(
        document,
        "row in awards",
        (
            Column("TT", 12, "{{ row.no }}", centred=True),
            Column("Danh hiệu, hình thức khen thưởng", 75, "{{ row.award }}"),
            Column("Đăng ký", 26, "{{ row.registered }}", centred=True),
            Column("Đề nghị", 26, "{{ row.proposed }}", centred=True),
            Column("Được tặng", 26, "{{ row.granted }}", centred=True),
        ),
    )
    put_all(
        document,
        (BODY, "{%p else %}"),
        (BODY, "Các báo cáo nhận được không nêu số liệu khen thưởng."),
        (BODY, "{%p endif %}"),
    )


def put_scores(document: DocxDocument, where: str) -> None:
    """The ranks, and how far they hold."""
    put_all(
        document,
        (BODY, "{%p if scores.any %}"),
        (
            BODY,
            (
                "Kết quả xếp theo {% if scores.by_block %}điểm Khối chấm{% else %}điểm tự chấm của các đơn vị "
                "(chưa có điểm Khối chấm){% endif %}{% if scores.provisional %}, thứ hạng là tạm tính{% endif %} "
                f"(chi tiết tại {where}):"
            ),
        ),
    )
    put_rows(
        document,
        "row in scores.rows",
        (
            Column("TT", 12, "{{ row.no }}", centred=True),
            Column("Đơn vị", 66, "{{ row.unit }}"),
            Column("Điểm tự chấm", 29, "{{ row.total_self }}", centred=True),
            Column("Điểm Khối chấm", 29, "{{ row.total_block }}", centred=True),
            Column("Xếp hạng", 29, "{{ row.rank }}", centred=True),
        ),
    )
    put_all(
        document,
        (BODY, "{%p if scores.ties %}"),
        (BODY, "Các đơn vị bằng điểm, cần Hội nghị quyết định thứ hạng: {{ scores.ties }}."),
        (BODY, "{%p endif %}"),
        (BODY, "{%p else %}"),
        (BODY, "Chưa có bảng điểm của các đơn vị."),
        (BODY, "{%p endif %}"),
    )
