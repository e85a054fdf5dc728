"""A chart as SVG inside a page (图形): text stays text, with a title and a description for those who listen."""

from __future__ import annotations

from decimal import Decimal

import drawsvg

from gongkai.writers.comparison.geometry import PAPER, SIZE, UNSURE, Bar, Chart, Label

_FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
_TENTH = Decimal("0.1")


class _Description(drawsvg.Title):  # type: ignore[misc]  # the library has no types of its own
    """What a chart shows, in words; the library knows titles only."""

    TAG_NAME = "desc"


def svg(chart: Chart, *, key: str, title: str, description: str) -> str:
    """Return a chart as an element of a page; `key` is a word that no other chart of the page bears."""
    drawing = drawsvg.Drawing(
        _short(chart.width),
        _short(chart.height),
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=_FONTS,
    )
    drawing.append(drawsvg.Title(title, id=f"{key}-title"))
    drawing.append(_Description(description, id=f"{key}-desc"))
    for bar in chart.bars:
        drawing.append(_bar(bar))
    ends = map(_short, chart.axis)
    drawing.append(drawsvg.Line(*ends, stroke=UNSURE, stroke_width=1))
    for label in chart.labels:
        drawing.append(_text(label))
    return str(drawing.as_svg(header=""))


def _bar(bar: Bar) -> drawsvg.Rectangle:
    x, y, width, height = map(_short, (bar.x, bar.y, bar.width, bar.height))
    if bar.unsure:
        return drawsvg.Rectangle(x, y, width, height, fill=PAPER, stroke=bar.colour, stroke_dasharray="3 3")
    return drawsvg.Rectangle(x, y, width, height, fill=bar.colour)


def _text(label: Label) -> drawsvg.Text:
    text = " ".join(label.text.split())
    return drawsvg.Text(text, SIZE, _short(label.x), _short(label.y), text_anchor=label.anchor, fill=label.colour)


def _short(number: float) -> float:
    """Return a number with as many digits as an eye can tell."""
    return float(Decimal(number).quantize(_TENTH))
