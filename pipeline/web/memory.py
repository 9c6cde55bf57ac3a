"""Remembers what was dear to make, as long as there is room for it; what failed, only for a while."""

from __future__ import annotations

import pickle
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ROOM = 64 * 1024 * 1024
"""Bytes."""
WHILE = 20.0
"""Seconds for which a failure is not tried again: whoever reloads a page does not keep everybody waiting."""

Key = tuple[object, ...]


class _Kept(NamedTuple):
    made: Any
    size: int
    until: float


@dataclass
class Memory:
    """What was made, by its key; the longest unused goes first."""

    room: int = ROOM
    clock: Callable[[], float] = time.monotonic
    _kept: OrderedDict[Key, _Kept] = field(default_factory=OrderedDict)

    def holds(self, key: Key) -> bool:
        """Whether it is known what was made, or that it cannot be made now."""
        kept = self._kept.get(key)
        if kept and kept.until < self.clock():
            del self._kept[key]
            return False
        return kept is not None

    def get(self, key: Key) -> Any:
        """What was made; None where it failed."""
        self._kept.move_to_end(key)
        return self._kept[key].made

    def put(self, key: Key, made: Any) -> None:
        """Remembers it; None is a failure."""
        size = len(pickle.dumps(made)) + len(pickle.dumps(key))
        until = self.clock() + WHILE if made is None else float("inf")
        self._kept.pop(key, None)
        self._kept[key] = _Kept(made, size, until)
        while self.size() > self.room and len(self._kept) > 1:
            self._kept.popitem(last=False)

    def size(self) -> int:
        """Bytes that are held."""
        return sum(kept.size for kept in self._kept.values())
