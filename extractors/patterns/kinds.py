"""What a paper or a plan's task is about. Every pattern is for folded text (`vietnamese.text.fold`)."""

from __future__ import annotations

import re

FLAGS = re.VERBOSE

# "công tác thi đua, khen thưởng", "Thi đua - Khen thưởng", "TĐKT", "TĐ-KT"
WHOLE_TOPIC = re.compile(r"\b(?: thi\s+dua .* khen\s+thuong | khen\s+thuong .* thi\s+dua | td-?kt )\b", FLAGS)

# "phong trào thi đua", "giao ước", "công tác khen thưởng": one half of it
HALF_TOPIC = re.compile(r"\b(?: thi\s+dua | khen\s+thuong | giao\s+uoc )\b", FLAGS)

# "phong trào thi đua “Cả nước chung sức …”", "báo cáo thành tích", "chuyên đề": about something narrower
NARROW = re.compile(
    r"""\b(?: chuyen\s+de | thanh\s+tich | nong\s+thon\s+moi | hoc\s+tap\s+va\s+lam\s+theo | sang\s+kien | dien\s+hinh\s+tien\s+tien
          | giai\s+doan | nhiem\s+ky | dot\s+thi\s+dua | quy\s+thi\s+dua )\b | thi\s+dua\s+["“] """,
    FLAGS,
)

# "V/v hướng dẫn tổng kết …", "V/v đề nghị báo cáo …", "V/v đôn đốc …": asks for papers, is none
ASKS = re.compile(
    r"""^(?: v/v\s+ | ve\s+viec\s+ )? (?: huong\s+dan | de\s+nghi | don\s+doc | yeu\s+cau | nhac | trien\s+khai | moi\b | gop\s+y
          | xin\s+y\s+kien | lay\s+y\s+kien | tham\s+gia\s+y\s+kien | du\s+thao | thong\s+bao | chuan\s+bi | to\s+chuc | phan\s+cong | kien\s+toan )""",
    FLAGS,
)

# "V/v báo cáo sơ kết …", "V/v gửi báo cáo …", "Sơ kết …", "kết quả công tác …": a report sent as a công văn
REPORTS = re.compile(
    r"^(?: v/v\s+ | ve\s+viec\s+ )? (?:gui\s+|nop\s+)? (?: bao\s+cao | so\s+ket | tong\s+ket | ket\s+qua | tinh\s+hinh )\b",
    FLAGS,
)

# "không có nội dung phát sinh", "không phát sinh nội dung báo cáo": a report that there is nothing
NOTHING_TO_REPORT = re.compile(
    r"\bkhong\s+(?:co\s+)?(?:noi\s+dung\s+|so\s+lieu\s+|van\s+de\s+)?(?:nao\s+)?phat\s+sinh\b", FLAGS
)

# "V/v đăng ký thi đua", "Đăng ký danh hiệu thi đua", "kết quả đăng ký …"
REGISTERS = re.compile(
    r"^(?: v/v\s+ | ve\s+viec\s+ )? (?:gui\s+|nop\s+)? (?:(?:bao\s+cao|ban|ket\s+qua|danh\s+sach|noi\s+dung)\s+)* dang\s+ky\b",
    FLAGS,
)

# "BẢN ĐĂNG KÝ", "PHIẾU ĐĂNG KÝ": the kind of paper printed above its title
REGISTER_TYPE = re.compile(r"\bdang\s+ky\b", FLAGS)

# "Bảng tự chấm điểm", "bảng chấm điểm các tiêu chí"
SHEET = re.compile(r"\b(?: (?:tu\s+)? cham\s+diem | bang\s+diem | tu\s+danh\s+gia | phieu\s+diem )\b", FLAGS)

# "Sơ kết", "6 tháng đầu năm", "sáu tháng", "giữa năm"
HALF_YEAR = re.compile(r"\b(?: so\s+ket | (?:6|06|sau)\s+thang (?!\s+cuoi) | giua\s+nam )\b", FLAGS)

# "Tổng kết", "cả năm", "cuối năm", "năm 2020"
FULL_YEAR = re.compile(r"\b(?: tong\s+ket | ca\s+nam | cuoi\s+nam | nam\s+(?:19|20)[0-9]{2} | nam \s* $ )\b", FLAGS)

