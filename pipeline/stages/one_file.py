"""The facts of a paper that came as one file, as most do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.records import Fact
from pipeline.records import DocumentFact


class FactsOfOneFile(Mapping[str, DocumentFact]):
    """The file's facts, by field, each the paper's when it is looked at: a year's papers have a hundred thousand."""

    __slots__ = ("_facts", "_file_id")

    def __init__(self, facts: Mapping[str, Fact], file_id: int) -> None:
        self._facts, self._file_id = facts, file_id

    def __getitem__(self, field: str) -> DocumentFact:
        return DocumentFact(self._facts[field], self._file_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)
