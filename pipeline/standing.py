"""How the block stands on a day: derived anew only where something that it depends on has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from pipeline import run
from pipeline.checked import checked
from pipeline.edges import archive, seals, store_derived
from pipeline.edges.database import writing
from pipeline.edges.packaged import template_files
from pipeline.edges.workspace import Workspace
from pipeline.figures import Form
from pipeline.records import Outcome


class Standing:
    """The outcome of the check and the papers written from it, as of a day."""

    def __init__(self, workspace: Workspace, as_of: date) -> None:
        self._workspace, self._as_of = workspace, as_of

    @cached_property
    def outcome(self) -> Outcome:
        """Schedule, papers and findings."""
        return checked(self._workspace, self._as_of)

    def reports(self, kinds: Sequence[str], forms: Iterable[Form] = (Form.CLEAN,)) -> tuple[Path, ...]:
        """Writes the papers of the kinds, or those that the day asks for, in the forms; where they lie."""
        workspace, forms = self._workspace, tuple(forms)
        stage = f"report {' '.join([*kinds, *forms])}"
        inputs = hashlib.sha256(f"{self._inputs} {_templates(workspace.root)}".encode()).hexdigest()
        written = store_derived.held(workspace.db, stage, inputs)
        if written and all(_lies_there(workspace.reports / name, sha256) for name, sha256 in written.items()):
            return tuple(workspace.reports / name for name in written)
        from pipeline import papers

        if seals.changed(workspace.db, seals.OUTCOME):  # by another hand: nothing is written from that
            run.check(workspace, self._as_of)
        paths = papers.report(workspace, self.outcome, kinds, self._as_of, forms)
        with writing(workspace.db):
            result = {path.name: archive.digest_of(path) for path in paths}
            store_derived.put(workspace, stage, inputs, result)
        return paths

    @cached_property
    def _inputs(self) -> str:
        run.plan_and_criteria(self._workspace)
        return store_derived.inputs(self._workspace, self._as_of)


def _lies_there(path: Path, sha256: str) -> bool:
    return path.is_file() and archive.digest_of(path) == sha256


def _templates(root: Path) -> str:
    """A digest of the Word templates, which a secretary may edit."""
    return json.dumps([(path.name, archive.digest_of(path)) for path in template_files(root)])
