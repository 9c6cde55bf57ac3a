"""The words that papers put together from data. A paper is Vietnamese whatever language the command speaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from extractors.records import Nothing
from extractors.vietnamese.numbers import printed
from pipeline.findings import message
from pipeline.language import catalog
from pipeline.records import Finding, ScheduleState, Severity

REVIEW_MARK = "[cần kiểm tra]"
NO_NUMBER = "(chưa ghi số)"
NO_DATE = "(chưa ghi ngày)"
NO_RANK = "chưa xếp hạng"

STATES = {
    ScheduleState.ON_TIME: "Đúng hạn",
    ScheduleState.LATE: "Trễ hạn",
    ScheduleState.MISSING: "Chưa gửi",
    ScheduleState.NOT_DUE: "Chưa đến hạn",
    ScheduleState.NOT_DOCUMENTED: "Chưa có thông tin",
}

SEVERITIES = {Severity.ERROR: "Phải xử lý", Severity.WARNING: "Cần xem", Severity.INFO: "Để biết"}

NOTHINGS = {
    Nothing.BLANK: "",
    Nothing.DASH: "-",
    Nothing.NONE: "không",
    Nothing.NOT_ASSIGNED: "không giao",
    Nothing.MARK: "x",
}

_CITIES = frozenset({"hà nội", "hải phòng", "huế", "đà nẵng", "cần thơ", "hồ chí minh", "thành phố hồ chí minh"})


def number(value: Decimal | float) -> str:
    """The number as papers print it, with a decimal comma: "9,5", "1.000"."""
    return printed(value if isinstance(value, Decimal) else Decimal(str(value)))


def count(value: int) -> str:
    """A count as papers print it: two digits at least, none for zero."""
    return "0" if value == 0 else f"{value:02d}" if value < 100 else number(Decimal(value))


def day(when: date) -> str:
    """The day in digits: "15/01/2021"."""
    return f"{when.day:02d}/{when.month:02d}/{when.year}"


def month(when: date) -> str:
    """The month as a date line prints it: "01", "02", then "3"."""
    return f"{when.month:02d}" if when.month <= 2 else str(when.month)


def province_with_rank(province: str) -> str:
    """The province with its rank: "tỉnh Cao Bằng", "thành phố Đà Nẵng"."""
    bare = province.removeprefix("Thành phố ").removeprefix("thành phố ")
    rank = "thành phố" if province.lower() in _CITIES or bare != province else "tỉnh"
    return f"{rank} {bare}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """The items as one phrase: "A, B và C"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}" if items else ""


def finding_message(finding: Finding) -> str:
    """The finding's message in Vietnamese."""
    return message(finding, catalog("vi"))
