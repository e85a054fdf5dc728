"""The form printed by hand, with figures of its own in every cell, for tests that damage one spot of it.

Nothing here comes from `gongkai.samples`: what the readers must understand is set out a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import NamedTuple

from gongkai.report import EDITIONS, AnnualReport, CellKey, Row, Table
from gongkai.terms import form

ORGAN = "云杉县水文管理局"
YEAR = {"2021": 2023, "2019": 2020}
LICENCES = ("2", "20.5.licences", "decisions")
PENALTIES = ("2", "20.6.penalties", "decisions")
ORDINALS = "一二三四五六"
FEES = ("2", "20.8.fees", "amount")


class Box(NamedTuple):
    """One cell of a printed table: its words, and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1


Sheet = list[list[Box]]


@cache
def figures(edition: str = "2021") -> Mapping[CellKey, str]:
    """Return a lawful report's figures, as unlike each other as the sums allow."""
    form_of_year = EDITIONS[edition]
    found: dict[CellKey, str] = {}
    for number, key in enumerate(key for key in form_of_year.keys if key[0] == "2"):
        found[key] = f"{'+' if key[2] == 'change' else ''}{2970 + 7 * number}"
    for key in found:
        if key[2] == "amount":
            found[key] = "73802895.90"
    counts: dict[tuple[str, str], int] = {}
    columns = [column.key for column in form_of_year.table("3").rows[0].columns[:-1]]
    rows = [row.key for row in form_of_year.table("3").rows]
    results = [row for row in rows if row.startswith("3.") and row != "3.7"]
    for place, column in enumerate(columns):
        for number, row in enumerate(results):
            counts[row, column] = (number * 37 + place * 11) % 83 + 1
        counts["2", column] = 90 + place
        counts["4", column] = 100 + 3 * place
        counts["3.7", column] = sum(counts[row, column] for row in results)
        counts["1", column] = counts["3.7", column] + counts["4", column] - counts["2", column]
    for row in rows:
        counts[row, "total"] = sum(counts[row, column] for column in columns)
    found |= {("3", row, column): str(count) for (row, column), count in counts.items()}
    for number, dispute in enumerate(form_of_year.table("4").rows):
        parts = [20 * number + 3 * place + 1 for place in range(4)]
        names = [column.key for column in dispute.columns]
        found |= {("4", dispute.key, name): str(n) for name, n in zip(names, [*parts, sum(parts)], strict=True)}
    return {key: found[key] for key in form_of_year.keys}


def sheets(edition: str = "2021", shown: Mapping[CellKey, str] | None = None) -> dict[str, Sheet]:
    """Return the three tables as the form prints them; `shown` replaces some figures."""
    seen = {**figures(edition), **(shown or {})}
    tables = EDITIONS[edition].tables
    return {table.key: list(_SETTING[table.key](table, seen)) for table in tables}


def _figures_of(row: Row, table: str, seen: Mapping[CellKey, str]) -> list[Box]:
    return [Box(seen[table, row.key, column.key]) for column in row.columns]


def _disclosed(table: Table, seen: Mapping[CellKey, str]) -> Iterator[list[Box]]:
    head: tuple[str, ...] = ()
    for row in table.rows:
        labels = (row.labels[0], *(column.label for column in row.columns))
        wide = (1,) * len(row.columns) if len(row.columns) > 1 else (3,)
        if labels != head:
            head = labels
            yield [Box(row.labels[0], 1 + sum(wide))]
            yield [Box(form.CONTENT), *(Box(label, n) for label, n in zip(labels[1:], wide, strict=True))]
        boxes = _figures_of(row, "2", seen)
        yield [Box(row.label), *(Box(box.text, n) for box, n in zip(boxes, wide, strict=True))]


