"""Lawful figures for a report (年报数据): every sum of tables 3 and 4 holds, in every column."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from gongkai.report import CellKey, Edition, Identity, Row, Value, identities

Size = Literal["zero", "small", "medium", "large"]
SIZES: tuple[Size, ...] = ("zero", "small", "medium", "large")


class _Scale(NamedTuple):
    """How large the figures of an organ grow: requests, decisions, documents, disputes, fees in 万元."""

    requests: int
    decisions: int
    documents: int
    regulations: int
    disputes: int
    fees: int


_SCALES: dict[Size, _Scale] = {
    "zero": _Scale(0, 0, 0, 0, 0, 0),
    "small": _Scale(30, 400, 12, 0, 3, 500),
    "medium": _Scale(900, 12_000, 300, 0, 40, 60_000),
    "large": _Scale(60_000, 900_000, 4_000, 90, 2_500, 9_000_000),
}
_APPLICANT_SHARES = {
    "natural": 1.0,
    "business": 0.12,
    "research": 0.01,
    "welfare": 0.01,
    "legal": 0.04,
    "other": 0.03,
}
_COMMON_RESULTS = frozenset({"3.1", "3.2", "3.3.8", "3.4.1", "3.5.1", "3.6", "3.6.3"})
_SIGNED = "change"
_STOCK = frozenset({"in_force", "total"})


def figures(rng: random.Random, edition: Edition, size: Size) -> dict[CellKey, Value]:
    """Return a value for every cell of the edition; all identities of the edition hold.

    "zero" is an organ that nothing happened to (nearly all zeros), "small" a township or a department,
    "medium" a county, "large" a province with decisions in the hundred thousands.
    """
    scale = _SCALES[size]
    found: dict[CellKey, Value] = {}
    for row in edition.table("2").rows:
        found.update(_published(rng, row, scale))
    found.update(_requests(rng, edition, scale))
    found.update(_disputes(rng, edition, scale, int(found["3", "3.7", "total"])))
    if size == "zero" and rng.random() < 0.5:
        _one_request(rng, edition, found)
    return {key: found[key] for key in edition.keys}


def broken_identities(edition_key: str, values: Mapping[CellKey, Value | None]) -> frozenset[Identity]:
    """Return the identities that do not hold; a blank (None) or a missing cell counts 0."""

    def total(keys: tuple[CellKey, ...]) -> Value:
        return sum((values.get(key) or 0 for key in keys), start=0)

    return frozenset(one for one in identities(edition_key) if total(one.left) != total(one.right))


def _upto(rng: random.Random, largest: float) -> int:
    """Return a number from 0 to `largest`, small ones more often than large ones."""
    return int(largest * rng.random() ** 2 + 0.5)


def _published(rng: random.Random, row: Row, scale: _Scale) -> dict[CellKey, Value]:
    most = _most(row.key, scale)
    found: dict[CellKey, Value] = {}
    for column in row.columns:
        key = ("2", row.key, column.key)
        if column.money:
            found[key] = _money(rng, scale.fees)
        elif column.key == _SIGNED:
            found[key] = rng.choice((1, -1)) * min(_upto(rng, most / 8), _whole(found, row, most))
        else:
            found[key] = _upto(rng, most)
    if row.columns[-1].key in _STOCK:
        *flows, stock = (("2", row.key, column.key) for column in row.columns)
        # What was made or published this year is in the stock, unless it was repealed since.
        found[stock] = int(found[stock]) + max(int(found[flow]) for flow in flows)
    return found


def _most(row_key: str, scale: _Scale) -> int:
    if row_key == "20.1.regulations":
        return scale.regulations
    return scale.documents if row_key.startswith(("20.1", "20.8", "20.9")) else scale.decisions


def _whole(found: dict[CellKey, Value], row: Row, otherwise: int) -> int:
    return int(found.get(("2", row.key, "previous"), otherwise))


def _money(rng: random.Random, largest: int) -> Decimal:
    whole, digits = _upto(rng, largest), rng.choice((0, 0, 1, 2, 2, 3, 4, 5, 6))
    if not largest or not digits:
        return Decimal(whole)
    return Decimal(f"{whole}.{rng.randrange(10**digits):0{digits}d}")


def _requests(rng: random.Random, edition: Edition, scale: _Scale) -> dict[CellKey, Value]:
    table = edition.table("3")
    leaves = [row.key for row in table.rows if row.key.startswith("3.") and row.key != "3.7"]
    found: dict[CellKey, Value] = {}
    for column, share in _APPLICANT_SHARES.items():
        column_values = _column(rng, leaves, scale.requests * share)
        found.update({("3", row, column): value for row, value in column_values.items()})
    for row in table.rows:
        found["3", row.key, "total"] = sum(int(found["3", row.key, column]) for column in _APPLICANT_SHARES)
    return found


def _column(rng: random.Random, leaves: list[str], most: float) -> dict[str, int]:
    """Return one applicant column: results, their total, and what was carried in and out."""
    if rng.random() > most:
        most = 0
    found: dict[str, int] = {}
    for row in leaves:
        often, share = (0.8, 3) if row in _COMMON_RESULTS else (0.35, 15)
        found[row] = _upto(rng, most / share) if rng.random() < often else 0
    found["3.7"] = sum(found.values())
    found["4"] = _upto(rng, most / 10)
    found["2"] = min(_upto(rng, most / 10), found["3.7"] + found["4"])
    found["1"] = found["3.7"] + found["4"] - found["2"]
    return found


def _disputes(rng: random.Random, edition: Edition, scale: _Scale, closed: int) -> dict[CellKey, Value]:
    """Return the disputes, never more of them than requests that were closed."""
    found: dict[CellKey, Value] = {}
    rows = edition.table("4").rows
    most = min(scale.disputes, closed / (len(rows) * len(rows[0].columns)))
    for row in rows:
        *parts, total = (("4", row.key, column.key) for column in row.columns)
        for key in parts:
            found[key] = int(most * rng.random() ** 2) if rng.random() < 0.6 else 0
        found[total] = sum(int(found[key]) for key in parts)
    return found


def _one_request(rng: random.Random, edition: Edition, found: dict[CellKey, Value]) -> None:
    """Let one request come in and be closed, in a report of zeros."""
    leaves = [row.key for row in edition.table("3").rows if row.key.startswith("3.") and row.key != "3.7"]
    column = rng.choice(tuple(_APPLICANT_SHARES))
    for row in ("1", rng.choice(leaves), "3.7"):
        found["3", row, column] = found["3", row, "total"] = 1
