"""Chinese names of cells and of sums of cells (数据名称): row names, with a column's behind a dot.

A name is made from the labels of the form, without their ordinals and notes, and from the short names of `words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

import msgspec
from rapidfuzz import fuzz, process

from gongkai.damage import fold
from gongkai.drafts import words
from gongkai.report import EDITIONS, CellKey, Column, Row, Table
from gongkai.terms import form

# Cells that a name counts together.
Meaning = tuple[CellKey, ...]

_NEAREST = 3
_LEAST_LIKENESS = 50
# The tables of which a column holds the totals.
_WITH_TOTALS, _TOTAL = ("3", "4"), "total"


class Names(msgspec.Struct, frozen=True):
    """What can be named in an edition: each name as `plain_name` gives it, with all its meanings.

    `proper` is the one name by which messages and tables call a meaning; it means nothing else.
    """

    meanings: dict[str, tuple[Meaning, ...]]
    proper: dict[Meaning, str]

    def of(self, name: str) -> tuple[Meaning, ...]:
        """Return what a name can mean; nothing where it is unknown."""
        return self.meanings.get(plain_name(name), ())

    def nearest(self, name: str) -> tuple[str, ...]:
        """Return the proper names of what is called most like some name, the likest first."""
        asked = plain_name(name)
        alike = [own for own in self.meanings if own.count(".") == asked.count(".")] or list(self.meanings)
        found = process.extract(asked, alike, scorer=fuzz.ratio, limit=None, score_cutoff=_LEAST_LIKENESS)
        named = (self.proper[meaning] for like, _, _ in found for meaning in self.meanings[like])
        return tuple(dict.fromkeys(named))[:_NEAREST]


class Named(msgspec.Struct, frozen=True):
    """A row or column, or several of them together, with its names: the proper one first."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    whole: bool = False


def plain_name(name: str) -> str:
    """Return a name without what changes nothing: blanks, quotes, full-width signs, ordinals, notes of the form."""
    text = words.DOT.sub(".", words.QUOTES.sub("", "".join(fold(name).split())))
    for note in _notes():
        text = text.replace(note, "")
    for long, short in words.WRITTEN_ALIKE.items():
        text = text.replace(long, short)
    return words.ORDINAL.sub("", text)


@cache
def names_of(edition_key: str) -> Names:
    """Return everything that can be named in an edition."""
    found: dict[str, dict[Meaning, None]] = {}
    order: dict[Meaning, list[str]] = {}
    for table in EDITIONS[edition_key].tables:
        for name, meaning in _names(table):
            found.setdefault(name, {})[meaning] = None
            order.setdefault(meaning, []).append(name)
    meanings = {name: tuple(own) for name, own in found.items()}
    proper = {meaning: next(name for name in names if len(meanings[name]) == 1) for meaning, names in order.items()}
    return Names(meanings, proper)


def cell_name(edition_key: str, key: CellKey) -> str:
    """Return a cell's name with its column: where a row is meant by its total, the proper name leaves that out."""
    name = names_of(edition_key).proper[(key,)]
    table, _, column = key
    return f"{name}.{form.TOTAL}" if table in _WITH_TOTALS and column == _TOTAL else name


def rows_of(table: Table) -> Iterator[tuple[Named, tuple[Named, ...]]]:
    """Yield everything that can be named before the dot, rows and sums of rows, with what can be behind it."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in table.rows:
        if table.key != "2" and row.labels[:-1] and row.labels[:-1] != (form.RESULTS,):
            groups.setdefault(row.labels[:-1], []).append(row)
    for row in table.rows:
        if (group := groups.pop(row.labels[:-1], None)) is not None:
            yield Named(tuple(one.key for one in group), _paths(row.labels[:-1])), columns_of(row)
        labels = row.labels[-1:] if table.key == "2" else row.labels
        yield Named((row.key,), _paths(labels)), columns_of(row)


def columns_of(row: Row) -> tuple[Named, ...]:
    """Return what can be named behind the dot; `whole` is what is meant where nothing is."""
    single = len(row.columns) == 1
    columns = [
        Named((one.key,), _column_names(one), whole=single or one.label == form.TOTAL) for one in row.columns
    ]
    if any(one.label == form.BUSINESS for one in row.columns):
        inner = tuple(one.key for one in row.columns[1:-1])
        columns.insert(1, Named(inner, _own_names(form.LEGAL_PERSONS)))
    return tuple(columns)


def _names(table: Table) -> Iterator[tuple[str, Meaning]]:
    """Yield names with their meanings, those that are proper before the others."""
    for row, columns in rows_of(table):
        by_column = [(column, _meaning(table, row, column)) for column in columns]
        whole = [meaning for column, meaning in by_column if column.whole] or [meaning for _, meaning in by_column]
        yield from ((name, meaning) for name, meaning in product(row.names, whole))
        for column, meaning in by_column:
            yield from ((f"{one}.{other}", meaning) for one, other in product(row.names, column.names))
            if table.key != "3" or row.names[0] in _main_rows():
                yield from ((other, meaning) for other in column.names)


def _meaning(table: Table, row: Named, column: Named) -> Meaning:
    return tuple((table.key, *keys) for keys in product(row.keys, column.keys))


def _paths(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a row: its own, and its own behind those of one or all groups that it stands in."""
    *groups, last = labels
    outer: list[tuple[str, ...]] = [(), *((one,) for one in reversed(groups)), tuple(groups)]
    if plain_name(last) == form.OTHER:
        outer.insert(0, tuple(groups[-1:]))
    found = (".".join(names) for some in outer for names in product(*map(_own_names, (*some, last))))
    return tuple(dict.fromkeys(found))


def _column_names(column: Column) -> tuple[str, ...]:
    own = _own_names(column.label)
    if column.label != form.OTHER:
        return own
    return *own, *(f"{outer}.{inner}" for outer, inner in product(_own_names(form.LEGAL_PERSONS), own))


@cache
def _own_names(label: str) -> tuple[str, ...]:
    preferred = words.PREFERRED.get(label)
    names: Iterable[str] = (label, *words.ALSO.get(label, ()))
    return tuple(dict.fromkeys(plain_name(name) for name in ((preferred, *names) if preferred else names)))


@cache
def _main_rows() -> frozenset[str]:
    """Return the rows that a kind of applicant can be meant of where no row is named."""
    labels = (form.RECEIVED, form.CARRIED_IN, form.RESULTS_TOTAL, form.CARRIED_OUT)
    return frozenset(_own_names(label)[0] for label in labels)


@cache
def _notes() -> tuple[str, ...]:
    labels = {
        label
        for edition in EDITIONS.values()
        for table in edition.tables
        for row in table.rows
        for label in (*row.labels, *(column.label for column in row.columns))
    }
    return tuple(fold(label[start:]) for label in labels if (start := label.find("（", 1)) > 0)
