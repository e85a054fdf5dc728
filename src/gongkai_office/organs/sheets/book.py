"""Organs → a list: the template to fill in, and what somebody may see as XLSX or CSV."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gongkai.law.identifiers.credit_codes import is_credit_code
from gongkai.layout.packages import without_time
from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import PATH_SIGN, PATH_SIGNS
from gongkai_office.organs.sheets.columns import CHOICES, FIELDS, REFERENCES, TITLES, shown
from gongkai_office.organs.sheets.nodes import LINE, Reach
from gongkai_office.organs.sheets.table import MAX_LINES, Note
from gongkai_office.pages.spreadsheets import csv_lines, put

_HEAD_FILL = PatternFill("solid", fgColor="EAF0F7")
_REQUIRED_FILL = PatternFill("solid", fgColor="FCE8D5")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TEXT = "@"
_FORMATTED_LINES = 500


def template() -> bytes:
    """Return an empty list with drop-down lists, and a second sheet that explains each column."""
    book = _book([])
    page = book.worksheets[0]
    for row in page.iter_rows(2, _FORMATTED_LINES, 1, len(FIELDS)):
        for cell in row:
            cell.number_format = _TEXT
    return _bytes(book)


def list_as_xlsx(organs: Iterable[Organ]) -> bytes:
    """Return organs as a list that can be changed and read again."""
    return _bytes(_book(rows_of(organs)))


def list_as_csv(organs: Iterable[Organ]) -> bytes:
    """Return organs as comma-separated values, UTF-8 with the mark by which Excel knows it."""
    return b"".join(csv_lines([[TITLES[field] for field in FIELDS], *rows_of(organs)]))


def notes_as_csv(notes: Iterable[Note], head: Sequence[str]) -> bytes:
    """Return what is wrong with the lines of a file as comma-separated values."""
    return b"".join(csv_lines([head, *((note.line, note.column, note.reason) for note in notes)]))


def rows_of(organs: Iterable[Organ]) -> list[list[str]]:
    """Return the texts of each organ's line, parents first."""
    listed = sorted(organs, key=lambda one: one.path)
    naming = _Naming(listed)
    return [
        [naming.of(one, field) if field in REFERENCES else shown(field, getattr(one, field)) for field in FIELDS]
        for one in listed
    ]


class _Naming:
    """How other organs are named in a list, so that reading it finds them again."""

    def __init__(self, listed: Sequence[Organ]) -> None:
        self._reach = Reach(listed)
        self._lines = {one.pk: number for number, one in enumerate(listed, 2)}
        chains = [self._reach.chain_of(one) for one in listed]
        self._chains = {one.pk: chain for one, chain in zip(listed, chains, strict=True)}
        self._often = (
            {chain: chains.count(chain) for chain in set(chains)} if len(set(chains)) < len(chains) else {}
        )

    def of(self, organ: Organ, field: str) -> str:
        """Return what a cell says about another organ; nothing about one that is not listed."""
        if field == "under":
            other = self._reach.parent_of(organ)
            key = other.pk if other else None
        else:
            key = getattr(organ, f"{field}_id")
        if key not in self._chains:
            return ""
        chain = self._chains[key]
        text = PATH_SIGN.join(chain)
        means_else = is_credit_code(text) or LINE.fullmatch(text) or text == words.CLEAR
        split = any(sign in name for name in chain for sign in PATH_SIGNS)
        if not means_else and not split and self._often.get(chain, 1) == 1:
            return text
        return words.LINE_REFERENCE.format(line=self._lines[key])


def _book(rows: Sequence[Sequence[str]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.properties.creator = None  # an author would be told of when the file is uploaded
    page = book.active
    page.title = words.SHEET
    _fill(page, [TITLES[field] for field in FIELDS], rows)
    for number, field in enumerate(FIELDS, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = words.COLUMNS[field][1]
        page.cell(1, number).fill = _REQUIRED_FILL if words.COLUMNS[field][2] else _HEAD_FILL
        if field in CHOICES:
            _drop_down(page, letter, [str(one.label) for one in CHOICES[field]])
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(FIELDS))}{len(rows) + 1}"
    _explain(book.create_sheet(words.HELP_SHEET))
    return book


def _fill(page: Worksheet, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for number, row in enumerate([head, *rows], 1):
        for place, text in enumerate(row, 1):
            if text:
                cell = page.cell(number, place)
                put(cell, text)
                cell.number_format = _TEXT
    for cell in page[1]:
        cell.font = Font(bold=True)


def _drop_down(page: Worksheet, letter: str, labels: Sequence[str]) -> None:
    choice = DataValidation(type="list", formula1=f'"{",".join(labels)}"', allow_blank=True)
    choice.error = words.NOT_IN_LIST
    choice.errorTitle = words.NOT_IN_LIST_TITLE
    choice.showErrorMessage = True
    page.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{MAX_LINES}")


def _explain(page: Worksheet) -> None:
    rows = [
        (title, words.REQUIRED if needed else words.OPTIONAL, text, example)
        for title, _, needed, text, example in words.COLUMNS.values()
    ]
    _fill(page, words.HELP_HEAD, [*rows, (), *((line,) for line in words.HELP_NOTES)])
    for letter, width in zip("ABCD", (24, 12, 70, 36), strict=True):
        page.column_dimensions[letter].width = width
    for row in page.iter_rows(2, len(rows) + 1):
        for cell in row:
            cell.alignment = _WRAPPED


def _bytes(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())
