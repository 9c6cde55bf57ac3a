"""Writes the guide's pages that come from the program itself: the store, the finding codes, the licences."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.pages import findings, licences, schema

DOCS = Path(__file__).parents[1] / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "vi/schema.md": partial(schema.page, "vi"),
    "en/schema.md": partial(schema.page, "en"),
    "vi/findings.md": partial(findings.page, "vi"),
    "en/findings.md": partial(findings.page, "en"),
    "licences.md": licences.page,
}
"""Each page, and what writes it."""


def main(folder: Path) -> None:
    """Writes every page."""
    for name, page in PAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(DOCS)
