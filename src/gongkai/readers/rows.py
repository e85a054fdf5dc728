"""Slots → rows: which figure belongs to which column, by what parts the cells in the source (分列).

Cells of a page, bars and tabs show their blanks. Lines show them only as further line ends. Blanks and nothing
at all between figures show none, and then arithmetic must decide (`split`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import msgspec

from gongkai.readers.figures import LOST, NONE, Reading, reading
from gongkai.readers.slots import Slot
from gongkai.readers.split import Row, split
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.report import Column, State, Value

_FIELD = re.compile(rf"[0-9?\ufffd{NONE}]|(?<![0-9])[-/\\](?![0-9])")
# The figures of table 4, in sums of five, stand in the row below their labels.
_BELOW = 5
_LINE = re.compile(r"[^\s\x00](?:[^\n]*[^\s\x00])?")
_LINE_TOKEN = re.compile(r"[^\s\x00]+")


_PAGE_NUMBER = re.compile(r"(?<![^\s|])- ?\d{1,3} ?-(?![^\s|])")


class RowReading(msgspec.Struct, frozen=True):
    """One row as read: its `cells` where they are certain, else its possible `rows` and what each cell could be."""

    row: int
    slot: Slot
    cells: tuple[Reading, ...] = ()
    rows: tuple[Row, ...] = ()
    loose: tuple[tuple[Value | None, ...], ...] = ()
    text: str = ""
    span: tuple[int, int] = (0, 0)
    lost: bool = False
    # Figures behind the row that belong to no label: whole rows of readings, and single strays.
    orphans: tuple[tuple[Reading, ...], ...] = ()
    strays: tuple[tuple[int, int], ...] = ()


class Habits(msgspec.Struct, frozen=True):
    """How a table of this source parts its cells, learnt from its rows.

    `bars` is the usual number of bars on a table row's line, where rows are padded to one length; `unpadded` says
    that they are not, and only the row's own cells follow its label; `counts` the usual number of fields of a row whose
    cells stand on lines of their own, with and without a group's label before it. `leading` says that the blank
    fields of spans stand before a row's cells, `closing` that a bar ends every row. `gap`, `lead` and `tail` are
    line ends between cells, before the first and behind the last. `glued` says that some cells are not parted.
    """

    bars: int
    unpadded: bool
    counts: dict[bool, int]
    leading: bool
    closing: bool
    gap: int
    lead: int
    tail: int
    glued: bool


def read_rows(
    tape: Tape, slots: Sequence[Slot], columns: Sequence[Sequence[Column]], group: int
) -> list[RowReading]:
    """Read every slot of a table; `columns` gives the columns of each row, `group` the cells a sum closes."""
    slots = _without_bare_ordinals(slots)
    habits = _habits(tape, slots, columns)
    return [_read_row(tape, slot, columns[slot.row], group, habits) for slot in slots]


def kind(text: str) -> str:
    """Say what parts the cells of a slot: cells, bars, tabs, lines, or nothing firm (soft)."""
    if CELL in text:
        return "cells"
    if "|" in text:
        return "bars"
    if "\t" in text.strip():
        return "tabs"
    return "lines" if len(_lines(text)) > 1 else "soft"


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip(" \t\x00")]


def _without_bare_ordinals(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Drop the ordinals of next labels that stand without a dot, where the table prints them so."""
    tails = [(slot, re.search(r"(\d)[\s|\x00\x1f]*$", slot.text)) for slot in slots if slot.next_ordinal]
    alike = [slot for slot, tail in tails if tail and tail[1] == slot.next_ordinal]
    if len(tails) < 5 or len(alike) < 0.8 * len(tails):
        return slots
    return [
        msgspec.structs.replace(slot, text=re.sub(r"\d([\s|\x00\x1f]*)$", r"\1", slot.text))
        if slot.next_ordinal
        else slot
        for slot in slots
    ]


def _fields(text: str, kind_: str, *, keep_last: bool, headless: bool = False) -> list[tuple[int, str]]:
    """Return the fields of a slot with their offsets.

    The piece before the first bar is the label's own, unless the line is `headless`: one without a label.
    """
    mark = {"cells": CELL, "bars": "|", "tabs": "\t"}[kind_]
    fields, offset = [], 0
    for piece in text.split(mark):
        fields.append((offset, piece.replace(ROW, " ") if kind_ == "cells" else piece))
        offset += len(piece) + 1
    if not _FIELD.search(fields[0][1]) and not headless:
        fields = fields[1:]
    if fields and not _FIELD.search(fields[-1][1]) and not (keep_last or headless) or kind_ == "cells":
        fields = fields[:-1]
    return fields


