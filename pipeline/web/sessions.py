"""Who is logged in: sessions live in the server's memory and end with it, by logging out, or by themselves."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.edges.store_accounts import Account, name_key

IDLE, LONGEST = 30 * 60.0, 10 * 3600.0
"""Seconds without a request, and in all, after which a session ends."""
TRIES, WAIT = 5, 60.0
"""Wrong passwords for one name, and the seconds until it may be tried again."""
NAMES = 1000
"""Names whose wrong passwords are remembered: the latest."""


@dataclass
class _Session:
    account: Account
    """As it was then."""
    began: float
    seen: float


@dataclass
class Sessions:
    """The open sessions by their secret."""

    clock: Callable[[], float] = time.monotonic
    _open: dict[str, _Session] = field(default_factory=dict)
    _wrong: dict[str, list[float]] = field(default_factory=dict)

    def begin(self, account: Account) -> str:
        """A new session's secret."""
        secret = secrets.token_urlsafe(32)
        for old in list(self._open):
            self.who_is(old)
        self._open[secret] = _Session(account, self.clock(), self.clock())
        self._wrong.pop(name_key(account.name), None)
        return secret

    def who(self, secret: str) -> Account | None:
        """Whose session it is, which is used now; None once it has ended."""
        account = self.who_is(secret)
        if account is not None:
            self._open[secret].seen = self.clock()
        return account

    def who_is(self, secret: str) -> Account | None:
        """Whose session it is; None once it has ended."""
        session, now = self._open.get(secret), self.clock()
        if session is None:
            return None
        if now - session.seen > IDLE or now - session.began > LONGEST:
            del self._open[secret]
            return None
        return session.account

    def end(self, secret: str) -> None:
        """Logs out."""
        self._open.pop(secret, None)

    def may_try(self, name: str) -> bool:
        """Whether a password may be tried for the name now."""
        recent = [at for at in self._wrong.get(name_key(name), []) if self.clock() - at < WAIT]
        return len(recent) < TRIES

    def tried(self, name: str) -> None:
        """Notes a password that is wrong until a session begins with it: many sent at once are counted too."""
        name = name_key(name)
        tries = [*self._wrong.pop(name, [])[-TRIES:], self.clock()]
        self._wrong = {other: at for other, at in self._wrong.items() if self.clock() - at[-1] < WAIT}
        while len(self._wrong) >= NAMES:
            del self._wrong[next(iter(self._wrong))]
        self._wrong[name] = tries
