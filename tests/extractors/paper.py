"""Invented papers, laid out in the ways that real ones are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from extractors.records import Aside, Block, Cell, Document, Paragraph, Place, Table


@dataclass(frozen=True)
class Paper:
    """A paper's words, part by part; the defaults make a plain half-year report."""

    offices: tuple[str, ...] = ("UBND TỈNH LAM SƠN", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ")
    motto: tuple[str, ...] = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    number: str = "Số: 152/BC-SKHĐT"
    letter: tuple[str, ...] = ()
    """The lines of "V/v …"."""
    day: str = "Lam Sơn, ngày 05 tháng 6 năm 2021"
    title: tuple[str, ...] = ("BÁO CÁO",)
    about: tuple[str, ...] = ("Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2021",)
    rule: tuple[str, ...] = ("_____________",)
    body: tuple[str, ...] = (
        "Căn cứ Kế hoạch số 11/KH-KTĐ ngày 12/3/2021 của Khối thi đua về công tác thi đua năm 2021;",
        "Thực hiện kế hoạch của Khối, đơn vị báo cáo kết quả công tác 6 tháng đầu năm 2021 như sau:",
        "I. KẾT QUẢ",
        "Đã tổ chức ký kết giao ước thi đua và phổ biến tới toàn thể công chức, người lao động của đơn vị.",
        "Trên đây là báo cáo kết quả công tác thi đua, khen thưởng của đơn vị, trân trọng gửi Khối tổng hợp./.",
    )
    recipients: tuple[str, ...] = ("Nơi nhận:", "- Như trên;", "- Các đơn vị trong Khối;", "- Lưu: VT, TH.")
    signature: tuple[str, ...] = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "(Đã ký)", "", "Nông Thị Thử")
    after: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    bold_about: bool = True


@dataclass
class _Sheet:
    """Blocks in the making, paragraphs and tables numbered as a reader numbers them."""

    blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def write(self, *texts: str, **style: object) -> None:
        for text in texts:
            self.paragraphs += 1
            place = Place(None, "", self.paragraphs, self.paragraphs)
            self.blocks.append(Paragraph(text, place, **style))  # type: ignore[arg-type]

    def table(self, rows: Sequence[Sequence[Sequence[str]]]) -> None:
        self.tables += 1
        name = f"table {self.tables}"
        grid = tuple(
            tuple(_cell(f"{name}, row {r + 1}, cell {c + 1}", r, c, texts) for c, texts in enumerate(row))
            for r, row in enumerate(rows)
        )
        self.blocks.append(Table(grid, Place(None, name), ruled=False))


def _cell(container: str, row: int, column: int, texts: Sequence[str]) -> Cell:
    paragraphs = tuple(Paragraph(t, Place(None, container, n, n)) for n, t in enumerate(texts, 1))
    return Cell("\n".join(texts), Place(None, container), row, column, paragraphs=paragraphs)


def _document(sheet: _Sheet, paper: Paper) -> Document:
    return Document("test", None, tuple(sheet.blocks), paper.asides)


def _middle(sheet: _Sheet, paper: Paper) -> None:
    sheet.write("")
    sheet.write(*paper.title, bold=True, align="center")
    sheet.write(*paper.about, bold=paper.bold_about, align="center")
    sheet.write(*paper.rule, align="center")
    sheet.write(*paper.body)
    sheet.write("")


def in_tables(paper: Paper) -> Document:
    """Head and foot in two-column tables without lines, as most papers have them."""
    sheet = _Sheet()
    left, right = [*paper.offices, "_______"], [*paper.motto, "_______"]
    sheet.table([[left, right], [[paper.number, *paper.letter], [paper.day]]])
    _middle(sheet, paper)
    sheet.table([[paper.recipients, paper.signature]])
    sheet.write(*paper.after)
    return _document(sheet, paper)


def in_one_row(paper: Paper) -> Document:
    """The head in one row of two cells, each with all its lines parted by line breaks."""
    sheet = _Sheet()
    left = "\n".join([*paper.offices, "", paper.number, *paper.letter])
    right = "\n".join([*paper.motto, "", paper.day])
    sheet.table([[[left], [right]]])
    _middle(sheet, paper)
    sheet.table([[["\n".join(paper.recipients)], ["\n".join(paper.signature)]]])
    sheet.write(*paper.after)
    return _document(sheet, paper)


