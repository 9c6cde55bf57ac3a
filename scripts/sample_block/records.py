"""A sample paper: what it says, how it is laid out, and so what has to be found in it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Unit:
    """A member of the block, or an office outside it."""

    id: str
    name: str
    parent: str
    issuer: tuple[str, ...]
    """The lines of its name in the letterhead."""
    code: str
    signer: tuple[str, ...]
    """The lines above the signature: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"."""
    authority: str
    signer_title: str
    signer_name: str
    aliases: tuple[str, ...] = ()
    staff: str = "công chức, người lao động"


@dataclass(frozen=True)
class Sheet:
    """A score sheet as the paper prints it."""

    scores: tuple[str, ...]
    """One a criterion without children, in order, as printed: "9,5"."""
    total: str
    """The total as printed."""
    style: str = "plain"
    """plain, merged, wide, running (below the foot, over the end of the page)."""


@dataclass(frozen=True)
class Paper:
    """One paper, in one file or in two."""

    stem: str
    unit: Unit
    kind: str
    """registration, h1, year, letter."""
    number: str
    """Without the code's part: "412"; "" for a blank."""
    symbol: str
    """"BC-SXD", "SXD-VP"."""
    day: str
    """As printed in the date line; "" for a blank."""
    month: str
    year: int
    doc_type: str
    subject: str
    period: str
    body: tuple[str, ...]
    why: str
    """What the sample is for."""
    recipients: tuple[str, ...] = ("Như trên", "Các đơn vị trong Khối", "Lưu: VT, VP")
    addressee: str = "Sở Xây dựng (Trưởng khối)"
    sheet: Sheet | None = None
    counts: dict[str, int] = field(default_factory=dict)
    head: str = "table"
    """table, tabs, spaces."""
    form: str = "docx"
    folder: str = ""
    replaces: str = ""
    draft_box: bool = False
    decomposed: bool = False
    tracked: tuple[str, str] | None = None
    """(deleted, inserted) in a body paragraph holding the inserted text."""
    numbered_headings: bool = False
    footer: str = ""
    awards: tuple[tuple[str, ...], ...] = ()
    """Rows of a table of awards, the headings first."""

    @property
    def issued_on(self) -> str:
        """The ISO date, "" where the paper has no valid one."""
        from datetime import date

        try:
            return date(self.year, int(self.month), int(self.day)).isoformat()
        except ValueError:
            return ""
