"""Draws charts as PNG in black and white at print resolution; the same chart, the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import lru_cache
from textwrap import fill
from typing import TYPE_CHECKING, Any

from pipeline.figures import Bars, Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DPI = 300
_MM_AN_INCH = 25.4
_GREYS = 16
_POINTS = 9
# one dark, one white and three hatchings that stay apart on any printer
_LOOKS = (("white", "////"), ("0.25", ""), ("white", ""), ("white", "...."), ("white", "xxxx"))
_ROW_MM = {Bars.GROUPED: 10.0, Bars.STACKED: 8.5}
_LEGEND_MM, _HIGHEST_MM = 16.0, 225.0
_NAME_SHARE = 0.34
"""Of the width: the names at the left."""
_LETTER_MM = 1.9
_STYLE = {"font.family": "DejaVu Serif", "font.size": _POINTS, "hatch.linewidth": 0.6, "axes.linewidth": 0.6}
"""The font comes with matplotlib: the same letters on every machine."""


@lru_cache(maxsize=8)
def drawn(chart: Chart) -> bytes | None:
    """The chart as PNG; None where matplotlib is not installed, and the paper does without."""
    try:
        from matplotlib import style
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        return None
    height = min(_LEGEND_MM + _ROW_MM[chart.bars] * len(chart.rows), _HIGHEST_MM)
    with style.context(["default", _STYLE]):
        figure = Figure(figsize=(chart.width / _MM_AN_INCH, height / _MM_AN_INCH), dpi=DPI)
        axes = figure.add_axes((_NAME_SHARE, 0.02, 0.98 - _NAME_SHARE, 0.96 - _LEGEND_MM / height / 2))
        _frame(axes, chart)
        _DRAW[chart.bars](axes, chart)
        figure.legend(
            *axes.get_legend_handles_labels(),
            loc="upper center",
            ncols=len(chart.series),
            frameon=False,
            fontsize=_POINTS,
        )
        canvas: Any = FigureCanvasAgg(figure)  # its methods bear no types
        canvas.draw()
        data = _in_greys(canvas.get_width_height(), canvas.buffer_rgba())
        canvas.renderer = None  # figure and canvas point at each other: its 20 MB would stay for long
        return data


def _in_greys(size: tuple[int, int], rgba: memoryview) -> bytes:
    """The drawing as PNG with few greys: a tenth of the bytes, and a quarter of the time that a colour PNG takes."""
    from PIL import Image

    step = 255 / (_GREYS - 1)
    drawing = Image.frombuffer("RGBA", size, rgba, "raw", "RGBA", 0, 1)  # type: ignore[arg-type]  # no copy of it
    grey = drawing.convert("L").point([round(value / step) for value in range(256)])
    indexed = Image.frombytes("P", size, grey.tobytes())
    indexed.putpalette([round(level * step) for level in range(_GREYS) for _channel in "RGB"])
    written = io.BytesIO()
    indexed.save(written, "PNG", dpi=(DPI, DPI), bits=4)
    return written.getvalue()


def _frame(axes: Axes, chart: Chart) -> None:
    """Names at the left, the first on top; no scale, since every bar says its number."""
    letters = int(chart.width * _NAME_SHARE / _LETTER_MM)
    names = [fill(row.name, letters, max_lines=2, placeholder=" …") for row in chart.rows]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_visible(False)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _grouped(axes: Axes, chart: Chart) -> None:
    """One bar below the other, each with its number behind it."""
    thick = 0.8 / len(chart.series)
    for number, name in enumerate(chart.series):
        places = [row + (number - (len(chart.series) - 1) / 2) * thick for row in range(len(chart.rows))]
        _bars(axes, chart, number, name, places, thick * 0.9, [0.0] * len(places))
        for place, row in zip(places, chart.rows, strict=True):
            axes.annotate(
                row.texts[number],
                (float(row.sizes[number] or 0), place),
                (3, 0),
                textcoords="offset points",
                va="center",
            )
    axes.set_xlim(0, 1.15 * _largest(chart))


def _stacked(axes: Axes, chart: Chart) -> None:
    """One bar behind the other, each with its number in it."""
    places = [float(row) for row in range(len(chart.rows))]
    starts = [0.0] * len(chart.rows)
    for number, name in enumerate(chart.series):
        _bars(axes, chart, number, name, places, 0.62, starts)
        for index, row in enumerate(chart.rows):
            size = float(row.sizes[number] or 0)
            if size:
                box: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
                axes.text(starts[index] + size / 2, index, row.texts[number], ha="center", va="center", bbox=box)
            starts[index] += size
    axes.set_xlim(0, 1.02 * max(starts))


def _bars(
    axes: Axes, chart: Chart, number: int, name: str, places: list[float], thick: float, starts: list[float]
) -> None:
    colour, hatch = _LOOKS[number % len(_LOOKS)]
    sizes = [float(row.sizes[number] or 0) for row in chart.rows]
    axes.barh(places, sizes, thick, starts, label=name, color=colour, hatch=hatch, edgecolor="black", linewidth=0.6)


def _largest(chart: Chart) -> float:
    return max((float(size) for row in chart.rows for size in row.sizes if size), default=1.0)


_DRAW: Mapping[Bars, Callable[[Axes, Chart], None]] = {Bars.GROUPED: _grouped, Bars.STACKED: _stacked}
