"""Many phrases as one pattern."""

from __future__ import annotations


def phrases(text: str) -> str:
    r"""A verbose pattern for any of the folded phrases that "|" parts: "so | uy ban" gives "(?:so\b|uy\s+ban\b)"."""
    found = [r"\s+".join(phrase.split()) for phrase in text.split("|")]
    return "(?:" + "|".join(rf"{phrase}\b" for phrase in found if phrase) + ")"
