"""What people call the witnesses that speak for a value: the rules that read it, in words."""

from __future__ import annotations

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
}
"""A rule that has no words yet stays as it is."""


def witnesses(method: str) -> str:
    """The joined witnesses in words: "the title, the list of types of paper"."""
    return ", ".join(_(WITNESSES[rule]) if rule in WITNESSES else rule for rule in method.split(" + "))
