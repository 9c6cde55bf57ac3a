"""What comes of a broken file: all that is wrong with how it was read; nothing where a result or a refusal came."""

import traceback
from collections.abc import Iterator

from extractors.errors import ExtractionError
from extractors.extraction import extract, read
from extractors.formats import containers, mail
from extractors.formats.detect import media_type
from extractors.media_types import EML
from extractors.places import text_at
from extractors.records import Document, Extraction, Limits, Status
from tests.proof.fuzz.mutants import mutant
from tests.proof.fuzz.originals import originals

LIMITS = Limits(seconds=60, memory_bytes=1_500_000_000)


def broken(kind: str, number: int, seed: int = 0) -> bytes:
    """The mutant of that number."""
    files = originals(kind)
    return mutant(files[number % len(files)], kind, f"{seed} {kind} {number}")


def judged(kind: str, number: int, seed: int = 0) -> tuple[str, list[str]]:
    """How the mutant was answered ("read", or the refusal's code), and the faults of the reading."""
    return verdict(broken(kind, number, seed))


def verdict(data: bytes) -> tuple[str, list[str]]:
    """The same of any bytes; a container stands for all that it holds."""
    try:
        held = containers.unpacked("file", data, LIMITS)
        if media_type(data) == EML:
            mail.arrival(data)
    except Exception:
        return "raised", [traceback.format_exc(limit=-4)]
    answers = [_answer(one.data) for one in held if not one.is_container or one.error or len(held) == 1]
    answers = answers or [("container", [])]
    return answers[0][0], [fault for _answer_, faults in answers for fault in faults]


def _answer(data: bytes) -> tuple[str, list[str]]:
    try:
        document = read(data, LIMITS)
        return "read", list(faults(document, extract(document)))
    except ExtractionError as error:
        return error.code, []
    except Exception:
        return "raised", [traceback.format_exc(limit=-4)]


def faults(document: Document, extraction: Extraction) -> Iterator[str]:
    """Values that stand nowhere: what is said of a place must be what the place says."""
    readings = [d for d in (document, document.second_reading) if d is not None]
    for fact in extraction.facts:
        if fact.raw is not None and fact.raw not in [text_at(d, fact.place) for d in readings]:
            yield f"{fact.field}: {fact.raw!r} is not at {fact.place}, but {text_at(document, fact.place)!r}"
        if fact.status is Status.ACCEPTED and fact.value is None:
            yield f"{fact.field}: accepted without a value"
    for row in extraction.scores:
        if row.raw not in [text_at(d, row.place) for d in readings]:
            yield f"row {row.row}: {row.raw!r} is not at {row.place}, but {text_at(document, row.place)!r}"
