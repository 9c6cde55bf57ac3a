"""The sample block: its members, its criteria, its plan."""

from __future__ import annotations

from scripts.sample_block.records import Unit

NAME = "Khối thi đua các cơ quan kinh tế - kỹ thuật"
PROVINCE = "Cao Bằng"
COUNCIL = "UBND TỈNH CAO BẰNG"
DIRECTOR = ("GIÁM ĐỐC",)
DEPUTY = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


def _department(identity: str, name: str, code: str, signer: str, *, deputy: bool = False, alias: str = "") -> Unit:
    return Unit(
        identity,
        name,
        COUNCIL,
        (name.upper(),),
        code,
        DEPUTY if deputy else DIRECTOR,
        "KT." if deputy else "",
        "PHÓ GIÁM ĐỐC" if deputy else "GIÁM ĐỐC",
        signer,
        (alias,) if alias else (),
    )


SXD = _department("sxd", "Sở Xây dựng", "SXD", "Bế Thái Khôi")
SNN = Unit(
    "snn",
    "Sở Nông nghiệp và Phát triển nông thôn",
    COUNCIL,
    ("SỞ NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"),
    "SNN",
    DEPUTY,
    "KT.",
    "PHÓ GIÁM ĐỐC",
    "Lục Minh Khuê",
    ("Sở NN&PTNT",),
)
SCT = _department("sct", "Sở Công Thương", "SCT", "Đàm Quốc Trọng")
SGTVT = _department("sgtvt", "Sở Giao thông vận tải", "SGTVT", "Mông Văn Tuệ", deputy=True, alias="Sở GTVT")
STNMT = _department("stnmt", "Sở Tài nguyên và Môi trường", "STNMT", "Nông Thu Cúc", alias="Sở TN&MT")
SKHCN = _department("skhcn", "Sở Khoa học và Công nghệ", "SKHCN", "Vi Hải Đăng", deputy=True, alias="Sở KH&CN")
STTTT = _department("stttt", "Sở Thông tin và Truyền thông", "STTTT", "Hứa Bích Loan", alias="Sở TT&TT")
CTK = Unit(
    "ctk",
    "Cục Thống kê tỉnh",
    "TỔNG CỤC THỐNG KÊ",
    ("CỤC THỐNG KÊ TỈNH CAO BẰNG",),
    "CTK",
    ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
    "KT.",
    "PHÓ CỤC TRƯỞNG",
    "Triệu Kim Phụng",
    ("Cục Thống kê tỉnh Cao Bằng", "Cục Thống kê"),
)
BQLDA = Unit(
    "bqlda",
    "Ban Quản lý dự án đầu tư xây dựng",
    COUNCIL,
    ("BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG"),
    "BQLDA",
    DIRECTOR,
    "",
    "GIÁM ĐỐC",
    "Tô Gia Thuận",
    ("Ban QLDA đầu tư xây dựng", "Ban Quản lý dự án đầu tư xây dựng tỉnh"),
)
LMHTX = Unit(
    "lmhtx",
    "Liên minh Hợp tác xã tỉnh",
    COUNCIL,
    ("LIÊN MINH HỢP TÁC XÃ TỈNH",),
    "LMHTX",
    ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
    "TM.",
    "CHỦ TỊCH",
    "La Thị Mận",
    ("Liên minh HTX tỉnh",),
)
UNITS = (SXD, SNN, SCT, SGTVT, STNMT, SKHCN, STTTT, CTK, BQLDA, LMHTX)

SYT = _department("syt", "Sở Y tế", "SYT", "Ma Đức Hiển")
"""No member of the block."""

Criterion = tuple[str, str, str]
"""Printed code, name, maximum."""