def _by(join: Callable[[str, str], str]) -> Callable[[Paper], Document]:
    def laid_out(paper: Paper) -> Document:
        sheet = _Sheet()
        left, right = [*paper.offices, paper.number], [*paper.motto, paper.day]
        short, long = sorted((left, right), key=len)
        short[-1:-1] = [""] * (len(long) - len(short))
        sheet.write(*(join(a, b) for a, b in zip(left, right, strict=True)))
        sheet.write(*paper.letter)
        _middle(sheet, paper)
        rows = max(len(paper.recipients), len(paper.signature))
        padded = [[*part, *[""] * (rows - len(part))] for part in (paper.recipients, paper.signature)]
        sheet.write(*(join(a, b) for a, b in zip(*padded, strict=True)))
        sheet.write(*paper.after)
        return _document(sheet, paper)

    return laid_out


by_tabs = _by(lambda a, b: f"{a}\t{b}" if b else a)
by_spaces = _by(lambda a, b: f"{a.ljust(44)}   {b}" if b else a)


def head_last(paper: Paper) -> Document:
    """The head's table at the end of the file, as text boxes and some converters leave it."""
    sheet = _Sheet()
    _middle(sheet, paper)
    sheet.table([[paper.recipients, paper.signature]])
    sheet.table([[[*paper.offices], [*paper.motto]], [[paper.number, *paper.letter], [paper.day]]])
    return _document(sheet, paper)


def on_page(paper: Paper) -> Document:
    """As a PDF has it: one paragraph a half-line, each with its box."""
    page = _Page()
    left = [*paper.offices, "_______", paper.number, *paper.letter]
    right = [*paper.motto, "_______", paper.day]
    page.columns(left, right)
    for text in (*paper.title, *paper.about, *paper.rule):
        page.line(text, 300, bold=text not in paper.rule)
    for text in paper.body:
        page.paragraph(text)
    page.columns(paper.recipients, paper.signature)
    for text in paper.after:
        page.line(text, 300)
    return Document("test", 1, tuple(page.blocks), paper.asides)


@dataclass
class _Page:
    blocks: list[Block] = field(default_factory=list)
    top: float = 60.0
    count: int = 0

    def _add(self, text: str, x0: float, x1: float, *, bold: bool = False) -> None:
        self.count += 1
        place = Place(1, "", self.count, self.count, bbox=(x0, self.top, x1, self.top + 12))
        self.blocks.append(Paragraph(text, place, bold=bold, size=13))

    def line(self, text: str, middle: float, *, bold: bool = False) -> None:
        if text:
            half = min(215.0, len(text) * 3.2)
            self._add(text, middle - half, middle + half, bold=bold)
        self.top += 16

    def paragraph(self, text: str) -> None:
        self._add(text, 85, 515)
        self.top += 32

    def columns(self, left: Sequence[str], right: Sequence[str]) -> None:
        for n in range(max(len(left), len(right))):
            for texts, low, high in ((left, 85.0, 240.0), (right, 260.0, 515.0)):
                if n < len(texts) and texts[n]:
                    half = min((high - low) / 2, len(texts[n]) * 3.2)
                    dashed = texts[n].startswith(("-", "Nơi nhận"))
                    start = low if dashed else (low + high) / 2 - half
                    self._add(texts[n], start, start + 2 * half)
            self.top += 16


LAYOUTS: dict[str, Callable[[Paper], Document]] = {
    "tables": in_tables,
    "one row": in_one_row,
    "tabs": by_tabs,
    "spaces": by_spaces,
    "head last": head_last,
    "page": on_page,
}

REPORT = Paper()

LETTER = replace(
    REPORT,
    number="Số: 45/SNgV-VP",
    offices=("UBND TỈNH LAM SƠN", "SỞ NGOẠI VỤ"),
    letter=("V/v đăng ký thi đua năm 2021",),
    title=(),
    about=(),
    rule=(),
    body=(
        "Kính gửi: Văn phòng UBND tỉnh (Trưởng khối).",
        "Thực hiện Công văn số 66/UBND-NC ngày 19/02/2021 về việc đăng ký thi đua năm 2021, Sở đăng ký như sau:",
        "1. Tập thể: đăng ký Cờ thi đua của Ủy ban nhân dân tỉnh năm 2021./.",
    ),
)
