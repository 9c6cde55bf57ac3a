"""What a Vietnamese syllable is: onset, vowels, coda and at most one tone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = re.compile(
    r"""
    (?: ngh? | nh | gh | gi? | kh | ph | qu | th | tr | ch | [bcdđhklmnpqrstvx] )?
    (?: i[aêu]? | iêu | y[ê]?u? | ya | [aăâ] | a[iouy] | â[uy] | e[o]? | ê[u]?
      | o[aăeoi]? | oa[iouy] | oe[o]? | ô[i]? | ơ[i]?
      | u[aâêôiơy]? | uâ[y] | uô[i] | uy[aêu]? | ư[aiơu]? | ươ[iu] )
    (?: ch | nh | ng | [ckmnpt] )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the word could be one Vietnamese syllable: "nghiêng" yes, "héi", "kÕ" and "UBND" no."""
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    tones = sum(c in _TONES for c in letters)
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None
