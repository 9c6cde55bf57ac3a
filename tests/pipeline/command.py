"""The command as a user runs it, and what the store then says."""

import os
import sqlite3
import subprocess
import sys


def thidua(root, *arguments):
    code = "from pipeline.cli import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", code, "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def run(root):
    return thidua(root, "run", "--as-of", "2023-01-10", "--jobs", "2")


def rows(root, query):
    db = sqlite3.connect(root / "thidua.db")
    found = db.execute(query).fetchall()
    db.close()
    return found
