"""The rows of one report in long form, gathered until they are all there (一份报告的长表)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from gongkai.errors import UnknownKind
from gongkai.readers.records import reasons
from gongkai.report import (
    CLOSING,
    EDITIONS,
    PREFACE,
    AnnualReport,
    Cell,
    CellKey,
    Damage,
    Leftover,
    Method,
    Paragraph,
    Place,
    Repair,
    Scope,
    Section,
    State,
    Value,
)
from gongkai.report.long_table import DAMAGE, LEFTOVER, MORE, TEXT, WORDS, is_number, parted, place_of

_STATES, _METHODS = {one.value: one for one in State}, {one.value: one for one in Method}
_SCOPES = {"": Scope.UNKNOWN} | {one.value: one for one in Scope}
_SECTIONS = tuple(str(number) for number in range(1, 7))
_PARTS = (PREFACE, *_SECTIONS, CLOSING)
_NUMBER = re.compile(rf"([0-9]{{1,6}})({re.escape(MORE)}{{0,4000}})")
_YEAR = re.compile("[0-9]{4}")
_SHOWN = 40

_Kind = TypeVar("_Kind")


class Line(NamedTuple):
    """One row of the long form by its columns, in the order of `COLUMNS`."""

    source: str
    organ: str
    year: str
    edition: str
    scope: str
    table: str
    row: str
    column: str
    row_label: str
    column_label: str
    text: str
    value: str
    state: str
    method: str
    place: str
    candidates: str
    repair: str
    unit: str
    proof: str


class _Words(NamedTuple):
    """A text with its number, of which it may be a later piece."""

    number: int
    piece: int
    text: str
    place: str
    proof: str

    def where(self) -> Place | None:
        return place_of(self.place, len(self.text))


class Gathered:
    """A report whose rows come one by one; UnknownKind where one says what no report can."""

    def __init__(self, first: Line) -> None:
        if first.edition not in EDITIONS:
            raise UnknownKind(reasons.NO_EDITION.format(edition=cut(first.edition)))
        if first.year and not _YEAR.fullmatch(first.year):
            raise UnknownKind(reasons.NOT_A_YEAR.format(text=cut(first.year)))
        self.source, self._organ, self._unit = first.source or None, first.organ or None, first.unit
        self._year = int(first.year) if first.year else None
        self._form = EDITIONS[first.edition]
        self._scope = _known(_SCOPES, first.scope, reasons.NOT_A_SCOPE)
        self._cells: dict[CellKey, Cell] = {}
        self._words: dict[tuple[str, str], dict[tuple[int, int], _Words]] = {}

    def add(self, line: Line) -> None:
        """Take in a row; the same cell or text twice is no report."""
        self._unit = self._unit or line.unit
        if line.table in WORDS:
            self._add_words(line)
            return
        key = (line.table, line.row, line.column)
        if key not in self._form.positions:
            raise UnknownKind(reasons.NO_CELL.format(edition=self._form.key, **_told(line)))
        if key in self._cells:
            raise UnknownKind(reasons.TWICE.format(**_told(line)))
        self._cells[key] = _cell(key, line)

    def _add_words(self, line: Line) -> None:
        if line.table == TEXT and line.row not in _PARTS:
            raise UnknownKind(reasons.NO_PART.format(part=cut(line.row)))
        numbered = _NUMBER.fullmatch(line.column)
        if numbered is None or (line.table == TEXT and line.row not in _SECTIONS and int(numbered[1]) == 0):
            raise UnknownKind(reasons.NO_NUMBER.format(text=cut(line.column)))
        words = _Words(int(numbered[1]), len(numbered[2]), line.text, line.place, line.proof)
        known = self._words.setdefault((line.table, line.row), {})
        if (words.number, words.piece) in known:
            raise UnknownKind(reasons.TWICE.format(**_told(line)))
        known[words.number, words.piece] = words

    def report(self) -> AnnualReport:
        """Return the report; cells of which there is no row are absent."""
        texts = {part: list(self._told(TEXT, part)) for part in _PARTS}
        return AnnualReport(
            organ=self._organ,
            unit=self._unit or None,
            year=self._year,
            edition=self._form.key,
            scope=self._scope,
            preface=tuple(Paragraph(one.text, one.where()) for one in texts[PREFACE]),
            sections=tuple(_section(part, texts[part]) for part in _SECTIONS),
            closing=tuple(Paragraph(one.text, one.where()) for one in texts[CLOSING]),
            cells=tuple(self._cells.get(key) or _absent(key) for key in self._form.keys),
            leftovers=tuple(Leftover(one.text, reason, one.where()) for reason, one in self._by_number(LEFTOVER)),
            damage=tuple(
                Damage(kind, one.text, one.where(), one.proof or None) for kind, one in self._by_number(DAMAGE)
            ),
        )

    def _told(self, table: str, row: str) -> Iterator[_Words]:
        """Yield the texts of a part in their order, those whole that are in pieces."""
        whole: _Words | None = None
        for _, words in sorted(self._words.get((table, row), {}).items()):
            if whole and whole.number == words.number:
                whole = whole._replace(text=whole.text + words.text)
                continue
            if whole:
                yield whole
            whole = words
        if whole:
            yield whole

    def _by_number(self, table: str) -> list[tuple[str, _Words]]:
        found = [(row, one) for kind, row in self._words if kind == table for one in self._told(table, row)]
        return sorted(found, key=lambda pair: pair[1].number)


def cut(text: str) -> str:
    """Return a text as a sentence can quote it."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text[:_SHOWN])
    return reasons.EXCERPT.format(start=shown) if len(text) > _SHOWN else shown


