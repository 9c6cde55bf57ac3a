"""What a paper's foot is made of. Every pattern is for a skeleton (`vietnamese.skeleton`)."""

from __future__ import annotations

import re

from extractors.patterns.alternatives import phrases

FLAGS = re.VERBOSE

# the line "Nơi nhận:", alone or with the first item
RECIPIENTS = re.compile(r"^\W*noi\s+nhan\b\s*[:.]?\s*", FLAGS)

# "- Như trên;", "+ Lưu: VT", "• …": the dash of a list
DASH = re.compile(r"^\s*[-+•*·–]\s*", FLAGS)

# "Lưu: VT, TH.": the last of the list
FILED = re.compile(r"^\W*luu\b", FLAGS)

# "KT. GIÁM ĐỐC", "T/M ỦY BAN NHÂN DÂN", "TUQ CHỦ TỊCH", "Q. GIÁM ĐỐC", "TM.ỦY BAN"
AUTHORITY = re.compile(
    r"^\W*(?P<letters> tm | t/m | kt | k/t | tl | t/l | tuq | t/uq | q )(?: \s*\.\s* | \s+(?=\S) | (?<=/[mtl])\s* )",
    FLAGS,
)

AUTHORITIES = {"tm": "TM.", "kt": "KT.", "tl": "TL.", "tuq": "TUQ.", "q": "Q."}
"""Letters, without slash -> the form that is kept."""

_OFFICE_HOLDER = phrases(
    """
    giam doc | tong giam doc | chu tich | chanh van phong | truong ban | chanh thanh tra | bo truong | thu truong
    | thu tuong | cuc truong | tong cuc truong | chi cuc truong | vu truong | truong phong | truong doan | truong khoi
    | khoi truong | truong cum | cum truong | bi thu | hieu truong | vien truong | chanh an | chu nhiem | tong bien tap
    | truong khoa | doi truong | to truong | tram truong | tong thu ky | thu ky | uy vien | tong kiem toan | thong doc
    | ke toan truong | hat truong | chi huy truong | tu lenh | chinh uy | tong thanh tra | quyen | chu toa | chu tri
    | nguoi lap | nguoi viet | truong tieu ban | truong chi nhanh | truong dai dien | dai dien | khoi pho | cum pho
    | chinh tri vien | don truong | hai doi truong | trung doan truong | lu doan truong | su doan truong
    | tieu doan truong | dai doi truong | truong cong an
    """
)
_DEPUTY_OF = phrases(
    """truong | chu | tong | giam | chanh | bi | hieu | vien | cuc | thu | khoi | cum | doi | to | chi | vu | don
    | trung doan | lu doan | su doan | tieu doan | hai doi | chinh uy"""
)

# "PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "ỦY VIÊN": an office a person holds
TITLE = re.compile(rf"^\W*(?: pho \s+ {_DEPUTY_OF} | {_OFFICE_HOLDER} ) .* $", FLAGS)

# "PHÓ GIÁM ĐỐC", "THỨ TRƯỞNG", "KHỐI PHÓ": who signs for another
DEPUTY = re.compile(r"^\W*(?: pho\b | thu\s+truong\b | (?:khoi|cum)\s+pho | .*\bpho\b )", FLAGS)

# for example "(Đã ký)", "Đã ký", "(Ký, ghi rõ họ tên)", "[Ký số]", "(Ký tên và đóng dấu)"
SIGNED = re.compile(r"^\W*(?: da\s+ky | ky\b | da\s+duyet | chu\s+ky | dong\s+dau | con\s+dau )", FLAGS)

# "./.": the end of the body
END_MARK = re.compile(r"\./\.?\W*$", FLAGS)

_DEGREE = r"(?:pgs|gs|ts|ths|bs\.?\s?ck\s?i{0,2}|bs|cn|ks|ds|cki{0,2}|thac\s+sy|tien\s+si|bac\s+si|luat\s+su|ls)"

# "TS. Nguyễn …", "Đại tá …", "BS.CKII …": a rank before a name
RANK = re.compile(
    rf"^\W*(?: (?: {_DEGREE}\b[.,\s]* )+ | (?:dai|thuong|trung|thieu)\s+(?:tuong|ta|uy)\b ) \s*[.:]?\s*",
    FLAGS,
)

# "PHÓ HIỆU TRƯỞNG TS.": a rank at the end of the words before a name
RANK_BEFORE = re.compile(rf"(?:^|\s+)(?={_DEGREE}\b (?:[.,\s]*{_DEGREE}\b)* [.,\s]*$)", FLAGS)

# "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH": where an authority's line was joined to the one above
JOINED_AUTHORITY = re.compile(r"\s+(?=(?:kt|k/t|tl|t/l|tuq)\s?\.)", FLAGS)

# "Lưu: VT.GIÁM ĐỐC": where a signature's first line may be joined to the recipients' last
JOINED_TO_FILED = re.compile(r"(?<=[.;])\s*(?=\w)", FLAGS)

# "Lưu: VT, HC.TRẠM TRƯỞNG TRẠM": words in capitals glued behind the recipients' last mark, which no list has there
GLUED_TO_FILED = re.compile(r"[.;](?=[^\W\d_]{2,}\s+[^\W\d_]{2,})(?P<rest>[^.;]+)$")

# "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC": where the deputy's office was joined to the head's
JOINED_DEPUTY = re.compile(r"(?<![.\s])\s+(?=pho\s|thu\s+truong\b)", FLAGS)

# "TL. CHỦ TỊCH CHÁNH VĂN PHÒNG": where the signer's office was joined to the one signed for
_JOINED = phrases("chu tich | pho chu tich | chanh van phong | truong ban | bi thu | pho bi thu | giam doc")
JOINED_OFFICE = re.compile(rf"(?<![.\s])(?<!pho)\s+(?={_JOINED})", FLAGS)
