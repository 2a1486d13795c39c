"""Pictures by Matplotlib: a figure to draw on, and its bytes, the same for the same figure.

Matplotlib belongs to the extra ``charts``, and is slow to import: only here and where something is drawn.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

from sayso.exports.palette import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure, SubFigure

__all__ = ["ChartsMissing", "Format", "drawing", "finished", "fitted", "measured", "page"]

Format = Literal["svg", "png"]

DPI = 144
"""Pixels an inch of a PNG; an SVG has 72 points an inch, and any size."""

SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be searched, and read aloud
    "svg.hashsalt": "sayso",
    "hatch.linewidth": 0.6,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "text.parse_math": False,  # "$x$" is what a report wrote
    "text.usetex": False,
    "path.simplify": True,
}

_LOCK = RLock()


class ChartsMissing(ImportError):
    """Matplotlib is not installed."""


@contextmanager
def drawing() -> Iterator[None]:
    """Within it figures are made and finished: Matplotlib's settings are ours, and nobody else's then.

    They are global, and several threads may draw; so one at a time. Letters that the font lacks are
    drawn as boxes, without a warning.

    Raises:
        ChartsMissing: Matplotlib is not installed.
    """
    try:
        import matplotlib
    except ImportError:
        raise ChartsMissing('charts need Matplotlib: pip install "sayso[charts]"') from None
    with _LOCK, matplotlib.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+ ")
        yield


def page(width: float, height: float, theme: Theme) -> Figure:
    """An empty figure, in inches."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=72, facecolor=theme.page)
    FigureCanvasAgg(figure)
    return figure


def finished(figure: Figure, format: Format, title: str, told: str) -> bytes:
    """A figure's bytes; ``title`` and ``told`` are what a screen reader says instead of an SVG."""
    made = BytesIO()
    if format == "png":
        figure.savefig(made, format="png", dpi=DPI, metadata={"Software": None, "Title": title})
        return made.getvalue()
    figure.savefig(made, format="svg", dpi=72, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    before, root, after = made.getvalue().decode("utf-8").partition("<svg ")
    opening, end, drawn = after.partition(">")
    named = f"\n <title>{escape(title)}</title>\n <desc>{escape(told)}</desc>"
    return f'{before}{root}role="img" {opening}{end}{named}{drawn}'.encode()


def measured(figure: Figure | SubFigure, text: str, size: float, weight: str = "normal") -> float:
    """How wide a text is, in inches, at a size in points."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.font_manager import FontProperties

    assert isinstance(figure.canvas, FigureCanvasAgg)
    renderer: Any = figure.canvas.get_renderer()  # type: ignore[no-untyped-call]
    width, _, _ = renderer.get_text_width_height_descent(
        text, FontProperties(size=size, weight=weight), False
    )
    return float(width) / 72


def fitted(figure: Figure | SubFigure, text: str, size: float, wide: float) -> str:
    """A text, cut until it is no wider than so many inches."""
    while len(text) > 2 and (width := measured(figure, text, size)) > wide:
        text = text[: min(len(text) - 2, int(len(text) * wide / width))].rstrip() + "…"
    return text
