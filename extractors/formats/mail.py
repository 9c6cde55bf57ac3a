"""A mail (.eml): its attachments, and what it says of its arrival. A sender is a hint, never proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from extractors.errors import Unreadable
from extractors.vietnamese.text import one_line

_FORWARDED = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a mail's own header says; anybody can write anything there."""

    sender: str
    sent_at: str
    """ISO 8601 with offset; "" where the header has no such date."""
    subject: str


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of the attached files in order, forwarded mails too; pictures in the text are none."""
    for number, part in enumerate(_attachments(_message(data)), 1):
        yield one_line(part.get_filename() or "") or _name(part, number), _content(part)


def arrival(data: bytes) -> Arrival:
    """Sender, time and subject."""
    message = _message(data)
    return Arrival(_header(message, "From"), _sent_at(message), _header(message, "Subject"))


def _message(data: bytes) -> EmailMessage:
    try:
        return message_from_bytes(data, _class=EmailMessage, policy=default)
    except (MessageError, ValueError, LookupError) as error:
        raise Unreadable(f"no whole mail: {error}") from error


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are files, in order; a forwarded mail is one, what it holds is its own."""
    parts = message.get_payload() if message.is_multipart() else []
    for part in parts if isinstance(parts, list) else []:
        if not isinstance(part, EmailMessage):
            continue
        if part.get_content_type() == _FORWARDED or _is_file(part):
            yield part
        elif part.is_multipart():
            yield from _attachments(part)


def _is_file(part: EmailMessage) -> bool:
    is_picture = part.get_content_maintype() == "image" and part.get("Content-ID") is not None
    return not is_picture and (part.get_content_disposition() == "attachment" or part.get_filename() is not None)


def _content(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == _FORWARDED:
            inner = part.get_payload(0)
            return bytes(inner) if isinstance(inner, EmailMessage) else b""
        payload = part.get_payload(decode=True)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Unreadable(f"an attachment is damaged: {error}") from error
    return payload if isinstance(payload, bytes) else b""


def _name(part: EmailMessage, number: int) -> str:
    return f"mail-{number}.eml" if part.get_content_type() == _FORWARDED else f"attachment-{number}"


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message.get(name, "")))
    except (MessageError, ValueError, LookupError, IndexError, AttributeError):
        return ""


def _sent_at(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
