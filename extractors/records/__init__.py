"""What readers, fields and the decision hand to each other: frozen values, no behaviour."""

from extractors.records.document import Aside, AsideKind, Block, Cell, Document, LedgerLine, Notice, Paragraph, Table
from extractors.records.extraction import Extraction, Passage
from extractors.records.fact import Candidate, Fact, Status, Value
from extractors.records.given import Limits, UnitName
from extractors.records.place import NOWHERE, BBox, Place
from extractors.records.sheet import Criterion, Nothing, PlannedTask, ScoreRow

__all__ = [
    "NOWHERE",
    "Aside",
    "AsideKind",
    "BBox",
    "Block",
    "Candidate",
    "Cell",
    "Criterion",
    "Document",
    "Extraction",
    "Fact",
    "LedgerLine",
    "Limits",
    "Nothing",
    "Notice",
    "Paragraph",
    "Passage",
    "Place",
    "PlannedTask",
    "ScoreRow",
    "Status",
    "Table",
    "UnitName",
    "Value",
]
