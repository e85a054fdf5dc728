"""The three tables of a tape: which edition's form they follow, their cells, and what belongs to no cell (表格)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from gongkai.readers.headings import Heading
from gongkai.readers.labels import HEAD_STARTS, ONLY_2019, ONLY_2021, Skeleton, skeleton
from gongkai.readers.tables.disputes import rearranged
from gongkai.readers.tables.locate import Located, locate
from gongkai.readers.tables.one_table import Found, columns_of, read_table
from gongkai.readers.tables.slots import slots
from gongkai.readers.tape import CELL, Tape
from gongkai.report import EDITION_2019, EDITION_2021, EDITIONS, Cell, Leftover, State
from gongkai.report.editions import edition_of_year

# How far above its first row the head of table 3 can begin, in Chinese characters.
_HEAD_REACH = 100
# Least marks of a table that must be found before its other words count as labels.
_LEAST_MARKS = {"2": 2, "3": 3, "4": 4}


class Tables(msgspec.Struct, frozen=True):
    """The cells of a report, the leftovers inside its tables, and the span on the tape of each table found."""

    edition: str
    cells: tuple[Cell, ...]
    leftovers: tuple[Leftover, ...]
    spans: dict[str, tuple[int, int]]


def read_tables(
    tape: Tape, year: int | None, headings: Sequence[Heading] = (), *, sound: bool = False, edition: str = ""
) -> Tables:
    """Find and read tables 2, 3 and 4; a table ends where the next heading or table begins.

    `sound` says that no cell of them can have slipped from its place. `edition` is that of a report without tables,
    where it is known.
    """
    edition = _edition(tape, edition or edition_of_year(year).key)
    located = _locate_all(tape, edition, headings, sound=sound)
    begins = {key: _begin(tape, key, found) for key, found in located.items()}
    bounds = [*begins.values(), *(heading.start for heading in headings), len(tape.text)]
    form = EDITIONS[edition]
    rows = {key: slots(tape, found, _limit(tape, found, bounds)) for key, found in located.items()}
    cells: list[Cell] = []
    leftovers: list[Leftover] = []
    spans: dict[str, tuple[int, int]] = {}
    for table in form.tables:
        found = located.get(table.key)
        if found is None:
            cells += [Cell(table=t, row=r, column=c) for t, r, c in form.keys if t == table.key]
            continue
        own, again = rows[table.key]
        others = [(rows[t.key][0], columns_of(t)) for t in form.tables if t.key in rows and t is not table]
        place = Found(found, begins[table.key], own, again, others, [] if sound else _elsewhere(tape, found), sound)
        read = read_table(tape, table, place)
        own_cells = read.cells
        if table.key == "4" and any(cell.marked and cell.state is not State.BLANK for cell in own_cells):
            start = max((at for at in bounds if at < begins["4"]), default=0)
            own_cells = tuple(rearranged(tape, table, (start, _limit(tape, found, bounds))) or own_cells)
        cells += own_cells
        leftovers += read.leftovers
        spans[table.key] = (begins[table.key], read.end)
    return Tables(edition, tuple(cells), tuple(leftovers), spans)


def _limit(tape: Tape, found: Located, bounds: Sequence[int]) -> int:
    """Return where the next table or heading begins behind a table's last label."""
    last = tape.end_on_tape(found.hits[-1].end)
    return min(at for at in bounds if at >= last)


def _elsewhere(tape: Tape, found: Located) -> list[Located]:
    """Return further copies of a whole table, such as a print view or last year's, outside the one found."""
    sheet, first, last = found.skeleton, found.hits[0].start, found.hits[-1].end
    copies = []
    for low, high in ((0, first), (last, len(tape.han))):
        marks = sum(tape.han.find(mark, low, high) >= 0 for mark in sheet.marks)
        if marks >= _LEAST_MARKS[sheet.table] and (copy := _found(locate(tape, sheet, low, high))):
            copies.append(copy)
    return copies


def _begin(tape: Tape, key: str, located: Located) -> int:
    """Return where a table begins, the head of table 3 included."""
    at = located.hits[0].start
    if key != "3":
        return tape.on_tape(at)
    window = tape.han[max(0, at - _HEAD_REACH) : at]
    heads = [found for word in HEAD_STARTS if (found := window.rfind(word)) >= 0]
    return tape.on_tape(at - len(window) + min(heads)) if heads else tape.on_tape(at)


def _edition(tape: Tape, usual: str) -> str:
    older = sum(word in tape.han for word in ONLY_2019)
    newer = sum(word in tape.han for word in ONLY_2021)
    if older != newer:
        return EDITION_2019.key if older > newer else EDITION_2021.key
    return usual


def _locate_all(tape: Tape, edition: str, headings: Sequence[Heading], *, sound: bool) -> dict[str, Located]:
    """Find each table in its section, else before, behind or around table 3, which is the hardest to mistake.

    In a `sound` document a table stands in its section or nowhere, however few rows it has.
    """
    end = len(tape.han)
    sections = _sections(tape, headings)
    found: dict[str, Located] = {}
    for key in ("3", "2", "4"):
        requests = found["3"].hits if "3" in found else ()
        ranges = [sections[key]] if key in sections else []
        if sound and ranges:
            low, high = ranges[0]
            if CELL in tape.text[tape.on_tape(low) : tape.on_tape(high)]:
                found[key] = locate(tape, skeleton(edition, key), low, high)
            continue
        if requests:
            ranges.append((0, requests[0].start) if key == "2" else (requests[-1].end, end))
        for low, high in (*ranges, (0, end)):
            if table := _found(locate(tape, skeleton(edition, key), low, high)):
                found[key] = table
                break
    return found


def _sections(tape: Tape, headings: Sequence[Heading]) -> dict[str, tuple[int, int]]:
    """Return where each table's section stands among the Chinese characters, behind its heading."""
    ends = [*(tape.in_han(heading.start) for heading in headings[1:]), len(tape.han)]
    spans = {one.number: (tape.in_han(one.end), end) for one, end in zip(headings, ends, strict=False)}
    return {str(number): span for number, span in spans.items() if number in {2, 3, 4} and span[0] < len(tape.han)}


def _found(located: Located) -> Located | None:
    """Return the table if enough of it is there that no prose could be mistaken for it."""
    sheet: Skeleton = located.skeleton
    seen = [sheet.labels[hit.label].bare for hit in located.hits]
    marks = sum(text in sheet.marks for text in seen)
    rows = sum(sheet.labels[hit.label].row is not None for hit in located.hits)
    if marks >= _LEAST_MARKS[sheet.table] and rows and len("".join(seen)) * 3 >= len(sheet.whole):
        return located
    return None
