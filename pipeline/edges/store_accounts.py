"""Who may log in: names, roles and salted password hashes, kept out of every export and page."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractors.vietnamese.text import one_line
from pipeline.decided_values import NotAllowed
from pipeline.edges import seals
from pipeline.edges.database import FILE_NAME, writing
from pipeline.language import _

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

    from pipeline.edges.workspace import Workspace

ROLES = ("reader", "reviewer", "approver")
"""What each may do, the later all that the earlier may: read; decide; approve and answer for the block."""
SHORTEST = 8
"""Letters of a password."""
UNPROVEN, BY_PASSWORD, BY_SESSION = "unproven", "password", "session"
"""How the log says that somebody is who he says: nobody asked, since there is no account; by the password, just then or
when logging in."""
TABLES = frozenset({"accounts"})
"""Tables that no page and no export shows."""


class Account(NamedTuple):
    """Somebody who is logged in."""

    name: str
    role: str
    stamp: str = ""
    """Another one after each change of the account: whoever came in before it comes in anew."""

    def may(self, role: str) -> bool:
        """Whether the account's role includes the other."""
        return ROLES.index(self.role) >= ROLES.index(role)


def name_key(name: str) -> str:
    """By what names are compared: "Lan", "lan" and a "lan" typed in other letters that look the same are one."""
    return one_line(one_line(name).casefold())


def put(workspace: Workspace, account: Account, password: str, person: str = "") -> None:
    """Makes the account, or changes its role and password; logged without the password.

    Without a person it stays whose it was; a new one is of the person whose name it bears. NotAllowed for a name that
    differs from another account's by capitals alone.
    """
    name = one_line(account.name)
    if not name or len(password) < SHORTEST:
        raise NotAllowed(_("A name, and a password of at least {count} letters.").format(count=SHORTEST))
    with writing(workspace.db):
        known = _named(workspace.db.conn, name)
        if known is not None and one_line(known) != name:
            raise NotAllowed(_("There is an account “{known}” already: write its name so.").format(known=known))
        name = known or name
        whose = one_line(person) or person_of(workspace.db, name)
        row = {"name": name, "role": account.role, "password": _hashed(password), "active": 1, "person": whose}
        workspace.db.table("accounts").upsert(row, pk="name")
        sealed = seals.of(workspace.db, "account", name)
        told = {"role": account.role, "active": True, "person": whose, seals.SEALED: sealed}
        workspace.log("account", name, told)


def close(workspace: Workspace, name: str) -> None:
    """Ends the account; its decisions stay. NotAllowed where there is none."""
    with writing(workspace.db):
        known = _named(workspace.db.conn, name)
        if known is None:
            raise NotAllowed(_("There is no account “{name}”.").format(name=name))
        workspace.db.execute("UPDATE accounts SET active = 0 WHERE name = ?", [known])
        sealed = seals.of(workspace.db, "account", known)
        workspace.log("account", known, {"active": False, seals.SEALED: sealed})


def person_of(db: Database, name: str) -> str:
    """Whose account it is; of a name without an account, the name."""
    row = db.execute("SELECT person FROM accounts WHERE name = ?", [name]).fetchone()
    return str(row[0]) if row and row[0] else name


def persons(db: Database, name: str, since: int) -> frozenset[str]:
    """Everybody whose account it was from that event of the log on, and its name, as they are compared.

    The log tells it: who renames the person behind an account is still the one who decided before.
    """
    query = """
        WITH told AS (
            SELECT event_id, json_extract(detail, '$.person') AS person FROM events
            WHERE what = 'account' AND subject = :name AND json_extract(detail, '$.person') > ''
        )
        SELECT person FROM told WHERE event_id >= coalesce((SELECT max(event_id) FROM told WHERE event_id < :since), 0)
    """
    then = [row[0] for row in db.execute(query, {"name": name, "since": since})]
    return frozenset(map(name_key, (name, person_of(db, name), *then)))


def listed(db: Database) -> list[tuple[str, str, bool, str]]:
    """Name, role, whether the account may log in, and whose it is."""
    rows = db.execute("SELECT name, role, active, person FROM accounts ORDER BY name")
    return [(name, role, bool(active), person) for name, role, active, person in rows]


def logged_in(root: Path, name: str, password: str) -> Account | None:
    """The account, if the password is its own; takes as long for a name that there is not."""
    row = _row(root, name)
    same = _is(password, row[2] if row else _hashed(""))
    return _stamped(*row) if row and same else None


def are_any(root: Path) -> bool:
    """Whether there is an account, open or closed: from the first one on nobody is taken at his word."""
    import sqlite3

    if not (root / FILE_NAME).exists():
        return False
    with closing(sqlite3.connect(f"{(root / FILE_NAME).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts'").fetchone()
        return bool(known and connection.execute("SELECT 1 FROM accounts LIMIT 1").fetchone())


def account(root: Path, name: str) -> Account | None:
    """The account as it is now; None once it is closed."""
    row = _row(root, name)
    return _stamped(*row) if row else None


def _stamped(name: str, role: str, password: str) -> Account:
    """A password's salt is new each time, so that even the same password given again makes another stamp."""
    return Account(name, role, hashlib.sha256(f"{role}:{password}".encode()).hexdigest())


def _row(root: Path, name: str) -> tuple[str, str, str] | None:
    """Of an open account: its name as it is kept, the role and the password's hash."""
    import sqlite3

    with closing(sqlite3.connect(f"{(root / FILE_NAME).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        query = "SELECT name, role, password FROM accounts WHERE name = ? AND active = 1"
        found: tuple[str, str, str] | None = connection.execute(query, [_named(connection, name)]).fetchone()
        return found


def _named(connection: sqlite3.Connection, name: str) -> str | None:
    """The account that is meant, as its name is kept: the one written so, else the one that differs in nothing told."""
    names = [str(row[0]) for row in connection.execute("SELECT name FROM accounts ORDER BY name")]
    same = [known for known in names if name_key(known) == name_key(name)]
    return next((known for known in same if known == name), next(iter(same), None))


def _hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_scrypt(password, salt).hex()}"


def _is(password: str, kept: str) -> bool:
    salt, _, digest = kept.partition(":")
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)), bytes.fromhex(digest))


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