def _told(line: Line) -> dict[str, str]:
    return {"table": cut(line.table), "line": cut(line.row), "column": cut(line.column)}


def _known(kinds: dict[str, _Kind], text: str, reason: str) -> _Kind:
    if text not in kinds:
        raise UnknownKind(reason.format(text=cut(text)))
    return kinds[text]


def _section(part: str, texts: list[_Words]) -> Section:
    heading = next((one for one in texts if one.number == 0), None)
    place = heading.where() if heading else None
    paragraphs = tuple(Paragraph(one.text, one.where()) for one in texts if one.number)
    return Section(int(part), heading.text if heading else None, paragraphs, place, place)


def _cell(key: CellKey, line: Line) -> Cell:
    if not line.state:
        raise UnknownKind(reasons.NO_STATE)
    money = _is_money(key, line.edition)
    state = _known(_STATES, line.state, reasons.NOT_A_STATE)
    value = _value(line.value, money=money)
    if state is State.PRINTED and value is None:
        raise UnknownKind(reasons.NO_VALUE)
    repair = _value(line.repair, money=money)
    table, row, column = key
    return Cell(
        table=table,
        row=row,
        column=column,
        text=line.text,
        value=value,
        state=state,
        method=_known(_METHODS, line.method or Method.DIRECT.value, reasons.NOT_A_METHOD),
        place=place_of(line.place, len(line.text)),
        candidates=tuple(_value(one, money=money) for one in parted(line.candidates)),
        repair=None if repair is None else Repair(repair, line.proof),
    )


@lru_cache(maxsize=4096)
def _value(text: str, *, money: bool) -> Value | None:
    if not text:
        return None
    if not is_number(text):
        raise UnknownKind(reasons.NOT_A_VALUE.format(text=cut(text)))
    number = Decimal(text)
    return int(number) if not money and number == int(number) else number


@cache
def _is_money(key: CellKey, edition: str) -> bool:
    tables = EDITIONS[edition].tables
    return key in {(t.key, r.key, c.key) for t in tables for r in t.rows for c in r.columns if c.money}


@cache
def _absent(key: CellKey) -> Cell:
    table, row, column = key
    return Cell(table=table, row=row, column=column)
