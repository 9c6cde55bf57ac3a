"""What people call fields, states and kinds, in the language that is asked for."""

from __future__ import annotations

import re
from gettext import NullTranslations

from pipeline import days
from pipeline.awards import named
from pipeline.doubts import DOUBTS, UNSURE
from pipeline.language import _, current, mark

FIELDS = {
    "doc_type": mark("Type of paper"),
    "number": mark("Number"),
    "parent_agency": mark("Parent agency"),
    "issuer": mark("Issuer"),
    "place": mark("Place"),
    "issued_on": mark("Date"),
    "subject": mark("Subject"),
    "period": mark("Period"),
    "signer_title": mark("Signer's title"),
    "signer_name": mark("Signer"),
    "authority": mark("Signing authority"),
    "recipients": mark("Recipients"),
    "replaces": mark("Replaces"),
    "total_max_score": mark("Maximum total"),
    "total_self_score": mark("Self-scored total"),
    "total_block_score": mark("Block's total"),
    "max_score": mark("Maximum score"),
    "self_score": mark("Self score"),
    "block_score": mark("Block's score"),
    "council_score": mark("Council's score"),
    "bonus": mark("Bonus"),
    "deduction": mark("Deduction"),
    "unit_id": mark("Unit"),
    "kind": mark("Kind of report"),
    "task_key": mark("Task of the plan"),
    "state": mark("Whether it counts"),
}
STAGES = {"registered": mark("registered"), "proposed": mark("proposed"), "granted": mark("granted")}
WORDS = {
    "accepted": mark("sure"),
    "needs_review": mark("needs review"),
    "blank": mark("left blank"),
    "confirmed": mark("confirmed by a person"),
    "corrected": mark("corrected by a person"),
    "superseded": mark("replaced"),
    "plan_report_h1": mark("half-year report"),
    "plan_report_year": mark("year-end report"),
    "registration": mark("registration"),
    "score_sheet": mark("score sheet"),
    "other": mark("other paper"),
    "on_time": mark("on time"),
    "late": mark("late"),
    "missing": mark("missing"),
    "not_due": mark("not due"),
    "not_documented": mark("no paper"),
    "error": mark("error"),
    "warning": mark("warning"),
    "info": mark("note"),
    "confirmed_by_unit": mark("the unit stands by it"),
    "received": mark("came in"),
    "read": mark("read"),
    "quarantined": mark("set aside"),
    "duplicate": mark("copy"),
    "container": mark("mail or archive"),
    "passed_over": mark("passed over"),
    "lead": mark("leads"),
    "support": mark("supports"),
    "all": mark("every unit"),
    "reader": mark("reader"),
    "reviewer": mark("reviewer"),
    "approver": mark("approver"),
}
PLACES = (
    mark("page"),
    mark("table"),
    mark("row"),
    mark("cell"),
    mark("paragraphs"),
    mark("paragraph"),
    mark("characters"),
    mark("text box"),
    mark("footnote"),
    mark("endnote"),
    mark("header"),
    mark("footer"),
    mark("margin of page"),
    mark("sheet name"),
    mark("signature"),
    mark("arrival_stamp"),
    mark("filled_in"),
)
_PLACE_WORD = re.compile("|".join(rf"\b{word}(?= [0-9])" for word in PLACES))
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_SCORE = re.compile(r"score:(?P<key>.+)/(?P<column>[a-z_]+)")
_COUNT = re.compile(r"count:(?P<stage>[a-z]+)/(?P<award>[a-z_0-9]+)/(?P<who>[a-z]+)")


def field_label(field: str) -> str:
    """What people call the field: "Self score, row I.1", "proposed: Lao động tiên tiến"."""
    return field_in(current(), field)


def field_in(words: NullTranslations, field: str) -> str:
    """What people call the field, in the catalog's language."""
    _ = words.gettext
    if score := _SCORE.fullmatch(field):
        return _("{column}, row {row}").format(column=field_in(words, score["column"]), row=score["key"])
    if count := _COUNT.fullmatch(field):
        stage = _(STAGES.get(count["stage"], count["stage"]))
        return f"{stage}: {named(count['award'], count['who'])}"
    if field.startswith("alias:"):
        return _("Name of a unit: {name}").format(name=field.removeprefix("alias:"))
    if field.startswith("finding:"):
        return _("Answer to a finding")
    return _(FIELDS[field]) if field in FIELDS else field


def word(code: str | None) -> str:
    """What people call a status, state, kind, severity or role."""
    return _(WORDS[code]) if code in WORDS else code or ""


def why(doubts: str) -> str:
    """Why a person is asked, in words."""
    return _(DOUBTS.get(doubts, UNSURE))


def shown(value: str | None) -> str:
    """A kept value as people write it: 16,75 and 26/12/2220; a text as it is."""
    return value_in(current(), value or "")


def value_in(words: NullTranslations, value: str) -> str:
    """The kept value as people of the catalog's language write it."""
    if day := days.said(value):
        return day
    has_comma = words.info().get("language") == "vi"
    return value.replace(".", ",") if has_comma and _DECIMAL.fullmatch(value) else value


def at(where: str) -> str:
    """A place in words that people read: "bảng 1, dòng 2, ô 1"."""
    return place_in(current(), where)


def place_in(words: NullTranslations, where: str) -> str:
    """The place in the catalog's language."""
    return _PLACE_WORD.sub(lambda found: words.gettext(found[0]), where)
