"""A comparison on the terminal (比较显示): what is compared, what must be known of it, and its tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Sheet
from rich.text import Text

from gongkai.cli import messages
from gongkai.cli.folding import folded
from gongkai.report.compare import Comparison, Group
from gongkai.report.lineup import Kind
from gongkai.writers.comparison.grid import Grid, Spot, grids
from gongkai.writers.comparison.text import noted, notes_of, title

# So many years with their changes, or organs' figures, stand side by side.
_MOST_YEARS, _MOST_MEASURES = 5, 10
# In cells: names of rows, heads of columns, what stands between two columns.
_WIDEST, _NARROWEST, _YEAR, _HEAD, _BETWEEN = 40, 12, 7, 6, 2
_INDENT = "  "


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Print every group: its notes and its tables; then what must be said of the rest."""
    for group in comparison.groups:
        _show(console, group)
    for note in comparison.notes:
        _tell(console, noted(note))
    _tell(console, messages.COMPARE_LEGEND, style="dim")


def _show(console: Console, group: Group) -> None:
    console.print(Text(title(group), style="bold"))
    for note in notes_of(group):
        _tell(console, note)
    by_year = group.kind is Kind.YEARS
    last = ""
    for block in group.blocks:
        for grid in grids(group, block):
            if grid.title != last:
                last = grid.title
                console.print()
                console.print(Text(last, style="bold"))
            for part in _parted(grid, _MOST_YEARS if by_year else _MOST_MEASURES):
                if len(part.groups) == 1 and part.heads[0].group:
                    console.print(Text(part.heads[0].group))
                console.print(_sheet(part, console.width, by_year=by_year))
    console.print()


def _tell(console: Console, note: str, style: str = "yellow") -> None:
    for line in folded(Text(note, style=style), console.width):
        console.print(line)


def _parted(grid: Grid, most: int) -> Iterator[Grid]:
    """Yield a table in parts of no more columns than fit, cut between groups where there are any."""
    start = end = 0
    for _, count in grid.groups:
        if end > start and end + count - start > most:
            yield _part(grid, start, end)
            start = end
        end += count
    for at in range(start, end, most):
        yield _part(grid, at, min(at + most, end))


def _part(grid: Grid, start: int, end: int) -> Grid:
    rows = tuple(row._replace(spots=row.spots[start:end]) for row in grid.rows)
    return Grid(grid.title, grid.heads[start:end], rows)


def _sheet(grid: Grid, width: int, *, by_year: bool) -> Sheet:
    widths = [_widest(grid, number) for number in range(len(grid.heads))]
    heads = _heads(grid, [max(one, _YEAR if by_year else _HEAD) for one in widths])
    taken = sum(max(one, *map(cell_len, head.plain.split("\n"))) for head, one in zip(heads, widths, strict=True))
    room = max(width - taken - _BETWEEN * (len(heads) + 1), _NARROWEST)
    corner = messages.COMPARE_MEASURE if by_year else messages.COMPARE_ORGAN
    sheet = Sheet(corner, box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for head, one in zip(heads, widths, strict=True):
        sheet.add_column(head, justify="right", min_width=one)
    shown = ""
    for row in grid.rows:
        if row.group and row.group != shown:
            sheet.add_row(Text(row.group, style="bold"))
        shown = row.group
        name = _folded(_INDENT * bool(row.group) + row.text, min(room, _WIDEST))
        sheet.add_row(name, *map(_shown, row.spots), style="bold" if row.total else "")
    return sheet


def _widest(grid: Grid, number: int) -> int:
    lines = [line for row in grid.rows for line in _shown(row.spots[number]).plain.split("\n")]
    return max((cell_len(line) for line in lines), default=0)


def _heads(grid: Grid, widths: list[int]) -> list[Text]:
    """Return the heads of the columns, as wide as their figures; one of several groups over its first."""
    found: list[Text] = []
    shown = grid.heads[0].group if len(grid.groups) == 1 else ""
    for head, width in zip(grid.heads, widths, strict=True):
        parts = [head.group, head.text] if head.group != shown else [head.text]
        shown = head.group
        found.append(Text("\n").join(_folded(part, width) for part in parts if part))
    return found


def _folded(text: str, width: int) -> Text:
    return Text("\n").join(folded(Text(text), width))


def _shown(spot: Spot) -> Text:
    text = Text(spot.text + spot.sign, style="yellow" if spot.open else "")
    if spot.broken:
        text.append(f"\n{messages.COMPARE_UNEQUAL.format(text=spot.broken)}", style="bold red")
    if spot.change:
        text.append(f"\n{spot.change}", style="dim")
    return text
