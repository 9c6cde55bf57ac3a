"""Text of the time before Unicode is decoded where it is such text, and only there."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.vietnamese.legacy import Encoding, Piece, decode, encoding_of, evidence, to_unicode, weigh

LOWER = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
CAPITALS = "ĂÂÊÔƠƯĐ"
VNI_TONES = {"": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_SINGLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def to_vni(text: str) -> str:
    """The text as VNI writes it, letter by letter from the keyboard's table: the test's own encoder."""
    return "".join(_vni_letter(c) for c in text)


def _vni_letter(letter: str) -> str:
    if letter.lower() in VNI_SINGLE:
        code = VNI_SINGLE[letter.lower()]
        return code.upper() if letter.isupper() else code
    base, *marks = unicodedata.normalize("NFD", letter.lower())
    tone = next((m for m in marks if m in VNI_TONES), "")
    if "\u0302" in marks:
        code = base + VNI_HAT[tone]
    elif "\u0306" in marks:
        code = base + VNI_BREVE[tone]
    else:
        code = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
        code += VNI_TONES[tone]
    return code.upper() if letter.isupper() else code


def to_tcvn3(text: str) -> str:
    code = {
        decode(chr(i), Encoding.TCVN3): chr(i) for i in range(0xA1, 0x100) if decode(chr(i), Encoding.TCVN3) != chr(i)
    }
    return "".join(code.get(c, c) for c in text)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_the_tcvn3_table_is_that_of_iconv() -> None:
    for letter in LOWER + CAPITALS:
        ran = subprocess.run(
            ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=letter.encode(), capture_output=True, check=True
        )
        assert decode(ran.stdout.decode("latin-1"), Encoding.TCVN3) == letter


@given(st.text(alphabet=st.sampled_from(LOWER + CAPITALS + "abcxyz -/0123456789.")))
def test_tcvn3_comes_back(text: str) -> None:
    assert decode(to_tcvn3(text), Encoding.TCVN3) == text


@given(st.lists(st.sampled_from([*LOWER, *LOWER.upper(), *"abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY"])))
def test_vni_comes_back(letters: list[str]) -> None:
    text = " ".join(letters)
    assert decode(to_vni(text), Encoding.VNI) == text


@pytest.mark.parametrize(
    ("old", "encoding", "expected"),
    [
        ("bé kÕ ho¹ch vµ ®Çu t\xad", Encoding.TCVN3, "bộ kế hoạch và đầu tư"),
        ("céng hoµ x· héi chñ nghÜa viÖt nam", Encoding.TCVN3_CAPITALS, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ngöôøi coâng nhaân vieân chöùc", Encoding.VNI, "người công nhân viên chức"),
        ("CHUÛ TÒCH UÛY BAN NHAÂN DAÂN", Encoding.VNI, "CHỦ TỊCH ỦY BAN NHÂN DÂN"),
        ("Ñaûng boä, tröôùc heát", Encoding.VNI, "Đảng bộ, trước hết"),
        ("khaéc phuïc nhöõng yeáu keùm cuûa thaêm vieáng", Encoding.VNI, "khắc phục những yếu kém của thăm viếng"),
    ],
)
def test_decode_and_its_evidence(old: str, encoding: Encoding, expected: str) -> None:
    assert decode(old, encoding) == expected
    assert evidence(old, encoding) > 0
    assert evidence(expected, encoding) < 0


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VnArial Narrow", Encoding.TCVN3),
        (".VnArialH", Encoding.TCVN3_CAPITALS),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_encoding_of(font: str | None, expected: Encoding | None) -> None:
    assert encoding_of(font) is expected


def test_a_font_name_alone_proves_nothing() -> None:
    for text in ("Ủy ban nhân dân tỉnh", "bé và có không là", "UBND 95,5", "98 – 100 “điểm”"):
        assert to_unicode([Piece(text, Encoding.TCVN3)], {}) == text
        assert to_unicode([Piece(text, Encoding.VNI)], {}) == text


def test_mute_runs_follow_the_document() -> None:
    proven = [Piece("kÕ ho¹ch", Encoding.TCVN3)]
    mute = [Piece("bé", Encoding.TCVN3_CAPITALS)]
    assert to_unicode(mute, weigh([proven, mute])) == "BỘ"
    assert to_unicode(mute, weigh([[Piece("Kế hoạch", Encoding.TCVN3)], mute])) == "bé"


def test_a_word_cut_into_runs_is_read_as_one() -> None:
    pieces = [Piece("h", Encoding.TCVN3), Piece("é", Encoding.TCVN3), Piece("i", Encoding.TCVN3), Piece(" Đảng", None)]
    assert to_unicode(pieces, {}) == "hội Đảng"
