"""Old formats become DOCX by LibreOffice: same facts, no macro, no endless wait."""

import io
import subprocess
from pathlib import Path

import docx
import pytest

from extractors.errors import TooLarge, Unreadable, Unsupported
from extractors.extraction import extract, read
from extractors.formats import office
from extractors.formats.detect import media_type
from extractors.records import Limits
from tests.extractors.formats.needs import LIBREOFFICE

LIMITS = Limits()


PAPER = Path(__file__).parents[3] / "samples/inbox/2020-12 tong ket/Bao cao tong ket 2020 SCT.docx"


def converted(path, folder, ending):
    profile = (folder / "profile").as_uri()
    command = [office.find(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", str(folder), str(path)], capture_output=True, check=True, timeout=60)
    return (folder / path.name).with_suffix(f".{ending}").read_bytes()


def _with_last_paragraph(folder):
    """The paper as Word would save it: LibreOffice writes no sound .doc of a text that ends in a table."""
    paper = docx.Document(PAPER)
    paper.add_paragraph()
    paper.save(folder / "paper.docx")
    return folder / "paper.docx"


@LIBREOFFICE
@pytest.mark.parametrize(
    ("ending", "kind"),
    [("doc", "application/msword"), ("rtf", "text/rtf"), ("odt", "application/vnd.oasis.opendocument.text")],
)
def test_an_old_file_says_what_the_docx_says(tmp_path, ending, kind):
    data = converted(_with_last_paragraph(tmp_path), tmp_path, ending)
    assert media_type(data) == kind
    old, new = extract(read(data, LIMITS)), extract(read(PAPER.read_bytes(), LIMITS))
    assert old.media_type == kind
    assert {(f.field, f.value) for f in old.facts} == {(f.field, f.value) for f in new.facts}
    assert [(s.code, s.max_score, s.self_score) for s in old.scores] == [
        (s.code, s.max_score, s.self_score) for s in new.scores
    ]


WEB_PAGE = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>{head}</head><body>
<table><tr><td><p>UBND TỈNH CAO BẰNG</p><p><b>SỞ XÂY DỰNG</b></p><p>Số: 152/BC-SXD</p></td>
<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p>
<p><i>Cao Bằng, ngày 05 tháng 6 năm 2020</i></p></td></tr></table>
<p align=center><b>BÁO CÁO</b></p><p align=center><b>Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020</b></p>
<table border=1><tr><td>TT<td>Nội dung<td>Điểm chuẩn<td>Điểm tự chấm</tr><tr><td>I<td>Công tác A<td>60<td>58</tr>
<tr><td>II<td>Công tác B<td>40<td>39,5</tr><tr><td><td>Tổng cộng<td>100<td>97,5</tr></table></body></html>"""


@LIBREOFFICE
@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_a_web_page_named_doc_is_read_as_the_paper_it_is(head):
    found = extract(read(WEB_PAGE.format(head=head).encode(), LIMITS))
    facts = {f.field: f.value for f in found.facts if f.status == "accepted"}
    assert found.media_type == "text/html"
    assert (facts["number"], facts["issuer"], facts["issued_on"]) == ("152/BC-SXD", "SỞ XÂY DỰNG", "2020-06-05")
    assert [(s.code, s.self_score) for s in found.scores] == [("I", 58.0), ("II", 39.5)]


@LIBREOFFICE
def test_two_conversions_at_once_do_not_meet():
    from concurrent.futures import ThreadPoolExecutor

    data = rb"{\rtf1 So: 15/BC-SYT}"
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: office.to_docx(data, LIMITS, ".rtf"), range(2)))
    assert ["15/BC-SYT" in docx.Document(io.BytesIO(r)).paragraphs[0].text for r in results] == [True, True]


@LIBREOFFICE
def test_a_conversion_that_takes_too_long_is_stopped():
    with pytest.raises(TooLarge):
        office.to_docx(rb"{\rtf1 x}", Limits(seconds=0.001), ".rtf")


@LIBREOFFICE
def test_what_libreoffice_cannot_open_is_unreadable():
    with pytest.raises(Unreadable):
        office.to_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), LIMITS, ".doc")


def test_without_libreoffice_the_file_is_refused_with_the_reason(monkeypatch):
    monkeypatch.setattr(office, "find", lambda: None)
    with pytest.raises(Unsupported, match="LibreOffice"):
        office.to_docx(rb"{\rtf1 x}", LIMITS, ".rtf")
