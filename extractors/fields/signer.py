"""Who signs: authority, own office and name, from the right column of the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.layout import Layout
from extractors.lines import Line, Side, together
from extractors.patterns import letterhead, signature
from extractors.places import within
from extractors.records import Candidate, Document
from extractors.vietnamese.names import is_person, looks_like_person
from extractors.vietnamese.skeleton import foreign
from extractors.vietnamese.text import one_line


class Signature(NamedTuple):
    """One signature's lines."""

    authorities: tuple[Line, ...]
    offices: tuple[Line, ...]
    """The lines in capitals that no authority's letters begin."""
    name: Line | None
    extra: tuple[Line, ...]
    """What is none of these."""


def find(layout: Layout) -> Iterator[Candidate]:
    """Candidates of `authority`, `signer_title` and `signer_name`."""
    signatures = _signatures(layout.signatures)
    if not signatures:
        return
    several = len(signatures) > 1 or _signs_left(layout) or _has_second_name(layout.signatures, signatures[0])
    doubt = "several_signatures" if several else ""
    yield from _candidates(layout.document, signatures[0], doubt)


def _has_second_name(lines: Sequence[Line], first: Signature) -> bool:
    """Whether another person's name stands below the first, without an office of its own."""
    if first.name is None:
        return False
    below = lines[lines.index(first.name) + 1 :]
    own = one_line(first.name.text).casefold()
    return any(is_person(line.text) and one_line(line.text).casefold() != own for line in below)


def _signs_left(layout: Layout) -> bool:
    """Whether the left column is a signature too: minutes, joint papers."""
    left = (line for line in (*layout.recipients, *layout.signatures) if line.side is Side.LEFT)
    return any(_is_office(line) for line in left)


def _signatures(lines: Sequence[Line]) -> list[Signature]:
    found: list[Signature] = []
    open_lines: list[Line] = []
    for line in lines:
        if letterhead.RULE.match(line.bones) or signature.SIGNED.match(line.bones):
            continue
        if open_lines and looks_like_person(_without_rank(line.text)) and not _is_office(line):
            found.append(_sorted(open_lines, line))
            open_lines = []
        else:
            open_lines.append(line)
    if open_lines and any(_is_office(line) for line in open_lines):
        found.append(_sorted(open_lines, None))
    return found


def _is_office(line: Line) -> bool:
    capitals = line.text == line.text.upper()
    return capitals and bool(signature.TITLE.match(line.bones) or signature.AUTHORITY.match(line.bones))


def _without_rank(text: str) -> str:
    from extractors.vietnamese.skeleton import skeleton

    rank = signature.RANK.match(skeleton(text))
    return text[rank.end() :] if rank else text


def _sorted(lines: Sequence[Line], name: Line | None) -> Signature:
    capitals = [line for line in lines if line.text == line.text.upper() and re.search(r"\w", line.text)]
    authorities = [line for line in capitals if signature.AUTHORITY.match(line.bones)]
    offices = [line for line in capitals if line not in authorities and not signature.RANK.match(line.bones)]
    extra = [line for line in lines if line not in (*authorities, *offices) and line.text]
    return Signature(tuple(authorities), tuple(offices), name, tuple(extra))


def _candidates(document: Document, signed: Signature, doubt: str) -> Iterator[Candidate]:
    yield from _authority(signed, doubt)
    yield from _title(document, signed, doubt)
    if signed.name:
        yield _name(signed.name, signed, doubt)


def _authority(signed: Signature, doubt: str) -> Iterator[Candidate]:
    for line in signed.authorities[-1:]:
        match = signature.AUTHORITY.match(line.bones)
        if match:
            value = signature.AUTHORITIES[match["letters"].replace("/", "")]
            start, end = match.start("letters"), match.end("letters")
            end += line.text[end : end + 1] == "."
            yield Candidate(
                "authority", value, "authority.foot", line.text[start:end], within(line.place, start, end), doubt
            )


def _title(document: Document, signed: Signature, doubt: str) -> Iterator[Candidate]:
    offices = _after_authority(signed)
    if not offices:
        return
    value = one_line(" ".join(line.text for line in offices)).strip(" .,;:")
    raw, place = together(document, offices)
    known = signature.TITLE.match(offices[0].bones) and len(offices) == 1
    rule = "signer_title.foot" if known else "signer_title.several_lines"
    yield Candidate("signer_title", value, rule, raw, place, doubt or _title_doubt(signed, offices))


def _after_authority(signed: Signature) -> list[Line]:
    """The signer's own office: the lines below the last authority; "TM. BAN CHỈ ĐẠO" alone gives none."""
    if not signed.authorities:
        return list(signed.offices)
    last = signed.authorities[-1]
    after = [line for line in signed.offices if _below(last, line)]
    return after or _own_office_on_the_line(last)


def _below(line: Line, other: Line) -> bool:
    return (other.place.page or 0, other.place.first, other.place.start or 0) > (
        line.place.page or 0,
        line.place.first,
        line.place.start or 0,
    )


def _own_office_on_the_line(line: Line) -> list[Line]:
    """Of "Q. GIÁM ĐỐC": the office the signer holds for now stands after the letters."""
    match = signature.AUTHORITY.match(line.bones)
    if not match or match["letters"] != "q":
        return []
    start = match.end()
    return [
        Line(
            line.text[start:],
            line.bones[start:],
            within(line.place, start, len(line.text)),
            line.side,
            line.style,
            line.table,
        )
    ]


def _title_doubt(signed: Signature, offices: Sequence[Line]) -> str:
    text = " ".join(line.text for line in offices)
    if foreign(text):
        return "foreign_letter"
    letters = [signature.AUTHORITY.match(line.bones) for line in signed.authorities]
    last = letters[-1]["letters"].replace("/", "") if letters and letters[-1] else ""
    if last == "q" or (last == "kt" and not signature.DEPUTY.match(offices[0].bones)):
        return "authority_and_title"
    return ""


def _name(line: Line, signed: Signature, doubt: str) -> Candidate:
    plain = _without_rank(line.text)
    start = len(line.text) - len(plain)
    known = is_person(plain) and (signed.offices or signed.authorities)
    rule = "signer_name.foot" if known else "signer_name.shape"
    doubt = doubt or ("foreign_letter" if foreign(plain) else "rank" if start else "more_lines" if signed.extra else "")
    return Candidate(
        "signer_name", one_line(plain).strip(" .,"), rule, plain, within(line.place, start, len(line.text)), doubt
    )
