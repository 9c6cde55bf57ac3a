"""What a paper or a plan's task is about. Every pattern is for folded text (`vietnamese.text.fold`)."""

from __future__ import annotations

import re

from extractors.patterns.phrases import phrases

FLAGS = re.VERBOSE

_ABOUT = r"(?: v/v\s+ | ve\s+viec\s+ )?"

# "công tác thi đua, khen thưởng", "Thi đua - Khen thưởng", "TĐKT", "TĐ-KT"
WHOLE_TOPIC = re.compile(r"\b(?: thi\s+dua .* khen\s+thuong | khen\s+thuong .* thi\s+dua | td-?kt )\b", FLAGS)

# "phong trào thi đua", "giao ước", "công tác khen thưởng": one half of it
HALF_TOPIC = re.compile(r"\b(?: thi\s+dua | khen\s+thuong | giao\s+uoc )\b", FLAGS)

# "phong trào thi đua “Cả nước chung sức …”", "báo cáo thành tích", "chuyên đề": about something narrower
_NARROWER = phrases(
    """chuyen de | thanh tich | nong thon moi | hoc tap va lam theo | sang kien | dien hinh tien tien |
    giai doan | nhiem ky | dot thi dua | quy thi dua"""
)
NARROW = re.compile(rf"""\b{_NARROWER}\b | thi\s+dua\s+["“]""", FLAGS)

# "V/v hướng dẫn tổng kết …", "V/v đề nghị báo cáo …", "V/v đôn đốc …": asks for papers, is none
_ASKING = phrases(
    """huong dan | de nghi | don doc | yeu cau | nhac | trien khai | moi | gop y | xin y kien | lay y kien |
    tham gia y kien | du thao | thong bao | chuan bi | to chuc | phan cong | kien toan"""
)
ASKS = re.compile(rf"^{_ABOUT} {_ASKING}\b", FLAGS)

# "V/v báo cáo sơ kết …", "V/v gửi báo cáo …", "Sơ kết …", "kết quả công tác …": a report sent as a công văn
_REPORTING = phrases("bao cao | so ket | tong ket | ket qua | tinh hinh")
REPORTS = re.compile(rf"^{_ABOUT} (?:gui\s+|nop\s+)? {_REPORTING}\b", FLAGS)

# "không có nội dung phát sinh", "không phát sinh nội dung báo cáo": a report that there is nothing
NOTHING_TO_REPORT = re.compile(
    r"\bkhong\s+(?:co\s+)?(?:noi\s+dung\s+|so\s+lieu\s+|van\s+de\s+)?(?:nao\s+)?phat\s+sinh\b", FLAGS
)

# "V/v đăng ký thi đua", "Đăng ký danh hiệu thi đua", "kết quả đăng ký …"
_LIST = phrases("bao cao | ban | ket qua | danh sach | noi dung")
REGISTERS = re.compile(rf"^{_ABOUT} (?:gui\s+|nop\s+)? (?:{_LIST}\s+)* dang\s+ky\b", FLAGS)

# "BẢN ĐĂNG KÝ", "PHIẾU ĐĂNG KÝ": the kind of paper printed above its title
REGISTER_TYPE = re.compile(r"\bdang\s+ky\b", FLAGS)

# "Bảng tự chấm điểm", "bảng chấm điểm các tiêu chí"
SHEET = re.compile(r"\b(?: (?:tu\s+)? cham\s+diem | bang\s+diem | tu\s+danh\s+gia | phieu\s+diem )\b", FLAGS)

# "Sơ kết", "6 tháng đầu năm", "sáu tháng", "giữa năm"
HALF_YEAR = re.compile(r"\b(?: so\s+ket | (?:6|06|sau)\s+thang (?!\s+cuoi) | giua\s+nam )\b", FLAGS)

# "Tổng kết", "cả năm", "cuối năm", "năm 2020"
FULL_YEAR = re.compile(r"\b(?: tong\s+ket | ca\s+nam | cuoi\s+nam | nam\s+(?:19|20)[0-9]{2} | nam \s* $ )\b", FLAGS)

# "học kỳ I", "học kì 2": the first that a title names is what it is about
SEMESTER = re.compile(r"\bhoc\s+k[iy]\s+(?P<number>i{1,2}|[12])\b", FLAGS)

# "quý III", "tháng 9", "9 tháng": another stretch of time
OTHER_PERIOD = re.compile(
    r"\b(?: quy\s+(?:iv|i{1,3}|[1-4]) | (?:thang|tuan)\s+[0-9]{1,2} | (?:9|09|chin)\s+thang )\b", FLAGS
)

# "11 tháng năm 2021", "10 tháng đầu năm": of a year not all, and no half
MONTHS = re.compile(
    r"""\b(?: 0?[1-5789] | 1[01] | hai | ba | bon | nam | bay | tam | chin | muoi | muoi\s+mot )
        \s+ thang \s+ (?:dau|nam)\b""",
    FLAGS,
)

# ---- a plan's task, clause by clause

CLAUSE = re.compile(r"[;.]\s+|[;.]$")

# "Tổng hợp báo cáo …": what the block makes of its members' papers
GATHERS = re.compile(rf"^[\s+-]* {phrases('tong hop | tham dinh | ra soat | don doc | tiep nhan')}\b", FLAGS)

# "Xây dựng báo cáo …", "Hoàn thiện …": the block's own paper unless it is said to be the members'
MAKES = re.compile(rf"^[\s+-]* {phrases('xay dung | hoan thanh | hoan thien | tham muu | trinh')}\b", FLAGS)

# "Tổ chức Hội nghị sơ kết", "Họp …": a meeting, whatever its name
_MEETING = phrases("hoi nghi | le | cuoc hop | hop | toa dam")
_HOLDING = phrases("to chuc | chuan bi | tham du | du")
MEETS = re.compile(rf"^[\s+-]* (?: {_HOLDING}\s+ (?:\w+\s+){{0,2}}? {_MEETING} | hop | hoi\s+nghi )\b", FLAGS)

# "Báo cáo …", "nộp báo cáo …"
REPORT_TASK = re.compile(r"\bbao\s+cao\b", FLAGS)

# "đăng ký thi đua", "đăng ký danh hiệu", "đăng ký các chỉ tiêu thi đua"
REGISTER_TASK = re.compile(r"\bdang\s+ky\b .* \b(?:thi\s+dua|danh\s+hieu|khen\s+thuong|chi\s+tieu|giao\s+uoc)\b", FLAGS)

# "tự chấm điểm", "chấm điểm … của đơn vị": not the gathering of results
SHEET_TASK = re.compile(r"\b(?: tu\s+(?:cham|danh\s+gia|xep\s+loai) | cham\s+diem )\b", FLAGS)

# "của các đơn vị", "các đơn vị gửi báo cáo", "của đơn vị"
_MEMBERS = r"(?:don\s+vi | thanh\s+vien | co\s+quan)"
_IN_BLOCK = r"(?:\s+thanh\s+vien)? (?:\s+(?:trong|thuoc)\s+(?:khoi|cum) (?:\s+thi\s+dua)?)?"
_SEND = phrases("gui | nop | bao cao | xay dung | dang ky | tu cham | hoan thanh")
OF_MEMBERS = re.compile(
    rf"\b(?: cua\s+(?:cac\s+|tung\s+|moi\s+)? {_MEMBERS}"
    rf" | (?:cac|moi|tung)\s+(?:co\s+quan,\s+)? {_MEMBERS} {_IN_BLOCK} \s+ {_SEND} )",
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
