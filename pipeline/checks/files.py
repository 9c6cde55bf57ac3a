"""What became of the received files, and what their readers noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from extractors.media_types import DOC, DOCX, ENCRYPTED_OFFICE, HTML, PDF, RTF, XLS, XLSX, ZIP
from extractors.places import where
from extractors.records import Notice
from pipeline.findings import FINDINGS
from pipeline.records import Case, FileState, Finding, InboxFile

TYPES: dict[str, tuple[str, ...]] = {
    ".docx": (DOCX, ENCRYPTED_OFFICE),
    ".xlsx": (XLSX, ENCRYPTED_OFFICE),
    ".doc": (DOC,),
    ".xls": (XLS,),
    ".pdf": (PDF,),
    ".rtf": (RTF,),
}
"""What a file's ending promises."""
SHORT = {DOCX: "DOCX", XLSX: "XLSX", DOC: "DOC", XLS: "XLS", PDF: "PDF", RTF: "RTF", HTML: "HTML", ZIP: "ZIP"}

OF_PAPERS = {"document.date_invalid"}
"""Notices about one file's fact: another file of the paper may have it right."""


def received_files(case: Case) -> Iterator[Finding]:
    """Copies, and files that could not be read."""
    papers = {file.file_id: paper for paper in case.papers for file in paper.files}
    kept = {file.sha256: file for file in reversed(case.files) if file.state is not FileState.DUPLICATE}
    for file in case.files:
        if file.reason not in FINDINGS:
            continue
        paper = papers.get(file.file_id)
        evidence = {
            "file": file.file_name,
            "reason": file.detail,
            "sha256": file.sha256,
            "original": _original(file, kept.get(file.sha256)),
        }
        unit_id = paper.unit_id if paper else None
        yield Finding(file.reason, evidence, paper.document_id if paper else None, unit_id)


def misnamed_files(case: Case) -> Iterator[Finding]:
    """Files whose content is another type than their name says: they were read by their content."""
    papers = {file.file_id: paper for paper in case.papers for file in paper.files}
    for file in case.files:
        meant = TYPES.get(PurePosixPath(file.file_name).suffix.lower())
        if meant is None or file.state is not FileState.READ or file.media_type in meant:
            continue
        paper = papers.get(file.file_id)
        evidence = {"file": file.file_name, "type": SHORT.get(file.media_type, file.media_type)}
        yield Finding("file.misnamed", evidence, paper.document_id if paper else None, paper.unit_id if paper else None)


def _original(file: InboxFile, kept: InboxFile | None) -> str:
    """The file of the same bytes that was taken in first, "" where this is the one."""
    return kept.file_name if kept and kept.file_id != file.file_id else ""


def notices(case: Case) -> Iterator[Finding]:
    """What readers and fields noticed in a file."""
    for paper in case.papers:
        for file in paper.files:
            for notice in _known_notices(case.notices.get(file.file_id, ())):
                evidence = {"file": file.file_name, "place": where(notice.place), **notice.values}
                yield Finding(notice.code, evidence, paper.document_id, paper.unit_id)


def _known_notices(noticed: Iterable[Notice]) -> Iterator[Notice]:
    """The notices that are findings, without those of a fact that its paper is judged by as a whole."""
    known = FINDINGS.keys() - OF_PAPERS
    return (notice for notice in noticed if notice.code in known)
