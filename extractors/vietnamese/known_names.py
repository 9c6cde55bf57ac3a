"""Names that stand on closed lists: the provinces, their bodies, and the offices that signers hold.

A word misread by a tone or an accent still folds to its letters; on a closed list these letters have one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from extractors.vietnamese.text import fold

_PROVINCES = """
    An Giang | Bà Rịa - Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Ninh | Bến Tre | Bình Dương | Bình Định
    | Bình Phước | Bình Thuận | Cà Mau | Cao Bằng | Điện Biên | Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam
    | Hà Tĩnh | Hải Dương | Hậu Giang | Hòa Bình | Hưng Yên | Khánh Hòa | Kiên Giang | Kon Tum | Lai Châu | Lạng Sơn
    | Lào Cai | Lâm Đồng | Long An | Nam Định | Nghệ An | Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên | Quảng Bình
    | Quảng Nam | Quảng Ngãi | Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La | Tây Ninh | Thái Bình | Thái Nguyên
    | Thanh Hóa | Thừa Thiên Huế | Tiền Giang | Trà Vinh | Tuyên Quang | Vĩnh Long | Vĩnh Phúc | Yên Bái
"""
"""Before and after the mergers of 2025; without Đắk Lắk and Đắk Nông, which are spelt in several ways."""

_CITIES = "Hà Nội | Hồ Chí Minh | Hải Phòng | Đà Nẵng | Cần Thơ | Huế"

_BODIES = "ỦY BAN NHÂN DÂN | UBND | HỘI ĐỒNG NHÂN DÂN | HĐND"

_SIGNERS_OFFICES = """
    GIÁM ĐỐC | PHÓ GIÁM ĐỐC | TỔNG GIÁM ĐỐC | PHÓ TỔNG GIÁM ĐỐC | CHỦ TỊCH | PHÓ CHỦ TỊCH | PHÓ CHỦ TỊCH THƯỜNG TRỰC
    | CHÁNH VĂN PHÒNG | PHÓ CHÁNH VĂN PHÒNG | TRƯỞNG BAN | PHÓ TRƯỞNG BAN | PHÓ TRƯỞNG BAN THƯỜNG TRỰC
    | CHÁNH THANH TRA | PHÓ CHÁNH THANH TRA | CỤC TRƯỞNG | PHÓ CỤC TRƯỞNG | CHI CỤC TRƯỞNG | PHÓ CHI CỤC TRƯỞNG
    | BÍ THƯ | PHÓ BÍ THƯ | PHÓ BÍ THƯ THƯỜNG TRỰC | BỘ TRƯỞNG | TRƯỞNG PHÒNG | PHÓ TRƯỞNG PHÒNG | HIỆU TRƯỞNG
    | PHÓ HIỆU TRƯỞNG | VIỆN TRƯỞNG | PHÓ VIỆN TRƯỞNG | CHÁNH ÁN | PHÓ CHÁNH ÁN | TRƯỞNG KHỐI | PHÓ TRƯỞNG KHỐI
    | KHỐI TRƯỞNG | KHỐI PHÓ | CỤM TRƯỞNG | CỤM PHÓ | CHỦ NHIỆM | PHÓ CHỦ NHIỆM | THỦ TƯỚNG | PHÓ THỦ TƯỚNG
"""
"""Without "THỨ TRƯỞNG" and "THỦ TRƯỞNG", whose letters are the same."""


def _listed(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split("|")]


def _by_letters(names: Iterable[str]) -> Mapping[str, str]:
    """The names by what they fold to."""
    return MappingProxyType({fold(name): name for name in names})


PROVINCES = _by_letters(_listed(f"{_PROVINCES} | {_CITIES}"))
"""Folded -> as written: "ca mau" -> "Cà Mau"."""

PROVINCIAL_BODIES = _by_letters(
    f"{body} {kind} {name.upper()}"
    for kind, names in (("TỈNH", _PROVINCES), ("THÀNH PHỐ", _CITIES))
    for name in _listed(names)
    for body in _listed(_BODIES)
)
"""Folded -> as written: "uy ban nhan dan tinh ca mau" -> "ỦY BAN NHÂN DÂN TỈNH CÀ MAU"."""

SIGNERS_OFFICES = _by_letters(_listed(_SIGNERS_OFFICES))
"""Folded -> as written: "pho giam doc" -> "PHÓ GIÁM ĐỐC"."""
