"""Where the bars and words of a chart stand (图形布局): plain numbers, so that a test can say nothing overlaps.

Widths of text are taken from the kind of character alone, never from a font of this machine, and rather too wide.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

WIDTH = 840
SIZE = 13
INK, SOFT, PAPER, UNSURE = "#1b1f24", "#55606b", "#ffffff", "#7b8794"
_WIDE = 0x2E80
Anchor = Literal["start", "middle", "end"]


class Series(NamedTuple):
    """What bars of one colour stand for; `ink` is what can be read on them."""

    name: str
    colour: str
    ink: str = PAPER


class Amount(NamedTuple):
    """A figure as a chart needs it: its text, its size where it is known, and bounds of it where it is not."""

    text: str
    size: float | None
    low: float | None = None
    high: float | None = None


class Item(NamedTuple):
    """A row, or a cluster of columns: its name, an amount for each series, and what they come to."""

    name: str
    amounts: tuple[Amount, ...]
    total: Amount


class Bar(NamedTuple):
    """A rectangle; `unsure` where it only shows within which bounds something is, or what is left unknown."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    unsure: bool = False


class Label(NamedTuple):
    """Words whose foot stands at a point."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    colour: str = INK


class Chart(msgspec.Struct, frozen=True):
    """A chart: its size, its bars, its words, and the line that the bars stand on, from point to point."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    axis: tuple[float, float, float, float]


def text_width(text: str) -> float:
    """Return how wide a text is at most in the size of the charts."""
    return sum(SIZE if ord(char) >= _WIDE else SIZE * 0.62 for char in text)


def cut(text: str, width: float) -> str:
    """Return a text no wider than that, with its middle left out: organs differ at both ends."""
    if text_width(text) <= width:
        return text
    shorter = (f"{text[: keep // 2]}…{text[-(keep - keep // 2) :]}" for keep in range(len(text) - 1, 0, -1))
    return next((one for one in shorter if text_width(one) <= width), "…")
