"""Part glued figures (`6233440`) into the cells of a row by the form's own arithmetic (拆分).

A figure has no leading zero, and in tables 3 and 4 the last cell of a group is the sum of the others. Every
reading that keeps both is listed, so that a second solution is never overlooked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from gongkai.readers.tables.figures import TOKEN, number
from gongkai.report import Column, Value

Row = tuple[Value | None, ...]
Tokens = tuple[str, ...]

# A row with more readings than this stays open; its cells list what each could be.
MOST_READINGS = 400
# No row of a report has more digits; a longer run is no row.
MOST_DIGITS = 160
# More parted figures than this in one row are another matter.
_MOST_JOINS = 2
# Above this a row of blanks and figures has too many layings to list.
_MOST_LAID = 6
_MOST_STEPS = 20_000
_PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?")
_LOST = re.compile(r"\?")
# What a lost character can have been, and how many characters all restored texts of a row may have together.
_REPLACEMENTS = "0123456789 "
_MOST_RESTORED = 2_400


class Split(msgspec.Struct, frozen=True):
    """`rows` are the readings whose sums hold.

    `loose` says, where these are none or several, what each cell could be if the author's sums do not hold; `lost`
    that characters had to be restored.
    """

    rows: tuple[Row, ...]
    loose: tuple[tuple[Value | None, ...], ...]
    lost: bool = False


@lru_cache(maxsize=512)
def split(text: str, columns: tuple[Column, ...], group: int) -> Split:
    """Return every way to read `text` as one figure a column.

    `group` is the number of cells after which a sum stands (7 in table 3, 5 in table 4, 0: no sums). A `?` is a
    digit or a blank that the scrape lost.
    """
    texts = _restored(text)
    budget = _Budget()
    rows: list[Row] = []
    readable: list[list[str]] = []
    parted: list[Row] = []
    for candidate in texts:
        tokens = [match[0].replace(",", "") for match in TOKEN.finditer(candidate)]
        if sum(map(len, tokens)) > MOST_DIGITS:
            continue
        if tokens and not TOKEN.sub("", candidate).strip(" \n\t\x00\ue000"):
            readable.append(tokens)
            rows += _summed(tokens, columns, group, budget) if group else _all(tokens, columns, budget)
            parted += _joined_rows(tokens, columns)
            parted += _laid_rows(tokens, columns) if group else []
    rows += [row for row in parted if group and _adds_up(row, group)]
    unique = tuple(dict.fromkeys(rows)) if budget.left >= 0 else ()
    if len(unique) == 1:
        return Split(unique, (), len(texts) > 1)
    loose: list[set[Value | None]] = [set() for _ in columns]
    for tokens in readable:
        # Fewer digits than cells, or no reading whose sums hold: some cells may be blank, and any of them.
        blanks = _most(tuple(tokens)) < len(columns) or (bool(group) and not rows)
        for values, cell in zip(_loose(tokens, columns, blanks=blanks), loose, strict=True):
            cell.update(values)
    for row in parted:
        for value, cell in zip(row, loose, strict=True):
            cell.add(value)
    return Split(unique[:MOST_READINGS], tuple(ordered(cell) for cell in loose), len(texts) > 1)


def _joined_rows(tokens: list[str], columns: Sequence[Column]) -> list[Row]:
    """Return the rows that come of joining neighbours until they are as many as cells: blanks parted figures."""
    rows: list[Row] = []
    more = len(tokens) - len(columns)
    if not 0 < more <= _MOST_JOINS:
        return rows
    for seams in combinations(range(1, len(tokens)), more):
        joined: list[str] = []
        for place, token in enumerate(tokens):
            if place in seams:
                joined[-1] += token
            else:
                joined.append(token)
        values = [
            number(token, column) if _PLAIN.fullmatch(token) else None
            for token, column in zip(joined, columns, strict=True)
        ]
        if None not in values:
            rows.append(tuple(values))
    return rows


def _laid_rows(tokens: list[str], columns: Sequence[Column]) -> list[Row]:
    """Return the rows in which every token is one figure and the cells between them are blank."""
    width = len(columns)
    if not 1 < len(tokens) < width or len(tokens) > _MOST_LAID or not all(map(_PLAIN.fullmatch, tokens)):
        return []
    rows: list[Row] = []
    for places in combinations(range(width), len(tokens)):
        at = {place: number(token, columns[place]) for place, token in zip(places, tokens, strict=True)}
        if None not in at.values():
            rows.append(tuple(at.get(place) for place in range(width)))
    return rows


def _adds_up(row: Row, group: int) -> bool:
    parts = [row[at : at + group] for at in range(0, len(row), group)]
    return all(sum(value or 0 for value in part[:-1]) == part[-1] for part in parts)


def _restored(text: str) -> list[str]:
    """Return the texts that a text with lost characters can have been: each `?` a digit or a blank."""
    places = [match.start() for match in _LOST.finditer(text)]
    if len(text) * len(_REPLACEMENTS) ** len(places) > _MOST_RESTORED and places:
        return []
    texts = [text]
    for place in places:
        texts = [t[:place] + lost + t[place + 1 :] for t in texts for lost in _REPLACEMENTS]
    return texts


def ordered(values: Collection[Value | None]) -> tuple[Value | None, ...]:
    """Return each value once, the least first and a blank last."""
    return (*sorted({v for v in values if v is not None}), *([None] if None in values else []))


@lru_cache(maxsize=4096)
def _heads(token: str, money: bool, signed: bool) -> tuple[tuple[Value, str], ...]:
    """Return every figure a token can begin with in a column, with what is left of the token."""
    column = Column("", "", money, signed)
    heads: list[tuple[Value, str]] = []
    first = 2 if token[0] in "+-" else 1
    for end in range(first, len(token) + 1):
        head, rest = token[:end], token[end:]
        if rest[:1] == "." or head[-1] == "." or ("." in head and rest):
            continue
        value = number(head, column)
        if value is not None:
            heads.append((value, rest))
        elif head[:1] == "0":
            break
    return tuple(heads)


def _steps(tokens: Tokens, column: Column) -> Iterator[tuple[Value, Tokens]]:
    for value, rest in _heads(tokens[0], column.money, column.signed):
        yield value, ((rest, *tokens[1:]) if rest else tokens[1:])


def _most(tokens: Tokens) -> int:
    """Return how many figures some tokens can hold at most: one a digit before the point."""
    if len(tokens) == 1 and tokens[0].isdigit():
        return len(tokens[0])
    return sum(len(token.partition(".")[0].lstrip("+-")) for token in tokens)


class _Budget:
    """How many steps a search may still take. One that runs out has proved nothing."""

    def __init__(self) -> None:
        self.left = _MOST_STEPS

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def _all(tokens: list[str], columns: Sequence[Column], budget: _Budget) -> list[Row]:
    """Return every reading without sums, as long as they are few."""
    found: list[Row] = []

    def go(rest: Tokens, column: int, row: Row) -> None:
        if len(found) > MOST_READINGS or not budget.spend():
            return
        if column == len(columns):
            if not rest:
                found.append(row)
            return
        needed = len(columns) - column
        if needed <= _most(rest) and 0 < len(rest) <= needed:
            for value, left in _steps(rest, columns[column]):
                go(left, column + 1, (*row, value))

    go(tuple(tokens), 0, ())
    return found if len(found) <= MOST_READINGS else []


def _summed(tokens: list[str], columns: Sequence[Column], group: int, budget: _Budget) -> list[Row]:
    """Return every reading whose groups end in their sums; none where there are too many to try."""
    starts: dict[Tokens, list[Row]] = {tuple(tokens): [()]}
    for first in range(0, len(columns), group):
        part, after = columns[first : first + group], len(columns) - first - group
        ends: dict[Tokens, list[Row]] = {}
        for rest, rows in starts.items():
            search = _last_group(rest, part, budget) if after == 0 else _group(rest, part, after, budget)
            for found, left in search:
                ends.setdefault(left, []).extend((*row, *found) for row in rows[:MOST_READINGS])
        starts = ends
    return starts.get((), [])[: MOST_READINGS + 1]


def _group(tokens: Tokens, columns: Sequence[Column], after: int, budget: _Budget) -> Iterator[tuple[Row, Tokens]]:
    """Yield every way to read a group from the front of some tokens that leaves enough for the groups after it."""

    def go(rest: Tokens, row: Row, total: int) -> Iterator[tuple[Row, Tokens]]:
        needed = len(columns) - len(row)
        if not rest or not budget.spend() or _most(rest) < needed + after or len(rest) > needed + after:
            return
        for value, left in _steps(rest, columns[len(row)]):
            if needed > 1:
                yield from go(left, (*row, value), total + int(value))
            elif value == total:
                yield (*row, value), left

    yield from go(tokens, (), 0)


def _last_group(tokens: Tokens, columns: Sequence[Column], budget: _Budget) -> Iterator[tuple[Row, Tokens]]:
    """Yield every way to read a whole group from some tokens: its sum from their end first, then its parts."""

    def go(rest: Tokens, row: Row, missing: int) -> Iterator[Row]:
        needed = len(columns) - 1 - len(row)
        if needed == 0:
            if not rest and missing == 0:
                yield row
            return
        # No part is longer than what is missing from the sum.
        if not rest or not budget.spend() or not needed <= _most(rest) <= needed * len(str(missing)):
            return
        if len(rest) <= needed:
            for value, left in _steps(rest, columns[len(row)]):
                if value <= missing:
                    yield from go(left, (*row, value), missing - int(value))

    *front, last = tokens or ("",)
    for length in range(1, len(last) + 1):
        total = number(last[-length:], columns[-1])
        if total is None or total < 0:
            continue
        rest = (*front, last[:-length]) if last[:-length] else tuple(front)
        for row in go(rest, (), int(total)):
            yield (*row, total), ()


def _loose(tokens: list[str], columns: Sequence[Column], *, blanks: bool) -> list[set[Value | None]]:
    """Return what each cell could hold whatever the sums: every figure at a place where it can stand."""
    width = len(columns)
    forward: list[set[Tokens]] = [{tuple(tokens)}, *(set() for _ in columns)]
    cells: list[list[tuple[Value | None, Tokens, Tokens]]] = [[] for _ in columns]
    for column in range(width):
        for rest in forward[column]:
            moves: list[tuple[Value | None, Tokens]] = list(_steps(rest, columns[column])) if rest else []
            if blanks:
                moves.append((None, rest))
            for value, left in moves:
                if blanks or _most(left) >= width - column - 1:
                    forward[column + 1].add(left)
                    cells[column].append((value, rest, left))
    alive: set[Tokens] = {()}
    result: list[set[Value | None]] = [set() for _ in columns]
    for column in range(width - 1, -1, -1):
        kept = {(value, rest) for value, rest, left in cells[column] if left in alive}
        result[column] = {value for value, _ in kept}
        alive = {rest for _, rest in kept}
    return result
