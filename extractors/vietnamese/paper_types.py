"""The kinds of papers (tên loại) and their letters in số, ký hiệu: Nghị định 30/2020, and those met beside it."""

from __future__ import annotations

from functools import lru_cache

from extractors.vietnamese.text import fold

TYPES: dict[str, tuple[str, ...]] = {
    "NGHỊ QUYẾT": ("NQ",),
    "QUYẾT ĐỊNH": ("QĐ",),
    "CHỈ THỊ": ("CT",),
    "QUY CHẾ": ("QC",),
    "QUY ĐỊNH": ("QyĐ", "QĐi"),
    "THÔNG CÁO": ("TC",),
    "THÔNG BÁO": ("TB",),
    "HƯỚNG DẪN": ("HD",),
    "CHƯƠNG TRÌNH": ("CTr",),
    "KẾ HOẠCH": ("KH",),
    "PHƯƠNG ÁN": ("PA",),
    "ĐỀ ÁN": ("ĐA",),
    "DỰ ÁN": ("DA",),
    "BÁO CÁO": ("BC",),
    "BIÊN BẢN": ("BB",),
    "TỜ TRÌNH": ("TTr", "TT"),
    "HỢP ĐỒNG": ("HĐ",),
    "CÔNG ĐIỆN": ("CĐ",),
    "BẢN GHI NHỚ": ("BGN",),
    "BẢN THỎA THUẬN": ("BTT",),
    "GIẤY ỦY QUYỀN": ("GUQ",),
    "GIẤY MỜI": ("GM",),
    "GIẤY GIỚI THIỆU": ("GGT",),
    "GIẤY NGHỈ PHÉP": ("GNP",),
    "PHIẾU GỬI": ("PG",),
    "PHIẾU CHUYỂN": ("PC",),
    "PHIẾU BÁO": ("PB",),
    "PHIẾU TRÌNH": ("PT", "PTr"),
    "LUẬT": (),
    "PHÁP LỆNH": (),
    "LỆNH": ("L",),
    "NGHỊ ĐỊNH": ("NĐ",),
    "THÔNG TƯ": ("TT",),
    "THÔNG TƯ LIÊN TỊCH": ("TTLT",),
    "NGHỊ QUYẾT LIÊN TỊCH": ("NQLT",),
    "QUY CHẾ PHỐI HỢP": ("QCPH",),
    "KẾT LUẬN": ("KL",),
    "BẢN ĐĂNG KÝ": ("ĐK", "BĐK"),
    "ĐĂNG KÝ": ("ĐK",),
    "GIAO ƯỚC THI ĐUA": ("GƯTĐ", "GƯ"),
    "BẢN GIAO ƯỚC THI ĐUA": ("GƯTĐ", "GƯ"),
    "THƯ MỜI": ("TM",),
    "THÔNG TRI": ("TTr",),
    "ĐIỀU LỆ": ("ĐL",),
    "CÔNG VĂN": ("CV",),
}
"""Name -> its letters in số, ký hiệu; without letters where it has none. A công văn has neither name nor letters."""

BY_FOLD = {fold(name): name for name in TYPES}
BY_LETTERS = {name.replace(" ", ""): kind for name, kind in BY_FOLD.items()}
"""For titles with a space after every letter: "B Á O  C Á O"."""


@lru_cache(maxsize=512)
def types_of(letters: str) -> tuple[str, ...]:
    """The kinds of papers that the letters may stand for: "TT" for tờ trình and for thông tư."""
    exact = tuple(name for name, codes in TYPES.items() if letters in codes)
    upper = letters.upper()
    return exact or tuple(name for name, codes in TYPES.items() if upper in {c.upper() for c in codes})
