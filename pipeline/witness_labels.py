"""What people call the witnesses that speak for a value: the rules that read it, in words."""

from __future__ import annotations

from pipeline.labels import FIELDS
from pipeline.language import _, mark

WITNESSES = {
    "authority.foot": mark("above the signature"),
    "count.mention": mark("a mention in the text"),
    "count.sentence": mark("a sentence"),
    "count.table": mark("a table"),
    "doc_type.letter_by_addressee": mark("a letter, by its addressee"),
    "doc_type.letter_by_subject": mark("a letter, by its subject under the number"),
    "doc_type.title": mark("the title"),
    "issued_on.dateline": mark("the date line"),
    "issuer.joined": mark("the letterhead, its lines joined"),
    "issuer.letterhead": mark("the letterhead"),
    "person": mark("a person's decision"),
    "list of types": mark("the list of types of paper"),
    "member's name": mark("a member's name"),
    "number's office": mark("the office in the number"),
    "number's type": mark("the type in the number"),
    "number.head": mark("the number line"),
    "paper's type": mark("the paper's type"),
    "parent_agency.letterhead": mark("the letterhead"),
    "period.appendix": mark("the appendix's title"),
    "period.body": mark("the text"),
    "period.subject": mark("the subject line"),
    "place.dateline": mark("the date line"),
    "recipients.list": mark("the recipients' list"),
    "replaces.this_paper": mark("what the text says it replaces"),
    "second reading": mark("a second reading of the page"),
    "signer's office": mark("the signer's office"),
    "signer_name.foot": mark("under the signature"),
    "signer_title.foot": mark("above the signature"),
    "subject.letter": mark("the subject under the number"),
    "subject.until_grounds": mark("the lines under the title"),
    "subject.until_rule": mark("the lines under the title"),
    "total_max_score.aside": mark("a line beside the table"),
    "total_max_score.own": mark("the text"),
    "total_max_score.table": mark("the score sheet's total row"),
    "total_self_score.aside": mark("a line beside the table"),
    "total_self_score.own": mark("the text"),
    "total_self_score.table": mark("the score sheet's total row"),
    "total_block_score.aside": mark("a line beside the table"),
    "total_block_score.own": mark("the text"),
    "total_block_score.table": mark("the score sheet's total row"),
    "doc_type.capitals": mark("a line in capitals"),
    "doc_type.leading_words": mark("the first words"),
    "issued_on.appendix": mark("the appendix's title"),
    "issued_on.bare": mark("a date without its place"),
    "issued_on.drawn": mark("a date that was drawn"),
    "issued_on.drawn_digits": mark("a date with drawn digits"),
    "issued_on.malformed": mark("a date that is not whole"),
    "issuer.mixed_case": mark("the letterhead, not in capitals"),
    "issuer.sheet_label": mark("the sheet's own label"),
    "number.appendix": mark("the appendix's title"),
    "number.drawn": mark("a number that was drawn"),
    "number.drawn_digits": mark("a number with drawn digits"),
    "number.malformed": mark("a number that is not whole"),
    "parent_agency.joined": mark("the letterhead, its lines joined"),
    "parent_agency.mixed_case": mark("the letterhead, not in capitals"),
    "period.sheet_title": mark("the sheet's title"),
    "place.no_comma": mark("the date line, without its comma"),
    "recipients.loose": mark("a recipients' list without a frame"),
    "replaces.note": mark("a note"),
    "signer_name.shape": mark("by the shape of a name"),
    "signer_title.several_lines": mark("above the signature, several lines"),
    "subject.in_ended_title": mark("the title itself"),
    "subject.in_title": mark("the title itself"),
    "subject.no_end": mark("the lines under the title"),
    "subject.until_addressee": mark("the lines under the title"),
    "subject.until_bracket": mark("the lines under the title"),
    "subject.until_gap": mark("the lines under the title"),
    "subject.until_office": mark("the lines under the title"),
    "subject.until_sentence": mark("the lines under the title"),
    "subject.until_style": mark("the lines under the title"),
    "total_max_score.prose": mark("the text"),
    "total_max_score.unnamed": mark("a total without a name"),
    "total_self_score.prose": mark("the text"),
    "total_self_score.unnamed": mark("a total without a name"),
    "total_self_score.words": mark("the points in words"),
}
"""A field that speaks for another is called by its name; a rule that has no words yet stays as it is."""


def witnesses(method: str) -> str:
    """The joined witnesses in words: "the title, the list of types of paper"."""
    return ", ".join(_witness(rule) for rule in method.split(" + "))


def _witness(rule: str) -> str:
    if rule in FIELDS:
        return _(FIELDS[rule]).lower()
    return _(WITNESSES[rule]) if rule in WITNESSES else rule
