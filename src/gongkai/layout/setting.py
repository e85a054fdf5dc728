"""How titles and tables are set, whatever prints them (排版规则)."""

from __future__ import annotations

from gongkai.layout import page, words
from gongkai.layout.blocks import Grid, Manuscript, Style

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


def is_of_the_desk(manuscript: Manuscript) -> bool:
    """Say whether a manuscript is a letter or a form, or is addressed to somebody, and no report."""
    return manuscript.letterhead is not None or any(
        block.form if isinstance(block, Grid) else block.style is Style.ADDRESSEE for block in manuscript.blocks
    )


def ems(text: str) -> float:
    """Return how wide a text is at most, in characters of Chinese."""
    return sum(_LATIN if character.isascii() else 1 for character in text)


def table_size(grid: Grid) -> float:
    """Return the size of a table's letters, in points: in a column of a unit four of them are two lines of two."""
    if grid.form:
        return page.FORM_SIZE
    return page.WIDE_TABLE_SIZE if min(grid.widths) > 1 else page.TABLE_SIZE


def padding(grid: Grid) -> float:
    """Return how far a table's text stands from the lines beside it, in points."""
    if not grid.form:
        return page.CELL_PADDING
    return page.FORM_PADDING if min(grid.widths) > 1 else page.NARROW_FORM_PADDING


def least_height(grid: Grid, row: int) -> float:
    """Return how high a row is at least, in points: in a form, as there is room to write."""
    if not grid.form:
        return 0
    return page.LINE_PITCH * (grid.lines[row] if row < len(grid.lines) else 1)


def stands_left(grid: Grid, scope: str) -> bool:
    """Say whether a box's text stands left: labels of a list, and what a form is filled in with."""
    return not scope if grid.form else is_list(grid) and scope == "row"


def in_box(scope: str, text: str, *, is_wide: bool) -> str:
    """Return what is printed in a box; the name of a group that is too wide for a line goes on below its number."""
    return words.GROUP_ORDINAL.sub(r"\g<0>\n", text) if is_wide and scope == "rowgroup" else text


def is_list(grid: Grid) -> bool:
    """Say whether a table's labels make a list in groups, and stand left."""
    return any(box.scope == "rowgroup" for row in grid.rows for box in row)
