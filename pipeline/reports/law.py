"""The law that papers rest on, by the day on which they are written."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Ground(NamedTuple):
    """A law or decree and the days between which papers cite it."""

    text: str
    first: date
    last: date


GROUNDS = (
    Ground(
        "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi "
        "đua, khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
        date(2014, 6, 1),
        date(2023, 12, 31),
    ),
    Ground("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", date(2024, 1, 1), date.max),
    Ground(
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số "
        "điều của Luật Thi đua, khen thưởng",
        date(2017, 10, 1),
        date(2023, 12, 31),
    ),
    Ground(
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số "
        "điều của Luật Thi đua, khen thưởng",
        date(2024, 1, 1),
        date(2025, 6, 30),
    ),
    Ground(
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền "
        "trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, "
        "khen thưởng",
        date(2025, 7, 1),
        date.max,
    ),
)


def grounds(on: date, block: str, year: int) -> list[str]:
    """The grounds that hold on the day, then the meeting's minutes, each with its end mark."""
    held = [ground.text for ground in GROUNDS if ground.first <= on <= ground.last]
    own = f"Căn cứ Biên bản bình xét thi đua năm {year} của {block}"
    return [f"{text};" for text in held] + [f"{own}."]
