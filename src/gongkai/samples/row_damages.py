"""What happens to whole rows and tables (整行整表的损坏): printed twice, missing, parted by a page's end."""

from __future__ import annotations

import random

from gongkai.report import CellKey, State
from gongkai.samples import pages, words
from gongkai.samples.content import Content, Line, PrintedTable, Role, Shown, Spot
from gongkai.samples.edits import body_lines, replace, show, tables
from gongkai.samples.layouts import ONE_LINE_LAYOUTS, PAGED_LAYOUTS


def rows_twice(content: Content, rng: random.Random) -> Content:
    """Print one to three rows twice, and sometimes the head of table 3 (重复行)."""
    lines = rng.sample(body_lines(content), rng.randint(1, 3))
    rows = {line.row for line in lines}
    head_too = rng.random() < 0.3

    def of_table(table: PrintedTable) -> PrintedTable:
        head = table.lines[: table.head_lines] if head_too and table.key == "3" else ()
        twice = (line for line in table.lines for _ in range(2 if line.row in rows else 1))
        return replace(table, lines=(*head, *twice))

    return show(tables(content, of_table), {}, (key for line in lines for key in line.keys))


def rows_missing(content: Content, rng: random.Random) -> Content:
    """Lose one to three rows with label and values (缺行): their cells are absent."""
    lines = rng.sample(body_lines(content), rng.randint(1, 3))
    rows = {line.row for line in lines}
    gone = {key: Shown(state=State.ABSENT) for line in lines for key in line.keys}

    def of_table(table: PrintedTable) -> PrintedTable:
        kept = (line for line in table.lines if line.row is None or line.row not in rows)
        return replace(table, lines=tuple(kept))

    return show(tables(content, of_table), gone, gone)


def tables_lost(content: Content, rng: random.Random) -> Content:
    """Lose all three tables (表格整体丢失), or one of them; headings and prose stay."""
    lost = rng.choice((("2", "3", "4"), ("2", "3", "4"), ("3",), ("2",), ("4",)))
    gone = {key: Shown(state=State.ABSENT) for key in content.shown if key[0] in lost}
    kept = tuple(b for b in content.blocks if not (isinstance(b, PrintedTable) and b.key in lost))
    return show(replace(content, blocks=kept), gone, gone)


def furniture(content: Content, rng: random.Random) -> Content:
    """Let the ends of pages stand between rows (表中夹杂页码页脚)."""
    touched: set[CellKey] = set()

    def of_table(table: PrintedTable) -> PrintedTable:
        lines = list(table.lines)
        for at in sorted(_page_ends(table, content, rng), reverse=True):
            if content.layout in ONE_LINE_LAYOUTS:
                touched.update(lines[at - 1].keys)
            lines.insert(at, _page_end(rng))
        return replace(table, lines=tuple(lines))

    content = tables(content, of_table)
    return show(content, {}, touched)


def split_table(content: Content, rng: random.Random) -> Content:
    """Part table 3 at a page's end and print its whole head again (跨页重复表头)."""
    silent, footer = rng.random() < 0.3, rng.random() < 0.3

    def of_table(table: PrintedTable) -> PrintedTable:
        if table.key != "3":
            return table
        at = rng.randrange(table.head_lines + 1, len(table.lines))
        parted = pages.cut(table, (at,), again=True, silent=silent)
        if not footer or content.layout in ONE_LINE_LAYOUTS:
            return parted
        return replace(parted, lines=(*parted.lines[:at], _page_end(rng), *parted.lines[at:]))

    return tables(content, of_table)


def _page_ends(table: PrintedTable, content: Content, rng: random.Random) -> list[int]:
    """Return up to two places between lines; on a web page the head stays with the first row below it."""
    places = [number for number, line in enumerate(table.lines) if number and line.row]
    if content.layout in PAGED_LAYOUTS:
        places = places[1:]
    return rng.sample(places, min(len(places), rng.randint(0, 2)))


def _page_end(rng: random.Random) -> Line:
    text = rng.choice(words.PAGE_ENDS).format(n=rng.randint(2, 7))
    return Line((Spot(Role.FURNITURE, (text,)),))
