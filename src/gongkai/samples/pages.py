"""Tables that end with a page of paper and go on over the next (跨页断表)."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec

from gongkai.samples.content import Line, PrintedTable, Role


def cut(table: PrintedTable, places: Sequence[int], *, again: bool, silent: bool = False) -> PrintedTable:
    """Return the table with a page's end before each line in `places`.

    `again`: the head is printed again on each page. `silent`: the groups open there are not named again.
    """
    head = table.lines[: table.head_lines]
    lines: list[Line] = []
    for number, line in enumerate(table.lines):
        if number not in places:
            lines.append(line)
        elif again and head:
            lines += [msgspec.structs.replace(head[0], breaks=True, silent=silent), *head[1:], line]
        else:
            lines.append(msgspec.structs.replace(line, breaks=True, silent=silent))
    return msgspec.structs.replace(table, lines=tuple(lines))


def cut_somewhere(table: PrintedTable, rng: random.Random) -> PrintedTable:
    """Return the table cut into pages; the blocks of table 2 each become a table."""
    if table.key == "2":
        starts = [n for n, line in enumerate(table.lines) if n and line.role is Role.BANNER]
        return cut(table, starts, again=False)
    if table.key == "3":
        _first, *body = (number for number, line in enumerate(table.lines) if line.row)
        places = rng.sample(body, rng.randint(1, 3))
        return cut(table, places, again=rng.random() < 0.6, silent=rng.random() < 0.3)
    return table
