"""Invented regions (虚构地区): the reports of a county's or a city's organs, whose sums are the region's report."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal, localcontext

import msgspec

from gongkai.report import EDITIONS, AnnualReport, Cell, Edition, Scope, State, Value, plain
from gongkai.samples import organ_words as words
from gongkai.samples import region_words
from gongkai.samples.figures import Size, figures
from gongkai.samples.organs import report_year

Named = tuple[str, AnnualReport]
_SIZES: tuple[Size, ...] = ("zero", "small", "small", "medium")
# The sum of amounts of any length is exact.
_DIGITS = 120


class InventedRegion(msgspec.Struct, frozen=True):
    """A region: its government's name, the year, its organs' reports by file, and the report they add up to."""

    organ: str
    year: int
    reports: tuple[Named, ...]
    total: AnnualReport

    @property
    def listed(self) -> str:
        """The list of its organs, as a person would write it: a head, and a name with its scope a line."""
        lines = [region_words.HEAD]
        for _, report in self.reports:
            lines.append(f"{report.organ},{region_words.SCOPES[report.scope]}")
        return "\n".join(lines) + "\n"


def region(
    seed: int, *, children: int = 12, edition: str | None = None, size: Size | None = None
) -> InventedRegion:
    """Return the region of a seed with so many organs: a county's departments and townships, or a city's counties.

    Every cell of every report is printed and every identity holds, in the organs' reports and in the region's.
    """
    rng = random.Random(f"region:{seed}")
    form = EDITIONS[edition or rng.choice(tuple(EDITIONS))]
    year = report_year(rng, form)
    in_city = rng.random() < 0.3
    place = rng.choice(words.CITIES if in_city else words.COUNTIES)
    reports: list[Named] = []
    for number, (name, scope) in enumerate(_organs(rng, place, children, in_city=in_city)):
        chosen = rng.choice(_SIZES) if size is None else size
        report = _report(rng, form, name, year, scope, chosen)
        reports.append((f"{number:05d}.html", report))
    organ = place + words.GOVERNMENT
    return InventedRegion(organ, year, tuple(reports), _total(form, organ, year, [one for _, one in reports]))


def _organs(rng: random.Random, place: str, count: int, *, in_city: bool) -> Iterator[tuple[str, Scope]]:
    """Yield names that no two organs share: departments first, then what lies below."""
    departments = min(len(words.DEPARTMENTS), max(1, count // 3))
    for name in rng.sample(words.DEPARTMENTS, departments)[:count]:
        yield place + name, Scope.OWN
    below = region_words.places(rng)
    for _ in range(count - departments):
        name = next(below)
        if in_city:
            yield name + region_words.COUNTY + words.GOVERNMENT, Scope.CONSOLIDATED
        else:
            yield place + name + region_words.TOWNSHIP + words.GOVERNMENT, Scope.OWN


def _report(rng: random.Random, form: Edition, name: str, year: int, scope: Scope, size: Size) -> AnnualReport:
    found = figures(rng, form, size)
    cells = tuple(_cell(key, found[key]) for key in form.keys)
    return AnnualReport(organ=name, year=year, edition=form.key, scope=scope, cells=cells)


def _total(form: Edition, organ: str, year: int, reports: list[AnnualReport]) -> AnnualReport:
    """Add up cells one by one, apart from the program's own way to do it."""
    cells: list[Cell] = []
    with localcontext() as context:
        context.prec = _DIGITS
        for key in form.keys:
            total: Value = 0
            for report in reports:
                total += report.cell(*key).value or 0
            cells.append(_cell(key, Decimal(total) if key[2] == "amount" else total))
    return AnnualReport(organ=organ, year=year, edition=form.key, scope=Scope.CONSOLIDATED, cells=tuple(cells))


def _cell(key: tuple[str, str, str], value: Value) -> Cell:
    table, row, column = key
    return Cell(table=table, row=row, column=column, text=plain(value), value=value, state=State.PRINTED)
