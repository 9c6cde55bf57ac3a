"""What a paper's head is made of. Every pattern is for a skeleton (`vietnamese.skeleton`)."""

from __future__ import annotations

import re

from extractors.patterns.alternatives import phrases
from extractors.patterns.dates import GAP

FLAGS = re.VERBOSE

# "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", or of the Party: "ĐẢNG CỘNG SẢN VIỆT NAM"
MOTTO = re.compile(r"\b(?: cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia | dang\s+cong\s+san )\s+viet\s*nam\b", FLAGS)

IN_MOTTO = "viet"
"""Asked first: a line without it is no motto, and the pattern is dear to a page of running text."""

# "Độc lập - Tự do - Hạnh phúc"
INDEPENDENCE = re.compile(r"\bdoc\s*lap\b[\s.-]*\btu\s*do\b[\s.-]*\bhanh\s*phuc\b", FLAGS)

IN_INDEPENDENCE = "phuc"
"""The same for it."""

# "_______", "-----", "* * *", "***": a drawn line
RULE = re.compile(r"^[\s_=~*.…-]*$", FLAGS)

# "_____", "-----": a line long enough to end a subject
DRAWN_LINE = re.compile(r"^[\s_=~*.-]{3,}$", FLAGS)

# "DỰ THẢO", "DỰ THẢO LẦN 2": a box laid over the head
DRAFT = re.compile(r"^\W*du\s+thao\b.{0,20}?(?=\bso\b|$)", FLAGS)

# "HỎA TỐC", "KHẨN", "MẬT", "LƯU HÀNH NỘI BỘ", "Mẫu số 01": stamps and form marks, never an office
STAMP = re.compile(
    r"""
    ^\W*(?: hoa\s+toc(?:\s+hen\s+gio)? | (?:thuong\s+)?khan | (?:tuyet\s+|toi\s+)?mat | luu\s+hanh\s+noi\s+bo
          | xem\s+xong\s+tra\s+lai | mau\s+(?:so\s+)?[0-9]+.* | (?:cong\s+van\s+)?den )\W*$
    """,
    FLAGS,
)

# "Số: 152 /BC-SKHĐT", "Số 127-QĐ/TW", "SỐ :   63/ 2008 / HYH- HD/TĐKT"; "Sè" is "Số" of a font never converted
NUMBER_LINE = re.compile(r"^\W{0,3}s[oe]\s*[:.;]?\s*(?P<number>.*)$", FLAGS | re.DOTALL)

# "Số: l52/BC-SKHĐT", "Số: 152": meant as a number and none that can be trusted
MEANT_AS_NUMBER = re.compile(r"^\W{0,3}s[oe]\s*:\s*(?P<number>.*(?:[/-]|[0-9]).*)$", FLAGS)

# the parts of a number: digits or the place for them; the year; the letters
NUMBER = re.compile(
    rf"""
    (?P<serial> {GAP} (?:[0-9]{{1,6}}[a-z]?)? {GAP} )
    (?P<mark> [/-] )
    (?: \s* (?P<year>(?:19|20)[0-9]{{2}}) \s* /? )?
    \s* (?P<letters> [a-z]+ [0-9]{{0,2}} (?: \s?[/&.-]\s? [a-z0-9]+ )* )
    """,
    FLAGS,
)

# "33/2022/NQ-HĐND": a number, not its skeleton
YEAR_IN_NUMBER = re.compile(r"/(?P<year>(?:19|20)[0-9]{2})/")

# "Cao Bằng, ngày 05 tháng 6 năm 2020": what comes before the day
PLACE = re.compile(r"^\W*(?P<place>[^\W\d_][^,;:0-9\n]{1,60}?)\s*[,.]?\s*$", FLAGS)

# "… báo cáo trước ngày 30/11/2023": a day in a sentence, not the paper's own
LEADS_TO_DAY = re.compile(
    rf"\b{phrases('truoc | sau | den | het | tu | vao | la | ky | trong | cham nhat')}\s*$", FLAGS
)

# "Cao Bằng, ngày l5 tháng 6 năm 2021": meant as place and day, whatever stands for the digits
MEANT_AS_DAY = re.compile(
    r"^\W*(?P<place>[a-z][^,;:0-9\n]{1,60}?)\s*,\s*(?P<day>n?gay\b.{1,12}\bt?hang\b.{1,12}\bnam\b.{0,12})$", FLAGS
)

# "V/v đăng ký thi đua": the subject of a công văn
ABOUT_SHORT = re.compile(r"^\W{0,2}v\s?/\s?v\b", FLAGS)

# the line "Kính gửi: …"
ADDRESSEE = re.compile(r"^\W*kinh\s+gui\b", FLAGS)

