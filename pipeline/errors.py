"""What stops a command: each error owns its exit code and its advice."""

from __future__ import annotations


class PipelineError(Exception):
    """Something the user must mend before the command can go on."""

    exit_code = 2


class UnusableWorkspace(PipelineError):
    """No khoi.toml, a wrong one, or a plan that cannot be read. Nothing was changed."""


class StoreTooNew(PipelineError):
    """thidua.db was written by a newer program."""


class NoStore(PipelineError):
    """thidua.db is none, or lies where SQLite cannot keep its promises."""


class AlteredStore(NoStore):
    """A store that its own log contradicts. Nothing was changed."""


class Busy(PipelineError):
    """Another process works in the workspace, and goes on doing so. Nothing was changed."""


class FileInUse(PipelineError):
    """A file that must be written is held by another program."""


class NotProved(PipelineError):
    """`verify` or `lint` found something that does not hold."""

    exit_code = 3
