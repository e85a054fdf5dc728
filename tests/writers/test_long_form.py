"""The long form of CSV: what a spreadsheet makes of it is what was read, and never a formula."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import msgspec
import openpyxl
import pytest

from gongkai.report import AnnualReport, Cell, Damage, Leftover, Method, Repair, State, TextPlace, Value
from gongkai.samples import lawful_report
from gongkai.writers.report.long_book import long_book
from gongkai.writers.report.long_form import COLUMNS, csv_text

REPORT = lawful_report(9, edition="2019")
FIRST = REPORT.cells[0]


WORDS = ("text", "leftover", "damage")


def all_lines(report: AnnualReport, source: str = "某.html") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text([(source, report)]))))


def lines(report: AnnualReport, source: str = "某.html") -> list[dict[str, str]]:
    """Return the lines of cells."""
    return [line for line in all_lines(report, source) if line["table"] not in WORDS]


def with_first(cell: Cell) -> AnnualReport:
    return msgspec.structs.replace(REPORT, cells=(cell, *REPORT.cells[1:]))


def printed(text: str, value: Value | None = None) -> Cell:
    return msgspec.structs.replace(FIRST, text=text, value=value)


def test_each_cell_of_the_form_is_a_line_with_its_keys_and_labels() -> None:
    found = lines(REPORT)
    assert tuple(found[0]) == COLUMNS
    assert [(line["table"], line["row"], line["column"]) for line in found] == list(REPORT.form.keys)
    assert (found[0]["row_label"], found[0]["column_label"]) == ("规章", "本年新制作数量")
    assert {line["edition"] for line in found} == {"2019"}


def test_a_blank_is_empty_and_never_zero() -> None:
    blank = msgspec.structs.replace(FIRST, text="", value=None, state=State.BLANK)
    line = lines(with_first(blank))[0]
    assert (line["value"], line["text"], line["state"]) == ("", "", "blank")
    zero = lines(with_first(printed("0", 0)))[0]
    assert (zero["value"], zero["state"]) == ("0", "printed")


def test_an_amount_keeps_its_digits() -> None:
    assert lines(with_first(printed("73802895.90", Decimal("73802895.90"))))[0]["value"] == "73802895.90"


def test_candidates_and_repair_stand_beside_the_cell_and_not_in_its_value() -> None:
    cell = Cell(
        table=FIRST.table,
        row=FIRST.row,
        column=FIRST.column,
        text="1?",
        state=State.UNREADABLE,
        method=Method.PROVED,
        place=TextPlace(4, 2, 4),
        candidates=(1, 10, None),
        repair=Repair(10, "a proof"),
    )
    line = lines(with_first(cell))[0]
    assert (line["value"], line["candidates"], line["repair"]) == ("", "1|10|", "10")
    assert (line["method"], line["place"]) == ("proved", "L4:3")


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "@SUM(A1)",
        "+cmd|x",
        "-cmd|x",
        "\t=1",
        "-1+cmd|'x'!A1",
        "=",
        "+",
        "-1*A:A",
        "-1-A1",
    ],
)
def test_no_text_of_a_report_becomes_a_formula(text: str) -> None:
    report = msgspec.structs.replace(with_first(printed(text)), organ=text)
    line = lines(report, source=text)[0]
    assert [line[name] for name in ("source", "organ", "text")] == ["'" + text] * 3


@pytest.mark.parametrize("text", ["-3", "+4", "-1,234", "+3件", "12", "-12.5万元", "无", "/"])
def test_a_signed_figure_stays_a_figure(text: str) -> None:
    assert lines(with_first(printed(text)))[0]["text"] == text


@pytest.mark.parametrize("text", ['说"好"', "一,二", "两\n行", " 前后 "])
def test_quotes_commas_and_line_ends_come_back(text: str) -> None:
    assert lines(with_first(printed(text)))[0]["text"] == text


def test_a_lone_carriage_return_is_a_blank() -> None:
    assert lines(with_first(printed("12\r3")))[0]["text"] == "12 3"


def test_many_reports_share_one_head() -> None:
    text = csv_text([("甲", REPORT), ("乙", lawful_report(10, edition="2021"))])
    rows = list(csv.reader(io.StringIO(text)))
    assert len([row for row in rows if row[5] not in WORDS]) == 1 + 198 + 200
    assert [row[0] for row in rows if row[0] not in {"甲", "乙"}] == ["source"]


def test_what_nobody_knows_is_empty() -> None:
    report = msgspec.structs.replace(REPORT, organ=None, year=None)
    line = lines(report)[0]
    assert (line["organ"], line["year"], line["scope"]) == ("", "", "unknown")


def test_each_text_is_a_line_with_its_part_and_number() -> None:
    told = [line for line in all_lines(REPORT) if line["table"] == "text"]
    assert [(line["row"], int(line["column"]), line["text"]) for line in told] == [
        (one.part, one.number, one.text) for one in REPORT.passages()
    ]
    assert {line["state"] + line["value"] for line in told} == {""}


def test_leftovers_and_damage_are_lines_too() -> None:
    report = msgspec.structs.replace(
        REPORT,
        leftovers=(Leftover("注：以上为全年数", "below the table"),),
        damage=(Damage("cut", "信息公", TextPlace(3, 1, 4), "信息公开"), Damage("lost", "?")),
    )
    told = [line for line in all_lines(report) if line["table"] in {"leftover", "damage"}]
    assert [(line["table"], line["row"], line["column"], line["text"], line["proof"]) for line in told] == [
        ("leftover", "below the table", "1", "注：以上为全年数", ""),
        ("damage", "cut", "1", "信息公", "信息公开"),
        ("damage", "lost", "2", "?", ""),
    ]


def test_a_workbook_has_the_lines_of_the_csv_with_numbers_and_without_formulas() -> None:
    cell = msgspec.structs.replace(FIRST, text="=1+1\x01", value=None, state=State.UNREADABLE)
    sheet, words = openpyxl.load_workbook(io.BytesIO(long_book([("=某.html", with_first(cell))]))).worksheets
    head, first, second, *rest = sheet.iter_rows()
    assert tuple(one.value for one in head) == COLUMNS
    assert len(rest) == len(REPORT.cells) - 2
    shown = dict(zip(COLUMNS, first, strict=True))
    assert (shown["source"].value, shown["source"].data_type) == ("=某.html", "s")
    assert (shown["text"].value, shown["text"].data_type, shown["value"].value) == ("=1+1\ufffd", "s", None)
    assert second[COLUMNS.index("value")].value == REPORT.cells[1].value
    assert sheet.auto_filter.ref == f"A1:S{len(REPORT.cells) + 1}"
    assert [row[8].value for row in words.iter_rows(min_row=2)] == [one.text for one in REPORT.passages()]


def test_a_number_that_a_spreadsheet_would_cut_short_is_a_text() -> None:
    long = Decimal("1234567890123456.78")
    sheet = openpyxl.load_workbook(
        io.BytesIO(long_book([("甲", with_first(printed(str(long), long)))]))
    ).worksheets[0]
    assert sheet.cell(2, COLUMNS.index("value") + 1).value == str(long)
