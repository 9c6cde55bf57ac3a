"""Papers packed into archives, whose bytes depend on nothing else, and into mails."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from email.policy import SMTP

PDF = b"%PDF-1.7 a paper"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in a zip."""
    return zipped_in_order(files.items())


def zipped_in_order(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """The entries in a zip; a name may be there twice."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there already
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def mailed(
    files: dict[str, bytes], subject: str = "Báo cáo sơ kết 6 tháng", forwarded: EmailMessage | None = None
) -> bytes:
    """The files in a mail, beside another mail where one is forwarded."""
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