# "quý III", "tháng 9", "9 tháng": another stretch of time
OTHER_PERIOD = re.compile(
    r"\b(?: quy\s+(?:iv|i{1,3}|[1-4]) | (?:thang|tuan)\s+[0-9]{1,2} | (?:9|09|chin)\s+thang )\b", FLAGS
)

# ---- a plan's task, clause by clause

CLAUSE = re.compile(r"[;.]\s+|[;.]$")

# "Tổng hợp báo cáo …": what the block makes of its members' papers
GATHERS = re.compile(
    r"^[\s+-]*(?: tong\s+hop | xay\s+dung | hoan\s+thanh | hoan\s+thien | tham\s+muu | trinh )\b", FLAGS
)

# "Tổ chức Hội nghị sơ kết", "Họp …": a meeting, whatever its name
MEETS = re.compile(
    r"^[\s+-]*(?: (?:to\s+chuc|chuan\s+bi|tham\s+du|du)\s+ (?:\w+\s+){0,2}? (?:hoi\s+nghi|le|cuoc\s+hop|hop|toa\s+dam)\b | hop\b | hoi\s+nghi\b )",
    FLAGS,
)

# "Báo cáo …", "nộp báo cáo …"
REPORT_TASK = re.compile(r"\bbao\s+cao\b", FLAGS)

# "đăng ký thi đua", "đăng ký danh hiệu", "đăng ký các chỉ tiêu thi đua"
REGISTER_TASK = re.compile(r"\bdang\s+ky\b .* \b(?:thi\s+dua|danh\s+hieu|khen\s+thuong|chi\s+tieu|giao\s+uoc)\b", FLAGS)

# "tự chấm điểm", "chấm điểm … của đơn vị": not the gathering of results
SHEET_TASK = re.compile(r"\b(?: tu\s+(?:cham|danh\s+gia|xep\s+loai) | cham\s+diem )\b", FLAGS)

# "của các đơn vị", "các đơn vị gửi báo cáo", "của đơn vị"
OF_MEMBERS = re.compile(
    r"\b(?: cua\s+(?:cac\s+|tung\s+|moi\s+)?(?:don\s+vi|thanh\s+vien|co\s+quan) | (?:cac|moi|tung)\s+(?:co\s+quan,\s+)?(?:don\s+vi|thanh\s+vien)"
    r"(?:\s+thanh\s+vien)? (?:\s+(?:trong|thuoc)\s+(?:khoi|cum)(?:\s+thi\s+dua)?)? \s+ (?:gui|nop|bao\s+cao|xay\s+dung|dang\s+ky|tu\s+cham|hoan\s+thanh) )",
    FLAGS,
)

# "của Khối", "Khối thi đua", "Cụm thi đua"
OF_BLOCK = re.compile(r"\b(?: (?:cua|trong|toan)\s+(?:khoi|cum) | (?:khoi|cum)\s+thi\s+dua )\b", FLAGS)

EVIDENCE: dict[str, re.Pattern[str]] = {
    # a KẾ HOẠCH shows "Xây dựng, ban hành Kế hoạch …"
    "ke hoach": re.compile(r"\bke\s+hoach\b"),
    # a QUY CHẾ shows "ban hành Quy chế tổ chức, hoạt động"
    "quy che": re.compile(r"\bquy\s+che\b"),
    # a BIÊN BẢN shows "Tổ chức Hội nghị …"
    "bien ban": re.compile(r"\b(?:hoi\s+nghi|hop|binh\s+xet|kiem\s+phieu)\b"),
    # a THÔNG BÁO (of what was concluded) too
    "thong bao": re.compile(r"\b(?:hoi\s+nghi|hop)\b"),
    # a GIAO ƯỚC shows "ký kết giao ước"
    "giao uoc thi dua": re.compile(r"\bgiao\s+uoc\b"),
    "ban giao uoc thi dua": re.compile(r"\bgiao\s+uoc\b"),
    # a TỜ TRÌNH shows "hồ sơ trình, đề nghị khen thưởng"
    "to trinh": re.compile(r"\b(?:ho\s+so|de\s+nghi\s+khen\s+thuong|trinh)\b"),
    # a BÁO CÁO of the block shows "Tổng hợp báo cáo … của Khối"
    "bao cao": re.compile(r"\bbao\s+cao\b"),
}
"""Folded kind of paper -> what a clause says that such a paper can show to be done."""