# "Căn cứ …", "Xét đề nghị …", "Thực hiện …", "I. …", "Điều 1. …": how a body begins
GROUNDS = re.compile(
    rf"""
    ^\W*(?: {phrases("can cu | xet | theo | thuc hien | nham | trong | sau khi | ngay | tinh den | hom nay | phat huy")}
          | {phrases("tiep tuc | de phuc vu | de chuan bi | de thuc hien | ke tu")}
          | [ivx]+\.\s | [0-9]+\.\s | dieu\s+[0-9] | phan\s+(?:thu|[ivx]) )
    """,
    FLAGS,
)

# "Căn cứ Quyết định số 12/QĐ-UBND ngày …", "Xét Tờ trình số …", "Thực hiện Công văn số …": papers that came before
CITES = re.compile(
    rf"^\W*{phrases('can cu | xet | theo de nghi | thuc hien')} .* \bso\s*:?\s*[0-9]+\s?[/-]", FLAGS | re.DOTALL
)

# "(Kèm theo Báo cáo số 34/BC-BQLKKT ngày 25/12/2020 của …)": an appendix names its paper
ATTACHED_TO = re.compile(
    r"""
    ^\W*\(?\s* (?:ban\s+hanh\s+)? kem\s+theo\s+ (?P<type>[a-z ]{2,30}?) \s+so\s*:?\s*
    (?P<number> [^\s,;)]*[0-9][^,;)]*? ) (?= \s+ngay\b | \s*[,;)] | $ )
    """,
    FLAGS,
)

# "Phụ lục", "PHỤ LỤC I", "BIỂU SỐ 02", "BẢNG CHẤM ĐIỂM": what follows is no longer the paper itself
APPENDIX = re.compile(
    rf"""
    ^\W*(?: {phrases("phu luc | danh sach | bang cham | bang tu cham | bang tong hop")}
          | (?:mau|bieu)(?:\s+so)?\s+[0-9] )
    """,
    FLAGS,
)

# "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2020", "Phiếu chấm điểm", "BIỂU ĐIỂM …": the title of a score sheet
SHEET_TITLE = re.compile(
    r"^\W*(?: (?:bang|bieu|phieu|ban) \b .{0,40}? \b(?:diem|danh\s+gia) | (?:ket\s+qua\s+)? tu\s+cham\s+diem )\b", FLAGS
)

# "Đơn vị: Sở Kế hoạch và Đầu tư", "Tên đơn vị tự chấm: …": whose sheet it is
SHEET_OF = re.compile(
    r"^\W*(?: ten\s+ )? (?: don\s+vi | co\s+quan ) (?: \s+ (?:tu\s+)? (?: cham (?:\s+diem)? | bao\s+cao ) )? \s*: \s*"
    r"(?P<office> [^:]{3,120} ) $",
    FLAGS,
)

# "UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ", "VĂN PHÒNG": the words an office's name begins with
OFFICE = re.compile(
    r"^\W*(?!khoa\s+hoc\b)"
    + phrases(
        """
        ubnd | uy ban | hdnd | hoi dong | quoc hoi | chinh phu | thu tuong | chu tich | bo | so | ban
        | van phong | vp | phong | cuc | chi cuc | tong cuc | vu | doan | thanh tra | truong | trung tam
        | cong ty | tong cong ty | tap doan | tinh uy | thanh uy | huyen uy | quan uy | thi uy | dang uy
        | dang bo | chi bo | chi uy | tinh doan | thanh doan | huyen doan | hoi | lien doan | cong doan
        | cong an | khoi | cum | toa an | tand | vien | vks | kho bac | ngan hang | bao hiem | bhxh | dai
        | bao | tap chi | benh vien | khoa | mat tran | ubmttq | lien hiep | lien minh | hiep hoi | quy | to
        | chi nhanh | hoc vien | dai hoc | hai quan | thue | doi | tram | nha | thu vien | bao tang
        | tong lien doan | bql | bcd | bch | quan khu | hat | vuon | xi nghiep | hop tac xa | trai | don | cang
        | quan doan | binh doan | su doan | lu doan | trung doan | tieu doan | dai doi | hai doi | hai doan
        """
    ),
    FLAGS,
)

# "BẢN TRÌNH" below "ĐỒN BIÊN PHÒNG CỬA KHẨU": a village, which without its accent begins as "BAN QUẢN LÝ" does
VILLAGE = re.compile(r"^\W*bản\b", FLAGS | re.IGNORECASE)

# "TỈNH CAO BẰNG", "VÀ ĐẦU TƯ", "- KHEN THƯỞNG", "HUYỆN BẢO LẠC": the rest of a name begun on the line above
CONTINUED = re.compile(
    rf"""
    ^\W*(?: (?:tinh|huyen|quan)\b(?!\s+(?:uy|doan|khu|chung))
          | {phrases("thanh pho | tp | thi xa | thi tran | xa | phuong | dac khu")}
          | {phrases("va | viet nam")} | & )
    | ^\s*-
    """,
    FLAGS,
)

# "HỘI CỰU CHIẾN BINH VIỆT NAM": a body of the whole country, whose provincial one bears the same name
NATIONAL = re.compile(r"\bviet\s+nam\W*$", FLAGS)

