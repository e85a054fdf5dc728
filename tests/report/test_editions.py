"""The two editions of the form hold the cells, keys and labels that the notices print."""

from __future__ import annotations

import pytest

from gongkai.report import EDITION_2019, EDITION_2021, EDITIONS, Edition, Row
from gongkai.report.editions import edition_of_year
from gongkai.terms import form

BOTH = pytest.mark.parametrize("edition", EDITIONS.values(), ids=list(EDITIONS))
APPLICANTS = ["natural", "business", "research", "welfare", "legal", "other", "total"]
RESULTS = [
    *("3.1", "3.2"),
    *(f"3.3.{n}" for n in range(1, 9)),
    *(f"3.4.{n}" for n in range(1, 4)),
    *(f"3.5.{n}" for n in range(1, 6)),
]


def keys(row: Row) -> list[str]:
    return [column.key for column in row.columns]


def rows(edition: Edition, table: str) -> list[str]:
    return [row.key for row in edition.table(table).rows]


@pytest.mark.parametrize(("edition", "cells"), [(EDITION_2021, 200), (EDITION_2019, 198)], ids=["2021", "2019"])
def test_an_edition_has_its_number_of_cells_each_with_a_key_of_its_own(edition: Edition, cells: int) -> None:
    assert len(edition.keys) == len(set(edition.keys)) == len(edition.positions) == cells
    assert [edition.keys[place] for place in edition.positions.values()] == list(edition.keys)


def test_table_2_of_2021_counts_stocks_decisions_and_fees() -> None:
    assert {row.key: keys(row) for row in EDITION_2021.table("2").rows} == {
        "20.1.regulations": ["made", "repealed", "in_force"],
        "20.1.normative_documents": ["made", "repealed", "in_force"],
        "20.5.licences": ["decisions"],
        "20.6.penalties": ["decisions"],
        "20.6.coercion": ["decisions"],
        "20.8.fees": ["amount"],
    }


def test_table_2_of_2019_counts_items_changes_and_procurement_too() -> None:
    assert {row.key: keys(row) for row in EDITION_2019.table("2").rows} == {
        "20.1.regulations": ["made", "published", "total"],
        "20.1.normative_documents": ["made", "published", "total"],
        "20.5.licences": ["previous", "change", "decisions"],
        "20.5.other_services": ["previous", "change", "decisions"],
        "20.6.penalties": ["previous", "change", "decisions"],
        "20.6.coercion": ["previous", "change", "decisions"],
        "20.8.fees": ["previous", "change"],
        "20.9.procurement": ["projects", "amount"],
    }


def test_table_3_follows_the_form_s_own_numbering() -> None:
    assert rows(EDITION_2021, "3") == ["1", "2", *RESULTS, "3.6.1", "3.6.2", "3.6.3", "3.7", "4"]
    assert rows(EDITION_2019, "3") == ["1", "2", *RESULTS, "3.6", "3.7", "4"]


@BOTH
def test_every_row_of_table_3_counts_seven_kinds_of_applicants(edition: Edition) -> None:
    assert all(keys(row) == APPLICANTS for row in edition.table("3").rows)


@BOTH
def test_table_4_holds_three_groups_of_five_results(edition: Edition) -> None:
    assert {row.key: keys(row) for row in edition.table("4").rows} == {
        name: ["upheld", "corrected", "other", "pending", "total"]
        for name in ("reconsideration", "litigation_direct", "litigation_after")
    }


def test_labels_are_those_the_form_prints() -> None:
    rows_2021 = {row.key: row.labels for table in EDITION_2021.tables for row in table.rows}
    assert rows_2021["20.1.normative_documents"] == ("第二十条第（一）项", "行政规范性文件")
    assert rows_2021["1"] == ("一、本年新收政府信息公开申请数量",)
    assert rows_2021["3.3.4"] == ("三、本年度办理结果", "（三）不予公开", "4.保护第三方合法权益")
    assert rows_2021["3.6.3"] == ("三、本年度办理结果", "（六）其他处理", "3.其他")
    assert rows_2021["litigation_after"] == ("行政诉讼", "复议后起诉")
    rows_2019 = {row.key: row.labels for table in EDITION_2019.tables for row in table.rows}
    assert rows_2019["20.1.normative_documents"] == ("第二十条第（一）项", "规范性文件")
    assert rows_2019["3.6"] == ("三、本年度办理结果", "（六）其他处理")
    assert rows_2019["20.9.procurement"] == ("第二十条第（九）项", "政府集中采购")


@BOTH
def test_only_fees_and_procurement_are_money_and_only_changes_have_a_sign(edition: Edition) -> None:
    columns = [(row.key, column) for table in edition.tables for row in table.rows for column in row.columns]
    assert {row for row, column in columns if column.money} == (
        {"20.8.fees"} if edition is EDITION_2021 else {"20.9.procurement"}
    )
    assert {column.key for _, column in columns if column.signed} == (
        set() if edition is EDITION_2021 else {"change"}
    )


def test_the_six_headings_differ_between_the_editions_in_the_fourth_and_the_fifth() -> None:
    pairs = list(zip(EDITION_2019.headings, EDITION_2021.headings, strict=True))
    assert [number for number, (old, new) in enumerate(pairs, 1) if old != new] == [4, 5]
    assert EDITION_2021.headings[3] == "政府信息公开行政复议、行政诉讼情况"


@pytest.mark.parametrize(
    ("year", "key"),
    [(2018, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021"), (None, "2021")],
)
def test_a_report_year_has_the_edition_then_in_force(year: int | None, key: str) -> None:
    assert edition_of_year(year).key == key


def test_each_edition_names_the_notice_that_introduced_it() -> None:
    assert EDITION_2019.notice == form.NOTICE_2019 == "国办公开办函〔2019〕60号"
    assert EDITION_2021.notice == form.NOTICE_2021 == "国办公开办函〔2021〕30号"
