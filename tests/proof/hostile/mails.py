"""Hostile mails: too many parts, mails in mails."""

import base64


def mail(count: int, nested: bool = False) -> bytes:
    """A mail of so many parts, side by side or one in the other."""
    head = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: bao cao\r\nMIME-Version: 1.0\r\n"
    if nested:
        inner = b"Content-Type: text/plain\r\n\r\nx\r\n"
        for n in range(count):
            edge = b"e%d" % n
            inner = b"Content-Type: multipart/mixed; boundary=%b\r\n\r\n--%b\r\n%b\r\n--%b--\r\n" % (
                edge,
                edge,
                inner,
                edge,
            )
        return head + inner
    part = b'--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="%d.txt"\r\n\r\nx\r\n'
    return (
        head
        + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"".join(part % n for n in range(count))
        + b"--x--\r\n"
    )


def attachment(data: bytes, name: str) -> bytes:
    """A mail with one file under that name."""
    return (
        b"From: a@b.example\r\nSubject: bao cao\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        b'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="%b"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n%b\r\n--x--\r\n" % (name.encode(), base64.encodebytes(data))
    )
