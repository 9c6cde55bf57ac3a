"""What strangers write is shown as text: in the terminal, as JSON, in the log, as CSV, XLSX, Word and HTML."""

import csv
import os
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline.command import thidua
from tests.pipeline.papers import GOOD, aged, write_workspace, write_year_report
from tests.proof.blocks import AS_OF

ESCAPE, TURNED = "\x1b[31m", "\u202e"
FORMULA = '=HYPERLINK("http://192.0.2.1","x")'
TAGS = "<script>alert(1)</script> {{7*7}} {% for x in y %} [red]do[/red] &amp; ' \" \\"
NAME = f"báo\n{ESCAPE}cáo {TURNED}xcod. [bold]{FORMULA[:5]}"
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys or turns around; line feeds and tabs are layout."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose papers were written by somebody who means ill."""
    root = write_workspace(tmp_path_factory.mktemp("disarmed") / "khối")
    report = root / "inbox" / "syt.docx"
    write_year_report(report, "Sở Y tế", "15/BC-SYT", "20 tháng 12 năm 2022", GOOD, "91,5")
    with zipfile.ZipFile(report) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    escaped = TAGS.replace("&", "&amp;").replace("<", "&lt;")
    body = body.replace("Cải cách hành chính", FORMULA.replace('"', "&quot;"))
    body = body.replace("Lê Văn Thử", f"Lê Văn Thử {TURNED}").replace("Tổ chức phong trào thi đua", escaped)
    body = body.replace("Tổng kết công tác", f"{escaped} {TURNED}Tổng kết công tác")
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(report, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    report.rename(root / "inbox" / f"{NAME.replace('/', '')}.docx")
    (root / "inbox" / f"hỏng {ESCAPE}{TURNED}.docx").write_bytes(b"PK\x03\x04 broken")
    os.mkfifo(root / "inbox" / "pipe.docx")
    aged(root)
    done = thidua(root, "run", "--as-of", AS_OF, "--jobs", "1")
    assert done.returncode == 1, done.stderr
    return root


COMMANDS = [
    ("run", "--as-of", AS_OF),
    ("check", "--as-of", AS_OF),
    ("check", "--as-of", AS_OF, "--json"),
    ("extract",),
    ("status", "--as-of", AS_OF),
    ("status", "--as-of", AS_OF, "--json"),
    ("plan", "--as-of", AS_OF),
    ("review",),
    ("verify",),
    ("verify", "--json"),
    ("receive", "--rehash"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_what_a_terminal_obeys(root: Path, command: tuple[str, ...]) -> None:
    done = thidua(root, *command)
    assert "Traceback" not in done.stderr
    assert UNSEEN.findall(done.stdout + done.stderr) == []


@pytest.mark.parametrize("option", [(), ("--json",), ("--ledger",)])
def test_show_prints_a_strangers_paper_as_text(root: Path, option: tuple[str, ...]) -> None:
    for path in sorted(p for p in (root / "inbox").iterdir() if p.is_file()):
        done = thidua(root, "show", str(path), *option)
        assert "Traceback" not in done.stderr
        assert UNSEEN.findall(done.stdout + done.stderr) == []
        assert option or "[red]do[/red]" in done.stdout or done.returncode


def test_verify_names_a_damaged_file_without_obeying_its_name(root: Path, tmp_path: Path) -> None:
    from tests.proof.verify.planted import copied

    broken = copied(root / "archive", tmp_path / "w" / "archive").parent
    for name in ("thidua.db", "khoi.toml", "ke-hoach.docx", "tieu-chi.docx"):
        (broken / name).write_bytes((root / name).read_bytes())
    for path in (p for p in (broken / "archive").rglob("*") if p.is_file()):
        path.chmod(0o644)
        path.write_bytes(b"x")
    done = thidua(broken, "verify")
    assert done.returncode == 3
    assert UNSEEN.findall(done.stdout + done.stderr) == []


def test_the_store_keeps_names_as_they_came_and_messages_disarmed(root: Path) -> None:
    with closing(sqlite3.connect(root / "thidua.db")) as db:
        names = [row[0] for row in db.execute("SELECT file_name FROM audit_files")]
        messages = [row[0] for row in db.execute("SELECT message FROM audit_findings")]
    assert f"{NAME.replace('/', '')}.docx" in names
    assert [m for m in messages if UNSEEN.search(m)] == []


def test_exports_hold_no_formula(root: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert thidua(root, "export", "csv", str(tmp_path / "csv")).returncode == 0
    assert thidua(root, "export", "xlsx", str(tmp_path / "all.xlsx")).returncode == 0
    cells = []
    for path in (tmp_path / "csv").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            cells += [cell for row in csv.reader(lines) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t", "\r"}] == []
    for path in (tmp_path / "all.xlsx", *(root / "reports").glob("*.xlsx")):
        book = load_workbook(path)
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        book.close()
        assert "f" not in kinds, path


def test_finished_papers_hold_the_text_and_run_nothing(root: Path) -> None:
    papers = sorted((root / "reports").glob("*.docx"))
    assert papers
    for path in papers:
        with zipfile.ZipFile(path) as archive:
            body = archive.read("word/document.xml").decode()
        assert UNSEEN.findall(body) == []
        assert "<script" not in body
        assert ">49<" not in body
