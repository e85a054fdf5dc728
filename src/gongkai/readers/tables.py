"""The three tables of a tape: which edition's form they follow, their cells, and what belongs to no cell (表格)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from gongkai.readers.figures import Reading
from gongkai.readers.headings import Heading
from gongkai.readers.labels import HEAD_STARTS, ONLY_2019, ONLY_2021, Skeleton, skeleton
from gongkai.readers.locate import Located, locate
from gongkai.readers.row_reading import RowReading
from gongkai.readers.rows import read_rows
from gongkai.readers.settle import settle
from gongkai.readers.slots import slots
from gongkai.readers.tape import Tape
from gongkai.report import EDITION_2019, EDITION_2021, EDITIONS, Cell, Column, Leftover, State, Table, Value

# How far above its first row the head of table 3 can begin, in Chinese characters.
_HEAD_REACH = 100
# Least marks of a table that must be found before its other words count as labels.
_LEAST_MARKS = {"2": 2, "3": 3, "4": 4}


class Tables(msgspec.Struct, frozen=True):
    """The cells of a report, the leftovers inside its tables, and each table's span on the tape (None: absent)."""

    edition: str
    cells: tuple[Cell, ...]
    leftovers: tuple[Leftover, ...]
    spans: dict[str, tuple[int, int]]


def read_tables(tape: Tape, year: int | None, headings: Sequence[Heading] = ()) -> Tables:
    """Find and read tables 2, 3 and 4; a table ends where the next heading or table begins."""
    edition = _edition(tape, year)
    located = _locate_all(tape, edition, headings)
    begins = {key: _begin(tape, key, found) for key, found in located.items()}
    bounds = [*begins.values(), *(heading.start for heading in headings), len(tape.text)]
    cells: list[Cell] = []
    leftovers: list[Leftover] = []
    spans: dict[str, tuple[int, int]] = {}
    for table in EDITIONS[edition].tables:
        found = located.get(table.key)
        if found is None:
            cells += [Cell(table=t, row=r, column=c) for t, r, c in EDITIONS[edition].keys if t == table.key]
            continue
        last = tape.end_on_tape(found.hits[-1].end)
        own, left, end = _read_table(tape, table, found, min(at for at in bounds if at >= last))
        cells += own
        leftovers += left
        spans[table.key] = (begins[table.key], end)
    return Tables(edition, tuple(cells), tuple(leftovers), spans)


def _begin(tape: Tape, key: str, located: Located) -> int:
    """Return where a table begins, the head of table 3 included."""
    at = located.hits[0].start
    if key != "3":
        return tape.on_tape(at)
    window = tape.han[max(0, at - _HEAD_REACH) : at]
    heads = [found for word in HEAD_STARTS if (found := window.rfind(word)) >= 0]
    return tape.on_tape(at - len(window) + min(heads)) if heads else tape.on_tape(at)


def _edition(tape: Tape, year: int | None) -> str:
    older = sum(word in tape.han for word in ONLY_2019)
    newer = sum(word in tape.han for word in ONLY_2021)
    if older != newer:
        return EDITION_2019.key if older > newer else EDITION_2021.key
    return EDITION_2019.key if year is not None and year < EDITION_2021.first_year else EDITION_2021.key


def _locate_all(tape: Tape, edition: str, headings: Sequence[Heading]) -> dict[str, Located]:
    """Find each table in its section, else before, behind or around table 3, which is the hardest to mistake."""
    end = len(tape.han)
    sections = _sections(tape, headings)
    found: dict[str, Located] = {}
    for key in ("3", "2", "4"):
        requests = found["3"].hits if "3" in found else ()
        ranges = [sections[key]] if key in sections else []
        if requests:
            ranges.append((0, requests[0].start) if key == "2" else (requests[-1].end, end))
        for low, high in (*ranges, (0, end)):
            if table := _found(locate(tape, skeleton(edition, key), low, high)):
                found[key] = table
                break
    return found


def _sections(tape: Tape, headings: Sequence[Heading]) -> dict[str, tuple[int, int]]:
    """Return where each table's section stands among the Chinese characters."""
    starts = {heading.number: tape.in_han(heading.start) for heading in headings}
    ends = sorted((*starts.values(), len(tape.han)))
    return {
        str(number): (start, next(end for end in ends if end > start))
        for number, start in starts.items()
        if number in {2, 3, 4} and start < len(tape.han)
    }


def _found(located: Located) -> Located | None:
    """Return the table if enough of it is there that no prose could be mistaken for it."""
    sheet: Skeleton = located.skeleton
    seen = [sheet.labels[hit.label].bare for hit in located.hits]
    marks = sum(text in sheet.marks for text in seen)
    rows = sum(sheet.labels[hit.label].row is not None for hit in located.hits)
    if marks >= _LEAST_MARKS[sheet.table] and rows and len("".join(seen)) * 3 >= len(sheet.whole):
        return located
    return None


