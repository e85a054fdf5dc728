"""A comparison as one self-contained page (比较网页): charts, tables, and what must be known of the figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
from jinja2 import Template

from gongkai.report.compare import Comparison, Group
from gongkai.report.lineup import Entry, Kind
from gongkai.report.measures import CARRIED_OUT, CLOSED, RECEIVED
from gongkai.writers.comparison import words
from gongkai.writers.comparison.grid import Grid, Spot, grids, spot
from gongkai.writers.comparison.pictures import Picture, pictures
from gongkai.writers.comparison.text import name, noted, notes_of, title
from gongkai.writers.templating import template

_CARDS = (RECEIVED, CLOSED, CARRIED_OUT, "reconsideration.total", "litigation.total")


class Card(msgspec.Struct, frozen=True):
    """The newest figure of a measure, large."""

    name: str
    spot: Spot


class Part(msgspec.Struct, frozen=True):
    """A section of a group: its charts and its tables, one after the other where a table would be too wide."""

    section: str
    pictures: tuple[Picture, ...]
    grids: tuple[Grid, ...]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A group as the page shows it; `key` is a word of its own, `since` the year that cards are held against."""

    key: str
    title: str
    by_year: bool
    entries: tuple[Entry, ...]
    cards: tuple[Card, ...]
    newest: int
    since: int
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
    has_totals: bool


def comparison_page(comparison: Comparison) -> bytes:
    """Return a page of every group, with an index where there are several; it needs no script and no other file."""
    views = [_view(group, f"g{number}") for number, group in enumerate(comparison.groups, 1)]
    notes = [noted(note) for note in comparison.notes]
    return _template().render(views=views, notes=notes, words=words).encode()


def _view(group: Group, key: str) -> View:
    by_year = group.kind is Kind.YEARS
    cards = tuple(_cards(group)) if by_year else ()
    return View(
        key=key,
        title=title(group),
        by_year=by_year,
        entries=group.entries,
        cards=cards,
        newest=group.entries[-1].year,
        since=group.entries[-2].year,
        notes=tuple(notes_of(group)),
        parts=tuple(_parts(group, key)),
        has_totals=any(block.totals for block in group.blocks),
    )


def _cards(group: Group) -> Iterator[Card]:
    for key in _CARDS:
        line = group.line(key)
        part, text = name(line.measure)
        label = words.CLOSED if key == CLOSED else part or text
        yield Card(label, spot(line.figures[-1], line.changes[-1]))


def _parts(group: Group, key: str) -> Iterator[Part]:
    drawn = pictures(group, key)
    seen: set[str] = set()
    for block in group.blocks:
        charts = () if block.section in seen else tuple(one for one in drawn if one.section == block.section)
        seen.add(block.section)
        yield Part(block.section, charts, grids(group, block))


@cache
def _template() -> Template:
    return template("comparison.html")
