"""Awards as papers name them, by the codes of the `count:` fields."""

from __future__ import annotations

AWARDS = {
    "tt_ldtt": "Tập thể Lao động tiên tiến",
    "tt_ldxs": "Tập thể Lao động xuất sắc",
    "co_tinh": "Cờ thi đua của UBND tỉnh",
    "co_bo": "Cờ thi đua của bộ, ngành",
    "co_chinh_phu": "Cờ thi đua của Chính phủ",
    "ldtt": "Lao động tiên tiến",
    "cstd_co_so": "Chiến sĩ thi đua cơ sở",
    "cstd_tinh": "Chiến sĩ thi đua cấp tỉnh",
    "cstd_toan_quoc": "Chiến sĩ thi đua toàn quốc",
    "giay_khen": "Giấy khen",
    "bang_khen_tinh": "Bằng khen của Chủ tịch UBND tỉnh",
    "bang_khen_bo": "Bằng khen của bộ, ngành",
    "bang_khen_ttcp": "Bằng khen của Thủ tướng Chính phủ",
    "huan_chuong": "Huân chương",
    "sang_kien": "Sáng kiến được công nhận",
}
WHO = {"collective": "tập thể", "individual": "cá nhân", "any": ""}
_ALWAYS_ONE_KIND = {"tt_ldtt", "tt_ldxs", "ldtt", "cstd_co_so", "cstd_tinh", "cstd_toan_quoc", "sang_kien"}


def named(award: str, who: str) -> str:
    """The award and who gets it, "Giấy khen (cá nhân)"; the bare code where it is none that the tool names."""
    name = AWARDS.get(award, award.replace("_", " ").capitalize())
    people = "" if award in _ALWAYS_ONE_KIND else WHO.get(who, who)
    return f"{name} ({people})" if people else name
