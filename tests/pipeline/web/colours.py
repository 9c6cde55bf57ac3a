"""The desk's colours as its style sheets have them, and the contrast of two."""

import re
from pathlib import Path

import pipeline.web

STATIC = Path(pipeline.web.__file__).parent / "static"
SHEETS = {name: (STATIC / name).read_text(encoding="utf-8") for name in ("desk.css", "site.css", "chart.css")}
COLOURS = dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{3,6})", SHEETS["desk.css"]))


def hexed(colour):
    found = re.fullmatch(r"var\((--[a-z-]+)\)", colour)
    text = (COLOURS[found[1]] if found else colour).lstrip("#")
    return text if len(text) == 6 else "".join(letter * 2 for letter in text)


def luminance(colour):
    parts = [int(hexed(colour)[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
