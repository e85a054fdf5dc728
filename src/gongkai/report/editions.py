"""The two editions of the form (格式) as data: tables, rows, columns, labels, headings.

Row and column keys follow the form's own numbering and are the only keys in code, JSON and CSV.
Sources: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

from functools import cache, cached_property

import msgspec

from gongkai.report.cells import CellKey
from gongkai.terms import form


class Column(msgspec.Struct, frozen=True):
    """A column: its key, its printed label, and whether it holds an amount of money instead of a count."""

    key: str
    label: str
    money: bool = False
    signed: bool = False


class Row(msgspec.Struct, frozen=True):
    """A row: its key, the labels printed to its left from the outermost group inwards, and its columns."""

    key: str
    labels: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def label(self) -> str:
        return self.labels[-1]


class Table(msgspec.Struct, frozen=True):
    """One of the three statutory tables, named by the section it stands in ("2", "3", "4")."""

    key: str
    rows: tuple[Row, ...]


class Edition(msgspec.Struct, frozen=True, dict=True):
    """An edition of the form and the report years it is in force for (`last_year` None: still in force)."""

    key: str
    notice: str
    first_year: int
    last_year: int | None
    headings: tuple[str, ...]
    tables: tuple[Table, ...]

    @cached_property
    def keys(self) -> tuple[CellKey, ...]:
        """Every cell in the order of the form."""
        return tuple((t.key, r.key, c.key) for t in self.tables for r in t.rows for c in r.columns)

    @cached_property
    def positions(self) -> dict[CellKey, int]:
        """Where each cell stands in `keys`."""
        return {key: number for number, key in enumerate(self.keys)}

    def table(self, key: str) -> Table:
        return next(table for table in self.tables if table.key == key)


APPLICANT_COLUMNS = (
    Column("natural", form.NATURAL_PERSON),
    Column("business", form.BUSINESS),
    Column("research", form.RESEARCH),
    Column("welfare", form.WELFARE),
    Column("legal", form.LEGAL_SERVICES),
    Column("other", form.OTHER),
    Column("total", form.TOTAL),
)
DISPUTE_COLUMNS = (
    Column("upheld", form.UPHELD),
    Column("corrected", form.CORRECTED),
    Column("other", form.OTHER_RESULT),
    Column("pending", form.PENDING),
    Column("total", form.TOTAL),
)


def _table_3(other_endings: tuple[Row, ...]) -> Table:
    def row(key: str, *labels: str) -> Row:
        return Row(key, labels, APPLICANT_COLUMNS)

    def group(key: str, heading: str, labels: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(row(f"{key}.{n}", form.RESULTS, heading, label) for n, label in enumerate(labels, 1))

    return Table(
        "3",
        (
            row("1", form.RECEIVED),
            row("2", form.CARRIED_IN),
            row("3.1", form.RESULTS, form.GRANTED),
            row("3.2", form.RESULTS, form.PARTLY_GRANTED),
            *group("3.3", form.DENIED, form.DENIALS),
            *group("3.4", form.UNAVAILABLE, form.UNAVAILABILITIES),
            *group("3.5", form.NOT_HANDLED, form.REFUSALS_TO_HANDLE),
            *other_endings,
            row("3.7", form.RESULTS, form.RESULTS_TOTAL),
            row("4", form.CARRIED_OUT),
        ),
    )


TABLE_4 = Table(
    "4",
    (
        Row("reconsideration", (form.RECONSIDERATION,), DISPUTE_COLUMNS),
        Row("litigation_direct", (form.LITIGATION, form.LITIGATION_DIRECT), DISPUTE_COLUMNS),
        Row("litigation_after", (form.LITIGATION, form.LITIGATION_AFTER), DISPUTE_COLUMNS),
    ),
)

_STOCK_2021 = (
    Column("made", form.MADE_2021),
    Column("repealed", form.REPEALED),
    Column("in_force", form.IN_FORCE),
)
_DECISIONS_2021 = (Column("decisions", form.DECISIONS_2021),)
_STOCK_2019 = (
    Column("made", form.MADE_2019),
    Column("published", form.PUBLISHED),
    Column("total", form.PUBLISHED_TOTAL),
)
_ITEMS_2019 = (Column("previous", form.PREVIOUS_ITEMS), Column("change", form.CHANGE, signed=True))
_DECISIONS_2019 = (*_ITEMS_2019, Column("decisions", form.DECISIONS_2019))

EDITION_2021 = Edition(
    key="2021",
    notice=form.NOTICE_2021,
    first_year=2021,
    last_year=None,
    headings=form.HEADINGS_2021,
    tables=(
        Table(
            "2",
            (
                Row("20.1.regulations", (form.ITEM_20_1, form.REGULATIONS), _STOCK_2021),
                Row("20.1.normative_documents", (form.ITEM_20_1, form.NORMATIVE_DOCUMENTS_2021), _STOCK_2021),
                Row("20.5.licences", (form.ITEM_20_5, form.LICENCES), _DECISIONS_2021),
                Row("20.6.penalties", (form.ITEM_20_6, form.PENALTIES), _DECISIONS_2021),
                Row("20.6.coercion", (form.ITEM_20_6, form.COERCION), _DECISIONS_2021),
                Row(
                    "20.8.fees",
                    (form.ITEM_20_8, form.FEES),
                    (Column("amount", form.FEE_AMOUNT, money=True),),
                ),
            ),
        ),
        _table_3(
            tuple(
                Row(f"3.6.{n}", (form.RESULTS, form.OTHERWISE_HANDLED, label), APPLICANT_COLUMNS)
                for n, label in enumerate(form.OTHER_ENDINGS, 1)
            )
        ),
        TABLE_4,
    ),
)

EDITION_2019 = Edition(
    key="2019",
    notice=form.NOTICE_2019,
    first_year=2019,
    last_year=2020,
    headings=form.HEADINGS_2019,
    tables=(
        Table(
            "2",
            (
                Row("20.1.regulations", (form.ITEM_20_1, form.REGULATIONS), _STOCK_2019),
                Row("20.1.normative_documents", (form.ITEM_20_1, form.NORMATIVE_DOCUMENTS_2019), _STOCK_2019),
                Row("20.5.licences", (form.ITEM_20_5, form.LICENCES), _DECISIONS_2019),
                Row("20.5.other_services", (form.ITEM_20_5, form.OTHER_SERVICES), _DECISIONS_2019),
                Row("20.6.penalties", (form.ITEM_20_6, form.PENALTIES), _DECISIONS_2019),
                Row("20.6.coercion", (form.ITEM_20_6, form.COERCION), _DECISIONS_2019),
                Row("20.8.fees", (form.ITEM_20_8, form.FEES), _ITEMS_2019),
                Row(
                    "20.9.procurement",
                    (form.ITEM_20_9, form.PROCUREMENT),
                    (
                        Column("projects", form.PROJECTS),
                        Column("amount", form.PROCUREMENT_AMOUNT, money=True),
                    ),
                ),
            ),
        ),
        _table_3((Row("3.6", (form.RESULTS, form.OTHERWISE_HANDLED), APPLICANT_COLUMNS),)),
        TABLE_4,
    ),
)

EDITIONS = {edition.key: edition for edition in (EDITION_2019, EDITION_2021)}


@cache
def edition_of_year(year: int | None) -> Edition:
    """Return the edition in force for a report year; the newest where the year is unknown."""
    for edition in EDITIONS.values():
        if year is not None and year <= (edition.last_year or year):
            return edition
    return EDITION_2021
