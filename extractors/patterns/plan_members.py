"""How plans name those who do a task. Every pattern is for folded text (`vietnamese.text.fold`)."""

from __future__ import annotations

import re

from extractors.patterns.phrases import phrases

FLAGS = re.VERBOSE

# "Trưởng khối", "đơn vị Trưởng Khối thi đua", "Khối trưởng", "Cụm trưởng"
HEAD = r"(?: (?:don\s+vi\s+)? (?: truong\s+(?:khoi|cum) | (?:khoi|cum)\s+truong ) (?:\s+(?:thi\s+dua|td))? )"

# "Trưởng, Phó Trưởng khối", "Trưởng và các Phó Khối"
HEADS = r"(?: truong \s* (?:,|va) \s* (?:cac\s+)? pho\s+(?:truong\s+)?(?:khoi|cum) (?:\s+(?:thi\s+dua|td))? )"

# "Phó Trưởng khối", "Khối phó", "các Phó Khối"
DEPUTY = r"(?: (?:don\s+vi\s+)? (?: pho\s+(?:truong\s+)?(?:khoi|cum) | (?:khoi|cum)\s+pho ) (?:\s+(?:thi\s+dua|td))? )"

# "Các đơn vị trong Khối thi đua", "tất cả các đơn vị thành viên", "Toàn Khối", "các cơ quan, đơn vị thuộc Cụm"
_IN_BLOCK = r"(?:\s+(?:trong|thuoc|cua)\s+(?:khoi|cum) (?:\s+(?:thi\s+dua|td))?)"
_OF_BLOCK = rf"{_IN_BLOCK}?"

# "Các trường trong Cụm", "các doanh nghiệp thành viên", "Các hội, đoàn thể thuộc Khối": one kind of members
_KIND_OF_MEMBER = phrases(
    """truong | doanh nghiep | cong ty | ngan hang | hoi | doan the | to chuc | benh vien | trung tam | chi cuc |
    chi nhanh | phong | xa | phuong | thi tran | so | ban | nganh | vien | co quan | don vi"""
)
_KINDS_OF_MEMBER = rf"{_KIND_OF_MEMBER} (?: (?:\s*,\s*(?:va\s+)? | \s+va\s+) {_KIND_OF_MEMBER} ){{0,4}}"
EVERYONE = rf"""
    (?: (?:tat\s+ca\s+|toan\s+the\s+)? (?:cac|tung|moi)\s+ (?:so,?\s+)?(?:ban,?\s+)?(?:nganh,?\s+)?
        (?: (?:co\s+quan|dia\s+phuong)\s*,?\s* (?:va\s+)? don\s+vi | don\s+vi | co\s+quan | thanh\s+vien
          | huyen(?:,\s*thanh\s+pho)? )
        (?:\s+thanh\s+vien)? (?!\s+(?:co\s+)?lien\s+quan) (?!\s+truc\s+thuoc) (?!\s+(?:chu\s+tri|phoi\s+hop)\s*:)
        {_OF_BLOCK}
      | cac\s+so,?\s+ban,?\s+nganh {_OF_BLOCK}
      | (?:cac|tung|moi)\s+{_KINDS_OF_MEMBER} (?:\s+thanh\s+vien(?:{_OF_BLOCK})? | {_IN_BLOCK})
      | (?:toan|ca)\s+(?:khoi|cum) (?:\s+(?:thi\s+dua|td))?
      | thanh\s+vien\s+(?:khoi|cum) (?:\s+(?:thi\s+dua|td))? | tat\s+ca (?=\s*[;.,\n]|\s*$) )
"""

# "Tổ thường trực giúp việc", "Thường trực Khối", "Tổ thư ký": no member
HELPERS = rf"""
    (?: (?:to|bo\s+phan|ban)\s+(?:thuong\s+truc|giup\s+viec|thu\s+ky) (?:\s+giup\s+viec)?
        (?:\s+(?:khoi|cum)(?:\s+(?:thi\s+dua|td))?)? {_OF_BLOCK}
      | thuong\s+truc\s+(?:khoi|cum)(?:\s+(?:thi\s+dua|td))? )
"""

# "(trừ Sở Tài chính)", "ngoại trừ đơn vị Trưởng khối", "không bao gồm Sở Y tế": as printed, for folded "trụ" is "trừ"
_EXCEPT = r"\b (?: ngoại\s+trừ | trừ | không\s+(?:bao\s+gồm|kể|tính) ) \b"
EXCEPT = re.compile(
    rf"\( \s* {_EXCEPT} (?P<enclosed>[^()]*) \) | {_EXCEPT} (?P<following>[^;()\n]*)", re.VERBOSE | re.IGNORECASE
)

LEADS = r"(?: chu\s+tri | dau\s+moi | phu\s+trach | to\s+chuc\s+thuc\s+hien\s+chinh )"
SUPPORTS = r"(?: phoi\s+hop | tham\s+gia | ho\s+tro )"

# "Sở Y tế", "Liên đoàn Lao động tỉnh": what is left of a line and looks like an office
_OFFICES = phrases(
    """so | ban | van phong | uy ban | thanh tra | cuc | chi cuc | cong an | bo chi huy | lien doan |
    tinh doan | huyen doan | doan | huyen | thanh pho | thi xa | phong | bao hiem | kho bac | vien |
    toa an | ngan hang | dai | trung tam | cong ty | lien minh | lien hiep | tinh uy | mat tran"""
)
OFFICE = re.compile(rf"\b(?: {_OFFICES} | hoi\s+(?!nghi) | truong\s+(?!khoi|cum) ) \s* [a-z][a-z ,-]*", FLAGS)
