"""samples/README.md: what each sample is for, written from the papers themselves."""

from __future__ import annotations

from scripts.sample_block.papers import DUPLICATES, PAPERS

_HEAD = """# The sample workspace

A block of ten offices, its plan, its criteria and the papers they sent in 2020, for `thidua demo` and for the tests.
Offices' kinds are real, everything said of them is invented: papers, numbers, persons. `scripts/make_samples.py` writes
it all; `expected/NAME.expected.json` is written from the same source as the paper, never from what the extractor says:

- `facts`: field, value and status. `accepted` is what the extractor may accept: it may also ask a person
  (`needs_review`), but never accept another value or another field. `blank` is an empty place.
- `scores`: row, code, maximum and own score of the paper's sheet.

`findings.json` lists every fault that was planted and has to be found. `make evaluate` compares all of it with what the
program reads and finds.

| file in `inbox/` | what it is for |
| --- | --- |
"""

_FAULTY = """
| file in `faulty/` (not part of the demo) | what it is for |
| --- | --- |
| `cut-short.docx` | a DOCX that ends in the middle |
| `empty.pdf` | no bytes at all |
| `protected.pdf` | needs a password |

Nothing came from the Ban Quản lý dự án for the half year and from the Liên minh Hợp tác xã for the year: both are
missing. `ke-hoach.docx` has quarters as rows, the number 11 twice, number and day blank, and its table cut in three.
"""


def readme() -> str:
    """The whole page."""
    lines = [f"| `{p.folder}/{p.stem}.{p.form}` | {p.why} |" for p in PAPERS]
    lines += [f"| `{copy}` | the same bytes as `{original}` |" for copy, original in DUPLICATES.items()]
    return _HEAD + "\n".join(lines) + "\n" + _FAULTY