def _grid_lines(text: str, kind_: str, width: int) -> list[tuple[int, str]]:
    """Cut a slot into table rows where the source shows them; the first belongs to the label."""
    if kind_ == "cells":
        parts, mark = text.split(ROW), ROW
    else:
        parts, mark = text.split("\n"), "\n"
        full = [part for part in parts if part.strip(" \x00")]
        bars = max(full[0].count("|"), full[0].count("\t")) if full else 0
        if not full or not (_FIELD.search(full[0]) or bars > width):
            return [(0, text)]
        if width > 1 and _filled(full[0]) < width and bars < width:
            return [(0, text)]
    lines: list[tuple[int, str]] = []
    offset = 0
    # Where the label ends its line, the row's cells begin on the next.
    if kind_ != "cells" and not parts[0].strip(" \x00"):
        offset, parts = len(parts[0]) + 1, parts[1:]
    for part in parts:
        if part.strip(f" \x00{CELL}" if kind_ == "cells" else " \x00") or not lines:
            lines.append((offset, part))
        offset += len(part) + len(mark)
    return lines


def _filled(line: str) -> int:
    return sum(bool(_FIELD.search(piece)) for piece in re.split(r"[|\t]", line))


def _habits(tape: Tape, slots: Sequence[Slot], columns: Sequence[Sequence[Column]]) -> Habits:
    bars: Counter[int] = Counter()
    counts: dict[bool, Counter[int]] = {False: Counter(), True: Counter()}
    leading: Counter[bool] = Counter()
    closing: Counter[bool] = Counter()
    gaps, leads, tails = Counter[int](), Counter[int](), Counter[int]()
    exact: Counter[bool] = Counter()
    glued = False
    for slot in slots:
        width = len(columns[slot.row])
        kind_ = kind(slot.text)
        if kind_ in {"lines", "soft"}:
            found = list(_LINE_TOKEN.finditer(slot.text))
            glued |= kind_ == "soft" and _looks_glued([m[0] for m in found], width)
            if len(found) == width and not slot.dirty:
                between = _line_ends(slot.text, [m.span() for m in found])
                leads[between[0]] += 1
                gaps.update(between[1:-1])
                tails[between[-1]] += 1
            continue
        lines = _grid_lines(slot.text, kind_, width)
        fields = [piece for _, piece in _fields(lines[0][1], kind_, keep_last=False)]
        if _is_whole(slot, lines):
            counts[slot.after_group][len(fields)] += 1
        else:
            bars[_bars_on_line(tape, slot)] += 1
            exact[len(fields) == width] += 1
        window = _full_window(fields, width)
        if window is not None:
            if len(fields) > width:
                leading[window > 0] += 1
            closing[lines[0][1].rstrip(" \x00\n").endswith(("|", "\t", CELL))] += 1
    gap = _usual(gaps, 1)
    return Habits(
        bars=_usual(bars, 0),
        unpadded=exact[True] > 4 * exact[False],
        counts={group: _usual(counter, 0) for group, counter in counts.items()},
        leading=leading[True] > leading[False],
        closing=closing[True] >= closing[False],
        gap=gap,
        lead=_usual(leads, gap),
        tail=_usual(tails, gap),
        glued=glued,
    )


def _looks_glued(tokens: list[str], width: int) -> bool:
    """Say whether some figures stand without anything between them: one for a row, or one that begins with 0."""
    return (len(tokens) == 1 and width > 1) or any(len(t) > 1 and t[0] == "0" and t.isdigit() for t in tokens)


