"""`watch`: a run whenever files arrive. The scan of the inbox is the truth; what wakes it only saves waiting."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from pipeline import run
from pipeline.commands import failures, progress, waits
from pipeline.commands.options import as_json, jobs, quiet, reader, today
from pipeline.commands.tables import refusals
from pipeline.edges import inbox, store_files
from pipeline.edges.stopping import Stopping, interrupted_when_asked
from pipeline.edges.wakeup import wakings
from pipeline.edges.workers import Reader
from pipeline.edges.workspace import Workspace, working
from pipeline.errors import PipelineError
from pipeline.language import _
from pipeline.standing import Standing

INTERVAL = 30.0
"""Seconds."""
FEW = 3
"""So many papers are named."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look into the inbox came to."""

    received: run.Received
    read: int
    unreadable: Mapping[int, str]
    """Every file that cannot be read, by its id, and why."""
    written: tuple[Path, ...]


@click.command()
@click.option(
    "--interval", type=click.FloatRange(min=0.2), default=INTERVAL, show_default=True, metavar=_("SECONDS"),
    help=_("Look into the inbox at least this often; sooner where the system tells of new files."),
)  # fmt: skip
@jobs
@as_json
@quiet
@click.pass_obj
def watch(root: Path, interval: float, jobs: int, cluster: str | None, as_json: bool) -> None:
    """Runs until Ctrl+C or until the system asks it to stop; whatever came meanwhile is taken in at the next start."""
    tell = _Programs() if as_json else _People()
    with reader(jobs, cluster) as read, _until_stopped(tell) as stopping:
        tell.looked(_look(root, read, as_json=as_json))
        tell.started(root, interval)
        for _woken in wakings(root / inbox.FOLDER, interval):
            stopping.end_if_asked()
            try:
                tell.looked(_look(root, read, as_json=as_json))
            except Exception as error:
                tell.failed(_passing(error))


def _passing(error: Exception) -> str:
    """What may be mended while we wait: a block file that is being edited, a share that is away, a full disk."""
    text = str(error) if isinstance(error, PipelineError) else failures.told(error)
    if text is None:
        raise error
    return text


@contextmanager
def _until_stopped(tell: _People) -> Iterator[Stopping]:
    try:
        with interrupted_when_asked() as stopping:
            yield stopping
    except KeyboardInterrupt:
        tell.stopped()


def _look(root: Path, read: Reader, *, as_json: bool) -> Looked:
    """Does what `run` does; where nothing is new, that is a look and no more."""
    with working(root, waits.for_another(root)) as workspace:
        last = _last_report(workspace)
        run.plan(workspace)
        received = run.receive(workspace)
        with progress.shown(as_json) if received.states else progress.silent() as told:
            extracted = run.extract(workspace, read, told)
        Standing(workspace, today()).reports(())
        unreadable = dict(refusals(store_files.files(workspace.db)))
        return Looked(received, extracted.read, unreadable, _written_since(workspace, last))


def _last_report(workspace: Workspace) -> int:
    return int(workspace.db.execute("SELECT coalesce(max(report_id), 0) FROM reports").fetchone()[0])


def _written_since(workspace: Workspace, report_id: int) -> tuple[Path, ...]:
    query = "SELECT DISTINCT file_name FROM reports WHERE report_id > ? ORDER BY report_id"
    return tuple(workspace.reports / name for (name,) in workspace.db.execute(query, [report_id]))


def _written_lines(written: Sequence[Path]) -> list[str]:
    """A line for each paper; one for all where they are many."""
    if len(written) <= FEW:
        return [_("Report: {path}").format(path=path) for path in written]
    return [_("{count} papers written to {folder}").format(count=len(written), folder=written[0].parent)]


class _People:
    """Tells each thing once, with the time."""

    def __init__(self) -> None:
        self._unreadable: Mapping[int, str] = {}
        self._left: object = ()
        self._error = ""

    def started(self, root: Path, interval: float) -> None:
        """The first look is done."""
        text = _("Watching {folder}, at least every {seconds:g} seconds. Ctrl+C ends it.")
        self._say(text.format(folder=root / inbox.FOLDER, seconds=interval))

    def looked(self, looked: Looked) -> None:
        """One more look is done; where it found nothing, nothing is said."""
        self._error = ""
        new = sum(looked.received.states.values())
        if new or looked.read:
            self._say(_("{new} new files; {read} read.").format(new=new, read=looked.read))
        for file_id in looked.unreadable.keys() - self._unreadable.keys():
            self._warn(looked.unreadable[file_id])
        self._unreadable = looked.unreadable
        left = (looked.received.waiting, looked.received.open_elsewhere)
        if left != self._left:
            waits.print_left(looked.received)
        self._left = left
        for line in _written_lines(looked.written):
            self._say(line)

    def failed(self, reason: str) -> None:
        """A look could not be taken; the same reason is told once."""
        if reason != self._error:
            self._warn(reason)
            self._say(_("Nothing is lost: it is tried again until it works."))
        self._error = reason

    def stopped(self) -> None:
        """Asked to stop."""
        self._say(_("Stopped. Files that arrive meanwhile are taken in at the next start."))

    def _say(self, text: str) -> None:
        click.echo(f"{datetime.now().astimezone():%H:%M:%S} {text}")

    def _warn(self, text: str) -> None:
        click.echo(f"{datetime.now().astimezone():%H:%M:%S} {text}", err=True)


class _Programs(_People):
    """Tells the same as one line of JSON for each look, also where it found nothing new."""

    def started(self, root: Path, interval: float) -> None:
        """The first look is done."""
        _event("watching", folder=root / inbox.FOLDER, seconds=interval)

    def looked(self, looked: Looked) -> None:
        """One more look is done."""
        _event(
            "looked", received=looked.received.states, read=looked.read, unreadable=list(looked.unreadable.values()),
            waiting=[name for name, _reason in looked.received.waiting], written=looked.written,
        )  # fmt: skip

    def failed(self, reason: str) -> None:
        """A look could not be taken."""
        _event("failed", reason=reason)

    def stopped(self) -> None:
        """Asked to stop."""
        _event("stopped")


def _event(name: str, **values: object) -> None:
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    click.echo(json.dumps({"event": name, "at": at, **values}, ensure_ascii=False, default=str))
