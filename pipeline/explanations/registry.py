"""EXPLANATIONS: every code that a person may meet -> what is said of it. A new finding is three texts here."""

from __future__ import annotations

from pipeline.explanations.documents import DOCUMENTS
from pipeline.explanations.explanation import Explanation
from pipeline.explanations.files import FILES
from pipeline.explanations.plan import PLAN
from pipeline.explanations.scores import SCORES

EXPLANATIONS: dict[str, Explanation] = {**FILES, **DOCUMENTS, **PLAN, **SCORES}
