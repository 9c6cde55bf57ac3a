"""A CSV answer with its formulas disarmed on the way out, chunk by chunk."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from pipeline.edges.exporting import disarmed

MARK = b"\xef\xbb\xbf"
"""By which Excel knows UTF-8."""

_FIELD = re.compile(
    r"""
    ( "[^"]* (?: "" [^"]* )*+ " | [^,\r\n]* )   # "a, b" or a
    ( , | \r?\n | \r | \Z )
    """,
    re.VERBOSE,
)
"""A field and what ends it. Python's reader takes no more than 131,072 letters, a limit that is the whole process's."""


class Disarmed:
    """What was sent so far ends at a whole record; the rest waits for its end."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self._waiting = b""
        self._begun = False

    async def body(self, message: dict[str, Any]) -> None:
        """Sends the records that are whole now."""
        more = message.get("more_body", False)
        text = self._waiting + message.get("body", b"")
        end = len(text) if not more else _whole(text)
        self._waiting = text[end:]
        said = _disarmed(text[:end])
        if said and not self._begun:
            self._begun, said = True, MARK + said
        await self._send({**message, "body": said})


def _whole(text: bytes) -> int:
    """Where the last whole record ends: at a line's end outside quotes."""
    end, is_quoted = len(text), bool(text.count(b'"') % 2)
    while end >= 0:
        start = text.rfind(b'"', 0, end)
        line = -1 if is_quoted else text.rfind(b"\n", start + 1, end)
        if line >= 0:
            return line + 1
        end, is_quoted = start, not is_quoted
    return 0


def _disarmed(text: bytes) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(disarmed(row) for row in _rows(text.decode("utf-8")))
    return out.getvalue().encode("utf-8")


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    for field, end in _FIELD.findall(text):
        if not (field or end or row):
            return  # the text ends with its last row's line
        row.append(field[1:-1].replace('""', '"') if field.startswith('"') and len(field) > 1 else field)
        if end != ",":
            yield row
            row = []
