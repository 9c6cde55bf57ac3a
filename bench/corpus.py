"""Invented workspaces of any size: a few papers made once, then varied in the text of their zip.

A block has ten units whatever it sends, and the mix of papers is the same for any number: three in ten answer the plan.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from scripts.sample_block import block, frame, prose, writer
from scripts.sample_block.kinds import half_year, in_a_list, in_a_sentence, registration, scores, whole_year
from scripts.sample_block.records import Paper, Sheet

SEED = 20201112
UNIT = block.SXD
"""The unit that the masters are of; its names give way to those of the unit that sends."""
NUMBER = "90817"
"""The number in the masters."""
UNITS = 10
MIX = ("registration", "half", "year", "letter", "letter", "report", "report", "report", "report", "report")
"""What a unit sends, over and over: the last seven are no papers that the plan asks for."""
FIELDS = "xây giao công nông tài y giáo nội tư văn lao thông ngoại kế thanh dân khoa du".split()  # noqa: SIM905
RUN = '</w:t></w:r><w:r><w:rPr><w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve"> '
"""Where Word begins a new run inside a sentence, as it does after every change and every look at the spelling."""
WORDS = """
triển khai thực hiện công tác của các phòng và đơn vị trong ngành theo kế hoạch năm hướng dẫn kiểm tra giám sát
bảo đảm đúng tiến độ chất lượng hiệu quả tổ chức tuyên truyền học tập nâng cao trách nhiệm cán bộ quản lý
""".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Sender:
    """A unit of the invented block."""

    id: str
    name: str
    code: str
    signer: str


def senders(count: int) -> list[Sender]:
    """Units with names of their own."""
    return [_sender(n) for n in range(count)]


def _sender(n: int) -> Sender:
    """Three syllables of a field after "Sở": as unlike each other as the names of offices are."""
    first, rest = divmod(n, len(FIELDS) ** 2)
    second, third = divmod(rest, len(FIELDS))
    syllables = [FIELDS[(second + first) % len(FIELDS)], FIELDS[third], FIELDS[(second * 7 + third) % len(FIELDS)]]
    name = f"Sở {' '.join(syllables).capitalize()} {_roman(n)}"
    return Sender(f"u{n}", name, f"S{_roman(n)}", "Bế Thái Khôi")


def _roman(n: int) -> str:
    """Letters that number the unit: A, B … BA."""
    letters = "ABCDEGHKLMNPQRSTUVXY"
    high, low = divmod(n, len(letters))
    return (_roman(high) if high else "") + letters[low]


def write_workspace(root: Path, papers: int, every: int = 1) -> None:
    """A workspace with so many papers in its inbox; or with every second, third … of them, which are as mixed."""
    root.mkdir(parents=True)
    units = senders(UNITS)
    (root / "khoi.toml").write_text(_block_file(units), encoding="utf-8")
    (root / "ke-hoach.docx").write_bytes(frame.plan())
    (root / "tieu-chi.docx").write_bytes(frame.criteria())
    for n, data in islice(enumerate(docx_papers(papers, units)), 0, None, every):
        folder = root / "inbox" / units[n % len(units)].id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"van ban {n}.docx").write_bytes(data)


def write_printed(root: Path, printed: Sequence[bytes], papers: int) -> None:
    """A workspace with so many PDFs in its inbox: those given, each again and again in bytes of its own."""
    write_workspace(root, 0)
    folder = root / "inbox" / "pdf"
    folder.mkdir(parents=True)
    for n in range(papers):
        (folder / f"van ban {n}.pdf").write_bytes(printed[n % len(printed)] + f"\n% {n}".encode())


def docx_papers(count: int, units: Sequence[Sender], pages: int = 8) -> Iterator[bytes]:
    """Word papers, one after the other, no two alike."""
    made = _masters(pages)
    for n in range(count):
        sender, which = units[n % len(units)], n // len(units) % len(MIX)
        yield made[MIX[which]].varied(sender, n, random.Random(SEED + n))  # noqa: S311 -- no secret


class _Master:
    """A paper whose text can be varied without building it again."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._text = self._parts["word/document.xml"].decode().replace("⁂ ⁂ ", f"⁂{RUN}⁂ ")

    def varied(self, sender: Sender, n: int, chance: random.Random) -> bytes:
        """The paper as another unit sends it under another number, its filler in other words."""
        text = self._text.replace(NUMBER, str(n + 1)).replace(f"-{UNIT.code}<", f"-{sender.code}<")
        text = text.replace(UNIT.name, sender.name).replace(UNIT.name.upper(), sender.name.upper())
        text = re.sub("⁂", lambda _: chance.choice(WORDS), text)
        return _zipped(self._parts | {"word/document.xml": text.encode()})


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _masters(pages: int) -> dict[str, _Master]:
    sheet = Sheet(scores(), "96")
    year = whole_year(UNIT, NUMBER, "22", in_a_sentence(3, 35, 71, 10, 12), sheet, "")
    half = half_year(UNIT, NUMBER, "10", in_a_list(21, 88, 13, 9), "")
    letter = replace(registration(UNIT, NUMBER, "20", (72, 10, 3, 12), ""), subject="V/v phối hợp công tác", body=())
    report = replace(half, subject="Kết quả công tác chuyên môn tháng 5 năm 2020", body=(), month="5")
    papers = {
        "registration": registration(UNIT, NUMBER, "20", (72, 10, 3, 12), ""),
        "half": half,
        "year": year,
        "letter": letter,
        "report": report,
    }
    return {name: _Master(writer.docx(_lengthened(paper, pages))) for name, paper in papers.items()}


def _lengthened(paper: Paper, pages: int) -> Paper:
    """The paper with filler for its length: about ten paragraphs a page, some of them of figures."""
    chance = random.Random(SEED)  # noqa: S311 -- no secret
    filler = [_paragraph(chance, n) for n in range(10 * (pages - 1))]
    middle = len(paper.body) // 2
    return replace(paper, body=(*paper.body[:middle], *filler, *paper.body[middle:]))


def _paragraph(chance: random.Random, n: int) -> str:
    if n % 6 == 0:
        return prose.LONG_RESULTS[n // 6 % len(prose.LONG_RESULTS)]
    words = " ".join(["⁂"] * chance.randint(4, 9))
    parts = [chance.choice(WORDS), words, "đạt", str(chance.randint(2, 99)), "%", words, chance.choice(WORDS)]
    return f"- {' '.join(parts)} theo Quyết định số {n + 10}/QĐ-UBND; {words}.".replace(" %", "%")


def _block_file(units: Sequence[Sender]) -> str:
    head = frame.block_file().partition("[[units]]")[0]
    head = head.replace('leader = "sxd"', f'leader = "{units[0].id}"')
    head = re.sub("deputies = .*", "deputies = []", head)
    return head + "".join(
        f'\n[[units]]\nid = "{unit.id}"\nname = "{unit.name}"\naliases = []\ncode = "{unit.code}"\n' for unit in units
    )
