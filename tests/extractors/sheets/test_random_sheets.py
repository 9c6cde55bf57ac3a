"""Random trees of criteria, rendered in random layouts, come back as they were."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.decide_rows import decide_rows
from extractors.records import Status, Table
from extractors.sheets.score_sheet import score_sheets
from tests.extractors.sheets.tables import LEFT, UP, document, table

ROMAN = ["I", "II", "III", "IV", "V", "VI"]
LETTERS = "abcdđeghik"
WORDS = [
    "Chương trình công tác",
    "Cải cách hành chính",
    "Tiếp công dân",
    "Sáng kiến",
    "Kỷ luật",
    "Phong trào",
    "Báo cáo",
]


@dataclass
class Row:
    """A criterion of the invented sheet, its children below it."""

    own: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    children: list["Row"] = field(default_factory=list)


@st.composite
def trees(draw: st.DrawFn) -> list[Row]:
    return [_row(draw, depth=draw(st.integers(0, 2))) for _ in range(draw(st.integers(2, 4)))]


def _row(draw: st.DrawFn, depth: int) -> Row:
    if depth == 0:
        most = Decimal(draw(st.integers(1, 80))) / 4
        return Row(most * draw(st.integers(0, 4)) / 4, most)
    children = [_row(draw, depth - 1) for _ in range(draw(st.integers(2, 4)))]
    return Row(sum((c.own for c in children), Decimal(0)), sum((c.most for c in children), Decimal(0)), children)


def roman_then_numbers(path: tuple[int, ...], _running: int) -> str:
    return [ROMAN[path[0]], *(str(n + 1) for n in path[1:2]), *(f"{LETTERS[n]})" for n in path[2:])][-1]


def dotted(path: tuple[int, ...], _running: int) -> str:
    return ".".join(str(n + 1) for n in path)


def roman_dotted(path: tuple[int, ...], _running: int) -> str:
    return ".".join([ROMAN[path[0]], *(str(n + 1) for n in path[1:])])


def letters_below(path: tuple[int, ...], _running: int) -> str:
    return [f"{path[0] + 1}.", *(f"{LETTERS[n]})" for n in path[1:2]), *("-" for _ in path[2:])][-1]


NUMBERINGS = [roman_then_numbers, dotted, roman_dotted, letters_below]


@dataclass
class Layout:
    numbering: int
    order: list[str]
    merged_header: bool
    point: str
    unit: str
    total: str
    groups_blank: bool


layouts = st.builds(
    Layout,
    numbering=st.integers(0, len(NUMBERINGS) - 1),
    order=st.permutations(["code", "name", "most", "own", "block"]),
    merged_header=st.booleans(),
    point=st.sampled_from([",", "."]),
    unit=st.sampled_from(["", "đ", " điểm"]),
    total=st.sampled_from(["Tổng cộng", "TỔNG ĐIỂM", "Cộng", "Tổng số điểm"]),
    groups_blank=st.booleans(),
)


def render(tree: list[Row], layout: Layout) -> tuple[Table, list[tuple[str, Decimal, Decimal | None, int]]]:
    """The sheet, and what it holds: printed number, maximum, own score, level."""
    numbers, held, lines = count(1), [], []

    def figure(value: Decimal) -> str:
        return f"{value.normalize():f}".replace(".", layout.point) + layout.unit

    def add(row: Row, path: tuple[int, ...]) -> None:
        printed = NUMBERINGS[layout.numbering](path, next(numbers))
        blank = bool(row.children) and layout.groups_blank
        held.append((printed, row.most, None if blank else row.own, len(path) - 1))
        lines.append({"code": printed, "name": f"{WORDS[len(lines) % 7]} {LETTERS[len(lines) % 10]}", "most": figure(row.most),  # noqa: E501
                      "own": "" if blank else figure(row.own), "block": ""})  # fmt: skip
        for turn, child in enumerate(row.children):
            add(child, (*path, turn))

    for turn, row in enumerate(tree):
        add(row, (turn,))
    most, own = (sum((getattr(r, side) for r in tree), Decimal(0)) for side in ("most", "own"))
    lines.append({"code": "", "name": layout.total, "most": figure(most), "own": figure(own), "block": ""})
    names = {"code": "TT", "name": "Nội dung tiêu chí", "most": "Điểm chuẩn", "own": "Tự chấm", "block": "Khối chấm"}
    grid = [[line[column] for column in layout.order] for line in lines]
    return table([*_header(layout, names), *grid]), held


def _header(layout: Layout, names: dict[str, str]) -> list[list[str]]:
    plain = [names[column] for column in layout.order]
    scores = [i for i, column in enumerate(layout.order) if column in ("most", "own", "block")]
    if not layout.merged_header or scores != list(range(scores[0], scores[0] + 3)):
        return [plain]
    upper = [LEFT if i in scores[1:] else "Điểm" if i == scores[0] else text for i, text in enumerate(plain)]
    return [upper, [text if i in scores else UP for i, text in enumerate(plain)]]


@settings(deadline=None, max_examples=150)
@given(trees(), layouts)
def test_a_random_sheet_is_read_back(tree: list[Row], layout: Layout) -> None:
    paper, held = render(tree, layout)
    sheets = score_sheets(document(paper))
    rows = decide_rows(sheets.rows, sheets.totals)
    assert [(r.max_score, r.self_score, r.level) for r in rows] == [h[1:] for h in held]
    for row, (printed, *_) in zip(rows, held, strict=True):
        assert row.code == "" if printed == "-" else row.code.endswith(printed.strip(".)"))
    assert {row.status for row in rows} == {Status.ACCEPTED}
    codes = [row.code for row in rows if row.code]
    assert len(set(codes)) == len(codes)


@settings(deadline=None, max_examples=100)
@given(trees(), layouts, st.data())
def test_a_broken_figure_is_never_accepted_as_another(tree: list[Row], layout: Layout, data: st.DataObject) -> None:
    """A cell whose text was torn or mixed up with another's gives a number that is printed there, or a doubt."""
    paper, held = render(tree, layout)
    r = data.draw(st.integers(0, len(held) - 1))
    row = len(paper.rows) - len(held) - 1 + r
    column = layout.order.index("own")
    torn = data.draw(st.sampled_from(["9,\n5", "9 5", "9,5 8", "l9", "9,5,5", "9..5", "O", "5-9"]))
    cells = [list(line) for line in paper.rows]
    cells[row][column] = cells[row][column]._replace(text=torn)
    sheets = score_sheets(document(Table(tuple(map(tuple, cells)), paper.place)))
    read = decide_rows(sheets.rows, sheets.totals)[r]
    assert read.self_score is None
    assert read.status is Status.NEEDS_REVIEW
