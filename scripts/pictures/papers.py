"""Pages of the block's papers, as LibreOffice lays them out."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from scripts.pictures.save import save

WIDTH = 700
_DOTS = 2.0
"""Pixels a point before the picture is made small."""


def pictures(paper: Path, wanted: dict[str, str], folder: Path) -> None:
    """For each picture the first page that holds the words ("" for the first of all)."""
    with tempfile.TemporaryDirectory() as made:
        command = ["soffice", f"-env:UserInstallation=file://{made}/profile", "--headless"]
        subprocess.run([*command, "--convert-to", "pdf", "--outdir", made, str(paper)], check=True, capture_output=True)  # noqa: S603
        with pypdfium2.PdfDocument(Path(made) / f"{paper.stem}.pdf") as pdf:
            for name, words in wanted.items():
                save(_cut(pdf[_page_with(pdf, words)].render(scale=_DOTS).to_pil()), folder / name, WIDTH)


def _page_with(pdf: pypdfium2.PdfDocument, words: str) -> int:
    pages = [n for n, page in enumerate(pdf) if words in " ".join(page.get_textpage().get_text_range().split())]
    return pages[0]


def _cut(page: Image.Image) -> Image.Image:
    """The page with a thin frame, so that its edge is seen on white."""
    framed = Image.new("RGB", (page.width + 4, page.height + 4), (190, 190, 190))
    framed.paste(page, (2, 2))
    return framed
