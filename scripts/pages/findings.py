"""docs/*/findings.md: every code with what it means, as `thidua explain` words it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.explanations.registry import EXPLANATIONS
from pipeline.findings import FINDINGS
from pipeline.labels import word
from pipeline.language import _, speak

HEADS = {
    "vi": """# Mã phát hiện

Trang này do `make pages` viết từ chính chương trình. Mỗi phát hiện có một mã không đổi; `thidua explain MÃ` in đúng
những lời dưới đây.
Trả lời một phát hiện trên bàn rà soát hoặc bằng `thidua review answer`: đơn vị xác nhận đúng như vậy, hoặc chấp nhận
để nguyên.
""",
    "en": """# Finding codes

`make pages` writes this page from the program itself. Every finding has a stable code; `thidua explain CODE` prints
the words below. Answer
a finding on the review desk or with `thidua review answer`: the unit stands by it, or it is accepted as it is.
""",
}
WORDS = {
    "vi": ("Nghĩa là", "Vì sao quan trọng", "Cần làm gì"),
    "en": ("It means", "Why it matters", "What to do"),
}


def page(language: str) -> str:
    """The whole page in the language."""
    speak(language)
    return "\n".join([HEADS[language], *_entries(language)])


def _entries(language: str) -> Iterator[str]:
    group = ""
    for code, explanation in EXPLANATIONS.items():
        if code.partition(".")[0] != group:
            group = code.partition(".")[0]
            yield f"## {group}\n"
        weight = f" – {word(FINDINGS[code].severity)}" if code in FINDINGS else ""
        yield f"### `{code}`{weight}\n"
        for heading, text in zip(WORDS[language], explanation, strict=True):
            yield f"**{heading}:** {_(text)}\n"