# "CÔNG AN TỈNH HẠ LIÊN" and, below it, "CÔNG AN HUYỆN BẮC SƠN": of one kind, and one above the other
OF_PROVINCE = re.compile(r"\btinh\s+[a-z]", FLAGS)
# with its accents, for "XÃ HỘI" and "QUẢN LÝ" begin as a commune's and a district's name do without them
OF_DISTRICT = re.compile(
    r"""
    \b(?: huyện | quận | thị\s+xã | xã(?!\s+hội) | phường | thị\s+trấn | đặc\s+khu
        | thành\s+phố(?!\s+(?:hà\s+nội|hồ\s+chí\s+minh|hải\s+phòng|đà\s+nẵng|cần\s+thơ|huế)\b) )\s+\w
    """,
    FLAGS | re.IGNORECASE,
)

# "SỞ KẾ HOẠCH VÀ", "BAN THI ĐUA -": a name that goes on, whatever follows
LINKED = re.compile(rf"(?: \b{phrases('va | cua | thuoc | tai')} | [-,&] )\s*$", FLAGS)

# "ỦY BAN NHÂN DÂN", "BAN QUẢN LÝ": a name that is not complete
UNFINISHED = re.compile(
    rf"""
    \b{phrases("nhan dan | ubnd | hdnd | ban quan ly | lien doan lao dong | cac hoi")}\s*$
    """,
    FLAGS,
)

# "LIÊN MINH", "TRƯỜNG", "BAN QUẢN LÝ": words that name no office alone, whatever line they stand on
BARE = re.compile(
    r"^\W*"
    + phrases(
        """
        lien minh | ban quan ly | cuc | chi cuc | truong | hoi | lien hiep | trung tam | cong ty | hiep hoi | so | bo
        | ban | phong | vien | quy | doan | lien doan | khoi | cum | tong cong ty | tap doan | benh vien | chi nhanh
        | uy ban | to | vu | quan | nha | dai
        """
    )
    + r"\W*$",
    FLAGS,
)

# "ỦY BAN NHÂN DÂN", "SỞ": without more words no office's name, though its beginning
NEVER_WHOLE = re.compile(
    rf"""
    ^\W*{phrases("uy ban nhan dan | hoi dong nhan dan | ubnd | hdnd | ban quan ly | so | bo | ban | cuc | huyen")}
    \W*$
    """,
    FLAGS,
)

# "UBND TỈNH CAO BẰNG": a name that ends with its place
COMPLETE = re.compile(r"\b(?:tinh|huyen|quan(?!\s+ly)|xa|phuong|thanh\s+pho|thi\s+xa|thi\s+tran)\s+[a-z]+", FLAGS)

# "SỞ NỘI VỤ Cao Bằng, ngày 5", "/QĐ-UBND", "SỞ NỘI VỤ: 0206.3852": no name of an office; "TRUNG ĐOÀN 864" is one
NO_OFFICE = re.compile(r"(?<!(?i:đoàn)\s)[0-9]{3} | [/:;_=] | ,.*[0-9] | .{150}", FLAGS)

# "VĂN PHÒNG": complete where an office stands above it, else the first words of a longer name
_BODY = phrases("van phong | ban chap hanh | ban thuong vu | ban thuong truc | ban chi dao | hoi dong | dai dien")
ALONE = re.compile(rf"^\W*{_BODY}\W*$", FLAGS)

REPLACING = "thay"
"""A line without this word replaces nothing: asked first, since few lines have it and the pattern is dear."""

# for example "Báo cáo này thay thế Báo cáo số 109/BC-SNgV ngày …", "(Thay thế Báo cáo số …)"; no "không thay thế"
REPLACES = re.compile(
    r"""
    (?: \b(?P<own>[a-z]+(?:\s+[a-z]+){0,2}) \s+ nay \b (?: (?!\b(?:khong|chua)\b) [^.;] ){0,120}? \b
      | ^\W{0,3} | (?<=\() )
    (?: co\s+gia\s+tri\s+ )? (?: duoc\s+(?:lap\s+)?(?:de\s+)? )? thay\s+(?:the|cho)(?:\s+(?:cho|toan\s+bo))? \s+
    (?P<type>[a-z]+(?:\s+[a-z]+){0,2}?) \s+ so \s*:?\s*
    (?P<number>
        [0-9]{1,6}[a-z]? \s?[/-]\s? (?:(?:19|20)[0-9]{2}\s?/\s?)? [a-z]+[0-9]{0,2} (?: \s?[/&-]\s? [a-z]+[0-9]{0,2} )* )
    """,
    FLAGS,
)

# "… và Báo cáo số 110/BC-SNgV": a second paper that is replaced
REPLACES_ALSO = re.compile(r"^[^.;]{0,60}? (?:,|\bva\b) \s+ (?:[a-z]+\s+){0,4} so \s*:?\s* [0-9]{1,6}\s?[/-]", FLAGS)
