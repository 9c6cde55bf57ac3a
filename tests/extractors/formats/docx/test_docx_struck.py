"""What a writer struck out is not what the paper says."""

import pytest

from extractors.records import AsideKind, Paragraph
from tests.extractors.formats.docx.wordfile import document, p, r


@pytest.mark.parametrize(
    ("properties", "said", "deleted"),
    [
        ("<w:strike/>", "Tổng cộng 96,5", ["95"]),
        ("<w:dstrike/>", "Tổng cộng 96,5", ["95"]),
        ('<w:strike w:val="0"/>', "Tổng cộng 9596,5", []),
    ],
)
def test_struck_text_is_kept_apart(properties: str, said: str, deleted: list[str]) -> None:
    found = document(p(r("Tổng cộng "), r("95", properties), r("96,5")))
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == [said]
    assert [paragraph.text for kind, paragraph in found.asides if kind is AsideKind.DELETED] == deleted
