"""The values that pass between stages: frozen, no behaviour."""

from pipeline.records.block import Alias, Block, Grade, JudgeBy, Unit
from pipeline.records.case import Case, Outcome
from pipeline.records.file import FileState, InboxFile, ReadFile
from pipeline.records.finding import Evidence, Finding, Severity
from pipeline.records.paper import Decision, DocumentFact, DocumentScore, DocumentState, Kind, Paper
from pipeline.records.schedule import Plan, Role, ScheduleRow, ScheduleState, Task

__all__ = [
    "Alias",
    "Block",
    "Case",
    "Decision",
    "DocumentFact",
    "DocumentScore",
    "DocumentState",
    "Evidence",
    "FileState",
    "Finding",
    "Grade",
    "InboxFile",
    "JudgeBy",
    "Kind",
    "Outcome",
    "Paper",
    "Plan",
    "ReadFile",
    "Role",
    "ScheduleRow",
    "ScheduleState",
    "Severity",
    "Task",
    "Unit",
]
