"""Where a figure comes from, in Vietnamese words, for annexes and comments."""

from __future__ import annotations

from extractors.places import where
from extractors.records import Place
from pipeline.figures import Figure, Source

_PLACE_WORDS = {
    "table": "bảng",
    "row": "dòng",
    "cell": "ô",
    "paragraphs": "đoạn",
    "paragraph": "đoạn",
    "text box": "khung chữ",
    "footnote": "chú thích",
    "header": "đầu trang",
    "footer": "chân trang",
}
_MOST_SOURCES = 12


def place_in_words(place: Place) -> str:
    """The place in Vietnamese: "trang 2, bảng 1, dòng 3, ô 4"; "" where the whole file is meant."""
    words = where(place._replace(start=None, end=None))
    for english, vietnamese in _PLACE_WORDS.items():
        words = words.replace(f"{english} ", f"{vietnamese} ")
    page = f"trang {place.page}" if place.page else ""
    return ", ".join(part for part in (page, words) if part)


def source_in_words(source: Source) -> str:
    """One line: unit, number, file, place, words as printed."""
    number = f"số {source.document}" if source.document else ""
    raw = " ".join(source.raw.split())
    quoted = f"“{raw}”" if raw else ""
    parts = (source.unit, number, f"tệp {source.file}", place_in_words(source.place), quoted)
    return "; ".join(part for part in parts if part)


def figure_in_words(figure: Figure) -> list[str]:
    """What the figure is, how it came about, and its sources, a line each."""
    lines = [figure.label]
    if figure.basis:
        lines.append(f"Cách tính: {figure.basis}.")
    if not figure.sure:
        lines.append("Số liệu cần kiểm tra.")
    lines += [source_in_words(source) for source in figure.sources[:_MOST_SOURCES]]
    left = len(figure.sources) - _MOST_SOURCES
    return lines + ([f"… và {left} nguồn khác (xem phụ lục nguồn số liệu)."] if left > 0 else [])
