"""Words and phrases are found in running text, the longest first."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.fields.prose import Lexicon, norm, tokenized, vocabulary
from extractors.patterns.awards import LEXICON

LEX = Lexicon(LEXICON)


def labels(text: str) -> list[str]:
    return [phrase.label for phrase in LEX.read(text) if phrase.label]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("05 Đ/ c = 15 %", ["05", "Đ", "/", "c", "=", "15", "%"]),
        ("1.329 lượt; 98,5.", ["1.329", "lượt", ";", "98,5", "."]),
        ("tập thể,cá nhân./.", ["tập", "thể", ",", "cá", "nhân", ".", "/", "."]),
        ("05cá nhân", ["05", "cá", "nhân"]),
        ("  hai\t\ndòng ", ["hai", "dòng"]),
    ],
)
def test_the_tokenizer_splits_at_marks_and_drops_spaces(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenized(text)] == tokens


def test_the_vocabulary_is_one_a_process() -> None:
    assert vocabulary() is vocabulary()


@pytest.mark.parametrize("word", ["sỹ", "SĨ", "sĩ", unicodedata.normalize("NFD", "sĩ")])
def test_one_word_has_one_norm(word: str) -> None:
    assert norm(word) == "si"


def test_every_phrase_of_the_lexicon_finds_itself() -> None:
    for label, names in LEXICON.items():
        for name in names:
            (phrase,) = LEX.read(name)
            assert (phrase.label, phrase.exact) == (label, True), name


def test_the_longest_phrase_wins() -> None:
    assert labels("Tập thể Lao động tiên tiến") == ["award:tt_ldtt"]
    assert labels("Chiến sỹ thi đua cấp cơ sở") == ["award:cstd_co_so"]


def test_a_lexicon_adds_to_another_and_a_phrase_of_both_is_the_others() -> None:
    own = Lexicon({"own": ("SỞ CÔNG THƯƠNG", "KHỐI THI ĐUA", "KHỐI THI ĐUA SỐ 2")}, LEX)
    said = [phrase.label for phrase in own.read("Sở Công Thương, Khối thi đua đề nghị Khối thi đua số 2 tặng")]
    assert said == ["own", "", "elsewhere", "stage:proposed", "own", "give"]
    assert "own" not in labels("Sở Công Thương")


def test_a_phrase_without_its_accents_is_no_exact_one() -> None:
    (phrase,) = LEX.read("giay khen")
    assert (phrase.label, phrase.exact) == ("award:giay_khen", False)
    (phrase,) = LEX.read("Uỷ ban nhân dân tỉnh")
    assert phrase.exact


def test_words_that_only_fold_alike_keep_their_own_label() -> None:
    assert labels("cho") == ["to"]
    assert labels("chờ") == ["pending"]


def test_nothing_heavy_is_imported_with_the_module() -> None:
    code = "import sys, extractors.fields.counts; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_phrases_cover_the_text_in_order(text: str) -> None:
    phrases = LEX.read(text)
    ends = [0]
    for phrase in phrases:
        assert phrase.start >= ends[-1]
        assert "".join(phrase.text.split()) == "".join(text[phrase.start : phrase.end].split())
        ends.append(phrase.end)
    assert sum(len("".join(p.text.split())) for p in phrases) == len("".join(text.split()))


def test_spacy_comes_without_its_command_line_which_may_still_be_had() -> None:
    code = (
        "import sys\n"
        "from extractors.fields.prose import vocabulary\n"
        "vocabulary()\n"
        "print(*sorted({'spacy', 'typer', 'requests'} & set(sys.modules)), 'spacy.cli' in sys.modules)\n"
        "from spacy.cli import info\n"
        "print(info.__module__, callable(info))"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["spacy False", "spacy.cli.info True"]
