"""Signatures are listed as the file has them: who, when, whether the bytes are still those signed."""

import io

import pytest
from fpdf import FPDF

from extractors.signatures import notices, signatures

pyhanko = pytest.importorskip("pyhanko", reason="pyHanko is not installed: pip install 'thidua[sign]'")

NAME = "Sở Mẫu tỉnh Thí Dụ"


def paper(text="BAO CAO"):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=14)
    pdf.cell(text=text)
    return bytes(pdf.output())


@pytest.fixture(scope="module")
def signer():
    """A certificate of our own, made on the spot."""
    from datetime import UTC, datetime, timedelta

    from asn1crypto import keys, x509
    from cryptography import x509 as certificates
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import NameOID
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, NAME)])
    day = datetime.now(UTC) - timedelta(days=1)
    builder = certificates.CertificateBuilder(name, name, key.public_key(), certificates.random_serial_number())
    usage = certificates.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        **dict.fromkeys(
            (
                "key_encipherment",
                "data_encipherment",
                "key_agreement",
                "key_cert_sign",
                "crl_sign",
                "encipher_only",
                "decipher_only",
            ),
            False,
        ),
    )
    builder = (
        builder.not_valid_before(day).not_valid_after(day + timedelta(days=30)).add_extension(usage, critical=True)
    )
    certificate = builder.sign(key, hashes.SHA256())
    encoded = serialization.Encoding.DER
    private = key.private_bytes(encoded, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(encoded)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def signed(data, signer, field="Signature1"):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    metadata = signers.PdfSignatureMetadata(field_name=field)
    return signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), metadata, signer=signer).getvalue()


def test_a_signed_paper_names_its_signer(signer):
    (found,) = signatures(signed(paper(), signer))
    assert found.signer == NAME
    assert found.signed_at
    assert found.intact


def test_a_second_signature_leaves_the_first_intact_over_its_part(signer):
    first, second = signatures(signed(signed(paper(), signer), signer, "Signature2"))
    assert (first.intact, second.intact) == (True, True)


def test_one_changed_byte_breaks_the_signature(signer):
    data = bytearray(signed(paper(), signer))
    data[data.index(b"%PDF-") + 6] ^= 1
    (notice,) = notices(bytes(data))
    assert notice.code == "signature.changed"
    assert notice.values["signer"] == NAME


def test_a_page_added_after_the_signature_is_a_change(signer):
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(signed(paper(), signer)))
    box = ArrayObject([NumberObject(n) for n in (0, 0, 10, 10)])
    page = DictionaryObject({NameObject("/Type"): NameObject("/Page"), NameObject("/MediaBox"): box})
    writer.insert_page(page)
    out = io.BytesIO()
    writer.write(out)
    assert [notice.code for notice in notices(out.getvalue())] == ["signature.changed"]


def test_a_paper_without_signature_says_so():
    assert [notice.code for notice in notices(paper())] == ["signature.none"]


def test_a_damaged_signature_says_nothing():
    assert signatures(b"%PDF-1.7 /ByteRange [0 1 2 3] no more") is None
