"""The drawn lines of a page: long straight runs of ink, level or upright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    Mask = NDArray[Any]

_INCHES = 0.3
"""What is shorter is a letter or an underline."""
_INK = 140
_WHOLE = 0.97
"""Share of ink in a run: scans leave gaps."""


class Rule(NamedTuple):
    """A drawn line in pixels: at `at` across, from `start` to `end` along; `at` is y for level lines, x for upright."""

    at: int
    start: int
    end: int


class Rules(NamedTuple):
    """A page's drawn lines."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def rules_of(image: Image, dpi: int) -> Rules:
    """The drawn lines of the page."""
    import numpy as np

    ink = np.asarray(image) < _INK
    length = round(_INCHES * dpi)
    return Rules(_runs(ink, length, dpi), _runs(ink.T, length, dpi))


def without_rules(image: Image, rules: Rules, dpi: int) -> Image:
    """The picture with its drawn lines painted over."""
    from PIL import ImageDraw

    copy = image.copy()
    draw = ImageDraw.Draw(copy)
    half = max(2, dpi // 60)
    for rule in rules.level:
        draw.rectangle((rule.start - half, rule.at - half, rule.end + half, rule.at + half), fill=255)
    for rule in rules.upright:
        draw.rectangle((rule.at - half, rule.start - half, rule.at + half, rule.end + half), fill=255)
    return copy


def _runs(ink: Mask, length: int, dpi: int) -> tuple[Rule, ...]:
    """The level runs of ink at least `length` long, one for each line however thick."""
    import numpy as np

    if ink.shape[1] <= length:
        return ()
    thick = ink.copy()
    thick[1:] |= ink[:-1]
    thick[:-1] |= ink[1:]
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= _WHOLE * length
    rows = np.flatnonzero(full.any(axis=1))
    found: list[Rule] = []
    for band in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
        if len(band):
            found += _in_band(full[band[0] : band[-1] + 1], int(band[0]), length, dpi)
    return tuple(found)


def _in_band(full: Mask, top: int, length: int, dpi: int) -> list[Rule]:
    """The lines of neighbouring rows; what is as high as a letter is a filled area, not a line."""
    import numpy as np

    columns = np.flatnonzero(full.any(axis=0))
    found = []
    for part in np.split(columns, np.flatnonzero(np.diff(columns) > length // 2) + 1):
        weights = full[:, part[0] : part[-1] + 1].sum(axis=1)
        if np.count_nonzero(weights) > dpi // 10:
            continue
        middle = round(float(np.average(np.arange(len(weights)), weights=weights)))
        found.append(Rule(top + middle, int(part[0]), int(part[-1]) + length))
    return found
