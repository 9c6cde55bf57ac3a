"""Every sample against what its maker knows of it: nothing accepted that is not so, and most of it accepted."""

import io
import json
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from extractors.errors import Encrypted, ExtractionError, Unreadable
from extractors.extraction import extract, read
from extractors.records import Extraction, Limits, Status

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = {path.name.removesuffix(".expected.json"): path for path in sorted((SAMPLES / "expected").iterdir())}
FILES = {path.name: path for path in sorted((SAMPLES / "inbox").rglob("*")) if path.is_file()}
LEAST_ACCEPTED = 0.95

_read: dict[str, Extraction] = {}


def extraction(name: str) -> Extraction:
    if name not in _read:
        _read[name] = extract(read(FILES[name].read_bytes(), Limits()))
    return _read[name]


def expected(name: str) -> dict[str, list[dict[str, object]]]:
    return json.loads(EXPECTED[name].read_text(encoding="utf-8"))


def plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_accepted_is_wrong(name: str) -> None:
    right = {fact["field"]: fact["value"] for fact in expected(name)["facts"] if fact["status"] == "accepted"}
    accepted = {f.field: plain(f.value) for f in extraction(name).facts if f.status is Status.ACCEPTED}
    assert accepted == {field: right.get(field, "NOT EXPECTED") for field in accepted}


@pytest.mark.parametrize("name", EXPECTED)
def test_empty_places_are_blank(name: str) -> None:
    blanks = {fact["field"] for fact in expected(name)["facts"] if fact["status"] == "blank"}
    assert {f.field for f in extraction(name).facts if f.status is Status.BLANK} == blanks


@pytest.mark.parametrize("name", EXPECTED)
def test_score_rows_are_the_papers(name: str) -> None:
    wanted = [(r["row"], r["code"], r["max_score"], r["self_score"]) for r in expected(name)["scores"]]
    rows = [(r.row, r.code, _float(r.max_score), _float(r.self_score)) for r in extraction(name).scores]
    assert rows == wanted


def _float(number: object) -> float | None:
    return None if number is None else float(str(number))


def test_most_of_what_is_there_is_accepted() -> None:
    missed = Counter[str]()
    total = 0
    for name in EXPECTED:
        accepted = {f.field for f in extraction(name).facts if f.status is Status.ACCEPTED}
        wanted = {str(fact["field"]) for fact in expected(name)["facts"] if fact["status"] == "accepted"}
        total += len(wanted)
        missed.update(wanted - accepted)
    assert missed.total() <= (1 - LEAST_ACCEPTED) * total, missed


@pytest.mark.parametrize(
    ("name", "error"), [("cut-short.docx", Unreadable), ("empty.pdf", Unreadable), ("protected.pdf", Encrypted)]
)
def test_faulty_files_say_what_is_wrong(name: str, error: type[ExtractionError]) -> None:
    with pytest.raises(error):
        read((SAMPLES / "faulty" / name).read_bytes(), Limits())


def test_every_file_has_its_expectation() -> None:
    copies = {name for name in FILES if name.startswith("Copy of ")}
    assert set(EXPECTED) == set(FILES) - copies
    for name in copies:
        assert FILES[name].read_bytes() == FILES[name.removeprefix("Copy of ")].read_bytes()


def test_the_readme_names_every_file() -> None:
    page = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = [*FILES, *(path.name for path in (SAMPLES / "faulty").iterdir())]
    assert [name for name in names if name not in page] == []


def test_the_block_file_names_ten_units() -> None:
    block = tomllib.loads((SAMPLES / "khoi.toml").read_text(encoding="utf-8"))
    assert len(block["units"]) == 10


def test_the_samples_are_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 3_000_000


def test_the_script_makes_these_very_files() -> None:
    from scripts.sample_block import expected as made
    from scripts.sample_block import frame, readme, writer
    from scripts.sample_block.papers import PAPERS

    assert (SAMPLES / "khoi.toml").read_text(encoding="utf-8") == frame.block_file()
    assert (SAMPLES / "README.md").read_text(encoding="utf-8") == readme.readme()
    for paper in PAPERS:
        name = f"{paper.stem}.{paper.form}"
        assert expected(name) == json.loads(json.dumps(made.expected(paper)))
        if paper.form == "docx":
            assert parts(FILES[name].read_bytes()) == parts(writer.docx(paper)), name


def parts(data: bytes) -> dict[str, bytes]:
    """What a zip holds: how tightly it is packed differs from machine to machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".pdf")])
def test_a_pdf_is_printed_from_the_paper_as_it_is_now(name: str) -> None:
    import pypdfium2

    from scripts.sample_block import letterhead
    from scripts.sample_block.papers import PAPERS

    paper = next(p for p in PAPERS if f"{p.stem}.{p.form}" == name)
    with pypdfium2.PdfDocument(FILES[name]) as pdf:
        printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)
    for text in (*letterhead.left_head(paper), letterhead.dateline(paper), *paper.body, paper.unit.signer_name):
        assert "".join(text.split()) in printed
