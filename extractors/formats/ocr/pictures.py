"""The pages of a file as pictures in colour, with their resolution."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.records import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS = 72
MAX_PIXELS = 60_000_000
"""A page of A2 at 300 dpi is 35 million."""
_A4_WIDTH = 8.27
_PLAUSIBLE = range(70, 1300)


class Picture(NamedTuple):
    """One page as a picture."""

    image: Image
    dpi: int


def of_pdf(data: bytes, limits: Limits, dpi: int, pages: Sequence[int] | None = None) -> Iterator[Picture]:
    """Each page of the PDF, or each of these by their numbers, drawn in colour at the resolution."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (Encrypted if "assword" in str(error) else Unreadable)(str(error)) from error
    try:
        if len(pdf) > limits.pages:
            raise TooLarge(f"{len(pdf)} pages")
        pdf.init_forms()
        for number in range(1, len(pdf) + 1) if pages is None else pages:
            yield _drawn(pdf[number - 1], dpi)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"no whole PDF: {error}") from error
    finally:
        pdf.close()


def _drawn(page: object, dpi: int) -> Picture:
    width, height = page.get_size()  # type: ignore[attr-defined]
    if width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
        raise TooLarge(f"a page of {width:.0f} x {height:.0f} points")
    try:
        return Picture(page.render(scale=dpi / POINTS).to_pil().convert("RGB"), dpi)  # type: ignore[attr-defined]
    finally:
        page.close()  # type: ignore[attr-defined]


def of_image(data: bytes, limits: Limits, dpi: int) -> Iterator[Picture]:
    """Each frame of the picture, brought to the resolution by what it says of its size, or as a page of A4."""
    import warnings

    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            frames = getattr(image, "n_frames", 1)
            if frames > limits.pages or image.width * image.height > MAX_PIXELS * 4:
                raise TooLarge(f"{frames} pictures of {image.width} x {image.height}")
            for frame in range(frames):
                image.seek(frame)
                upright = ImageOps.exif_transpose(image)
                yield _scaled(_flat(upright), _resolution(image), dpi)
    except Image.DecompressionBombError as error:
        raise TooLarge("more pixels in a picture than allowed") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Unreadable(f"no whole picture: {error}") from error


def _flat(image: Image) -> Image:
    """The picture in colour on white paper."""
    from PIL import Image as Pillow

    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        over = image.convert("RGBA")
        paper = Pillow.new("RGBA", over.size, "white")
        return Pillow.alpha_composite(paper, over).convert("RGB")
    return image.convert("RGB")


def _resolution(image: Image) -> float:
    """Dots an inch: as the picture says where that makes a sheet of paper, else as if it were A4."""
    said = float(image.info.get("dpi", (0, 0))[0])
    short = min(image.size)
    if round(said) in _PLAUSIBLE and 4 < short / said < 17:
        return said
    return short / _A4_WIDTH


def _scaled(image: Image, said: float, dpi: int) -> Picture:
    scale = dpi / said
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    if size[0] * size[1] > MAX_PIXELS:
        raise TooLarge(f"a picture of {size[0]} x {size[1]}")
    return Picture(image.resize(size), dpi)
