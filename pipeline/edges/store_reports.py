"""The finished papers: written to reports/ when they are new, each with its row in the store."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.edges import seals
from pipeline.edges.database import writing
from pipeline.edges.whole import write_whole
from pipeline.edges.workspace import Workspace
from pipeline.figures import RenderedReport


def put_report(workspace: Workspace, report: RenderedReport) -> Path:
    """Writes the paper unless the very same lies there already; where it lies."""
    path = workspace.reports / report.file_name
    sha256 = hashlib.sha256(report.data).hexdigest()
    if _is_there(workspace, path, report, sha256):
        return path
    write_whole(path, report.data)
    row = {
        "at": workspace.clock(),
        "kind": report.kind,
        "file_name": report.file_name,
        "sha256": sha256,
        "inputs_sha256": report.inputs_sha256,
    }
    with writing(workspace.db):
        workspace.db.table("reports").insert(row)
        told = {"kind": report.kind, "sha256": sha256}
        workspace.log("report", report.file_name, {**told, seals.SEALED: seals.inserted(workspace.db, "report")})
    return path


def _is_there(workspace: Workspace, path: Path, report: RenderedReport, sha256: str) -> bool:
    query = "SELECT sha256 FROM reports WHERE file_name = ? ORDER BY report_id DESC LIMIT 1"
    last = workspace.db.execute(query, [report.file_name]).fetchone()
    return bool(last and last[0] == sha256 and path.is_file() and path.read_bytes() == report.data)
