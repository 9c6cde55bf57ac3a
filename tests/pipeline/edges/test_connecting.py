"""A database is opened without what nobody needs for it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.edges.connecting import connected

LOADED = "'numpy' in sys.modules"


def told(code: str) -> list[str]:
    """What the program prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_database_comes_without_numpy_which_may_still_be_had() -> None:
    code = (
        "import sys\n"
        "from pipeline.edges.connecting import connected\n"
        "connected('').close()\n"
        f"print({LOADED})\n"
        "import numpy\n"
        f"print({LOADED}, numpy.int8(3))"
    )
    assert told(code) == ["False", "True", "3"]


def test_numpy_that_is_there_already_stays() -> None:
    code = (
        "import sys, numpy\n"
        "from pipeline.edges.connecting import connected\n"
        "connected('').close()\n"
        "print(sys.modules['numpy'] is numpy)"
    )
    assert told(code) == ["True"]


def test_plugins_of_others_are_not_looked_for() -> None:
    code = (
        "from pipeline.edges.connecting import connected\n"
        "connected('').close()\n"
        "from sqlite_utils import plugins\n"
        "print(plugins._plugins_loaded)"
    )
    assert told(code) == ["False"]


def test_the_database_is_the_one_in_the_file(tmp_path) -> None:
    with_table = connected(tmp_path / "a.db")
    with_table["notes"].insert({"text": "Thi đua"})
    with_table.close()
    again = connected(tmp_path / "a.db")
    assert [row["text"] for row in again["notes"].rows] == ["Thi đua"]
    again.close()


def opened_otherwise(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Database"


@pytest.mark.parametrize("path", sorted(set(Path("pipeline").rglob("*.py")) - {Path("pipeline/edges/connecting.py")}))
def test_no_database_is_opened_otherwise(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if opened_otherwise(node)] == []
