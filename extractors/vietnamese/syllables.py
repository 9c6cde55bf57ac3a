"""Whether a word can be Vietnamese: an onset, a rime and a tone that go together. Tells misread words from others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_OR_HEAVY = "\u0301\u0323"
_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi
    ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên
    uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y yêm yên yêng yêt yêu êng
"""
_ONSET_LIST = tuple(_ONSETS.split())
_RIME_SET = frozenset(unicodedata.normalize("NFC", _RIMES).split())
_WORD = re.compile(r"[^\W\d_]+")


def strange_words(text: str) -> list[str]:
    """The words that are neither Vietnamese syllables nor abbreviations in capitals without a mark."""
    return [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not _is_plausible(word)]


def _is_plausible(word: str) -> bool:
    return is_syllable(word) or is_abbreviation(word)


def is_abbreviation(word: str) -> bool:
    """Whether the word is short, in capitals but for one letter, with no vowel's mark: UBND, QĐ, SNgV."""
    capitals = sum(c.isupper() for c in word)
    return len(word) <= 8 and capitals >= max(1, len(word) - 1) and not any(_marks(c) for c in word)


def _marks(character: str) -> bool:
    return character not in "Đđ" and len(unicodedata.normalize("NFD", character)) > 1


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the word is an onset, a rime and one tone that the rime can bear."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in letters if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if len(tones) > 1:
        return False
    if bare.endswith(("c", "ch", "p", "t")) and (not tones or tones[0] not in _SHARP_OR_HEAVY):
        return False
    return bare in _RIME_SET or any(bare.startswith(o) and bare[len(o) :] in _RIME_SET for o in _ONSET_LIST)
