"""Ranks, ties and grades, by scores that are sure."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extractors.records import NOWHERE, Fact, ScoreRow, Status
from pipeline.blockfile import load
from pipeline.ranking import BLOCK, SELF, Standing, grade_of, layer_of, ranked, standing
from pipeline.records import DocumentFact, DocumentScore, DocumentState, Grade, Kind, Paper
from tests.pipeline.papers import BLOCK_FILE

GRADES = (
    Grade("Xuất sắc", Decimal(90), Decimal(85)),
    Grade("Tốt", Decimal(80), Decimal(80)),
    Grade("Hoàn thành", Decimal(70)),
)


def of(unit: str, total: str, *shares: str, most: str | None = "100") -> Standing:
    return Standing(unit, Decimal(total), None if most is None else Decimal(most), tuple(map(Decimal, shares)))


def paper(own: str, block: tuple[str | None, ...] = (None, None), status: Status = Status.ACCEPTED) -> Paper:
    figures = {"total_self_score": own, "total_max_score": "20"}
    facts = {f: DocumentFact(Fact(f, float(v), v, status, 0.99, "test", NOWHERE), 1) for f, v in figures.items()}
    rows = [
        ScoreRow(
            i, str(i), f"Tiêu chí {i}", 0, None, Status.ACCEPTED, NOWHERE, "", Decimal(10), Decimal(8),
            None if b is None else Decimal(b),
        )
        for i, b in enumerate(block, 1)
    ]  # fmt: skip
    scores = tuple(DocumentScore(row, 1, None) for row in rows)
    return Paper(1, (), "stc", Kind.SCORE_SHEET, None, DocumentState.ACCEPTED, None, "", facts, scores)


def test_the_highest_total_comes_first_and_equal_totals_share_a_rank() -> None:
    places = ranked([of("a", "90"), of("b", "95"), of("c", "90"), of("d", "80")])
    assert [(p.unit_id, p.rank, p.is_tied) for p in places] == [
        ("b", 1, False), ("a", 2, True), ("c", 2, True), ("d", 4, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "grade"),
    [
        (of("a", "95", "90", "100"), "Xuất sắc"),
        (of("a", "95", "84", "100"), "Tốt"),
        (of("a", "95", "60", "100"), "Hoàn thành"),
        (of("a", "89,9".replace(",", "."), "90"), "Tốt"),
        (of("a", "900", "90", most="1000"), "Xuất sắc"),
        (of("a", "60", "90"), ""),
        (of("a", "95", "90", most=None), ""),
        (of("a", "107", "107"), "Xuất sắc"),
    ],
)
def test_thresholds_and_floors(one: Standing, grade: str) -> None:
    assert grade_of(one, GRADES) == grade


def test_a_floor_is_not_held_against_scores_that_are_not_sure() -> None:
    doubtful = of("a", "95", "90")._replace(shares=None)
    assert grade_of(doubtful, GRADES) == ""
    assert grade_of(doubtful, GRADES[2:]) == "Hoàn thành"
    sheet = paper("16", ("7", "8"))
    unsure = replace(sheet.scores[1], row=replace(sheet.scores[1].row, status=Status.NEEDS_REVIEW))
    found = standing(replace(sheet, scores=(sheet.scores[0], unsure)), SELF)
    assert found is not None
    assert found.shares is None


def test_all_are_ranked_by_the_block_once_it_has_scored_all() -> None:
    assert layer_of([paper("16"), paper("16")]) == SELF
    assert layer_of([paper("16"), paper("16", ("7", "8"))]) == SELF
    assert layer_of([paper("16", ("6", "8")), paper("16", ("7", "8"))]) == BLOCK


def test_the_block_s_total_is_the_sum_of_its_scores_once_all_are_given() -> None:
    given = standing(paper("16", ("7", "8")), BLOCK)
    assert given is not None
    assert (given.total, given.shares) == (15, (70, 80))
    assert standing(paper("16", ("7", None)), BLOCK) is None


def test_a_total_that_is_not_sure_gives_no_standing() -> None:
    assert standing(paper("16", status=Status.NEEDS_REVIEW), SELF) is None


def test_the_block_file_names_the_grades(tmp_path: Path) -> None:
    file = tmp_path / "khoi.toml"
    rule = '[[ranking.grades]]\nname = "Xuất sắc"\nat_least = 90\nfloor = 85.5\n'
    file.write_text(BLOCK_FILE + rule, encoding="utf-8")
    assert load(file).grades == (Grade("Xuất sắc", Decimal(90), Decimal("85.5")),)
