"""What reads words in a picture: one small interface. `installed` tells which engine there is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "vie"
FIGURES_LANGUAGE = "eng"
PixelBox = tuple[int, int, int, int]
"""x0, top, x1, bottom in pixels."""


class Word(NamedTuple):
    """One word as the engine saw it."""

    text: str
    confidence: float
    """0 to 100, the engine's own; good for doubt, never for trust."""
    box: PixelBox
    line: int
    """Words of one line of the engine's layout share a number, unique in their picture."""


class Mode(Enum):
    """What a picture holds: Tesseract's page segmentation mode, and the only characters there may be, "" for any."""

    PAGE = (3, "")
    BLOCK = (6, "")
    FIGURES = (7, "0123456789,.-+/()")
    """One line: a score."""
    ORDINAL = (7, "IVX0123456789.")
    """One line: a row's number."""

    @property
    def segmentation(self) -> int:
        """Tesseract's --psm."""
        return self.value[0]

    @property
    def characters(self) -> str:
        """All that it reads; "" for any."""
        return self.value[1]


class Engine(Protocol):
    """Reads pictures in grey."""

    name: str
    """With its version: another one reads otherwise."""
    threads: int
    """How many pictures it may be asked for at once."""

    def words(self, pictures: Sequence[Image], mode: Mode, dpi: int) -> list[list[Word]]:
        """The words of each picture, in the engine's order."""

    def quarter_turns(self, picture: Image, dpi: int) -> int:
        """How often the picture must be turned by 90 degrees, clockwise, to stand upright; 0 where unsure."""
