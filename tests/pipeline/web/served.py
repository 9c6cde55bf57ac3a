"""The sample block as it is served: its day, its accounts, a stranger's words, its commands and its store."""

import sqlite3
from pathlib import Path

from click.testing import CliRunner

from pipeline.commands.group import thidua

AS_OF = "2021-01-15"
PASSWORD = "mật khẩu thử"
ACCOUNTS = {"doc-thu": "reader", "lan-thu": "reviewer", "minh-thu": "approver"}
NAMES = {role: name for name, role in ACCOUNTS.items()}
HOSTILE = '<script>document.title="HỎNG"</script> =HYPERLINK("http://xau.vn") {{7*7}}'
SAMPLES = Path(__file__).parents[3] / "samples"


def command(root, *arguments, stdin=None):
    result = CliRunner().invoke(thidua, ["-C", str(root), *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1), result.output
    return result.output


def ask(root, query, *values):
    """Rows as dicts, through a connection of its own."""
    db = sqlite3.connect(root / "thidua.db")
    db.row_factory = sqlite3.Row
    found = [dict(row) for row in db.execute(query, values)]
    db.close()
    return found
