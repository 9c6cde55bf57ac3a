"""The words of award counts: awards, who gives them, who gets them, how far it has come."""

from __future__ import annotations

_FIGHTER = ("Chiến sĩ thi đua", "CSTĐ")
_COUNCIL = ("UBND", "Ủy ban nhân dân")
_SEAT = ("tỉnh", "thành phố")
_MINISTRIES = (
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Công an",
    "Quốc phòng",
    "Ngoại giao",
    "Y tế",
    "Xây dựng",
    "Công Thương",
    "Giáo dục và Đào tạo",
    "GD&ĐT",
    "Kế hoạch và Đầu tư",
    "KH&ĐT",
    "Giao thông vận tải",
    "Khoa học và Công nghệ",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Lao động - Thương binh và Xã hội",
    "Thông tin và Truyền thông",
    "Văn hóa, Thể thao và Du lịch",
    "Dân tộc và Tôn giáo",
)

AWARDS: dict[str, tuple[str, ...]] = {
    "ldtt": ("Lao động tiên tiến", "LĐTT"),
    "tt_ldtt": ("Tập thể lao động tiên tiến", "TTLĐTT", "TT LĐTT", "Tập thể LĐTT"),
    "tt_ldxs": ("Tập thể lao động xuất sắc", "TTLĐXS", "TT LĐXS", "Tập thể LĐXS"),
    "cstd": _FIGHTER,
    "cstd_co_so": (*(f"{a} {b}cơ sở" for a in _FIGHTER for b in ("", "cấp ")), "CSTĐCS"),
    "cstd_tinh": tuple(f"{a} {b}" for a in _FIGHTER for b in ("cấp tỉnh", "tỉnh")),
    "cstd_bo": tuple(f"{a} {b}" for a in _FIGHTER for b in ("cấp bộ", "cấp Bộ, ngành", "cấp ngành")),
    "cstd_toan_quoc": tuple(f"{a} toàn quốc" for a in _FIGHTER),
    "giay_khen": ("Giấy khen",),
    "bang_khen": ("Bằng khen",),
    "bang_khen_tinh": ("Bằng khen cấp tỉnh",),
    "bang_khen_bo": ("Bằng khen cấp bộ", "Bằng khen cấp Bộ, ngành"),
    "co": ("Cờ thi đua",),
    "co_tinh": ("Cờ thi đua cấp tỉnh",),
    "co_bo": ("Cờ thi đua cấp bộ", "Cờ thi đua cấp Bộ, ngành"),
    "huan_chuong": (
        "Huân chương",
        "Huân chương Lao động",
        *(f"Huân chương Lao động hạng {n}" for n in ("Nhất", "Nhì", "Ba")),
    ),
    "ky_niem_chuong": ("Kỷ niệm chương",),
    "sang_kien": ("sáng kiến", "sáng kiến, giải pháp", "sáng kiến, giải pháp công tác"),
}
"""What is counted: code -> names. `cstd`, `bang_khen` and `co` want a level or a giver."""

GIVERS: dict[str, tuple[str, ...]] = {
    "province": tuple(f"{chair}{c} {s}" for chair in ("", "Chủ tịch ") for c in _COUNCIL for s in _SEAT),
    "ministry": tuple(f"{head}Bộ {m}" for head in ("", "Bộ trưởng ") for m in _MINISTRIES),
    "premier": ("Thủ tướng Chính phủ", "Thủ tướng"),
    "government": ("Chính phủ",),
    "president": ("Chủ tịch nước",),
    "head": (
        "Thủ trưởng cơ quan",
        "Thủ trưởng đơn vị",
        "Giám đốc Sở",
        "Giám đốc",
        "Chánh Văn phòng",
        "Chánh Thanh tra tỉnh",
        "Trưởng ban",
        "Chủ tịch UBND huyện",
        "Chủ tịch Ủy ban nhân dân huyện",
    ),
}

OF_GIVER: dict[tuple[str, str], str] = {
    ("bang_khen", "province"): "bang_khen_tinh",
    ("bang_khen", "ministry"): "bang_khen_bo",
    ("bang_khen", "premier"): "bang_khen_ttcp",
    ("co", "province"): "co_tinh",
    ("co", "ministry"): "co_bo",
    ("co", "premier"): "co_chinh_phu",
    ("co", "government"): "co_chinh_phu",
    ("giay_khen", "head"): "giay_khen",
    ("bang_khen_tinh", "province"): "bang_khen_tinh",
    ("bang_khen_bo", "ministry"): "bang_khen_bo",
    ("co_tinh", "province"): "co_tinh",
    ("cstd_tinh", "province"): "cstd_tinh",
    ("cstd_toan_quoc", "premier"): "cstd_toan_quoc",
    ("cstd_co_so", "head"): "cstd_co_so",
    ("ldtt", "head"): "ldtt",
    ("tt_ldtt", "head"): "tt_ldtt",
    ("tt_ldxs", "province"): "tt_ldxs",
    ("huan_chuong", "president"): "huan_chuong",
}
"""The award that a giver gives; any other pair is a question."""

