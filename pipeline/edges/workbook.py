"""Writes a workbook as XLSX; a text that looks like a formula stays text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pipeline.edges.finish import repacked
from pipeline.edges.marking import disarmed
from pipeline.errors import PipelineError
from pipeline.figures import Content, Figure, RenderedReport, Sheet, WorkbookContext, plain
from pipeline.language import _

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|[+-]?[0-9]+(?:,[0-9]+)?")
_CLOCK = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_FIRST_ROW = 3
"""The title stands in row 1, the header in row 3."""


class MissingExtra(PipelineError):
    """An optional library that this paper needs is not installed."""


def render_workbook(context: WorkbookContext) -> RenderedReport:
    """The finished workbook. Raises MissingExtra without openpyxl."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtra(_("Writing XLSX needs openpyxl: pip install thidua[xlsx]")) from error
    book = Workbook()
    book.remove(book.active)
    for sheet in context.sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    book.properties.title, book.properties.creator = context.title, ""
    book.properties.created = context.made_at.replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    content = json.dumps([[s.title, plain(s.header), plain(s.rows)] for s in context.sheets], ensure_ascii=False)
    data = repacked(_without_clock(written.getvalue(), context.made_at))
    return RenderedReport(context.kind, context.file_name, data, sha256(content.encode()).hexdigest())


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    thin = Side(style="thin")
    page["A1"] = disarmed(sheet.title)
    page["A1"].font = Font(name="Times New Roman", size=13, bold=True)
    for offset, row in enumerate((sheet.header, *sheet.rows)):
        for column, content in enumerate(row, 1):
            cell = page.cell(_FIRST_ROW + offset, column)
            _put(cell, content)
            cell.font = Font(name="Times New Roman", size=12, bold=offset == 0)
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=None if offset else "center")
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = page.cell(_FIRST_ROW + 1, 3)
    page.print_title_rows = f"{_FIRST_ROW}:{_FIRST_ROW}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Any, content: Content) -> None:
    """Writes a number as a number, all else as text whatever it begins with."""
    if isinstance(content, int):
        cell.value = content
        return
    text = disarmed(str(plain(content)))
    if isinstance(content, Figure) and content.sure and _NUMBER.fullmatch(text):
        cell.value = Decimal(text.replace(".", "").replace(",", "."))
        return
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"


def _without_clock(data: bytes, when: datetime) -> bytes:
    """The same file with a fixed time of change: openpyxl writes the clock's."""
    target = io.BytesIO()
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, _CLOCK.sub(rb"\g<1>" + stamp + rb"\g<2>", content) if name.endswith("core.xml") else content
            )
    return target.getvalue()
