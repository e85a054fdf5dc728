"""A consolidation as JSON and as a workbook: every addend is there, and nothing unknown looks like a number."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import BrokenReportData
from gongkai.report import AnnualReport, Method, Repair, State, json_form
from gongkai.report.consolidation.children import children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.consolidated import Consolidation
from gongkai.report.consolidation.explain import against
from gongkai.samples.regions import region
from gongkai.writers.consolidation.book import consolidation_book
from gongkai.writers.consolidation.form import children_of, consolidation_json
from gongkai.writers.consolidation.text import listed, noted, told, why
from tests.comparable import BLANK, RECEIVED, one_of, with_cells
from tests.strategies import SEEDS

ONE = region(9, children=6, edition="2021")


def of(reports: list[tuple[str, AnnualReport]], **asked: bool) -> Consolidation:
    return consolidate(reports, organ=ONE.organ, year=ONE.year, children=children_of_text(ONE.listed), **asked)


@pytest.fixture
def open_one() -> Consolidation:
    """Return a consolidation with a blank, an open cell, a copy and a child that is missing."""
    (first, one), (second, two), *rest = ONE.reports
    return of(
        [
            (first, with_cells(one, {RECEIVED: BLANK})),
            (second, with_cells(two, {RECEIVED: one_of(3, 5)})),
            *rest[:-1],
            ("copy.html", rest[0][1]),
        ]
    )


@given(SEEDS, st.integers(1, 6))
def test_the_json_is_the_report_s_own_json_with_its_children_beside_it(seed: int, count: int) -> None:
    one = region(seed, children=count)
    found = consolidate(one.reports, organ=one.organ, year=one.year)
    data = consolidation_json(found)
    assert json_form.decode(data) == found.report
    children = children_of(data)
    assert children is not None
    assert [(child.organ, child.scope, child.values) for child in children] == [
        (report.organ, report.scope, tuple(cell.value for cell in report.cells)) for _, report in one.reports
    ]


def test_the_json_tells_every_file_with_its_part_and_every_note(open_one: Consolidation) -> None:
    data = json.loads(consolidation_json(open_one))
    parts = {(child["source"], child["status"]) for child in data["children"]}
    assert {("copy.html", "duplicate"), (None, "missing")} <= parts
    assert [child["values"] is None for child in data["children"]] == [
        child["status"] != "taken" for child in data["children"]
    ]
    position = ONE.total.form.positions[RECEIVED]
    assert [child["values"][position] for child in data["children"] if child["values"]][:2] == [None, None]
    assert all(note["message"].endswith("。") for note in data["notes"])


def test_other_json_holds_no_former_children() -> None:
    assert children_of(json_form.encode(ONE.total)) is None
    assert children_of(b"{") is None
    assert children_of(b"\xff\xfe") is None
    with pytest.raises(BrokenReportData):
        children_of(b'{"consolidation_version": 99, "children": []}')


def test_the_workbook_holds_every_addend_of_every_cell_as_a_number() -> None:
    book = openpyxl.load_workbook(io.BytesIO(consolidation_book(of(list(ONE.reports)))))
    assert book.sheetnames == ["年度报告", "汇总数", "构成", "下级机关", "说明"]
    assert book["构成"].freeze_panes == "B3"
    _, total, *rows = book["构成"].iter_rows(values_only=True)
    assert len(rows) == len(ONE.reports)
    assert len(total) == 3 + len(ONE.total.cells)
    for column in range(3, len(total)):
        assert float(total[column]) == pytest.approx(sum(float(row[column]) for row in rows))
    sums = list(book["汇总数"].iter_rows(min_row=2, values_only=True))
    assert [float(row[3]) for row in sums] == [float(cell.value or 0) for cell in ONE.total.cells]


def test_what_is_not_known_is_a_text_with_its_bounds_and_its_children(open_one: Consolidation) -> None:
    book = openpyxl.load_workbook(io.BytesIO(consolidation_book(open_one)))
    row = list(book["汇总数"].iter_rows(min_row=2, values_only=True))[ONE.total.form.positions[RECEIVED]]
    low = sum(report.cell(*RECEIVED).value or 0 for _, report in ONE.reports[2:-1]) + 3
    assert row[3:6] == (f"≥{low}", low, None)
    assert ONE.reports[0][1].organ in row[7]
    column = 3 + ONE.total.form.positions[RECEIVED]
    shown = [line[column] for line in book["构成"].iter_rows(min_row=3, values_only=True)]
    assert shown[:2] == ["空", "3～5"]
    parts = {(line[1], line[3]) for line in book["下级机关"].iter_rows(min_row=2, values_only=True)}
    assert {("重复", "copy.html"), ("缺报", None)} <= parts


def test_the_same_consolidation_gives_the_same_bytes(open_one: Consolidation) -> None:
    assert consolidation_book(open_one) == consolidation_book(open_one)
    assert consolidation_json(open_one) == consolidation_json(open_one)


def test_differences_have_a_sheet_and_their_sentences_stand_with_the_notes() -> None:
    found = of(list(ONE.reports))
    value = ONE.total.cell(*RECEIVED).value or 0
    checked = against(found, with_cells(ONE.total, {RECEIVED: value + 1}), source="published.html")
    book = openpyxl.load_workbook(io.BytesIO(consolidation_book(found, checked)))
    assert [row[3:] for row in book["核对"].iter_rows(min_row=2, values_only=True)] == [(value, value + 1, 1)]
    sentences = [row[0] for row in book["说明"].iter_rows(min_row=2, values_only=True)]
    assert set(told(checked, "2021")) < set(sentences)
    data = json.loads(consolidation_json(found, checked))
    assert data["against"]["differences"] == [[list(RECEIVED), str(value), str(value + 1), 1]]


def test_an_organ_called_like_a_formula_is_a_text() -> None:
    report = ONE.reports[0][1]
    evil = type(report)(
        **{name: getattr(report, name) for name in report.__struct_fields__} | {"organ": "=1+1县财政局"}
    )
    found = consolidate([("=2.html", evil)], organ=ONE.organ, year=ONE.year)
    book = openpyxl.load_workbook(io.BytesIO(consolidation_book(found)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=1+1县财政局" for cell in cells)
    assert "f" not in {cell.data_type for cell in cells}


def test_every_part_and_note_is_a_sentence_without_holes(open_one: Consolidation) -> None:
    texts = [*map(why, open_one.members), *map(noted, open_one.notes)]
    assert not any("{" in text or "None" in text for text in texts)


def test_of_many_names_only_the_first_are_told() -> None:
    assert listed(["甲", "乙", "甲"]) == "甲、乙"
    assert listed([str(n) for n in range(9)]) == "0、1、2、3、4、5等 9 个"
    assert listed([str(n) for n in range(9)], whole=True).endswith("7、8")


def test_a_sum_of_figures_that_were_not_simply_read_says_so() -> None:
    (first, one), *rest = ONE.reports
    seen = {"value": 5, "text": "5", "state": State.PRINTED, "method": Method.OCR}
    wrong = {"value": 6, "text": "6", "state": State.PRINTED, "repair": Repair(9, "proof")}
    found = of([(first, with_cells(one, {RECEIVED: seen, ("3", "2", "total"): wrong})), *rest])
    rows = list(openpyxl.load_workbook(io.BytesIO(consolidation_book(found)))["汇总数"].iter_rows(values_only=True))
    told_of = {ONE.total.form.keys[at]: row[6:] for at, row in enumerate(rows[1:])}
    assert told_of[RECEIVED] == ("由图片识别", f"{one.organ} 5")
    assert told_of["3", "2", "total"] == ("有可以证明印错或者抓错的数，按原文计入", f"{one.organ} 6")
    assert set(told_of.values()) - {told_of[RECEIVED], told_of["3", "2", "total"]} == {(None, None)}


def test_a_bound_says_whether_organs_are_missing_or_open(open_one: Consolidation) -> None:
    rows = list(
        openpyxl.load_workbook(io.BytesIO(consolidation_book(open_one)))["汇总数"].iter_rows(values_only=True)
    )
    position = 1 + ONE.total.form.positions[RECEIVED]
    assert rows[position][6] == "有的机关未定、有机关缺报"
    assert {row[6] for at, row in enumerate(rows) if at not in (0, position)} == {"有机关缺报"}
