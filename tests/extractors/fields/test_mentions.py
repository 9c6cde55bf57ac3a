import pytest

from extractors.fields.mentions import mentions
from extractors.records import Paragraph, Place, UnitName

ROSTER = (
    UnitName("cx", "Sở Cây xanh", "SCX"),
    UnitName("cx", "Sở CX"),
    UnitName("mn", "Sở Mặt nước", "SMNC"),
    UnitName("cxmn", "Sở Cây xanh và Mặt nước"),
    UnitName("hb", "Ủy ban nhân dân xã Hòa Bình"),
    UnitName("vp1", "Văn phòng", "VP"),
    UnitName("vp2", "Văn phòng", "VP"),
)


def named(text: str) -> list[tuple[tuple[str, ...], str, bool]]:
    paragraph = Paragraph(text, Place(container="", first=4, last=4))
    found = list(mentions([paragraph], ROSTER))
    for mention in found:
        assert text[mention.place.start : mention.place.end] == mention.raw
        assert mention.place.first == 4
    return [(m.unit_ids, m.raw, m.exact) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao SỞ CÂY XANH, Sở CX phối hợp.", [(("cx",), "SỞ CÂY XANH", True), (("cx",), "Sở CX", True)]),
        ("Sở Cây xanh và Mặt nước chủ trì", [(("cxmn",), "Sở Cây xanh và Mặt nước", True)]),
        ("Uỷ ban nhân dân xã Hoà Bình", [(("hb",), "Uỷ ban nhân dân xã Hoà Bình", True)]),
        ("So Cay xanh", [(("cx",), "So Cay xanh", False)]),
        ("Sở Cây xánh", [(("cx",), "Sở Cây xánh", False)]),
        ("Báo cáo số 12/BC-SMNC", [(("mn",), "SMNC", True)]),
        ("Báo cáo số 12/BC-SCX", []),
        ("Văn phòng", [(("vp1", "vp2"), "Văn phòng", True)]),
        ("Sở Cây khô", []),
        ("", []),
    ],
)
def test_units_named_in_a_text(text: str, expected: list[tuple[tuple[str, ...], str, bool]]) -> None:
    assert named(text) == expected


def test_no_roster_no_mentions() -> None:
    assert list(mentions([Paragraph("Sở Cây xanh", Place())], ())) == []
