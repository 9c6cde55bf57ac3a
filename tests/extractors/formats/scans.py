"""A paper's pages as an office's scanner gives them: pictures, askew, noisy, stamped in red, signed in blue."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter


@dataclass(frozen=True)
class Faults:
    """What is wrong with a scan."""

    skew: float = 0.7
    """Degrees at most, either way."""
    noise: float = 14.0
    """Standard deviation, of 255."""
    stamp: bool = True
    """A red stamp over the end of the last page of text and a blue signature across it."""
    dpi: int = 200
    quality: int = 75
    turns: int = 0
    """Quarter turns clockwise."""


def scan(pdf: bytes, seed: int = 0, faults: Faults = Faults()) -> bytes:
    """The paper as a PDF of pictures without a text of its own."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[i].render(scale=faults.dpi / 72).to_pil().convert("RGB") for i in range(len(document))]
    document.close()
    return as_pdf([spoilt(page, chance, faults, seal=_seal_at(pdf, n)) for n, page in enumerate(pages)], faults)


def as_pdf(pictures: list[Image.Image], faults: Faults) -> bytes:
    """The pictures as the pages of a PDF."""
    out = io.BytesIO()
    options = {"format": "PDF", "resolution": faults.dpi, "quality": faults.quality}
    pictures[0].save(out, save_all=True, append_images=pictures[1:], **options)
    return out.getvalue()


def spoilt(page: Image.Image, chance: random.Random, faults: Faults, seal: tuple[float, float] | None) -> Image.Image:
    """The page with the faults; `seal` says where the stamp's middle is, as shares of the page."""
    if faults.stamp and seal:
        page = _stamped(page, seal)
    page = page.rotate(chance.uniform(-faults.skew, faults.skew), Image.Resampling.BICUBIC, fillcolor="white")
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    grain = Image.effect_noise(page.size, faults.noise)
    dark = Image.merge("RGB", [grain.point(lambda v: min(255, 255 - abs(v - 128)))] * 3)
    page = Image.composite(page, dark, grain.point(lambda v: 200))
    return page.rotate(-90 * faults.turns, expand=True)


def _stamped(page: Image.Image, seal: tuple[float, float]) -> Image.Image:
    """A ring with a star in red and a scribble in blue, as ink lies on print: darker where it covers print."""
    x, y, r = round(seal[0] * page.width), round(seal[1] * page.height), round(page.width * 0.085)
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    draw.ellipse((x - r, y - r, x + r, y + r), outline=(225, 40, 50), width=max(2, r // 14))
    draw.ellipse((x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8), outline=(225, 40, 50), width=max(1, r // 20))
    draw.regular_polygon((x, y, r * 0.35), 5, fill=(225, 40, 50))
    points = [(x + r * (i / 9 - 0.2), y + r * 0.5 * (-1) ** i * (1 - i / 14)) for i in range(12)]
    draw.line(points, fill=(30, 50, 190), width=max(2, r // 18), joint="curve")
    from PIL import ImageChops

    return ImageChops.multiply(page, ink)


def _seal_at(pdf: bytes, index: int) -> tuple[float, float] | None:
    """Where the seal goes: below the signer's office, where the page has it."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[index]
    try:
        text = page.get_textpage()
        width, height = page.get_size()
        for words in ("GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "TRƯỞNG BAN"):
            found = text.search(words).get_next()
            if found:
                left, bottom, _right, _top = text.get_charbox(found[0])
                if bottom < height * 0.6:
                    return (left - 10) / width, (height - bottom + 38) / height
    finally:
        document.close()
    return None
