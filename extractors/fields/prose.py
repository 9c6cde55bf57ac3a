"""Running text as spaCy sees it: syllables with their folded form, and the phrases of a lexicon in them.

No model is loaded, and no pipeline: a plain tokenizer, whose NORM is the syllable without accents, so that
"Chiến sỹ", "CHIẾN SĨ" and text in NFD match one phrase. spaCy takes long to import: it happens on first use.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from extractors.vietnamese.text import fold, nfc, tones

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# one of "1.329", "98,5", "cá", "&"
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|\S")

# "kỷ" and "kỉ", "sỹ" and "sĩ" are one word
_FINAL_Y = re.compile(r"([hklmst])y")


class Phrase(NamedTuple):
    """A phrase of a lexicon, or one word that is none of them (label ""), in a text."""

    label: str
    text: str
    """As it stands in the text."""
    start: int
    end: int
    exact: bool
    """False where it matches only without accents."""


@lru_cache(maxsize=20_000)
def norm(word: str) -> str:
    """The word's form for matching: folded, with i for a final y."""
    folded = fold(word)
    return _FINAL_Y.sub(r"\1i", folded) if len(folded) == 2 else folded


@cache
def vocabulary() -> Vocab:
    """The words that spaCy has met, in the one form for all lexicons; one a process."""
    _import_spacy()
    from spacy.vocab import Vocab

    return Vocab()


def _import_spacy() -> None:
    """Imports spaCy without the package of its command line: that takes a third of the time, and nobody calls it."""
    if "spacy" in sys.modules:
        return
    unwanted = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(unwanted["spacy.cli.info"])["info"] = None
    sys.modules.update(unwanted)
    import spacy  # noqa: F401

    for name in unwanted:
        del sys.modules[name]


def tokenized(text: str) -> Doc:
    """The text split at white space, around marks and between digits and letters; `words` and `offsets` are kept."""
    vocab = vocabulary()
    from spacy.tokens import Doc

    found = list(_TOKEN.finditer(text))
    words = [m.group() for m in found]
    doc = Doc(vocab, words=words)
    doc.user_data["words"], doc.user_data["offsets"] = words, [m.span() for m in found]
    for token, word in zip(doc, words, strict=True):
        token.norm_ = norm(word)
    return doc


class Lexicon:
    """Phrases by label, ready to be found in texts; the longest phrase wins."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], base: Lexicon | None = None) -> None:
        """`base`: a lexicon that this one adds to. A phrase of both is the base's."""
        vocab = vocabulary()
        from spacy.matcher import PhraseMatcher

        matcher = PhraseMatcher(vocab, attr="NORM")
        self.matchers: tuple[PhraseMatcher, ...] = (*(base.matchers if base else ()), matcher)
        self.spelled: dict[str, set[str]] = dict(base.spelled if base else {})
        for label, names in phrases.items():
            docs = [tokenized(nfc(name)) for name in names]
            matcher.add(label, docs)
            self.spelled[label] = {_spelling(doc.user_data["words"]) for doc in docs}
        self.read = lru_cache(maxsize=64)(self._read)
        """The whole text as phrases and single words, in order; a heading is asked for again at every line below."""

    def _read(self, text: str) -> tuple[Phrase, ...]:
        doc = tokenized(text)
        spans = self._longest(doc)
        found: list[Phrase] = []
        index, length = 0, len(doc)
        while index < length:
            end, labels = spans.get(index, (index + 1, []))
            found.append(self._phrase(doc, index, end, labels))
            index = end
        return tuple(found)

    def _longest(self, doc: Doc) -> dict[int, tuple[int, list[str]]]:
        """First token -> end and labels of each phrase that no longer one covers."""
        from spacy.util import filter_spans

        matched = [span for matcher in self.matchers for span in matcher(doc, as_spans=True)]
        kept = {(span.start, span.end) for span in filter_spans(matched)}
        spans: dict[int, tuple[int, list[str]]] = {}
        for span in matched:
            if (span.start, span.end) in kept:
                spans.setdefault(span.start, (span.end, []))[1].append(span.label_)
        return spans

    def _phrase(self, doc: Doc, first: int, end: int, labels: list[str]) -> Phrase:
        words, offsets = doc.user_data["words"][first:end], doc.user_data["offsets"]
        spelling = _spelling(words) if labels else ""
        exact = [label for label in labels if spelling in self.spelled[label]]
        label = (exact or labels or [""])[0]
        return Phrase(label, " ".join(words), offsets[first][0], offsets[end - 1][1], bool(exact) or not labels)


def _spelling(words: Iterable[str]) -> str:
    """The words with their accents, however the tones are placed: "hòa" for "hoà", "sĩ" for "sỹ"."""
    return " ".join(_one_spelling(word) for word in words)


_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@lru_cache(maxsize=20_000)
def _one_spelling(word: str) -> str:
    lower = tones(nfc(word).lower())
    return lower.translate(_Y_TO_I) if len(norm(word)) == 2 else lower
