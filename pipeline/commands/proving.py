"""Who decides on the command line: an account and its password, wherever there are accounts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import click

from pipeline.decided_values import NotAllowed
from pipeline.edges import store_accounts
from pipeline.edges.here import user
from pipeline.labels import word
from pipeline.language import _

PASSWORD = "THIDUA_PASSWORD"  # noqa: S105 -- the name of a variable
"""Where a script has it: other people see a process's options, but not its environment."""


class Decider(NamedTuple):
    """Who decides, and how that was proven."""

    name: str
    proof: str


def asks_who(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--who NAME`; `proven` says what it is worth."""
    told = _("Who decides; your account's name without it. Where there are accounts, its password is asked for.")
    return click.option("--who", default=user, show_default=False, help=told)(command)


def proven(root: Path, name: str, role: str = "reviewer", file: TextIO | None = None) -> Decider:
    """Whoever decides, taken at his word only where no account exists; NotAllowed for a wrong name or password."""
    if role == "reviewer" and not store_accounts.are_any(root):
        return Decider(name, store_accounts.UNPROVEN)
    account = store_accounts.logged_in(root, name, _password(name, file))
    if account is None or not account.may(role):
        text = _("“{name}” is no {role}'s account, or the password is wrong: thidua user add NAME --role {code}")
        raise NotAllowed(text.format(name=name, role=word(role), code=role))
    return Decider(account.name, store_accounts.BY_PASSWORD)


def _password(name: str, file: TextIO | None) -> str:
    if file is not None:
        return file.readline().rstrip("\r\n")
    if told := os.environ.get(PASSWORD):
        return told
    if not sys.stdin.isatty():
        text = _("“{name}” must prove who it is: set {variable}, or ask in a terminal.")
        raise NotAllowed(text.format(name=name, variable=PASSWORD))
    return str(click.prompt(_("Password of {name}").format(name=name), hide_input=True, err=True))
