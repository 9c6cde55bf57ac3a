"""Lists of phrases as patterns."""

from __future__ import annotations


def phrases(text: str) -> str:
    r"""A pattern that matches any of the phrases: "so | uy ban" gives "(?:so\b|uy\s+ban\b)"."""
    found = [r"\s+".join(phrase.split()) for phrase in text.replace("\n", " ").split("|")]
    return "(?:" + "|".join(rf"{phrase}\b" for phrase in found if phrase) + ")"
