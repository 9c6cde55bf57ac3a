"""Which paragraph of a paper is which component."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.vietnamese.text import fold
from pipeline.lint.look import Look, LookedAt

_COUNTRY = "cong hoa xa hoi chu nghia viet nam"
_MOTTO = re.compile("doc lap ?- ?tu do ?- ?hanh phuc")
_NUMBER = re.compile(r"^Số\s*:", re.IGNORECASE)
_DATE = re.compile(r"^[^,]{2,40}, ?ngày\b.*\bnăm\b")
_ABOUT = re.compile(r"^V/v\b")
_TYPE = re.compile(
    r"^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|"
    r"BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|GIẤY MỜI|BẢNG TỔNG HỢP ĐIỂM|BẢN ĐĂNG KÝ)$"
)
_FORM = re.compile(r"^SỔ\b")
_RECIPIENTS = re.compile("^noi nhan ?:")
_SIGNER = re.compile(r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.)?\s*[A-ZĐÀ-Ỹ .,-]{4,}$")


class Parts(NamedTuple):
    """The components that the rules speak of; None where the paper has none."""

    country: Look | None
    motto: Look | None
    parent: Look | None
    issuer: Look | None
    number: Look | None
    date: Look | None
    about: Look | None
    paper_type: Look | None
    subject: Look | None
    recipients: Look | None
    recipient_list: tuple[Look, ...]
    signer: Look | None
    is_form: bool
    """Whether it is a book to be filled in, which has no head."""
    body: tuple[Look, ...]
    """From the title to the closing sentence, tables left out."""


def parts_of(paper: LookedAt) -> Parts:
    """The components, found by their words and places."""
    looks = [look for look in paper.paragraphs if look.text]
    country = next((look for look in looks if _COUNTRY in fold(look.text)), None)
    recipients = next((look for look in looks if _RECIPIENTS.match(fold(look.text))), None)
    paper_type = next((look for look in looks if _TYPE.match(look.text)), None)
    above = looks[: looks.index(paper_type)] if paper_type else looks[:12]
    left = _left_of(country, looks)
    return Parts(
        is_form=any(_FORM.match(look.text) for look in looks[:3]),
        country=country,
        motto=next((look for look in looks if _MOTTO.search(fold(look.text))), None),
        parent=left[0] if len(left) > 1 else None,
        issuer=left[-1] if left else None,
        number=next((look for look in above if _NUMBER.match(look.text)), None),
        date=next((look for look in above if _DATE.match(look.text)), None),
        about=next((look for look in above if _ABOUT.match(look.text) and look.cell is not None), None),
        paper_type=paper_type,
        subject=_after(paper_type, looks),
        recipients=recipients,
        recipient_list=_same_cell(recipients, looks),
        signer=_signer(recipients, looks),
        body=_body(looks, paper_type, recipients),
    )


def _left_of(country: Look | None, looks: list[Look]) -> list[Look]:
    """The lines in the cell beside the country's name."""
    if country is None or country.cell is None:
        return []
    table, row, column = country.cell
    return [look for look in looks if look.cell == (table, row, column - 1)]


def _after(one: Look | None, looks: list[Look]) -> Look | None:
    if one is None:
        return None
    rest = looks[looks.index(one) + 1 :]
    return rest[0] if rest and rest[0].cell is None else None


def _same_cell(recipients: Look | None, looks: list[Look]) -> tuple[Look, ...]:
    if recipients is None:
        return ()
    rest = looks[looks.index(recipients) + 1 :]
    return tuple(look for look in rest if look.cell == recipients.cell and look.text.startswith("-"))


def _signer(recipients: Look | None, looks: list[Look]) -> Look | None:
    if recipients is None or recipients.cell is None:
        return None
    table, row, column = recipients.cell
    beside = (look for look in looks if look.cell == (table, row, column + 1))
    return next((look for look in beside if _SIGNER.match(look.text)), None)


def _body(looks: list[Look], paper_type: Look | None, recipients: Look | None) -> tuple[Look, ...]:
    first = looks.index(paper_type) + 2 if paper_type else 0
    last = looks.index(recipients) if recipients else len(looks)
    return tuple(look for look in looks[first:last] if look.cell is None)
