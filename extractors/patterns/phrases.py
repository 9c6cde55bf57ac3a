"""Plain phrases as a pattern."""

from __future__ import annotations

import re


def any_of(*phrases: str) -> str:
    """A verbose pattern for any of the folded phrases, with any white space between their words."""
    return "(?:" + "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in phrases) + ")"


def phrases(text: str) -> str:
    """A verbose pattern for any of the folded phrases that "|" parts, each ending where a word ends."""
    return rf"(?:{any_of(*(phrase for phrase in text.split('|') if phrase.strip()))}\b)"
