"""Makes twins/: invented papers as DOCX, and the PDF that LibreOffice prints of each. Needs soffice and these fonts.

Run from the project's folder: python -m tests.extractors.formats.pdf.make_twins
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm

from tests.extractors.formats.pdf.twin_parts import (
    exact,
    foot,
    footnote,
    head,
    line,
    merge,
    page_numbers,
    paper,
    put,
    ruled,
)

TWINS = Path(__file__).with_name("twins")


PROSE = (
    "Thực hiện Kế hoạch số 14/KH-KTĐ ngày 20 tháng 02 năm 2020 của Khối thi đua các cơ quan tham mưu tổng hợp và"
    " Công văn số 2328/SNV-TCCC ngày 12 tháng 3 năm 2020 của Sở Nội vụ tỉnh, đơn vị báo cáo kết quả như sau:"
)
LAW = (
    "Căn cứ Nghị định số 91/2017/NĐ-CP của Chính phủ, Quyết định số 1294/QĐ-UBND và Thông tư số 12/2019/TT-BNV"
    " ngày 04 tháng 11 năm 2019, đơn vị đã phát động 03 đợt thi đua, có 98,5% công chức đăng ký danh hiệu"
    " Lao động tiên tiến, 12 cá nhân được đề nghị tặng Giấy khen."
)


def prose() -> WordDocument:
    """Running text over pages: hyphens at lines' ends, footnotes' numbers come by hand, page numbers, running head."""
    document = paper()
    page_numbers(document, "BÁO CÁO THI ĐUA NĂM 2020", "Sở Khoa học và Thư viện")
    head(document)
    line(document, "**BÁO CÁO**", ALIGN.CENTER)
    line(document, "**Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2020**", ALIGN.CENTER)
    line(document, PROSE)
    for part in range(1, 9):
        line(document, f"**{part}. Công tác chỉ đạo, điều hành đợt {part}**")
        footnote(document, line(document, LAW), f"Quyết định số {part}5/QĐ-KTĐ của Khối thi đua.")
        line(
            document, f"**Điều {part}.** Tiếp tục thực hiện nội dung thứ {part} theo Hướng dẫn số 45/HD-BTĐKT: " + PROSE
        )
        line(document, "- Phối hợp với Văn phòng UBND tỉnh, Sở Kế hoạch và Đầu tư tổ chức hội nghị;", indent=10)
        line(document, "- Tự chấm đạt 95,5/100 điểm./.", indent=10)
    foot(document)
    return document


def scores() -> WordDocument:
    """A score sheet over three pages: two rows of header repeated, merged cells, rows cut by the pages' ends."""
    document = paper()
    page_numbers(document)
    head(document)
    line(document, "**BẢNG TỰ CHẤM ĐIỂM**", ALIGN.CENTER)
    rows = [
        ["TT", "Nội dung tiêu chí", "Điểm", "Điểm", "Ghi chú"],
        ["TT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự chấm", "Ghi chú"],
    ]
    for group in range(1, 5):
        rows.append([("I", "II", "III", "IV")[group - 1], f"NHÓM TIÊU CHÍ THỨ {group}", "25", "24,5", ""])
        for number in range(1, 8):
            name = f"Thực hiện nhiệm vụ thứ {number} của nhóm {group} theo Quyết định số {100 + number}/QĐ-UBND"
            more = " và hướng dẫn của cơ quan thường trực, bảo đảm đúng tiến độ, chất lượng" * (2 * number % 5)
            rows.append([f"{group}.{number}", name + more, "3", f"{2 + number / 10:.1f}".replace(".", ","), ""])
    rows.append(["TỔNG CỘNG", "TỔNG CỘNG", "100", "98", ""])
    table = ruled(document, rows, (13, 82, 20, 20, 30), header=2)
    for column in (0, 1, 4):
        merge(table, 0, column, 1, column)
    merge(table, 0, 2, 0, 3)
    merge(table, len(rows) - 1, 0, len(rows) - 1, 1)
    table.cell(2, 4).text = "Kèm theo Báo cáo số 152/BC-SKHTV"
    document.add_paragraph()
    foot(document)
    return document


def cut_note() -> WordDocument:
    """A note merged over many rows that the page's end cuts, and a total that stands alone on the last page."""
    document = paper()
    names = [f"Nội dung thi đua thứ {number}" for number in range(1, 51)]
    rows = [["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Ghi chú"]]
    rows += [[str(n), name, "2", "1,5", "Khối chấm lại" if n == 17 else ""] for n, name in enumerate(names, 1)]
    rows.append(["Tổng cộng", "Tổng cộng", "100", "75", "Tổng cộng"])
    table = ruled(document, rows, (13, 72, 25, 25, 30), header=1)
    merge(table, 17, 4, 32, 4)
    merge(table, 51, 0, 51, 1)
    table.cell(51, 4).text = ""
    exact(table.rows, 10)
    return document


def landscape() -> WordDocument:
    """A wide table on its side with cells of several paragraphs."""
    document = paper()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    line(document, "**PHỤ LỤC**", ALIGN.CENTER)
    line(document, "(Kèm theo Báo cáo số 152/BC-SKHTV ngày 05 tháng 6 năm 2020)", ALIGN.CENTER)
    rows = [["TT", "Đơn vị", "Hình thức khen thưởng", "Số, ký hiệu quyết định", "Số lượng"]]
    for number in range(1, 26):
        rows.append(
            [
                str(number),
                f"Phòng chuyên môn số {number}",
                "Bằng khen của Chủ tịch UBND tỉnh",
                f"{1290 + number}/QĐ-UBND",
                "02",
            ]
        )
    table = ruled(document, rows, (15, 70, 80, 32, 40), header=1)
    cell = table.cell(1, 1)
    for text in ("- Tổ hành chính;", "- Tổ tổng hợp."):
        put(cell.add_paragraph(), text, ALIGN.LEFT)
    return document


def two_fonts() -> WordDocument:
    """A paper in a font without Vietnamese letters: these are drawn after the others."""
    document = paper("Liberation Sans Narrow")
    head(document)
    line(document, "**BÁO CÁO**", ALIGN.CENTER)
    line(document, "**Kết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2020**", ALIGN.CENTER)
    line(document, PROSE)
    line(document, LAW)
    rows = [["TT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự chấm"]]
    rows += [[f"{n}", f"Thực hiện nhiệm vụ thứ {n} được giao", "10", f"9,{n}"] for n in range(1, 9)]
    ruled(document, rows, (15, 90, 30, 30))
    return document


PAPERS: dict[str, Callable[[], WordDocument]] = {
    "prose": prose,
    "scores": scores,
    "cut-note": cut_note,
    "landscape": landscape,
    "two-fonts": two_fonts,
}


def main() -> None:
    """Writes every paper and its PDF; the PDF's streams are packed."""
    TWINS.mkdir(exist_ok=True)
    for name, made in PAPERS.items():
        made().save(str(TWINS / f"{name}.docx"))
    with tempfile.TemporaryDirectory() as profile:
        files = [str(TWINS / f"{name}.docx") for name in PAPERS]
        soffice = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        subprocess.run([*soffice, "--convert-to", "pdf", "--outdir", str(TWINS), *files], check=True)
    for name in PAPERS:
        packed(TWINS / f"{name}.pdf")


def packed(path: Path) -> None:
    """Saves the PDF again, smaller."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


if __name__ == "__main__":
    main()