def _read_table(tape: Tape, table: Table, located: Located, limit: int) -> tuple[list[Cell], list[Leftover], int]:
    own, again = slots(tape, located, limit)
    columns = _columns(table)
    group = {"2": 0, "3": 7, "4": 5}[table.key]
    below = table.key == "4"
    rows = read_rows(tape, own, columns, group, below=below)
    copies = read_rows(tape, again, columns, group, below=below) if again else []
    readings: list[RowReading | None] = [None] * len(columns)
    for row in rows:
        readings[row.row] = row
    leftovers = [
        Leftover(tape.raw[a:b].strip(), "words between figures", tape.place(a, b))
        for slot in own
        for a, b in slot.strays
    ]
    doubted = _take_copies(readings, copies)
    doubted |= _take_orphans(tape, readings, rows, columns, leftovers)
    if table.key == "4":
        cells = settle(tape, *_by_group(table, readings[0]))
    else:
        cells = settle(tape, table, readings)
    return [_doubt(cell, doubted, table) for cell in cells], leftovers, _end(rows)


def _columns(table: Table) -> list[Sequence[Column]]:
    """Return the columns of each printed row; table 4 prints its three rows side by side as one."""
    if table.key == "4":
        return [[column for row in table.rows for column in row.columns]]
    return [row.columns for row in table.rows]


def _by_group(table: Table, reading: RowReading | None) -> tuple[Table, list[RowReading | None]]:
    """Cut the one printed row of table 4 into its three rows."""
    if reading is None:
        return table, [None] * len(table.rows)
    parts: list[RowReading | None] = []
    for number in range(len(table.rows)):
        cut = slice(5 * number, 5 * number + 5)
        parts.append(
            msgspec.structs.replace(
                reading,
                cells=reading.cells[cut],
                rows=tuple(dict.fromkeys(row[cut] for row in reading.rows)),
                loose=reading.loose[cut],
            )
        )
    return table, parts


def _take_copies(
    readings: list[RowReading | None], copies: list[RowReading]
) -> dict[tuple[int, int], Value | None]:
    """Use a row's second copy where the first is empty; where both have figures that differ, doubt both."""
    doubted: dict[tuple[int, int], Value | None] = {}
    for copy in copies:
        first = readings[copy.row]
        if not _says_something(copy):
            continue
        if first is None or not _says_something(first):
            readings[copy.row] = copy
        elif first.cells and copy.cells and len(first.cells) == len(copy.cells):
            for number, (one, other) in enumerate(zip(first.cells, copy.cells, strict=True)):
                if one.value != other.value:
                    doubted[copy.row, number] = other.value
    return doubted


def _says_something(row: RowReading) -> bool:
    return bool(row.rows or row.loose or any(cell.state is not State.BLANK for cell in row.cells))


def _take_orphans(
    tape: Tape,
    readings: list[RowReading | None],
    rows: list[RowReading],
    columns: list[Sequence[Column]],
    leftovers: list[Leftover],
) -> dict[tuple[int, int], Value | None]:
    """Give figures without a label to the one row whose label is missing there, as a candidate only."""
    for row in rows:
        after = row.row + 1
        missing = []
        while after < len(readings) and readings[after] is None:
            missing.append(after)
            after += 1
        fitting = [o for o in row.orphans if missing and len(o) == len(columns[missing[0]])]
        if missing and len(fitting) == len(row.orphans) == len(missing):
            for number, orphan in zip(missing, fitting, strict=True):
                readings[number] = _as_candidates(row, number, orphan)
        else:
            leftovers += [_leftover(tape, orphan) for orphan in row.orphans]
    return {}


def _as_candidates(row: RowReading, number: int, orphan: tuple[Reading, ...]) -> RowReading:
    return RowReading(
        number,
        row.slot,
        loose=tuple((cell.value, None) for cell in orphan),
        text=" ".join(cell.text for cell in orphan),
        span=(orphan[0].start, orphan[-1].end),
    )


def _leftover(tape: Tape, orphan: tuple[Reading, ...]) -> Leftover:
    text = " ".join(cell.text for cell in orphan)
    return Leftover(text, "figures without a label", tape.place(orphan[0].start, orphan[-1].end))


def _doubt(cell: Cell, doubted: dict[tuple[int, int], Value | None], table: Table) -> Cell:
    if not doubted or table.key == "4":
        return cell
    keys = [row.key for row in table.rows]
    number = keys.index(cell.row)
    column = [column.key for column in table.rows[number].columns].index(cell.column)
    if (number, column) not in doubted:
        return cell
    values = tuple(dict.fromkeys((cell.value, doubted[number, column])))
    return msgspec.structs.replace(cell, value=None, state=State.AMBIGUOUS, candidates=values)


def _end(rows: list[RowReading]) -> int:
    ends = [cell.end for row in rows for cell in row.cells] + [row.span[1] for row in rows]
    return max(ends, default=0)
