"""Broken files: each gives a result or a stated refusal, in time, and nothing accepted that the paper does not say."""

from collections import Counter
from concurrent.futures import TimeoutError as TookTooLong

import pytest
from pebble import ProcessPool

from tests.proof.fuzz.verdict import LIMITS, judged
from tests.proof.size import sampled

KINDS = ("docx", "pdf", "xlsx", "eml")
SEED = 2022
PROCESSES = 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_mutant_is_read_or_refused(kind: str) -> None:
    answers: Counter[str] = Counter()
    wrong: list[str] = []
    with ProcessPool(max_workers=PROCESSES) as pool:
        jobs = [
            (n, pool.schedule(judged, args=(kind, n, SEED), timeout=LIMITS.seconds)) for n in range(sampled(16, 2_600))
        ]
        for number, job in jobs:
            try:
                answer, faults = job.result()
            except TookTooLong:
                answer, faults = "hung", [f"more than {LIMITS.seconds} s"]
            except Exception as error:  # a worker that died is a defect to be named
                answer, faults = "died", [repr(error)]
            answers[answer] += 1
            wrong += [f"{kind} {number}: {fault}" for fault in faults]
    print(kind, dict(answers))  # noqa: T201 -- shown by `make proof`
    assert wrong == []
    assert answers["read"] > 0
