"""What a secretary must be told of the sample block: written from the papers' faults, never from the checks."""

from __future__ import annotations

from typing import Any, NamedTuple

from scripts.sample_block.papers import DUPLICATES


class Planted(NamedTuple):
    """A finding: its code and what it is about: a file's name, a unit's id and a task, or a task alone."""

    code: str
    about: str
    times: int = 1


PLANTED: tuple[Planted, ...] = (
    Planted("document.number_blank", "Bao cao so ket 6 thang SKHCN.docx"),
    Planted("document.date_invalid", "Bao cao so ket 6 thang CTK.docx"),
    Planted("document.superseded", "Bao cao tong ket 2020 SKHCN.docx"),
    Planted("document.conflict", "stttt 11b"),
    Planted("document.unknown_unit", "Giay moi Hoi nghi.docx"),
    # its signed paper and its draft differ in a row, in the group above it and in the total
    Planted("document.pair_differs", "snn 11b", times=3),
    *(Planted("file.duplicate", copy.rpartition("/")[2]) for copy in DUPLICATES),
    Planted("plan.duplicate_number", "11b"),
    Planted("schedule.late", "sct 7"),
    Planted("schedule.late", "ctk 7"),
    Planted("schedule.late", "ctk 11b"),
    Planted("schedule.missing", "bqlda 7"),
    Planted("schedule.missing", "lmhtx 11b"),
    Planted("score.total_mismatch", "Bao cao tong ket 2020 SCT.docx"),
    Planted("score.over_max", "Bao cao tong ket 2020 SGTVT.docx"),
    Planted("score.prose_mismatch", "Bao cao tong ket 2020 CTK.docx"),
)
"""Errors, warnings and notes; other notes are no fault (a paper without a digital signature, say)."""


def findings() -> list[dict[str, Any]]:
    """The planted findings as the samples keep them."""
    return [planted._asdict() for planted in PLANTED]
