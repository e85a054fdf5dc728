"""The lines of a table as rows of a grid (表格网格): where groups open, what spans cover."""

from __future__ import annotations

import msgspec

from gongkai.samples.content import Group, Line, PrintedTable, Role, RowKey, Spot


class Row(msgspec.Struct, frozen=True):
    """A row to print. `spots` are its own, `columns` has one entry a column, None where a span covers it.

    `breaks`: a new page begins with this row.
    """

    spots: tuple[Spot, ...]
    columns: tuple[Spot | None, ...]
    row: RowKey | None = None
    breaks: bool = False

    @property
    def is_furniture(self) -> bool:
        return self.spots[0].role is Role.FURNITURE


def rows(table: PrintedTable, *, cut: bool = False) -> list[Row]:
    """Return the table's rows; a group's spot stands in its first row and reaches down over the others.

    With `cut` furniture between two rows cuts the table in two, as on a page; else it is only passed over.
    """
    found: list[Row] = []
    open_groups: tuple[str, ...] = ()
    reach = [0] * table.width
    unnamed: tuple[str, ...] = ()
    for number, line in enumerate(table.lines):
        furniture = line.role is Role.FURNITURE
        if line.breaks or (furniture and cut):
            unnamed = (open_groups or unnamed) if line.silent else ()
            open_groups, reach = (), [0] * table.width
        if furniture:
            found.append(Row(line.spots, (), None, line.breaks or cut))
            continue
        spots = line.spots
        if line.groups:
            opened = _opened(line.groups, open_groups, unnamed, _after(table, number, cut=cut))
            open_groups, unnamed = tuple(group.key for group in line.groups), ()
            spots = (*opened, *spots)
        found.append(Row(spots, _columns(spots, reach), line.row, line.breaks))
    return found


def _opened(
    groups: tuple[Group, ...], open_groups: tuple[str, ...], unnamed: tuple[str, ...], lines: list[Line]
) -> list[Spot]:
    """Return the spots of the groups that open here; those in `unnamed` are empty."""
    opened = []
    for depth, group in enumerate(groups):
        if group.key in open_groups[depth : depth + 1]:
            continue
        parts = () if group.key in unnamed else group.spot.parts
        opened.append(msgspec.structs.replace(group.spot, down=_down(group.key, lines), parts=parts))
    return opened


def _after(table: PrintedTable, number: int, *, cut: bool) -> list[Line]:
    """Return the lines from one on, without the furniture that does not cut the table."""
    return [line for line in table.lines[number:] if cut or line.role is not Role.FURNITURE]


def _down(key: str, lines: list[Line]) -> int:
    """Return how many rows a group reaches over from the first of some lines, until it or the page ends."""
    down = 1
    for line in lines[1:]:
        if line.breaks or not any(group.key == key for group in line.groups):
            break
        down += 1
    return down


def _columns(spots: tuple[Spot, ...], reach: list[int]) -> tuple[Spot | None, ...]:
    """Return what stands in each column of a row.

    `reach` counts, for each column, the rows that spots from above still cover; it is brought up to date.
    """
    columns: list[Spot | None] = [None] * len(reach)
    covered = [rows_left > 0 for rows_left in reach]
    reach[:] = [max(0, rows_left - 1) for rows_left in reach]
    at = 0
    for spot in spots:
        while at < len(columns) and covered[at]:
            at += 1
        if at >= len(columns):
            break
        columns[at] = spot
        for column in range(at, min(at + spot.across, len(columns))):
            reach[column] = max(reach[column], spot.down - 1)
        at += spot.across
    return tuple(columns)
