"""The fields of a row and the lines they stand on, by what parts them (分隔)."""

from __future__ import annotations

import re

from gongkai.readers.tables.figures import SIGNS
from gongkai.readers.tables.row_reading import Pieces
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tape import CELL, ROW, Tape

MARKS = {"cells": CELL, "bars": "|", "tabs": "\t"}
_FIGURE = re.compile(rf"[0-9?\ufffd×{SIGNS}oO]|(?<![0-9])[-/\\](?![0-9])")
# Cells of one group of table 4, the table whose figures stand in a line of their own.
_GROUP = 5
_NOTHING = " \x00\n\x1e"
TOKEN = re.compile(r"[^\s\x00]+")


def shows(text: str) -> bool:
    """Say whether a text shows a figure or a sign that stands for one."""
    return _FIGURE.search(text) is not None


def filled(fields: Pieces) -> list[int]:
    """Return the indices of the fields that show something."""
    return [number for number, (_, piece) in enumerate(fields) if shows(piece)]


def kind(text: str) -> str:
    """Say what parts the cells of a slot: cells, bars, tabs, lines, or nothing firm (soft)."""
    if CELL in text:
        return "cells"
    if "|" in text:
        return "bars"
    if "\t" in text.strip():
        return "tabs"
    return "lines" if sum(bool(line.strip(" \t\x00")) for line in text.split("\n")) > 1 else "soft"


def grid_lines(text: str, parting: str, width: int, *, cut: bool = False) -> Pieces:
    """Cut a slot into table rows where the source shows them; the first belongs to the label.

    `cut` says that this source prints a row a line, even where a line is too short to show it.
    """
    if parting == "cells":
        parts, mark, nothing = text.split(ROW), ROW, f" \x00{CELL}"
    else:
        parts, mark, nothing = text.split("\n"), "\n", " \x00"
        if not (cut or _first_line_is_a_row(parts, width)):
            return [(0, text)]
    lines: Pieces = []
    offset = 0
    # Where the label ends its line, the row's cells begin on the next.
    if parting != "cells" and not parts[0].strip(nothing):
        offset, parts = len(parts[0]) + 1, parts[1:]
    for part in parts:
        if part.strip(nothing) or not lines:
            lines.append((offset, part))
        offset += len(part) + len(mark)
    return lines


def _first_line_is_a_row(lines: list[str], width: int) -> bool:
    """Say whether the first line that shows something holds a whole row, and not one cell of it."""
    first = next((line for line in lines if line.strip(" \x00")), "")
    bars = max(first.count("|"), first.count("\t"))
    if not (shows(first) or bars > width):
        return False
    return width == 1 or bars >= width or sum(map(shows, re.split(r"[|\t]", first))) >= width


def is_stacked(slot: Slot, lines: Pieces) -> bool:
    """Say whether a row's cells stand on lines of their own, so that the slot was not cut into lines."""
    return len(lines) == 1 and len(lines[0][1]) == len(slot.text)


def fields_of(text: str, parting: str, *, keep_last: bool) -> Pieces:
    """Return the fields behind a label with their offsets; the piece before the first bar is the label's own."""
    fields = pieces_of(text, parting)
    if not shows(fields[0][1]):
        fields = fields[1:]
    if fields and (parting == "cells" or not (keep_last or shows(fields[-1][1]))):
        fields = fields[:-1]
    return fields


def pieces_of(text: str, parting: str) -> Pieces:
    """Return all pieces between bars, tabs or cells, with their offsets."""
    pieces, offset = [], 0
    for piece in text.split(MARKS[parting]):
        pieces.append((offset, piece.replace(ROW, " ")))
        offset += len(piece) + 1
    return pieces


def unlabelled_fields(text: str, parting: str, width: int, *, framed: tuple[bool | None, bool | None]) -> Pieces:
    """Return the fields of a line without a label, or none where a cell of it may be lost.

    `framed` says whether bars open and close such lines; where that is not known, a blank at an end belongs to
    nobody, unless it is one of a whole group's.
    """
    fields = pieces_of(text, parting)
    if parting == "cells":
        return fields[:-1]
    full = filled(fields)
    if len(full) == width and full[-1] - full[0] == width - 1:
        return fields[full[0] : full[-1] + 1]
    first, last = 0, len(fields)
    blank = [not piece.strip(_NOTHING) for _, piece in fields]
    opening, closing = framed
    if opening or (opening is None and blank[0] and not all(blank[:_GROUP])):
        first += 1
    if closing or (closing is None and blank[-1] and not all(blank[-_GROUP:])):
        last -= 1
    sound = not (opening and not blank[0]) and not (closing and not blank[-1])
    return fields[first:last] if sound and last - first == width else []


def line_of(tape: Tape, slot: Slot) -> str:
    """Return the line on which the slot's label ends."""
    start = tape.text.rfind("\n", 0, slot.start) + 1
    end = tape.text.find("\n", slot.start)
    return tape.text[start : end if end >= 0 else len(tape.text)]


def bars_in(line: str) -> int:
    """Return how many bars, or tabs, part a line."""
    return max(line.count("|"), line.count("\t"))
