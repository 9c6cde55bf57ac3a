"""How many points a proof tries: a sample in `make test`, the long form in `make proof` (PROOF=1)."""

import os

LONG = bool(os.environ.get("PROOF"))


def sampled(few: int, many: int) -> int:
    """So many as this run tries."""
    return many if LONG else few
