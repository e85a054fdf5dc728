"""Small changes to a report before its layout, from which the damages are made (改动)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from gongkai.report import CellKey
from gongkai.samples.content import Block, Content, Group, Line, Paragraph, PrintedTable, Role, Shown, Spot

replace = msgspec.structs.replace
LABELS = frozenset({Role.LABEL, Role.GROUP, Role.HEAD, Role.BANNER})


def show(content: Content, changes: Mapping[CellKey, Shown], touched: Iterable[CellKey] = ()) -> Content:
    """Return the content with some cells shown in another way."""
    return replace(content, shown={**content.shown, **changes}, touched=content.touched.union(touched))


def tables(content: Content, change: Callable[[PrintedTable], PrintedTable]) -> Content:
    """Return the content with each of its tables changed."""
    return _blocks(content, lambda block: change(block) if isinstance(block, PrintedTable) else block)


def paragraphs(content: Content, change: Callable[[Paragraph], Paragraph | None]) -> Content:
    """Return the content with each of its paragraphs changed, or left out."""
    return _blocks(content, lambda block: change(block) if isinstance(block, Paragraph) else block)


def texts(content: Content, change: Callable[[Spot], tuple[str, ...]]) -> Content:
    """Return the content with the words of labels, heads and groups changed; `change` returns a spot's parts.

    A group is changed once, and the same for all its rows.
    """
    groups: dict[str, tuple[str, ...]] = {}

    def of_spot(spot: Spot) -> Spot:
        return replace(spot, parts=change(spot)) if spot.role in LABELS else spot

    def of_group(group: Group) -> Group:
        if group.key not in groups:
            groups[group.key] = change(group.spot)
        return replace(group, spot=replace(group.spot, parts=groups[group.key]))

    def of_line(line: Line) -> Line:
        opened = tuple(map(of_group, line.groups))
        return replace(line, groups=opened, spots=tuple(map(of_spot, line.spots)))

    return tables(content, lambda table: replace(table, lines=tuple(map(of_line, table.lines))))


def body_lines(content: Content, keys: Iterable[str] = ("2", "3")) -> list[Line]:
    """Return the lines of some tables that hold values."""
    wanted = tuple(keys)
    found = (block for block in content.blocks if isinstance(block, PrintedTable) and block.key in wanted)
    return [line for table in found for line in table.lines if line.row]


def row_mates(content: Content, keys: Iterable[CellKey]) -> set[CellKey]:
    """Return all cells that stand in a printed line with one of some cells."""
    wanted = set(keys)
    lines = body_lines(content, ("2", "3", "4"))
    return {key for line in lines if wanted.intersection(line.keys) for key in line.keys}


def _blocks(content: Content, change: Callable[[Block], Block | None]) -> Content:
    changed = (change(block) for block in content.blocks)
    return replace(content, blocks=tuple(block for block in changed if block is not None))
