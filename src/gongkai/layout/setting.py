"""How titles and tables are set, whatever prints them (排版规则)."""

from __future__ import annotations

from gongkai.layout import page, words
from gongkai.layout.blocks import Grid

# Of a character's height, how wide one of Latin is at most.
_LATIN = 0.6


def title_lines(text: str) -> list[str]:
    """Return a title cut where its words part, where it is too long for a line and no part is."""
    most = page.TEXT_WIDTH * page.POINTS / page.TITLE_SIZE - 2
    if ems(text) > most and (cut := words.TITLE_CUT.search(text)):
        parts = [text[: cut.start()].rstrip(), text[cut.start() :]]
        if all(0 < ems(part) <= most for part in parts):
            return parts
    return [text]


def ems(text: str) -> float:
    """Return how wide a text is at most, in characters of Chinese."""
    return sum(_LATIN if character.isascii() else 1 for character in text)


def table_size(grid: Grid) -> float:
    """Return the size of a table's letters, in points: in a column of a unit four of them are two lines of two."""
    return page.WIDE_TABLE_SIZE if min(grid.widths) > 1 else page.TABLE_SIZE


def is_list(grid: Grid) -> bool:
    """Say whether a table's labels make a list in groups, and stand left."""
    return any(box.scope == "rowgroup" for row in grid.rows for box in row)
