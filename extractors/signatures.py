"""The digital signatures of a PDF: by whom, when, over what, and whether the bytes are still those signed.

Never whether a signature is legally valid: that needs the authorities' lists of certificates.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.records import Notice
from extractors.vietnamese.text import one_line

_MARK = b"/ByteRange"
"""Every signature says which bytes it covers, outside of any compressed stream."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature as the file has it."""

    signer: str
    """The name in its certificate; "" where there is none."""
    signed_at: str
    """ISO 8601 as the signer's machine said; "" where it did not."""
    intact: bool
    """Whether the bytes it covers are those signed, and nothing but signatures and form values came after."""


def signatures(data: bytes) -> tuple[Signature, ...] | None:
    """The PDF's signatures in order; None where they cannot be read: without pyHanko, or in a damaged file."""
    if _MARK not in data:
        return ()
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return None
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        return tuple(_signature(one) for one in reader.embedded_regular_signatures)
    except Exception:  # a stranger's file in a parser with errors of many kinds
        return None


def _signature(embedded: Any) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(allow_fetching=False, trust_roots=[], weak_hash_algos=set())
    status = validate_pdf_signature(embedded, signer_validation_context=context)
    at = status.signer_reported_dt
    return Signature(
        signer=_name(status.signing_cert),
        signed_at=at.isoformat() if at else "",
        intact=bool(status.intact and status.valid and _untouched(status)),
    )


def _untouched(status: Any) -> bool:
    """Whether what was added after the signature is only what a signature allows."""
    return status.modification_level is None or status.modification_level.name != "OTHER"


def _name(certificate: Any) -> str:
    subject = certificate.subject.native
    name = subject.get("common_name") or subject.get("organization_name") or ""
    return one_line(name if isinstance(name, str) else ", ".join(name))


def notices(data: bytes) -> Iterator[Notice]:
    """What a person should know of the PDF's signatures."""
    found = signatures(data)
    if found == ():
        yield Notice("signature.none")
    for one in found or ():
        code = "signature.intact" if one.intact else "signature.changed"
        yield Notice(code, values={"signer": one.signer, "signed_at": one.signed_at})