def _requests(table: Table, seen: Mapping[CellKey, str]) -> Iterator[list[Box]]:
    columns = table.rows[0].columns
    yield [Box(form.BALANCE_NOTE, 3, 3), Box(form.APPLICANTS, 7)]
    yield [Box(columns[0].label, 1, 2), Box(form.LEGAL_PERSONS, 5), Box(columns[-1].label, 1, 2)]
    yield [Box(column.label) for column in columns[1:-1]]
    opened: tuple[str, ...] = ()
    for row in table.rows:
        boxes = []
        for depth, label in enumerate(row.labels[:-1], 1):
            if row.labels[:depth] != opened[:depth]:
                below = sum(other.labels[:depth] == row.labels[:depth] for other in table.rows)
                boxes.append(Box(label, 1, below))
        opened = row.labels
        yield [*boxes, Box(row.label, 4 - len(row.labels)), *_figures_of(row, "3", seen)]


def _disputes(table: Table, seen: Mapping[CellKey, str]) -> Iterator[list[Box]]:
    yield [Box(form.RECONSIDERATION, 5), Box(form.LITIGATION, 10)]
    columns = table.rows[0].columns
    down = [Box(column.label, 1, 2) for column in columns]
    yield [*down, Box(form.LITIGATION_DIRECT, 5), Box(form.LITIGATION_AFTER, 5)]
    yield [Box(column.label) for column in columns * 2]
    yield [box for row in table.rows for box in _figures_of(row, "4", seen)]


_SETTING = {"2": _disclosed, "3": _requests, "4": _disputes}


def title(edition: str = "2021") -> str:
    return f"{ORGAN}{YEAR[edition]}年{form.TITLE}"


def article(edition: str = "2021") -> Iterator[tuple[str, str]]:
    """Yield the parts of the article in order: its title, headings and prose, and the keys of its tables."""
    headings = EDITIONS[edition].headings
    yield "title", title(edition)
    for number, heading in enumerate(headings, 1):
        yield "heading", f"{ORDINALS[number - 1]}、{heading}"
        if str(number) in {"2", "3", "4"}:
            yield "table", str(number)
        else:
            yield "prose", f"本局第{ORDINALS[number - 1]}部分所写的话，与水文监测有关。"


def html_table(sheet: Sheet) -> str:
    rows = ("".join(map(_td, row)) for row in sheet)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _td(box: Box) -> str:
    spans = f' colspan="{box.across}"' * (box.across > 1) + f' rowspan="{box.down}"' * (box.down > 1)
    return f"<td{spans}>{escape(box.text)}</td>"


def page(
    edition: str = "2021", shown: Mapping[CellKey, str] | None = None, *, tables: Mapping[str, Sheet] | None = None
) -> str:
    """Return the report as a plain web page, with the tables given instead of its own."""
    own = tables or sheets(edition, shown)
    body = (html_table(own[words]) if kind == "table" else f"<p>{words}</p>" for kind, words in article(edition))
    parts = "\n".join(body)
    return f"<html><head><meta charset='utf-8'></head><body>\n{parts}\n</body></html>"


def text(
    edition: str = "2021",
    shown: Mapping[CellKey, str] | None = None,
    *,
    tables: Mapping[str, Sheet] | None = None,
    between: str = " | ",
    closing: str = "\n",
) -> str:
    """Return the report as scraped text: `between` parts the cells of a row, `closing` ends it."""
    own = tables or sheets(edition, shown)
    pieces = []
    for kind, words in article(edition):
        rows = ([box.text for box in row] for row in own[words]) if kind == "table" else [[words]]
        pieces += [between.join(row) + (closing if kind == "table" else "\n") for row in rows]
    return "".join(pieces)


def truth(edition: str = "2021") -> dict[CellKey, str]:
    """Return the figures as their values are written: without a plus sign."""
    return {key: figure.removeprefix("+") for key, figure in figures(edition).items()}


def wrong(report: AnnualReport, expected: Mapping[CellKey, str] | None = None) -> dict[CellKey, str]:
    """Return the unmarked cells that say something else than what is printed, which is `truth` if not given."""
    printed = expected or truth(report.edition)
    return {
        cell.key: cell.text for cell in report.cells if not cell.marked and str(cell.value) != printed[cell.key]
    }
