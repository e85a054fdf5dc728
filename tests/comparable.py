"""Reports to be compared: lawful ones with an organ, a year, a scope, and some cells changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from gongkai.report import AnnualReport, CellKey, Scope, State, Value
from gongkai.report.editions import edition_of_year
from gongkai.samples import Size, lawful_report

ORGAN = "云杉县水文管理局"
RECEIVED, CARRIED_IN, CLOSED, CARRIED_OUT = (("3", row, "total") for row in ("1", "2", "3.7", "4"))
NATURAL = ("3", "1", "natural")
Cells = Mapping[CellKey, Value | dict[str, Any]]
BLANK = {"value": None, "text": "", "state": State.BLANK}


def one_of(*candidates: Value | None) -> dict[str, Any]:
    """Return what a cell is that may hold one of some values."""
    return {"value": None, "state": State.AMBIGUOUS, "candidates": candidates}


def report(
    year: int | None = 2023,
    *,
    organ: str | None = ORGAN,
    scope: Scope = Scope.OWN,
    seed: int = 1,
    size: Size = "medium",
    edition: str | None = None,
    cells: Cells | None = None,
) -> AnnualReport:
    """Return a lawful report of the edition of its year, with some cells put in the place of its own."""
    lawful = lawful_report(seed, edition=edition or edition_of_year(year).key, size=size)
    return with_cells(msgspec.structs.replace(lawful, organ=organ, year=year, scope=scope), cells or {})


def with_cells(one: AnnualReport, cells: Cells) -> AnnualReport:
    """Return a report with some cells changed: to a value, or as the fields say."""
    assert set(cells) <= set(one.form.keys)
    changed = tuple(
        msgspec.structs.replace(cell, **_fields(cells[cell.key])) if cell.key in cells else cell
        for cell in one.cells
    )
    return msgspec.structs.replace(one, cells=changed)


def zero(year: int = 2023, **given: Any) -> AnnualReport:
    """Return a report that prints nothing but zeros, besides the cells that are given."""
    cells = given.pop("cells", {})
    plain = report(year, **given)
    return with_cells(with_cells(plain, dict.fromkeys(plain.form.keys, 0)), cells)


def named(*reports: AnnualReport) -> list[tuple[str, AnnualReport]]:
    """Return reports with the names of files."""
    return [(f"{number}.html", one) for number, one in enumerate(reports, 1)]


def _fields(change: Value | dict[str, Any]) -> dict[str, Any]:
    return change if isinstance(change, dict) else {"value": change, "text": str(change), "state": State.PRINTED}