NEEDS_GIVER = frozenset({"cstd", "bang_khen", "co"})
PEOPLE_ONLY = frozenset({"ldtt", "cstd", "cstd_co_so", "cstd_tinh", "cstd_bo", "cstd_toan_quoc", "ky_niem_chuong"})
COLLECTIVES_ONLY = frozenset({"tt_ldtt", "tt_ldxs", "co", "co_tinh", "co_bo", "co_chinh_phu"})

WHO: dict[str, tuple[str, ...]] = {
    "individual": (
        "cá nhân",
        "đồng chí",
        "đ/c",
        "người",
        "lượt người",
        "cán bộ",
        "công chức",
        "viên chức",
        "người lao động",
        "CBCCVC",
        "CBCC",
    ),
    "collective": ("tập thể", "đơn vị", "phòng", "phòng, ban", "phòng, đơn vị"),
}

STAGES: dict[str, tuple[str, ...]] = {
    "registered": (
        "đăng ký",
        "đã đăng ký",
        "phấn đấu",
        "phấn đấu có",
        "đăng ký phấn đấu",
        "đăng ký đạt",
        "phấn đấu đạt",
    ),
    "proposed": ("đề nghị", "được đề nghị", "đã đề nghị", "đề xuất", "trình", "đã trình", "đề nghị xét", "được trình"),
    "granted": ("được", "đã được", "đã đạt", "nhận", "đã nhận", "đã tặng", "đã trao", "quyết định tặng"),
    "attained": ("đạt",),
}
"""How far an award has come. `đạt` alone is granted too, but may name an aim: "phấn đấu có 05 cá nhân đạt …"."""

WORDS: dict[str, tuple[str, ...]] = {
    "give": ("tặng", "tặng thưởng", "trao", "trao tặng", "công nhận", "khen thưởng", "khen"),
    "to": ("cho",),
    "times": ("lượt",),
    "inexact": (
        *("gần", "trên", "hơn", "khoảng", "ước", "ước đạt", "xấp xỉ", "chừng", "trên dưới"),
        *("ít nhất", "tối thiểu", "tối đa", "không quá", "mỗi", "từ"),
    ),
    "pending": (
        *("đang trình", "đang trình xét", "đang chờ", "chờ", "đang xét", "đang đề nghị", "sẽ", "dự kiến", "chỉ tiêu"),
        *("xét tặng", "xét", "bình xét", "đủ điều kiện"),
        *("chưa", "không", "thu hồi", "hủy bỏ"),
    ),
    "part": (
        *("trong đó", "gồm", "bao gồm", "chuyên đề", "đột xuất", "thường xuyên", "niên hạn", "cống hiến", "bước đầu"),
        *("nữ", "đợt", "kháng chiến", "đối ngoại"),
    ),
    "elsewhere": (
        *(
            "toàn tỉnh",
            "cả tỉnh",
            "cả nước",
            "toàn quốc",
            "toàn ngành",
            "toàn khối",
            "Khối thi đua",
            "các khối",
            "cụm thi đua",
        ),
        *("các đơn vị", "các sở", "trong Khối", "của Khối", "cả khối", "các cơ quan", "các huyện"),
    ),
    "change": ("so với", "cùng kỳ", "năm trước", "năm ngoái", "tăng", "giảm", "trước đây", "kỳ trước"),
    "share": ("chiếm", "đạt tỷ lệ", "tỷ lệ", "tương đương"),
    "filler": (
        *(
            "có",
            "đã có",
            "danh hiệu",
            "các danh hiệu",
            "danh hiệu thi đua",
            "hình thức",
            "hình thức khen thưởng",
            "của",
        ),
        *(
            "trong kỳ",
            "trong năm",
            "trong năm qua",
            "kết quả",
            "kết quả khen thưởng",
            "cụ thể",
            "cụ thể như sau",
            "như sau",
            "sau",
            "sau đây",
        ),
        *("trong đợt này", "là", "với", "tổng số", "tổng cộng", "cơ quan", "toàn cơ quan"),
        *("về khen thưởng", "về danh hiệu thi đua", "số lượng"),
    ),
}

LEXICON: dict[str, tuple[str, ...]] = {
    **{f"award:{code}": names for code, names in AWARDS.items()},
    **{f"giver:{code}": names for code, names in GIVERS.items()},
    **{f"who:{code}": names for code, names in WHO.items()},
    **{f"stage:{code}": names for code, names in STAGES.items()},
    **WORDS,
}
