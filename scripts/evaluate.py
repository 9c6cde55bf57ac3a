"""Compares what is read and found with answers written beforehand: `python scripts/evaluate.py [FOLDER]`.

The folder is laid out as `samples/`: a workspace's inbox, khoi.toml, plan and criteria; for each paper
`expected/NAME.expected.json`; the planted findings in `findings.json`. Prints the share of true values accepted, the
accepted values that are wrong (silent errors), and the share of planted findings found. Exit code 3 where a value is
silently wrong or a planted finding is not found.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from extractors import Extraction, Status, UnitName, extract, read
from pipeline import run
from pipeline.blockfile import load, roster
from pipeline.checked import checked
from pipeline.edges.workers import local
from pipeline.edges.workspace import opened
from pipeline.findings import FINDINGS
from pipeline.records import Finding, Severity

SAMPLES = Path(__file__).parents[1] / "samples"
AS_OF = date(2021, 1, 15)
RECEIVED = "2021-01-11T08:00:00+07:00"
"""When the papers came: what counts for those without a date of their own."""


class Judged(NamedTuple):
    """One true value, or one that was accepted and is none: `verdict` is right, wrong, review or missed."""

    verdict: str
    what: str
    told: str


def main(folder: Path) -> int:
    """Prints the comparison and gives the exit code."""
    values = list(judged_values(folder))
    answers = json.loads(_text(folder / "findings.json"))
    missed, unplanted = compared_findings(answers, found_findings(folder))
    planted = sum(item["times"] for item in answers)
    for what in ("facts", "score rows"):
        _print_share(what, Counter(value.verdict for value in values if value.what == what))
    wrong = [value.told for value in values if value.verdict == "wrong"]
    _say(f"silent errors: {len(wrong)}")
    _say(f"findings: {planted - len(missed)} of {planted} planted ones found, {len(unplanted)} others")
    for line in [*wrong, *(f"not found: {told}" for told in missed), *(f"not planted: {told}" for told in unplanted)]:
        _say(f"  {line}")
    return 3 if wrong or missed else 0


def judged_values(folder: Path) -> Iterator[Judged]:
    """Every value of every paper that has answers."""
    names = roster(load(folder / "khoi.toml"))
    papers = {path.name: path for path in sorted((folder / "inbox").rglob("*")) if path.is_file()}
    for answers in sorted((folder / "expected").glob("*.expected.json")):
        name = answers.name.removesuffix(".expected.json")
        yield from judged(name, json.loads(_text(answers)), _extraction(papers[name], names))


def judged(name: str, answers: Mapping[str, Any], found: Extraction) -> Iterator[Judged]:
    """The paper's values against its answers."""
    yield from _facts(name, answers["facts"], found)
    yield from _rows(name, answers["scores"], found)


def _extraction(path: Path, names: tuple[UnitName, ...]) -> Extraction:
    return extract(read(path.read_bytes()), names)


def _facts(name: str, answers: Iterable[Mapping[str, Any]], found: Extraction) -> Iterator[Judged]:
    sure = {fact.field: _plain(fact.value) for fact in found.facts if fact.status is Status.ACCEPTED}
    seen = {fact.field: fact.status for fact in found.facts}
    true = {answer["field"]: answer for answer in answers}
    for field, answer in true.items():
        told = f"{name}: {field} is {answer['value']!r}"
        if field in sure:
            right = answer["status"] != "blank" and sure[field] == answer["value"]
            yield Judged("right" if right else "wrong", "facts", f"{told}, accepted was {sure[field]!r}")
        elif answer["status"] == "blank" and seen.get(field) is Status.BLANK:
            yield Judged("right", "facts", told)
        elif answer["status"] != "needs_review":
            yield Judged("review" if field in seen else "missed", "facts", told)
    for field in sure.keys() - true.keys():
        yield Judged("wrong", "facts", f"{name}: {field} is not there, accepted was {sure[field]!r}")


def _rows(name: str, answers: Iterable[Mapping[str, Any]], found: Extraction) -> Iterator[Judged]:
    read_rows = {row.row: row for row in found.scores}
    for answer in answers:
        told = f"{name}: row {answer['row']} is {answer['code']} {answer['self_score']}"
        row = read_rows.pop(answer["row"], None)
        if row is None:
            yield Judged("missed", "score rows", told)
        elif row.status is not Status.ACCEPTED:
            yield Judged("review", "score rows", told)
        else:
            same = (row.code, _float(row.max_score), _float(row.self_score)) == (
                answer["code"], answer["max_score"], answer["self_score"]
            )  # fmt: skip
            yield Judged(
                "right" if same else "wrong", "score rows", f"{told}, accepted was {row.code} {row.self_score}"
            )
    for row in read_rows.values():
        if row.status is Status.ACCEPTED:
            yield Judged("wrong", "score rows", f"{name}: row {row.row} is not there, accepted was {row.raw!r}")


def found_findings(folder: Path) -> list[Finding]:
    """The findings of a fresh run over the folder's inbox."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "khoi"
        shutil.copytree(folder, root, ignore=shutil.ignore_patterns("expected", "faulty"))
        with opened(root, lambda: RECEIVED) as workspace, local(os.cpu_count() or 1) as reader:
            run.plan(workspace)
            run.receive(workspace)
            run.extract(workspace, reader, run.quiet)
            return list(checked(workspace, AS_OF).findings)


def _about(finding: Finding) -> tuple[str, ...]:
    """All by which an answer may name what the finding is about."""
    file = str(finding.evidence.get("file", "")).rpartition("/")[2]
    return (file, f"{finding.unit_id} {finding.task_key}", finding.task_key or "")


def compared_findings(planted: Iterable[Mapping[str, Any]], found: Iterable[Finding]) -> tuple[list[str], list[str]]:
    """The planted findings that were not found, and the errors and warnings that nobody planted."""
    left = list(found)
    missed = []
    for item in planted:
        for _ in range(item["times"]):
            match = next((f for f in left if f.code == item["code"] and item["about"] in _about(f)), None)
            if match is None:
                missed.append(f"{item['code']}: {item['about']}")
            else:
                left.remove(match)
    return missed, [
        f"{f.code}: {_about(f)[0] or _about(f)[1]}" for f in left if FINDINGS[f.code].severity is not Severity.INFO
    ]


def _print_share(what: str, counts: Counter[str]) -> None:
    true = counts["right"] + counts["review"] + counts["missed"]
    share = 100 * counts["right"] / true
    _say(f"{what}: {counts['right']} of {true} accepted and right ({share:.1f} %), {counts['review']} left to a person")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _float(number: object) -> float | None:
    return None if number is None else float(str(number))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES))
