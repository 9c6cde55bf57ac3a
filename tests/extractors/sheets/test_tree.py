"""Which row belongs to which, by the numbers that are printed."""

from decimal import Decimal

import pytest

from extractors.sheets.tree import Item, number_of, outline


def read(*rows: str, total: int | None = None) -> list[tuple[str, int]]:
    """Rows as "1. 60", bold ones as "1. 60 b"."""
    items = []
    for row in rows:
        printed, most, *bold = row.rsplit("|")
        items.append(Item(printed, "Tên", bold=bool(bold), max_score=Decimal(most) if most else None))
    nodes = outline(items, None if total is None else Decimal(total))
    assert all(n.parent is None or nodes[n.parent].level == n.level - 1 for n in nodes)
    return [(node.code, node.level) for node in nodes]


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("I", ("I",)),
        ("I.", ("I",)),
        ("I-", ("I",)),
        ("1", ("1",)),
        ("1.", ("1",)),
        ("01", ("01",)),
        ("(2)", ("2",)),
        ("1.1.", ("1", "1")),
        ("1.a)", ("1", "a")),
        ("3. b)", ("3", "b")),
        ("a)", ("a",)),
        ("đ)", ("đ",)),
        ("146a", ("146a",)),
        ("I.1.a", ("I", "1", "a")),
        ("Phần A", ("A",)),
        ("Mục I", ("I",)),
        ("-", ()),
        ("+", ()),
        ("", ()),
        ("Tổng", ()),
    ],
)
def test_numbers(printed: str, parts: tuple[str, ...]) -> None:
    assert number_of(printed).parts == parts


def test_roman_and_numbers_that_restart() -> None:
    assert read("I|60", "1|40", "2|20", "II|40", "1|25", "2|15", total=100) == [
        ("I", 0), ("I.1", 1), ("I.2", 1), ("II", 0), ("II.1", 1), ("II.2", 1),
    ]  # fmt: skip


def test_numbers_that_never_restart() -> None:
    assert read("I|60", "1|40", "2|20", "II|40", "3|25", "4|15") == [
        ("I", 0), ("1", 1), ("2", 1), ("II", 0), ("3", 1), ("4", 1),
    ]  # fmt: skip


def test_dotted_numbers() -> None:
    assert read("1|60", "1.1|40", "1.2|20", "1.2.1|20", "2|40", "2.1|40") == [
        ("1", 0), ("1.1", 1), ("1.2", 1), ("1.2.1", 2), ("2", 0), ("2.1", 1),
    ]  # fmt: skip


def test_letters_below_numbers_restart() -> None:
    assert read("1.|10", "a)|5", "đ)|5", "2.|10", "a)|10") == [
        ("1", 0), ("1.a", 1), ("đ", 1), ("2", 0), ("2.a", 1),
    ]  # fmt: skip


def test_parts_above_roman_numbers() -> None:
    assert read("A|60", "I|30", "1|30", "II|30", "B|40", "I|40", "C|0") == [
        ("A", 0), ("A.I", 1), ("1", 2), ("II", 1), ("B", 0), ("B.I", 1), ("C", 0),
    ]  # fmt: skip


def test_running_numbers_below_numbered_groups_are_told_by_the_maxima() -> None:
    found = read("I.|12", "1.|8", "1.a)|5", "1|2", "2|3", "1.b)|3", "3|3", "2.|4", "2.a)|4", "4|2", "4a|2", total=12)
    assert [level for _, level in found] == [0, 1, 2, 3, 3, 2, 3, 1, 2, 3, 3]


def test_bold_groups_with_the_same_numbers_are_told_by_the_maxima() -> None:
    found = read("1|60|b", "1|40", "2|20", "2|40|b", "1|40", total=100)
    assert found == [("1", 0), ("1.1", 1), ("1.2", 1), ("2", 0), ("2.1", 1)]


def test_bullets_have_no_code() -> None:
    assert read("1|10", "-|5", "-|5", "2|5", "-|5") == [("1", 0), ("", 1), ("", 1), ("2", 0), ("", 1)]


def test_rows_without_numbers_are_told_by_bold_type() -> None:
    assert [level for _, level in read("|60|b", "|40", "|20", "|40|b", "|40")] == [0, 1, 1, 0, 1]


def test_rows_without_any_mark_are_told_by_the_maxima() -> None:
    assert [level for _, level in read("|60", "|40", "|20", "|40", "|25", "|15", total=100)] == [0, 1, 1, 0, 1, 1]


def test_a_number_used_twice_is_kept_as_printed() -> None:
    assert [code for code, _ in read("11|5", "11|5", "12|5")] == ["11", "11", "12"]
