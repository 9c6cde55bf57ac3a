"""The letters that a true text layer of a Vietnamese paper is made of, and those that it is not."""

from __future__ import annotations

import re

# "cong hoa xa hoi chu nghia viet nam", "doc lap - tu do": a paper's head, folded
HEAD = re.compile(
    r"""
      cong\ hoa\ xa\ hoi
    | doc\ lap\ ?-\ ?tu\ do
    | dang\ cong\ san
    """,
    re.VERBOSE,
)

# One letter of any script: "a", "ế", "Ж"
LETTER = re.compile(r"[^\W\d_]")

# One Vietnamese letter that no other Latin script would need: "ế", "Đ", "ư"
ACCENTED = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")

_PLAIN = r"\s!-~"
_LETTERS = "À-ỹ\u0300-\u0323"
"""Vietnamese ones, and tone marks by themselves."""
_SIGNS = "–—‘’“”…•·°⁰¹²³⁴⁵⁶⁷⁸⁹§×½¼¾\u00ab\u00bb\u00b4\u20ab"
_BULLETS = "\uf000-\uf0ff"

# One character that a Vietnamese paper has no use for: "Ж", "ӝ", a control character; a bullet of Symbol is none
FOREIGN = re.compile(f"[^{_PLAIN}{_LETTERS}{_SIGNS}{_BULLETS}]")

# "Ả", "ủ": a word of accented letters alone, as they stand where letters were drawn font by font
ACCENTED_WORD = re.compile("[À-ỹ]{1,6}")
