"""Valid files to be broken: the samples as DOCX and PDF, invented score sheets as XLSX, mails that hold both."""

import io
from datetime import date
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from openpyxl import Workbook

SAMPLES = Path(__file__).parents[3] / "samples" / "inbox"
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
ROWS = (
    ("I", "Thực hiện nhiệm vụ chuyên môn", 60, 55),
    ("1", "Hoàn thành chương trình công tác năm", 40, 38),
    ("2", "Cải cách hành chính", 20, 17),
    ("II", "Công tác thi đua, khen thưởng", 40, 36.5),
    ("1", "Tổ chức phong trào thi đua", 25, 22),
    ("2", "Thông tin, báo cáo đúng hạn", 15, 14.5),
)


@cache
def originals(kind: str) -> tuple[bytes, ...]:
    """The valid files of a kind: docx, pdf, xlsx or eml."""
    return {"docx": _samples, "pdf": _samples, "xlsx": _sheets, "eml": _mails}[kind](kind)


def _samples(kind: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(SAMPLES.rglob(f"*.{kind}")))


def _sheets(_kind: str) -> tuple[bytes, ...]:
    return tuple(_sheet(name, formulas) for name in ("Sở Y tế", "Ban Dân tộc") for formulas in (False, True))


def _sheet(unit: str, formulas: bool) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Bảng điểm 2022"
    sheet.append([f"UBND TỈNH LÂM SƠN - {unit.upper()}"])
    sheet.append(["BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2022"])
    sheet.append(["Ngày", date(2022, 12, 20)])
    sheet.append(["TT", "Nội dung", "Điểm chuẩn", "Tự chấm"])
    for row in ROWS:
        sheet.append(list(row))
    sheet.append(["", "Tổng cộng", 100, "=D5+D8" if formulas else 91.5])
    sheet.merge_cells("A1:D1")
    sheet.row_dimensions[6].hidden = formulas
    book.create_sheet("Ghi chú").append(["Số liệu đến ngày 15/12/2022", True, 0.1 + 0.2])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _mails(_kind: str) -> tuple[bytes, ...]:
    papers, sheets = originals("docx"), originals("xlsx")
    plain = _mail("Gửi báo cáo", papers[0], sheets[0])
    return plain, _mail("Báo cáo năm", papers[1], sheets[1], forwarded=plain), _mail("V/v đăng ký", papers[2])


def _mail(subject: str, paper: bytes, sheet: bytes = b"", forwarded: bytes = b"") -> bytes:
    from email import message_from_bytes
    from email.policy import SMTP

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Văn thư <vt@syt.example>", "khoi@vp.example", subject
    mail["Date"] = "Tue, 20 Dec 2022 08:00:00 +0700"
    mail.set_content("Kính gửi Khối thi đua, xin gửi báo cáo.\n")
    mail.add_alternative("<p>Kính gửi Khối thi đua</p>", subtype="html")
    mail.add_attachment(paper, maintype="application", subtype=WORD, filename="Báo cáo năm 2022.docx")
    if sheet:
        mail.add_attachment(sheet, maintype="application", subtype="octet-stream", filename="bang diem.xlsx")
    if forwarded:
        mail.add_attachment(message_from_bytes(forwarded, policy=SMTP))
    return mail.as_bytes(policy=SMTP)
