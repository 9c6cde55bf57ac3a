"""A reader who follows a page word by word: types its commands, writes its files, asks its questions."""

from __future__ import annotations

import os
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import click

from tests.docs.blocks import Block, commands, matches

LOCALES = {"vi": "C.UTF-8", "en": "en_US.UTF-8"}
COLUMNS = "100"


def environment(language: str) -> dict[str, str]:
    """What a page is read with: our own `thidua` first, the page's language, a terminal of one width."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "LC_ALL": LOCALES[language], "COLUMNS": COLUMNS, "TZ": "Asia/Ho_Chi_Minh"}
    return {**os.environ, **own, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", "USER": "lan", "LOGNAME": "lan"}


class Reader:
    """One who works in a folder, and whose `cd` lasts."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.environment = environment(language)
        self.printed = ""

    def follow(self, block: Block) -> None:
        """Does what the block says; an AssertionError tells what is not as the page has it."""
        if block.mark == "file":
            path = self.folder / block.about
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.mark == "printed":
            assert matches(block.text, self.printed), f"line {block.line}: printed is\n{self.printed}"
        elif follow := FOLLOWED.get(block.language):
            follow(self, block)

    def _console(self, block: Block) -> None:
        for command in commands(block.text):
            if command.text.startswith("cd "):
                self.folder /= command.text[3:]
                assert self.folder.is_dir(), command.text
                continue
            done = self._run(command.text, shell=True)
            wanted = int(block.about) if block.mark == "exit" else 0
            assert done.returncode == wanted, f"{command.text}: exit {done.returncode}\n{done.stdout}"
            if command.shown:
                assert matches(command.shown, done.stdout), f"line {block.line}, {command.text}:\n{done.stdout}"

    def _python(self, block: Block) -> None:
        done = self._run([sys.executable, "-W", "error", "-c", block.text], shell=False)
        assert done.returncode == 0, f"line {block.line}:\n{done.stdout}"
        self.printed = done.stdout

    def _sql(self, block: Block) -> None:
        """Asks the store of the folder; a query without an answer shows nothing and is marked so."""
        db = sqlite3.connect(f"{(self.folder / 'thidua.db').as_uri()}?mode=ro", uri=True)
        rows = db.execute(block.text).fetchall()
        db.close()
        assert bool(rows) is (block.mark != "empty"), f"line {block.line}: {len(rows)} rows"

    def _typed_elsewhere(self, block: Block) -> None:
        """Commands that run until they are stopped, or on another system: each is one that the program knows."""
        for line in block.text.splitlines():
            words = line.lstrip("$> ")
            if words.startswith("thidua "):
                parses(shlex.split(words, comments=True)[1:])

    def _run(self, command: str | list[str], *, shell: bool) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            shell=shell,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


FOLLOWED = {
    "console": Reader._console,
    "python": Reader._python,
    "sql": Reader._sql,
    "shell-session": Reader._typed_elsewhere,
    "powershell": Reader._typed_elsewhere,
    "bash": Reader._typed_elsewhere,
}
"""By language; what is in none is read, not done."""


def parses(arguments: list[str]) -> None:
    """Nothing where the command line is one that `thidua` takes; the usage error where it is not."""
    from pipeline.commands.group import thidua

    group: click.Command = thidua
    context = group.make_context("thidua", [*arguments])
    while isinstance(group, click.Group):
        name, command, rest = group.resolve_command(context, [*context._protected_args, *context.args])
        assert command is not None
        context = command.make_context(name, rest, parent=context)
        group = command
