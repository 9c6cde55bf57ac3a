"""Writes the sample workspace into `samples/`: plan, criteria, inbox, expected values, faulty files, README.

DOCX files are the same bytes on every run. PDFs are printed by LibreOffice, which writes the day into them, so an
existing one is kept: delete it to print it anew.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.sample_block import expected, findings, frame, readme, writer
from scripts.sample_block.papers import DUPLICATES, PAPERS
from scripts.sample_block.records import Paper

SAMPLES = Path(__file__).parents[1] / "samples"


def main(folder: Path) -> None:
    """Writes everything; PDFs only where they are missing."""
    for name in ("inbox", "expected", "faulty"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "khoi.toml").write_text(frame.block_file(), encoding="utf-8")
    (folder / "ke-hoach.docx").write_bytes(frame.plan())
    (folder / "tieu-chi.docx").write_bytes(frame.criteria())
    _print_pdfs(folder, [paper for paper in PAPERS if paper.form == "pdf"])
    for paper in PAPERS:
        if paper.form == "docx":
            _write(folder / "inbox" / paper.folder / f"{paper.stem}.docx", writer.docx(paper))
        _write(folder / "expected" / f"{file_name(paper)}.expected.json", _json(expected.expected(paper)))
    for copy, original in DUPLICATES.items():
        _write(folder / "inbox" / copy, (folder / "inbox" / original).read_bytes())
    _write(folder / "findings.json", _json(findings.findings()))
    _faulty(folder / "faulty", folder / "inbox")
    (folder / "README.md").write_text(readme.readme(), encoding="utf-8")


def file_name(paper: Paper) -> str:
    """The paper's file in the inbox, without its folder."""
    return f"{paper.stem}.{paper.form}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _print_pdfs(folder: Path, papers: list[Paper]) -> None:
    """Prints the papers that have no PDF yet, all in one run of LibreOffice."""
    missing = {p.stem: folder / "inbox" / p.folder / f"{p.stem}.pdf" for p in papers}
    missing = {stem: path for stem, path in missing.items() if not path.exists()}
    if not missing:
        return
    with tempfile.TemporaryDirectory() as made:
        for paper in papers:
            if paper.stem in missing:
                _write(Path(made) / f"{paper.stem}.docx", writer.docx(paper))
        sources = [f"{made}/{stem}.docx" for stem in missing]
        profile = f"-env:UserInstallation=file://{made}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", made, *sources]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        for stem, path in missing.items():
            _write(path, Path(made, f"{stem}.pdf").read_bytes())


def _faulty(folder: Path, inbox: Path) -> None:
    """Files that cannot be read, each in its own way."""
    import pikepdf

    docx = next(p for p in PAPERS if p.form == "docx")
    pdf = next(p for p in PAPERS if p.form == "pdf")
    whole = (inbox / docx.folder / file_name(docx)).read_bytes()
    (folder / "cut-short.docx").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.pdf").write_bytes(b"")
    protected = folder / "protected.pdf"
    if not protected.exists():
        with pikepdf.open(inbox / pdf.folder / file_name(pdf)) as opened:
            opened.save(protected, encryption=pikepdf.Encryption(owner="chu", user="khoa"))


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] == "--fresh":
        shutil.rmtree(SAMPLES, ignore_errors=True)
    main(SAMPLES)
