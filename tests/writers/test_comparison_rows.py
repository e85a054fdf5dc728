"""A comparison as data: a line a figure, nothing where nothing is known, and no text that is a formula."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given

from gongkai.report import AnnualReport, Scope
from gongkai.report.compare import compare
from gongkai.writers.comparison.book import comparison_book
from gongkai.writers.comparison.rows import COLUMNS, comparison_csv, comparison_json
from tests.comparable import BLANK, CARRIED_IN, NATURAL, RECEIVED, named, one_of, report, zero
from tests.strategies import reports

FEES = ("2", "20.8.fees", "amount")
BEFORE = zero(2022, cells={RECEIVED: 40, NATURAL: 30, FEES: Decimal("12.50")})
AFTER = zero(2023, cells={RECEIVED: 50, NATURAL: 30, FEES: Decimal("10"), CARRIED_IN: 1})


def lines(*several: AnnualReport, full: bool = False, total: bool = False) -> list[dict[str, str]]:
    text = comparison_csv(compare(named(*several), full=full, total=total))
    return list(csv.DictReader(io.StringIO(text)))


def data(*several: AnnualReport, total: bool = False) -> Any:
    return json.loads(comparison_json(compare(named(*several), total=total)))


def sheets(*several: AnnualReport, total: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(comparison_book(compare(named(*several), total=total))))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def picked(found: list[dict[str, Any]], measure: str) -> list[dict[str, Any]]:
    return [line for line in found if line["measure"] == measure]


def test_each_figure_is_a_line_with_who_and_when_and_its_change() -> None:
    found = lines(BEFORE, AFTER)
    assert tuple(found[0]) == COLUMNS
    before, after = picked(found, "received")
    assert [
        after[name] for name in ("group", "kind", "organ", "year", "edition", "scope", "source", "reports")
    ] == [
        *("1", "years", "云杉县水文管理局", "2023", "2021", "own", "2.html", "1"),
    ]
    assert [after[name] for name in ("label", "unit", "value", "since", "difference", "percent")] == [
        *("本年新收", "number", "50", "2022", "10", "25.0"),
    ]
    assert (before["value"], before["since"], before["difference"]) == ("40", "", "")


def test_an_amount_keeps_its_digits_and_a_share_is_in_percent() -> None:
    found = lines(BEFORE, AFTER)
    assert [line["value"] for line in picked(found, "2/20.8.fees/amount")] == ["12.50", "10"]
    share = picked(found, "natural_share")[1]
    assert [share[name] for name in ("unit", "value", "difference", "percent")] == ["percent", "60.0", "-15.0", ""]


def test_what_is_unknown_is_empty_with_its_state_and_its_bounds() -> None:
    found = lines(zero(2022, cells={RECEIVED: BLANK}), zero(2023, cells={RECEIVED: one_of(3, 30)}))
    blank, bounded = picked(found, "received")
    names = ("value", "low", "high", "missing", "states")
    assert [blank[name] for name in names] == ["", "", "", "1", "blank"]
    assert [bounded[name] for name in names] == ["", "3", "30", "1", "ambiguous"]
    nothing = picked(found, "reconsideration.corrected_rate")[0]
    assert [nothing[name] for name in names] == ["", "", "", "0", ""]


def test_a_total_is_a_line_of_several_reports_without_an_organ() -> None:
    organs = (zero(organ="甲局", cells={RECEIVED: 1}), zero(organ="乙局", cells={RECEIVED: 2}))
    assert [line["reports"] for line in picked(lines(*organs), "received")] == ["1", "1"]
    *_, total = picked(lines(*organs, total=True), "received")
    assert [total[name] for name in ("organ", "source", "reports", "scope", "value")] == ["", "", "2", "own", "3"]


def test_all_cells_are_lines_where_that_is_asked_for() -> None:
    cells = {line["measure"] for line in lines(report(2020), report(2021), full=True)}
    assert {"3/3.6/total", "3/3.6.3/total", "4/litigation_after/upheld"} <= cells
    assert len(picked(lines(report(2020), report(2021), full=True), "3/3.6.3/total")) == 1


@pytest.mark.parametrize("name", ["=1+1局", "+cmd|x局", "-1+1局", "@SUM(A1)局"])
def test_no_text_is_a_formula(name: str) -> None:
    several = [(name, zero(2022, organ=name)), ("b", zero(2023, organ=name))]
    line = next(csv.DictReader(io.StringIO(comparison_csv(compare(several)))))
    assert (line["organ"], line["source"]) == ("'" + name, "'" + name)
    book = openpyxl.load_workbook(io.BytesIO(comparison_book(compare(several))))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_negative_change_is_a_number_and_no_text() -> None:
    assert picked(lines(AFTER, zero(2024)), "received")[1]["difference"] == "-50"


@given(reports(edition="2021"), reports(edition="2021"))
def test_json_and_csv_say_the_same(one: AnnualReport, two: AnnualReport) -> None:
    pair = [("甲", one), ("乙", two)]
    comparison = compare(pair, full=True, total=True)
    written = json.loads(comparison_json(comparison), parse_float=Decimal)
    figures = [line for group in written["groups"] for line in group["figures"]]
    found = list(csv.DictReader(io.StringIO(comparison_csv(comparison))))
    assert len(figures) == len(found)
    for left, right in zip(figures, found, strict=True):
        flat = {**left, "states": "|".join(left["states"])}
        assert {name: "" if value is None else str(value) for name, value in flat.items()} == right


def test_json_tells_what_was_compared_and_what_must_be_known() -> None:
    found = data(BEFORE, AFTER, zero(2023, organ=None))
    (group,) = found["groups"]
    assert (found["version"], group["title"]) == (1, "云杉县水文管理局（本机关） 2022—2023 年度")
    assert group["breaks"] == [{"year": 2023, "column": "total", "carried_out": 0, "carried_in": 1}]
    assert found["notes"] == [
        {"code": "no_organ", "sources": ["3.html"], "message": "3.html：读不出机关名称，没有参加比较。"}
    ]


# The workbook.


def test_years_are_a_sheet_of_figures_and_changes_as_numbers() -> None:
    found = sheets(BEFORE, AFTER)
    assert list(found) == ["比较1", "说明", "长表"]
    head, received, *_ = found["比较1"]
    assert head == ("部分", "类别", "指标", "2022 年", "2023 年", "较 2022 年增减", "较 2022 年增减（%）")
    assert received == ("收到和处理政府信息公开申请", None, "本年新收", 40, 50, 10, 25)


def test_organs_are_a_sheet_of_a_row_each_with_totals_last() -> None:
    organs = (zero(organ="甲局", cells={RECEIVED: 1}), zero(organ="乙局", cells={RECEIVED: 2}))
    whole = zero(organ="丙县人民政府", scope=Scope.CONSOLIDATED, cells={RECEIVED: 90})
    head, *rows = sheets(*organs, whole, total=True)["比较1"]
    assert head[:4] == ("机关", "范围", "本年新收", "上年结转")
    assert "行政复议 纠正率" in head
    assert [row[:3] for row in rows] == [
        ("丙县人民政府", "汇总", 90),
        ("乙局", "本机关", 2),
        ("甲局", "本机关", 1),
        ("合计（本机关 2 份）", "本机关", 3),
    ]


def test_what_is_unknown_in_a_sheet_is_a_text_that_no_sum_counts_and_what_is_not_there_is_empty() -> None:
    found = sheets(zero(2020, cells={RECEIVED: BLANK}), zero(2021, cells={RECEIVED: one_of(3, 30)}))["比较1"]
    lines = {(row[0], row[1], row[2]): row[3:] for row in found[1:]}
    received = ("收到和处理政府信息公开申请", None, "本年新收")
    assert lines[received] == ("空", "? 3–30", None, None)
    share = ("申请人（本年新收）", None, "自然人占比")
    assert lines[share] == ("空", "?", None, None)
    rate = ("政府信息公开行政复议、行政诉讼", "行政复议", "纠正率")
    assert lines[rate] == (None, None, None, None)
    old = ("主动公开政府信息（2019 版格式）", "规章", "本年新制作数量")
    assert lines[old] == (0, None, None, None)


def test_notes_and_the_long_form_have_sheets_of_their_own() -> None:
    found = sheets(BEFORE, AFTER)
    assert ("比较1", "云杉县水文管理局（本机关） 2022—2023 年度") in found["说明"]
    assert any("结转不一致" in str(row[1]) for row in found["说明"])
    assert found["长表"][0] == COLUMNS
    assert len(found["长表"]) == 1 + len(lines(BEFORE, AFTER))


def test_the_same_reports_give_the_same_workbook() -> None:
    assert comparison_book(compare(named(BEFORE, AFTER))) == comparison_book(compare(named(BEFORE, AFTER)))
