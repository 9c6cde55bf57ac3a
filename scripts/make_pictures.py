"""Takes the guide's pictures from the running program into `docs/pictures/`: needs LibreOffice and Chromium.

Everything on them is of the sample block: units, persons and papers are invented. Look at each before it is committed.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.pictures import desk, papers, terminal

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
AS_OF = "2021-01-15"
PAPERS = {
    "bao-cao-tong-ket-2020.docx": {
        "report.png": "",
        "report-sources.png": "NGUỒN SỐ LIỆU",
        "report-chart.png": "Biểu đồ điểm",
    },
    "bang-tong-hop-diem-2020.docx": {"scores.png": ""},
    "don-doc-lmhtx-2020.docx": {"reminder.png": ""},
}


def main(folder: Path) -> None:
    """Makes the sample workspace and takes every picture of it."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        root = Path(made) / "thu-khoi"
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        terminal.picture(browser, ["thidua", "demo", "thu-khoi"], root.parent, folder / "terminal-demo.png")
        check = ["thidua", "check", "--as-of", AS_OF]
        terminal.picture(browser, check, root, folder / "terminal-check.png", 16)
        for name, wanted in PAPERS.items():
            papers.pictures(root / "reports" / name, wanted, folder)
        desk.pictures(browser, root, AS_OF, _visits(root), folder)
        browser.close()


def _visits(root: Path) -> dict[str, desk.Visit]:
    in_pdf = _item(root, "f.bbox IS NOT NULL AND f.field = 'total_self_score'")
    in_word = _item(root, "f.bbox IS NULL AND f.field = 'total_self_score' AND f.status = 'needs_review'")
    return {
        "desk-queue.png": lambda page, address: page.goto(f"{address}/review"),
        "review-item.png": lambda page, address: page.goto(f"{address}/review/item?{in_pdf}"),
        "review-item-docx.png": lambda page, address: page.goto(f"{address}/review/item?{in_word}"),
        "desk-document.png": lambda page, address: page.goto(f"{address}/document/{in_word.split('&')[0][9:]}"),
        "desk-search.png": _search,
        "desk-queries.png": lambda page, address: page.goto(f"{address}/thidua/where_from?field=total_self_score"),
        "desk-charts.png": lambda page, address: page.goto(f"{address}/charts"),
    }


def _item(root: Path, condition: str) -> str:
    """The address part of a value that waits for a person."""
    db = sqlite3.connect(root / "thidua.db")
    (document, field) = db.execute(f"SELECT document_id, field FROM facts f WHERE {condition}").fetchone()  # noqa: S608
    db.close()
    return f"document={document}&field={field}"


def _search(page: Any, address: str) -> None:
    page.goto(f"{address}/search?q=sang+kien")


if __name__ == "__main__":
    subprocess.run(["soffice", "--version"], check=True, capture_output=True)  # noqa: S607
    main(PICTURES)
