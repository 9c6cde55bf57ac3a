"""Writes the Word templates into `templates/`: run it after a change in `scripts/papers`.

A template that a secretary changed in Word belongs to the secretary: this script makes the first ones.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document as DocxDocument

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.edges.finish import name_paper, packed
from scripts.papers.half_year import half_year_report
from scripts.papers.letters import reminder, submission
from scripts.papers.minutes import minutes
from scripts.papers.tables import register, scores
from scripts.papers.year import year_report

TEMPLATES: dict[str, Callable[[], DocxDocument]] = {
    "h1.docx": half_year_report,
    "year.docx": year_report,
    "scores.docx": scores,
    "reminder.docx": reminder,
    "minutes.docx": minutes,
    "submission.docx": submission,
    "register.docx": register,
}
_MADE = datetime(2020, 3, 5, tzinfo=UTC)
"""The day Nghị định 30/2020/NĐ-CP came into force: a fixed day, so that the files do not change without need."""


def main(folder: Path) -> None:
    """Writes every template into the folder."""
    for name, build in TEMPLATES.items():
        document = build()
        name_paper(document, name, _MADE)
        (folder / name).write_bytes(packed(document))


if __name__ == "__main__":
    main(Path(__file__).parents[1] / "templates")
