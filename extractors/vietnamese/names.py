"""Whether words can be a person's name."""

from __future__ import annotations

from extractors.vietnamese.text import fold

_KINH = """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam phung
    mai to ha ta luu tong quach cao thai chau tu la kieu tang mac dam khuong dong nghiem van vi vien cu ninh ton ong au
    thach kim bach bang cam quang sung giang thao ngac lau tan phu thuong thon linh nhu hau lang quan ung khau phi tieu
    viet thi thinh tat doi lai loc luyen mau nham nhan quyen sam tham toan trac uong uyen xa hoa khang khuat khong khuu
    kien lieu mong nhieu nguy pho phuoc san su tach tay thieu thoi thuc tuong tuyen vong xuan yen cung chuong cong cat
    chiem chieu chuc dan dau diem dieu doanh dung duy gian hong hung trieu luong luc chu hua giap phuong tac tri
    than kha khuc han vuu tiet man mach nghe banh boi bien khieu dai dang diep due hac hoac lo ngac ngu ngung sai
"""
_OTHERS = """
    nong be ma lo lu ca vang hang cu mua sin chang po trang ban neang son danh nam mui leo tao
    y k h rah ksor siu rcom nay kpa ro rmah hra a blong brol bnuong co lieng eban nie mlo adrong ayun buon ya byah
"""

FAMILY_NAMES = frozenset((_KINH + _OTHERS).split())
"""Family names of the Kinh and of the other peoples, without accents."""

_NEVER = frozenset({"ngày", "tháng", "năm", "nơi", "nhận", "lưu", "kính", "gửi", "số", "phòng", "ủy", "tỉnh", "huyện"})
"""Words that stand in heads and feet, with their tones: "Tháng" is none of a name's, "Thắng" is."""


def looks_like_person(text: str) -> bool:
    """Whether it is two to six words, each with a capital only at its head."""
    words = text.split()
    return 2 <= len(words) <= 6 and len(text) <= 40 and all(map(_is_name_word, words))


def is_person(text: str) -> bool:
    """Whether it looks like a name and begins with a family name."""
    words = text.split()
    return looks_like_person(text) and fold(words[0]).split("'")[0] in FAMILY_NAMES


def _is_name_word(word: str) -> bool:
    parts = word.rstrip(".,").replace("’", "'").replace("-", "'").split("'")
    return word.casefold() not in _NEVER and all(p.isalpha() and p == p.capitalize() for p in parts)
