"""Whether letters can stand for a name: SKHĐT for Sở Kế hoạch và Đầu tư, SNgV for Sở Ngoại vụ and not for Sở Nội vụ."""

from __future__ import annotations

from extractors.vietnamese.skeleton import skeleton
from extractors.vietnamese.text import one_line

_WRITTEN_SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "đbqh": "đại biểu quốc hội",
    "vp": "văn phòng",
    "bql": "ban quản lý",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "bcđ": "ban chỉ đạo",
    "kkt": "khu kinh tế",
    "kcn": "khu công nghiệp",
    "khcn": "khoa học công nghệ",
    "gd": "giáo dục",
    "đt": "đào tạo",
    "tp": "thành phố",
}


def written_out(name: str) -> str:
    """The name in lower case and one line with its common short forms written out: "VP UBND tỉnh"."""
    words = one_line(name).casefold().replace("&", " và ").split()
    return " ".join(_WRITTEN_SHORT.get(w.strip(".,"), w) for w in words)


def abbreviates(letters: str, name: str) -> bool:
    """Whether the letters are taken, in order, from the heads of the name's words; its last words may be left out.

    Every word gives at least one letter except "và", "tỉnh", "-" and the kind that leads it ("Trường", "Bản").
    """
    wanted = [c for c in letters.casefold() if c.isalpha()]
    words = [
        w for w in written_out(name).replace(",", " ").replace("-", " ").replace("–", " ").split() if w[0].isalpha()
    ]
    if len(wanted) < 2 or not words:
        return False
    return _spells(wanted, words) or (len(words) > 2 and words[0] in {"trường", "bản"} and _spells(wanted, words[1:]))


_SKIPPED = {"và", "tỉnh", "của", "các", "thành", "phố", "cơ", "quan"}


def _spells(letters: list[str], words: list[str]) -> bool:
    if not letters:
        return True
    if not words:
        return False
    most = 0
    while most < min(len(letters), len(words[0])) and _same(letters[most], words[0][most]):
        most += 1
    taken = range(most, 0, -1)
    if any(_spells(letters[n:], words[1:]) for n in taken):
        return True
    return words[0] in _SKIPPED and _spells(letters, words[1:])


def _same(letter: str, of_name: str) -> bool:
    """Accents of vowels are left out in abbreviations; đ is often typed as d."""
    return letter == of_name or skeleton(letter) == skeleton(of_name)
