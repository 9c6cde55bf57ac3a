"""Papers packed into archives and mails."""

from __future__ import annotations

import io
import warnings
import zipfile
from email.message import EmailMessage
from email.policy import SMTP

PDF = b"%PDF-1.7 a paper"


def zipped(entries: dict[str, bytes]) -> bytes:
    return zipped_in_order(list(entries.items()))


def zipped_in_order(entries: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there already
        for name, content in entries:
            target.writestr(name, content)
    return stream.getvalue()


def mailed(
    files: dict[str, bytes], subject: str = "Báo cáo sơ kết 6 tháng", forwarded: EmailMessage | None = None
) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Văn thư Sở Mẫu <vanthu@somau.example>"
    message["To"] = "khoi@example.vn"
    message["Date"] = "Mon, 08 Jun 2020 09:30:00 +0700"
    message["Subject"] = subject
    message.set_content("Kính gửi báo cáo.")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if forwarded:
        message.add_attachment(forwarded)
    return message.as_bytes()
