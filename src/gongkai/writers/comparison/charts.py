"""Bars for a comparison (条形图): clusters of columns over years, and rows of stacked or single bars.

Every bar bears its figure where there is room, so that no scale must be read. What is unknown is never drawn as
nothing: its sign stands in its place, and its bounds are an empty, broken outline. No two words ever touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.writers.comparison.geometry import (
    INK,
    SIZE,
    SOFT,
    UNSURE,
    WIDTH,
    Amount,
    Bar,
    Chart,
    Item,
    Label,
    Series,
    cut,
    text_width,
)

_LEGEND_HEIGHT, _SWATCH = 26, 12
_GAP = 6
# Columns.
_PLOT_HEIGHT, _FOOT, _HEAD = 190, 26, 20
_WIDEST_COLUMN, _WIDEST_CLUSTER, _FILLED = 44, 190, 0.84
# Rows.
_ROW, _BAR, _WIDEST_NAME = 28, 18, 280
_THIN, _APART = 16, 10
# How far the foot of a text stands below its middle, for each unit of its size.
_MIDDLE = 0.36
_THINNEST = 1.5


def clusters(items: Sequence[Item], series: Sequence[Series]) -> Chart:
    """Return a cluster of bars for each item: columns, or rows below each other where figures need more room."""
    cluster = min(WIDTH / max(len(items), 1), _WIDEST_CLUSTER)
    slot = cluster * _FILLED / len(series)
    widest = max((text_width(one.text) for item in items for one in item.amounts), default=0)
    narrow = widest > slot or any(text_width(item.name) > cluster for item in items)
    return _lying(items, series) if narrow else _columns(items, series, cluster)


def _columns(items: Sequence[Item], series: Sequence[Series], cluster: float) -> Chart:
    top = _HEAD + _legend_height(series)
    foot = top + _PLOT_HEIGHT
    unit = _PLOT_HEIGHT / _most(items)
    left = (WIDTH - cluster * len(items)) / 2
    slot = cluster * _FILLED / len(series)
    width = min(slot - 3, _WIDEST_COLUMN)
    bars, labels = _legend(series)
    for number, item in enumerate(items):
        start = left + number * cluster
        labels.append(Label(start + cluster / 2, foot + 18, item.name, "middle"))
        for nth, (amount, kind) in enumerate(zip(item.amounts, series, strict=True)):
            middle = start + cluster * (1 - _FILLED) / 2 + slot * (nth + 0.5)
            low, high = _span(amount, unit, _PLOT_HEIGHT)
            if high > low:
                unsure = amount.size is None
                bars.append(Bar(middle - width / 2, foot - high, width, high - low, kind.colour, unsure))
            colour = SOFT if amount.size is None else INK
            labels.append(Label(middle, foot - high - 5, amount.text, "middle", colour))
    return Chart(WIDTH, foot + _FOOT, tuple(bars), tuple(labels), (left, foot, WIDTH - left, foot))


def _lying(items: Sequence[Item], series: Sequence[Series]) -> Chart:
    top = _legend_height(series)
    left = max((text_width(item.name) for item in items), default=0) + 12
    right = max((text_width(one.text) for item in items for one in item.amounts), default=0) + _GAP
    length = WIDTH - left - right
    unit = length / _most(items)
    height = _THIN * len(series)
    bars, labels = _legend(series)
    for number, item in enumerate(items):
        start = top + number * (height + _APART)
        labels.append(Label(left - 8, start + height / 2 + SIZE * _MIDDLE, item.name, "end"))
        for nth, (amount, kind) in enumerate(zip(item.amounts, series, strict=True)):
            low, high = _span(amount, unit, length)
            at, unsure = start + nth * _THIN, amount.size is None
            if high > low:
                bars.append(Bar(left + low, at + 1, high - low, _THIN - 2, kind.colour, unsure))
            foot = at + _THIN / 2 + SIZE * _MIDDLE
            labels.append(Label(left + high + _GAP, foot, amount.text, colour=SOFT if unsure else INK))
    foot = top + len(items) * (height + _APART) - _APART
    return Chart(WIDTH, foot + 4, tuple(bars), tuple(labels), (left, top, left, foot))


def _span(amount: Amount, unit: float, longest: float) -> tuple[float, float]:
    """Return from where to where a bar goes: from nothing to its size, or between the bounds of what is unknown."""
    if amount.size is not None:
        return 0.0, max(amount.size * unit, _THINNEST) if amount.size > 0 else 0.0
    if amount.low is None or amount.high is None:
        return 0.0, 0.0
    high = min(max(amount.high * unit, _THINNEST), longest)
    return min(max(amount.low * unit, 0.0), high - _THINNEST), high


def _most(items: Sequence[Item]) -> float:
    return max((amount.size or 0 for item in items for amount in item.amounts), default=0) or 1


def rows(
    items: Sequence[Item], series: Sequence[Series], *, unknown: str, share: bool = False, together: int = 1
) -> Chart:
    """Return a row of bars end to end for each item, with its total behind; `share`: all as long as each other.

    `unknown` names the part of a total that no series is known to make up; so many items stand `together`.
    """
    kinds = [] if len(series) == 1 else [*series, Series(unknown, UNSURE)] if _has_rest(items) else series
    top = _legend_height(kinds)
    names = [cut(item.name, _WIDEST_NAME) for item in items]
    left = max((text_width(name) for name in names), default=0) + 12
    right = max((text_width(item.total.text) for item in items), default=0) + _GAP + len(series) * _THINNEST
    length = WIDTH - left - right
    most = max((_known(item) for item in items), default=0) or 1
    bars, labels = _legend(kinds)
    for number, (item, name) in enumerate(zip(items, names, strict=True)):
        foot = top + _height(number, together) + _ROW / 2 + SIZE * _MIDDLE
        labels.append(Label(left - 8, foot, name, "end"))
        unit = length / (_known(item) or 1) if share else length / most
        found, told = _row(item, series, (left, length, unit), foot)
        bars += found
        labels += told
    height = top + _height(len(items) - 1, together) + _ROW + 4
    return Chart(WIDTH, height, tuple(bars), tuple(labels), (left, top, left, height - 4))


def _height(number: int, together: int) -> float:
    """Return how far below the first row another begins."""
    return number * _ROW + (number // together * _ROW * 0.4 if together > 1 else 0)


def _row(
    item: Item, series: Sequence[Series], scale: tuple[float, float, float], foot: float
) -> tuple[list[Bar], list[Label]]:
    left, length, unit = scale
    top = foot - SIZE * _MIDDLE - _BAR / 2
    bars: list[Bar] = []
    labels: list[Label] = []
    at = left
    for amount, kind in zip(item.amounts, series, strict=True):
        if amount.size:
            width = max(amount.size * unit, _THINNEST)
            bars.append(Bar(at, top, width, _BAR, kind.colour))
            if len(series) > 1 and text_width(amount.text) + 4 <= width:
                labels.append(Label(at + width / 2, foot, amount.text, "middle", kind.ink))
            at += width
    if end := _rest(item, at, left, unit):
        start, at = max(at, left + (item.total.low or 0) * unit), min(end, left + length)
        bars.append(Bar(min(start, at), top, max(at - start, _THINNEST), _BAR, UNSURE, unsure=True))
    labels.append(Label(at + _GAP, foot, item.total.text, colour=SOFT if item.total.size is None else INK))
    return bars, labels


def _rest(item: Item, at: float, left: float, unit: float) -> float | None:
    """Return where the part ends that is unknown: at the total, or at its upper bound."""
    open_parts = any(amount.size is None for amount in item.amounts)
    whole = item.total.size if item.total.size is not None else item.total.high
    end = left + (whole or 0) * unit
    return end if open_parts and end > at + _THINNEST else None


def _has_rest(items: Sequence[Item]) -> bool:
    return any(
        amount.size is None and (item.total.size or item.total.high) for item in items for amount in item.amounts
    )


def _known(item: Item) -> float:
    """Return how much of an item is known: its total, or what its parts come to if that is more."""
    return max(item.total.size or 0, sum(amount.size or 0 for amount in item.amounts))


def _legend_height(series: Sequence[Series]) -> float:
    return _LEGEND_HEIGHT * max((row + 1 for _, _, row in _legend_places(series)), default=0)


def _legend_places(series: Sequence[Series]) -> Iterator[tuple[Series, float, int]]:
    at, row = 0.0, 0
    for kind in series:
        width = _SWATCH + 6 + text_width(kind.name) + 18
        if at and at + width > WIDTH:
            at, row = 0.0, row + 1
        yield kind, at, row
        at += width


def _legend(series: Sequence[Series]) -> tuple[list[Bar], list[Label]]:
    bars: list[Bar] = []
    labels: list[Label] = []
    for kind, at, row in _legend_places(series):
        top = row * _LEGEND_HEIGHT + 2
        bars.append(Bar(at, top, _SWATCH, _SWATCH, kind.colour, unsure=kind.colour == UNSURE))
        labels.append(Label(at + _SWATCH + 6, top + SIZE - 2, kind.name))
    return bars, labels