CRITERIA: tuple[tuple[Criterion, tuple[Criterion, ...]], ...] = (
    (
        ("I", "Thực hiện nhiệm vụ chuyên môn của ngành", "50"),
        (
            ("1", "Hoàn thành các chỉ tiêu kinh tế - xã hội được giao", "20"),
            ("2", "Tham mưu văn bản kịp thời, đúng thẩm quyền", "10"),
            ("3", "Cải cách hành chính, chuyển đổi số", "10"),
            ("4", "Quản lý, sử dụng tài chính, tài sản công", "5"),
            ("5", "Chấp hành kỷ luật, kỷ cương hành chính", "5"),
        ),
    ),
    (
        ("II", "Xây dựng tổ chức, chấp hành chính sách, pháp luật", "15"),
        (
            ("1", "Xây dựng tổ chức Đảng, đoàn thể vững mạnh", "5"),
            ("2", "Giải quyết đơn thư, tiếp công dân", "5"),
            ("3", "Thực hiện dân chủ, giữ an toàn cơ quan", "5"),
        ),
    ),
    (
        ("III", "Tổ chức phong trào thi đua, công tác khen thưởng", "25"),
        (
            ("1", "Xây dựng kế hoạch, ký giao ước, đăng ký thi đua", "7,5"),
            ("2", "Phát động, sơ kết, tổng kết phong trào", "7,5"),
            ("3", "Xây dựng điển hình, phát huy sáng kiến", "5"),
            ("4", "Thông tin, báo cáo đúng hạn, đúng mẫu", "5"),
        ),
    ),
    (
        ("IV", "Điểm thưởng", "10"),
        (
            ("1", "Có mô hình, cách làm mới được nhân rộng", "5"),
            ("2", "Có tập thể được tặng cờ hoặc huân chương", "5"),
        ),
    ),
)
TOTAL = "100"

LEADER = "- Sở Xây dựng (Trưởng khối) chủ trì.\n"
DEPUTY_LEADER = "- Sở Nông nghiệp và Phát triển nông thôn (Phó Trưởng khối) chủ trì.\n"
ALL_HELP = "- Các đơn vị trong Khối thi đua phối hợp thực hiện."
TEAM = "- Tổ thường trực giúp việc."
ALL = "- Các đơn vị trong Khối thi đua."

PLAN: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "QUÝ I",
        (
            ("1", "Tổ chức ký kết giao ước thi đua giữa các đơn vị trong Khối năm 2020.", LEADER + ALL_HELP),
            ("2", "Đăng ký thi đua năm 2020 của Khối.", LEADER + ALL_HELP),
        ),
    ),
    (
        "QUÝ II",
        (
            ("3", "Xây dựng, ban hành Kế hoạch công tác thi đua, khen thưởng năm 2020 của Khối.", LEADER + TEAM),
            ("4", "Xây dựng, ban hành Quy chế hoạt động và bảng tiêu chí thi đua năm 2020 của Khối.", LEADER + TEAM),
            ("5", "Tổ chức thực hiện các nội dung đã ký giao ước thi đua.", ALL),
            ("6", "Tổ chức các hoạt động thi đua chào mừng Đại hội Đảng bộ các cấp.", LEADER + ALL_HELP),
            ("7", "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020 của các đơn vị.", ALL),
            (
                "8",
                "Tổng hợp báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2020 của Khối.",
                DEPUTY_LEADER + TEAM,
            ),
        ),
    ),
    (
        "QUÝ III",
        (
            (
                "9",
                "Tổ chức Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm của Khối.",
                DEPUTY_LEADER + ALL_HELP,
            ),
            ("10", "Tổ chức giao lưu, trao đổi kinh nghiệm về phong trào thi đua giữa các đơn vị.", LEADER + ALL_HELP),
            ("11", "Tiếp tục thực hiện các nội dung đã ký giao ước thi đua.", ALL),
        ),
    ),
    (
        "QUÝ IV",
        (
            (
                "11",
                "Báo cáo tổng kết công tác thi đua, khen thưởng; tự chấm điểm tiêu chí thi đua năm 2020 của đơn vị.",
                ALL,
            ),
            (
                "12",
                (
                    "Tổng hợp báo cáo tổng kết công tác thi đua, khen thưởng năm 2020 của Khối; "
                    "tổng hợp kết quả chấm điểm của các đơn vị."
                ),
                "- Sở Xây dựng (Trưởng khối).",
            ),
            (
                "13",
                "Tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020; bình xét, suy tôn đơn vị dẫn đầu.",
                LEADER + ALL_HELP,
            ),
        ),
    ),
)
