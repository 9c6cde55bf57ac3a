"""Hostile PDFs: bombs, loops, pages without end or beyond all size, locks."""

import io
import zlib

from tests.proof.fuzz.originals import originals


def pdf(*objects: bytes, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    """A PDF of these objects, the first of them number 3."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", pages, *objects), 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    tail = b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SAYS = b"BT /F1 12 Tf 72 700 Td (Bao cao tong ket nam 2022 cua don vi) Tj ET\n"


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(packed), extra, packed)


def flate_bomb() -> bytes:
    """A page whose 300 MB of drawing are packed twice into some kilobytes."""
    once = zlib.compress(SAYS * 5_000_000, 9)
    twice = zlib.compress(once, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(twice)
    return pdf(PAGE % b"", head + twice + b"\nendstream", FONT)


def page_loop() -> bytes:
    """A tree of pages that holds itself."""
    return pdf(
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9999 >>",
        pages=b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9999 >>",
    )


def forms_in_forms() -> bytes:
    """A page with a form that draws itself."""
    form = stream(
        b"/X Do /X Do /X Do " + SAYS,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return pdf(PAGE % b"/XObject << /X 6 0 R >>", stream(b"/X Do " + SAYS), FONT, form)


def many_pages(count: int) -> bytes:
    """A report that goes on and on: its first page so many times."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(originals("pdf")[0])) as opened:
        first = opened.pages[0]
        for _ in range(count - len(opened.pages)):
            opened.pages.append(first)
        opened.save(out)
    return out.getvalue()


def huge_page() -> bytes:
    """A page as large as a town, without a letter."""
    return pdf(PAGE.replace(b"595 842", b"9999999 9999999") % b"", stream(b"0 0 9999999 9999999 re f"), FONT)


def encrypted_pdf() -> bytes:
    """A PDF under a password."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(originals("pdf")[0])) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    return out.getvalue()