def _line_ends(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the number of line ends before, between and behind some spans of a text."""
    ends = [0, *(end for _, end in spans)]
    begins = [*(begin for begin, _ in spans), len(text)]
    return [text.count("\n", end, begin) for end, begin in zip(ends, begins, strict=True)]


def _is_whole(slot: Slot, lines: list[tuple[int, str]]) -> bool:
    """Say whether a row's cells stand on lines of their own, so that the slot was not cut into lines."""
    return len(lines) == 1 and len(lines[0][1]) == len(slot.text)


def _bars_on_line(tape: Tape, slot: Slot) -> int:
    start = tape.text.rfind("\n", 0, slot.start) + 1
    end = tape.text.find("\n", slot.start)
    line = tape.text[start : end if end >= 0 else len(tape.text)]
    return max(line.count("|"), line.count("\t"))


def _usual(counts: Counter[int], default: int) -> int:
    return counts.most_common(1)[0][0] if counts else default


def _full_window(fields: list[str], width: int) -> int | None:
    """Return where `width` figures stand side by side with nothing but blanks around them."""
    filled = [number for number, field in enumerate(fields) if _FIELD.search(field)]
    if len(filled) == width and filled[-1] - filled[0] == width - 1:
        return filled[0]
    return None


def _read_row(tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits) -> RowReading:
    kind_ = kind(slot.text)
    if kind_ in {"cells", "bars", "tabs"}:
        return _grid_row(tape, slot, columns, group, habits, kind_)
    if kind_ == "lines":
        return _line_row(tape, slot, columns, group, habits)
    return _soft_row(tape, slot, slot.text, 0, columns, group, habits)


def _reading(tape: Tape, slot: Slot, offset: int, piece: str, column: Column) -> Reading:
    start = slot.start + offset
    return reading(piece, tape.raw[start : start + len(piece)], column, start)


def _grid_row(
    tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits, kind_: str
) -> RowReading:
    width = len(columns)
    lines = _grid_lines(slot.text, kind_, width)
    headless = False
    if group == _BELOW:
        lines, headless = _below(slot, lines, kind_)
    offset, line = lines[0]
    fields = _fields(line, kind_, keep_last=not habits.closing, headless=headless)
    if headless and kind_ != "cells":
        fields = _unframed(fields, width, _opens_with_bar(tape, slot))
    whole = kind_ == "cells" or (
        len(fields) == habits.counts[slot.after_group]
        if _is_whole(slot, lines)
        else len(fields) == width
        if habits.unpadded
        else _bars_on_line(tape, slot) == habits.bars
    )
    first = _window(fields, width, whole or headless, habits.leading)
    if first is not None:
        cells = tuple(
            _reading(tape, slot, offset + at, piece, column)
            for (at, piece), column in zip(fields[first : first + width], columns, strict=True)
        )
        rest = [(offset + at, piece) for at, piece in fields[first + width :]]
        orphans = [_orphan(tape, slot, rest, columns)]
        orphans += [
            _orphan(tape, slot, _shifted(_fields(text, kind_, keep_last=False), at), columns)
            for at, text in lines[1:]
        ]
        return RowReading(slot.row, slot, cells, orphans=tuple(o for o in orphans if o), strays=slot.strays)
    filled = [(offset + at, piece) for at, piece in fields if _FIELD.search(piece)]
    return _placed(tape, slot, filled, columns, group)


def _opens_with_bar(tape: Tape, slot: Slot) -> bool:
    """Say whether the line that holds the slot's label begins with a bar."""
    start = tape.text.rfind("\n", 0, slot.start) + 1
    return re.match(r"\s*\|\s*[\u4e00-\u9fff]", tape.text[start : slot.start]) is not None


def _unframed(fields: list[tuple[int, str]], width: int, opening: bool) -> list[tuple[int, str]]:
    """Drop the blank pieces outside the first and last bar of a row without a label, if it has just these more."""
    blank_first = not fields[0][1].strip(" \x00\n")
    blank_last = not fields[-1][1].strip(" \x00\n")
    more = len(fields) - width
    if more == 2 and blank_first and blank_last:
        return fields[1:-1]
    if more == 1 and blank_first and (opening or not blank_last):
        return fields[1:]
    if more == 1 and blank_last:
        return fields[:-1]
    return [] if more == 0 and blank_first and opening else fields


def _below(slot: Slot, lines: list[tuple[int, str]], kind_: str) -> tuple[list[tuple[int, str]], bool]:
    """Return the lines without the rest of the head's own line, and whether there was such a line."""
    if len(lines) > 1 and not _FIELD.search(lines[0][1]):
        lines = lines[1:]
    elif kind_ != "cells" and lines[0][0] == 0:
        head, end, rest = lines[0][1].partition("\n")
        if end and not _FIELD.search(head):
            lines = [(len(head) + 1, rest), *lines[1:]]
    return lines, lines[0][0] > 0


def _shifted(fields: list[tuple[int, str]], by: int) -> list[tuple[int, str]]:
    return [(at + by, piece) for at, piece in fields]


def _window(fields: list[tuple[int, str]], width: int, whole: bool, leading: bool) -> int | None:
    """Return where a row's cells begin among its fields, or None where a cell may be lost or put in.

    Spans leave blank fields before (`leading`) or behind a row's cells. A row whose cells are all filled shows
    itself; one with blanks is believed only if it is `whole`: as long as the other rows of its kind.
    """
    filled = [number for number, (_, piece) in enumerate(fields) if _FIELD.search(piece)]
    if width == 1 and len(filled) > 1 and len({fields[n][1].strip() for n in filled}) == 1:
        return filled[0]
    if len(filled) >= width and filled[width - 1] - filled[0] == width - 1 and len(filled) % width == 0:
        return filled[0]
    first = len(fields) - width if leading else 0
    if not whole or first < 0 or len(fields) < width:
        return None
    return first if not filled or (first <= filled[0] and filled[-1] < first + width) else None


def _orphan(
    tape: Tape, slot: Slot, fields: list[tuple[int, str]], columns: Sequence[Column]
) -> tuple[Reading, ...]:
    """Return the figures behind a row's own as readings, if there are any."""
    filled = [number for number, (_, piece) in enumerate(fields) if _FIELD.search(piece)]
    if not filled:
        return ()
    kept = fields[filled[0] : filled[-1] + 1]
    return tuple(
        _reading(tape, slot, at, piece, columns[min(n, len(columns) - 1)])
        for n, (at, piece) in enumerate(kept)
    )


def _line_row(tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits) -> RowReading:
    """Read a row of one cell a line; blank cells show, if at all, as more line ends than usual."""
    width = len(columns)
    lines = list(_LINE.finditer(slot.text))
    first = list(_LINE_TOKEN.finditer(lines[0][0]))
    if len(lines) == width > 1 and len(first) < width:
        return RowReading(
            slot.row,
            slot,
            _readings(tape, slot, [(m.start(), m[0]) for m in lines], columns),
            strays=slot.strays,
        )
    if len(first) == width > 1 or (len(lines) > 1 and len(first) > 1):
        return _soft_lines(tape, slot, columns, group, habits)
    found = [(m.start(), m[0]) for m in _LINE_TOKEN.finditer(slot.text)]
    if len(found) == width:
        return RowReading(slot.row, slot, _readings(tape, slot, found, columns), strays=slot.strays)
    if len(found) > width and len(found) % width == 0:
        rest = [found[n : n + width] for n in range(width, len(found), width)]
        orphans = tuple(_readings(tape, slot, part, columns) for part in rest)
        return RowReading(
            slot.row, slot, _readings(tape, slot, found[:width], columns), orphans=orphans, strays=slot.strays
        )
    if len(found) < width and not slot.dirty and (places := _by_line_ends(slot.text, found, width, habits)):
        return RowReading(slot.row, slot, _with_blanks(tape, slot, found, places, columns))
    return _placed(tape, slot, found, columns, group)


def _soft_lines(tape: Tape, slot: Slot, columns: Sequence[Column], group: int, habits: Habits) -> RowReading:
    """Read a row printed on one line; figures on further lines belong to no label."""
    at = slot.text.index(_lines(slot.text)[0])
    line = slot.text[at:].split("\n", 1)[0]
    own = _soft_row(tape, slot, line, at, columns, group, habits)
    rest = [(m.start(), m[0]) for m in _LINE_TOKEN.finditer(slot.text, at + len(line))]
    orphans = [
        _readings(tape, slot, part, columns)
        for n in range(0, len(rest), len(columns))
        if len(part := rest[n : n + len(columns)]) == len(columns)
    ]
    return msgspec.structs.replace(own, orphans=tuple(orphans))


def _readings(
    tape: Tape, slot: Slot, found: list[tuple[int, str]], columns: Sequence[Column]
) -> tuple[Reading, ...]:
    return tuple(
        _reading(tape, slot, at, piece, column) for (at, piece), column in zip(found, columns, strict=True)
    )


def _by_line_ends(text: str, found: list[tuple[int, str]], width: int, habits: Habits) -> list[int] | None:
    """Return the columns of the figures by the line ends around them, if those tell exactly the blanks."""
    if not found:
        return None
    counts = _line_ends(text, [(at, at + len(piece)) for at, piece in found])
    usual = [habits.lead, *[habits.gap] * (len(found) - 1), habits.tail]
    more = [count - base for count, base in zip(counts, usual, strict=True)]
    if min(more) < 0:
        return None
    for unit in dict.fromkeys((habits.gap, 1)):
        blanks = [extra // unit for extra in more]
        if unit and not any(extra % unit for extra in more) and sum(blanks) == width - len(found):
            columns, column = [], 0
            for number in range(len(found)):
                column += blanks[number]
                columns.append(column)
                column += 1
            return columns
    return None


def _with_blanks(
    tape: Tape, slot: Slot, found: list[tuple[int, str]], places: list[int], columns: Sequence[Column]
) -> tuple[Reading, ...]:
    at = dict(zip(places, found, strict=True))
    last = slot.start
    cells = []
    for number, column in enumerate(columns):
        if number in at:
            cell = _reading(tape, slot, *at[number], column)
            last = cell.end
        else:
            cell = Reading("", State.BLANK, None, last, last)
        cells.append(cell)
    return tuple(cells)


def _soft_row(
    tape: Tape, slot: Slot, text: str, offset: int, columns: Sequence[Column], group: int, habits: Habits
) -> RowReading:
    """Read figures that only blanks or nothing part."""
    found = [(offset + m.start(), m[0]) for m in _LINE_TOKEN.finditer(text)]
    if len(found) > len(columns) and _PAGE_NUMBER.search(text):
        return _soft_row(tape, slot, _PAGE_NUMBER.sub(_hidden, text), offset, columns, group, habits)
    if not found:
        blank = Reading("", State.BLANK, None, slot.start, slot.start)
        return RowReading(slot.row, slot, (blank,) * len(columns), strays=slot.strays)
    span = (slot.start + found[0][0], slot.start + found[-1][0] + len(found[-1][1]))
    if len(found) == len(columns):
        cells = _readings(tape, slot, found, columns)
        sure = (
            len(columns) == 1
            or not habits.glued
            or (group and _sums_hold(tuple(cell.value for cell in cells), group))
        )
        if sure and all(cell.state is not State.UNREADABLE or LOST.search(cell.text) for cell in cells):
            return RowReading(slot.row, slot, cells, strays=slot.strays)
    parts = split(text.replace("\x00", " "), columns, group)
    raw = tape.raw[span[0] : span[1]].strip()
    if not parts.loose or not any(parts.loose):
        return _placed(tape, slot, found, columns, group)
    return RowReading(
        slot.row,
        slot,
        rows=parts.rows,
        loose=parts.loose,
        text=raw,
        span=span,
        lost=parts.lost,
        strays=slot.strays,
    )


def _hidden(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _placed(
    tape: Tape, slot: Slot, found: list[tuple[int, str]], columns: Sequence[Column], group: int
) -> RowReading:
    """Keep every way to lay the figures found into the row's cells, in order, blanks or strays between them."""
    width = len(columns)
    if not found:
        blank = Reading("", State.BLANK, None, slot.start, slot.start)
        return RowReading(slot.row, slot, (blank,) * width, strays=slot.strays)
    span = (slot.start + found[0][0], slot.start + found[-1][0] + len(found[-1][1]))
    raw = tape.raw[span[0] : span[1]].strip()
    values = [_reading(tape, slot, at, piece, columns[-1]) for at, piece in found]
    kept = [cell.value if cell.state is State.PRINTED else None for cell in values]
    if len(kept) > width + 3 or any(cell.state is State.UNREADABLE for cell in values):
        return RowReading(slot.row, slot, text=raw, span=span, loose=((),) * width, strays=slot.strays)
    rows = dict.fromkeys(_layings(kept, width))
    summed = tuple(row for row in rows if _sums_hold(row, group)) if group else tuple(rows)
    loose = tuple(_spread([row[n] for row in rows]) for n in range(width))
    return RowReading(slot.row, slot, rows=summed, loose=loose, text=raw, span=span, strays=slot.strays)


def _layings(values: list[Value | None], width: int) -> list[Row]:
    if len(values) <= width:
        rows = []
        for places in combinations(range(width), len(values)):
            at = dict(zip(places, values, strict=True))
            rows.append(tuple(at.get(n) for n in range(width)))
        return rows
    return [tuple(values[n] for n in kept) for kept in combinations(range(len(values)), width)]


def _sums_hold(row: Row, group: int) -> bool:
    return all(
        row[at + group - 1] is not None
        and sum(v or 0 for v in row[at : at + group - 1]) == row[at + group - 1]
        for at in range(0, len(row), group)
    )


def _spread(values: list[Value | None]) -> tuple[Value | None, ...]:
    figures = sorted({value for value in values if value is not None})
    return (*figures, None) if None in values else tuple(figures)
