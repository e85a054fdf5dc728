"""A file's bytes → its lines: cells by field, with what could not be read."""

from __future__ import annotations

from typing import NamedTuple

from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.errors import BrokenBook, BrokenText, NoTable, UnreadableList
from gongkai_office.organs.sheets.columns import TITLES, Column, field_of
from gongkai_office.organs.sheets.rows import Row, sheets_of, text_of

MAX_BYTES = 10 * 1024 * 1024
MAX_LINES = 20_000
_MAX_CELL = 32_768
_HEAD_AMONG = 20
_MAX_COLUMNS = 200


class Line(NamedTuple):
    """One line: its number as spreadsheets show it, from 1; the texts of its filled cells by field."""

    number: int
    cells: dict[str, str]


class Note(NamedTuple):
    """Something about a line: its number, the title of a column or "", a Chinese sentence."""

    line: int
    column: str
    reason: str


class Table(NamedTuple):
    """The lines of a file; problems that must be mended, remarks that may stay."""

    lines: tuple[Line, ...]
    fields: tuple[str, ...]
    problems: tuple[Note, ...]
    remarks: tuple[Note, ...]


def read_table(data: bytes) -> Table:
    """Return the lines of an XLSX or CSV file, in any encoding that Chinese programs write.

    Raises UnreadableList where it is none of these or has no head.
    """
    if not data.strip():
        raise UnreadableList(words.EMPTY)
    if len(data) > MAX_BYTES:
        raise UnreadableList(words.TOO_LARGE.format(size=len(data) >> 20, limit=MAX_BYTES >> 20))
    for rows in _sheets(data):
        head = next((place for place, row in enumerate(rows[:_HEAD_AMONG]) if _is_head(row)), None)
        if head is not None:
            return _table(rows, head)
    raise UnreadableList(words.NO_HEAD.format(rows=_HEAD_AMONG))


def _sheets(data: bytes) -> list[list[Row]]:
    try:
        return sheets_of(data, rows=MAX_LINES + _HEAD_AMONG + 1, columns=_MAX_COLUMNS, is_head=field_words_in)
    except NoTable as error:
        raise UnreadableList(words.NOT_A_TABLE) from error
    except BrokenBook as error:
        raise UnreadableList(words.BROKEN_BOOK) from error
    except BrokenText as error:
        raise UnreadableList(words.BROKEN_CSV.format(line=error.line, reason=words.ONLY_FOLDED)) from error


def field_words_in(line: str) -> bool:
    """Tell whether a line of text has the title that every head has."""
    return TITLES["name"] in line or any(word in line for word in words.SYNONYMS)


def _is_head(row: Row) -> bool:
    found = {field for cell in row if (field := field_of(text_of(cell, _MAX_CELL)))}
    return "name" in found and len(found) > 1


def _table(rows: list[Row], head: int) -> Table:
    columns, problems, remarks = _columns(rows[head], head + 1)
    lines = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        texts = {one.field: text_of(row[one.place], _MAX_CELL) for one in columns if one.place < len(row)}
        cells = {field: text for field, text in texts.items() if text}
        if cells:
            lines.append(Line(number, cells))
    if len(lines) > MAX_LINES:
        raise UnreadableList(words.TOO_MANY.format(count=len(lines), limit=MAX_LINES))
    if not lines:
        raise UnreadableList(words.NO_LINES)
    return Table(tuple(lines), tuple(one.field for one in columns), tuple(problems), tuple(remarks))


def _columns(head: Row, number: int) -> tuple[list[Column], list[Note], list[Note]]:
    columns: list[Column] = []
    problems, remarks = [], []
    for place, cell in enumerate(head):
        title = text_of(cell, _MAX_CELL)
        field = field_of(title)
        if field is None and title:
            remarks.append(Note(number, title, words.UNKNOWN_HEAD.format(title=title)))
        elif field and any(one.field == field for one in columns):
            problems.append(Note(number, title, words.TWICE_HEAD.format(title=TITLES[field])))
        elif field:
            columns.append(Column(field, place))
    return columns, problems, remarks
