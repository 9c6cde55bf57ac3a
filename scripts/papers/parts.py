"""The parts that papers share: head, title, signature, annex heads, looped tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from docx.document import Document as DocxDocument

from scripts.papers.grids import keep_row_whole, plain_table, ruled_table
from scripts.papers.layout import WIDTH, boxed, new_section, put, put_all

HEAD_LEFT = 70
SPACE = "\u00a0"


class Column(NamedTuple):
    """One column of a table: header, width in mm, what a row prints, and whether it is centred."""

    title: str
    width: float
    value: str
    centred: bool = False


def put_head(document: DocxDocument, about: str = "", *, dated: bool = True) -> None:
    """Quốc hiệu, issuer, number, place and date; number and day stay blank for the registry."""
    table = plain_table(document, (HEAD_LEFT, WIDTH - HEAD_LEFT), 2)
    left, right = table.rows[0].cells
    put_all(left, ("Parent", "{{ head.parent }}"), ("Issuer", "{{ head.issuer }}"), ("LineShort", ""))
    put_all(
        right,
        ("Motto1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Motto2", "Độc lập - Tự do - Hạnh phúc"),
        ("LineFull", ""),
    )
    left, right = table.rows[1].cells
    put(left, "Symbol", f"Số:{SPACE * 8}/{{{{ head.symbol }}}}").paragraph_format.space_before = 63500
    if about:
        put(left, "AboutLine", about)
    put(left, "Cell", "{%p if draft.is_draft %}")
    boxed(put(left, "Draft", "DỰ THẢO"), 20)
    put(left, "Cell", "{%p endif %}")
    date = f"{{{{ head.place }}}}, ngày{SPACE * 6}tháng {{{{ head.month }}}} năm {{{{ head.year }}}}"
    put(right, "PlaceDate" if dated else "Cell", date if dated else "").paragraph_format.space_before = 63500


def put_title(document: DocxDocument, paper_type: str, *subject: str) -> None:
    """Tên loại and trích yếu with the line under it."""
    put(document, "PaperType", paper_type)
    for line in subject:
        put(document, "Subject", line)
    put(document, "LineShort", "")


def put_signature(document: DocxDocument, title: str, recipients: Sequence[str]) -> None:
    """Nơi nhận at the left, the signer at the right; position and name stay blank."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    put(document, "Cell", "").paragraph_format.keep_with_next = True
    table = plain_table(document, (HEAD_LEFT, WIDTH - HEAD_LEFT), 1)
    keep_row_whole(table.rows[0], repeated=False)
    left, right = table.rows[0].cells
    put(left, "Recipients", "Nơi nhận:")
    for recipient in recipients:
        put(left, "Recipient", recipient)
    put_all(right, ("SignerTitle", title), *[("SignerName", "")] * 5)


def put_annex(document: DocxDocument, number: str, title: str, *, landscape: bool = False) -> None:
    """A new section headed "Phụ lục I", its title and the paper that it belongs to."""
    new_section(document, landscape=landscape)
    put(document, "AnnexNumber", f"Phụ lục {number}".strip())
    put(document, "AnnexTitle", title)
    put(document, "AnnexLink", annex_link("Báo cáo"))
    put(document, "LineShort", "").paragraph_format.space_after = 76200


def annex_link(paper: str) -> str:
    """The line "(Kèm theo …)" with the number and day blank, as for an electronic paper."""
    day = f"ngày{SPACE * 6}tháng{SPACE * 4}năm {{{{ head.year }}}}"
    return f"(Kèm theo {paper} số{SPACE * 8}/{{{{ head.symbol }}}} {day} của {{{{ block.name }}}})"


def put_rows(document: DocxDocument, loop: str, columns: Sequence[Column], *, small: bool = False) -> Any:
    """A table with one row for each item of the loop ("row in receipts")."""
    cell, centre, head = ("SmallCell", "SmallCentre", "SmallHead") if small else ("Cell", "CellCentre", "CellHead")
    table = ruled_table(document, [c.width for c in columns], 4)
    for index, column in enumerate(columns):
        put(table.rows[0].cells[index], head, column.title)
        put(table.rows[2].cells[index], centre if column.centred else cell, column.value)
    tag_row(table, 1, f"{{%tr for {loop} %}}")
    tag_row(table, 3, "{%tr endfor %}")
    return table


def tag_row(table: Any, index: int, tag: str) -> None:
    """Makes the row a bare tag: docxtpl drops the row and keeps the tag."""
    put(table.rows[index].cells[0], "Cell", tag)


def put_picture(document: DocxDocument, variable: str, title: str) -> None:
    """A chart with its title, where there is one."""
    put_all(
        document,
        ("Picture", f"{{%p if {variable} %}}"),
        ("Picture", f"{{{{ {variable} }}}}"),
        ("PictureTitle", title),
        ("Picture", "{%p endif %}"),
    )


def put_extracts(document: DocxDocument, section: str) -> None:
    """The units' sentences of a section, or the statement that there is none."""
    put_all(
        document,
        ("BodyNd30", f"{{%p for item in extracts.{section} %}}"),
        (
            "BodyNd30",
            (
                "- {{ item.units }}: {% for sentence in item.sentences %}{{ sentence }}"
                "{% if not loop.last %} {% endif %}{% endfor %}"
            ),
        ),
        ("BodyNd30", "{%p else %}"),
        ("BodyNd30", "Các báo cáo nhận được không có nội dung này."),
        ("BodyNd30", "{%p endfor %}"),
    )
