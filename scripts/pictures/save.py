"""A picture as a small PNG."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

COLOURS = 128
LARGEST = 150_000
"""Bytes; the tests hold the guide's pictures to it."""


def save(picture: Image.Image, path: Path, width: int = 0) -> None:
    """Writes the picture with few colours, at most `width` pixels wide (0: as it is)."""
    if width and picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    small = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path.name}: {path.stat().st_size} bytes")
