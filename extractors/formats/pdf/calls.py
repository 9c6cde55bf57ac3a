"""PDFium's functions that a page needs by the thousand, for plain addresses, and over many characters at a time.

pypdfium2's bindings check and wrap what goes in and out of every call. With plain addresses, and the loop in C, a call
costs half as much: a character's box 0.4 microseconds where it was 1.1. What comes back lies in an `array`: ctypes
would make a new type for every length, in 20 microseconds each.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from struct import iter_unpack
from typing import Any

import pypdfium2.raw as pdfium

from extractors.records import BBox

Address = int
"""Of something that PDFium holds: a page, a text page, an object."""

Colour = tuple[int, int, int, int]
"""Red, green, blue, and how much of it covers what lies below."""

BLACK: Colour = (0, 0, 0, 255)
"""What is drawn in no colour of its own."""

_POINTER = ctypes.c_void_p


def address(handle: Any) -> Address:
    """Where the thing lies that one of pypdfium2's pointers points to."""
    return ctypes.addressof(handle.contents)


def plain(function: Any) -> Callable[..., Any]:
    """The same function of PDFium, for addresses in place of pointers of every kind; None for a null pointer."""
    kinds = [_POINTER if _is_pointer(kind) else kind for kind in (function.restype, *function.argtypes)]
    return ctypes.PYFUNCTYPE(*kinds)(ctypes.cast(function, _POINTER).value or 0)


def _is_pointer(kind: Any) -> bool:
    return kind is not None and issubclass(kind, ctypes._Pointer)  # noqa: SLF001 -- ctypes has no other name for it


font_size: Callable[[Address, int], float] = plain(pdfium.FPDFText_GetFontSize)
"""The size, in points, of the font that a text page's character is set in; 1.0 where it has none."""

unicode_of: Callable[[Address, int], int] = plain(pdfium.FPDFText_GetUnicode)
"""A text page's character."""

render_mode: Callable[[Address], int] = plain(pdfium.FPDFTextObj_GetTextRenderMode)
"""How a text object's letters are drawn: with ink or without."""

_text = plain(pdfium.FPDFText_GetText)
_loose_box = plain(pdfium.FPDFText_GetLooseCharBox)
_origin = plain(pdfium.FPDFText_GetCharOrigin)
_generated = plain(pdfium.FPDFText_IsGenerated)
_text_object = plain(pdfium.FPDFText_GetTextObject)
_angle = plain(pdfium.FPDFText_GetCharAngle)
_font = plain(pdfium.FPDFTextObj_GetFont)
_fill_colour = plain(pdfium.FPDFPageObj_GetFillColor)
_stroke_colour = plain(pdfium.FPDFPageObj_GetStrokeColor)
_draw_mode = plain(pdfium.FPDFPath_GetDrawMode)
_font_name = plain(pdfium.FPDFFont_GetBaseFontName)
_font_weight = plain(pdfium.FPDFFont_GetWeight)


def text(textpage: Address, count: int) -> str:
    """The text page's text; PDFium may put in characters that are none of its own, or leave some out."""
    units = array("H", bytes(2 * count + 2))
    begin, _ = units.buffer_info()
    written = _text(textpage, 0, count, begin)
    return str(memoryview(units)[: max(written - 1, 0)], "utf-16-le", "ignore")


def loose_boxes(textpage: Address, indices: Sequence[int]) -> Iterator[BBox]:
    """The characters' boxes, as high as their font: left, top, right, bottom in PDFium's coordinates."""
    boxes = array("f", bytes(16 * len(indices)))
    begin, _ = boxes.buffer_info()
    _made(map(_loose_box, repeat(textpage), indices, range(begin, begin + 16 * len(indices), 16)))
    return iter_unpack("4f", boxes)


def origins(textpage: Address, indices: Sequence[int]) -> Iterator[tuple[float, float]]:
    """Where the characters stand on their baselines: x and y."""
    points = array("d", bytes(16 * len(indices)))
    begin, _ = points.buffer_info()
    end = begin + 16 * len(indices)
    _made(map(_origin, repeat(textpage), indices, range(begin, end, 16), range(begin + 8, end + 8, 16)))
    return iter_unpack("2d", points)


def generated(textpage: Address, indices: Sequence[int]) -> Iterator[bool]:
    """Whether PDFium itself put the characters in."""
    return (answer == 1 for answer in map(_generated, repeat(textpage), indices))


def angles(textpage: Address, indices: Sequence[int]) -> Iterator[float]:
    """By how much the characters are turned, in radians."""
    return map(_angle, repeat(textpage), indices)


def text_objects(textpage: Address, indices: Sequence[int]) -> list[Address | None]:
    """The text objects that draw the characters; None for what is drawn by none."""
    return list(map(_text_object, repeat(textpage), indices))


def font_sizes(textpage: Address, indices: Iterable[int]) -> Iterator[float]:
    """The sizes of the characters' fonts, in points; 1.0 for one that has none."""
    return map(font_size, repeat(textpage), indices)


def fonts(text_objects: Iterable[Address | None]) -> Iterator[Address | None]:
    """The text objects' fonts; None for no text object, or no font."""
    return map(_font, text_objects)


def fill_colours(objects: Sequence[Address]) -> Iterator[Colour]:
    """What the objects are filled with."""
    return _colours(_fill_colour, objects)


def stroke_colours(objects: Sequence[Address]) -> Iterator[Colour]:
    """What the objects' lines are drawn with."""
    return _colours(_stroke_colour, objects)


def _colours(function: Callable[..., Any], objects: Sequence[Address]) -> Iterator[Colour]:
    parts = array("I", BLACK) * len(objects)
    begin, _ = parts.buffer_info()
    end = begin + 16 * len(objects)
    _made(map(function, objects, *(range(begin + at, end + at, 16) for at in (0, 4, 8, 12))))
    return iter_unpack("4I", parts)


def draw_modes(paths: Sequence[Address]) -> Iterator[tuple[int, int]]:
    """How the paths' insides are filled, 0 for not at all, and whether their lines are drawn."""
    modes = array("i", bytes(8 * len(paths)))
    begin, _ = modes.buffer_info()
    end = begin + 8 * len(paths)
    _made(map(_draw_mode, paths, range(begin, end, 8), range(begin + 4, end + 4, 8)))
    return iter_unpack("2i", modes)


def name_and_weight(font: Address) -> tuple[str, int]:
    """The font's name in the file, and how heavy it is: 400 for a plain one, 700 for bold."""
    name = ctypes.create_string_buffer(128)
    _font_name(font, name, 128)
    return name.value.decode("utf-8", "replace"), _font_weight(font)


def _made(calls: Iterator[Any]) -> None:
    """Makes the calls; what they return says nothing new."""
    deque(calls, maxlen=0)
