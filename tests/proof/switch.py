"""How many points a proof tries: a sample in `make test`, the long form in `make proof` (THIDUA_PROOF=1)."""

import os

LONG = os.environ.get("THIDUA_PROOF") == "1"


def points(sample: int, long: int) -> int:
    """So many as this run tries."""
    return long if LONG else sample
