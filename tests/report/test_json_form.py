"""A report as JSON comes back whole, keeps every digit, and anything else is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from gongkai.errors import BrokenReportData, GongkaiError
from gongkai.readers import read
from gongkai.report import (
    AnnualReport,
    BlockPlace,
    Cell,
    Damage,
    Leftover,
    Method,
    Paragraph,
    Repair,
    Scope,
    Section,
    State,
    TablePlace,
    TextPlace,
)
from gongkai.report.json_form import VERSION, decode, encode, schema
from gongkai.samples import LAYOUTS, Sample, lawful_report, sample
from tests.strategies import reports, samples

FEES = ("2", "20.8.fees", "amount")


def with_cell(report: AnnualReport, cell: Cell) -> AnnualReport:
    cells = tuple(cell if own.key == cell.key else own for own in report.cells)
    return msgspec.structs.replace(report, cells=cells)


@given(reports())
@settings(max_examples=20)
def test_a_lawful_report_comes_back_as_it_was(report: AnnualReport) -> None:
    assert decode(encode(report)) == report


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_read_from_any_layout_comes_back_as_it_was(layout: str) -> None:
    for seed, edition in ((5, "2021"), (6, "2019")):
        report = read(sample(seed, layout=layout, edition=edition).data)
        assert decode(encode(report)) == report


@given(samples())
@settings(max_examples=20)
def test_a_damaged_report_comes_back_with_its_marks_and_candidates(one: Sample) -> None:
    report = read(one.data)
    assert decode(encode(report, source="某文件.txt")) == report


def test_every_field_a_report_can_have_comes_back() -> None:
    plain = lawful_report(3, edition="2021", size="small")
    cell = Cell(
        table="2",
        row="20.8.fees",
        column="amount",
        text="12?.5",
        state=State.UNREADABLE,
        method=Method.PROVED,
        place=TextPlace(7, 0, 5, 9),
        candidates=(Decimal("12.50"), 120, None),
        repair=Repair(Decimal("120.50"), "a proof"),
    )
    full = msgspec.structs.replace(
        with_cell(plain, cell),
        unit="云杉县人民政府办公室",
        scope=Scope.CONSOLIDATED,
        sections=(
            Section(1, None),
            Section(2, "二、", (Paragraph("话"), Paragraph("句", BlockPlace(5))), BlockPlace(4)),
        ),
        preface=(Paragraph("题", TextPlace(1, 0, 1)),),
        closing=(Paragraph("落款"),),
        leftovers=(Leftover("多出的字", "stray", TablePlace(1, 2, 3)),),
        damage=(Damage("lost_characters", "总?情况", TextPlace(1, 2, 3), "总体情况"),),
    )
    assert decode(encode(full)) == full


@pytest.mark.parametrize("digits", ["73802895.90", "0", "0.00", "0.10", "100", "123456789012345.67"])
def test_an_amount_keeps_every_digit_it_was_printed_with(digits: str) -> None:
    fees = Cell(table=FEES[0], row=FEES[1], column=FEES[2], text=digits, value=Decimal(digits), state=State.PRINTED)
    data = encode(with_cell(lawful_report(1, edition="2021"), fees))
    assert f'"value":{digits},'.encode() in data
    assert str(decode(data).cell(*FEES).value) == digits


def test_json_is_one_line_with_its_version_its_source_and_the_cells_in_order() -> None:
    report = lawful_report(2, edition="2019")
    data = encode(report, source="某县.html")
    found = json.loads(data)
    assert b"\n" not in data
    assert (found["version"], found["source"]) == (VERSION, "某县.html")
    assert [(c["table"], c["row"], c["column"]) for c in found["cells"]] == list(report.form.keys)
    assert json.loads(encode(report))["source"] is None


def broken_version(found: dict[str, Any]) -> None:
    found["version"] = VERSION + 1


def unknown_edition(found: dict[str, Any]) -> None:
    found["edition"] = "2033"


def the_other_edition(found: dict[str, Any]) -> None:
    found["edition"] = "2019"


def a_missing_cell(found: dict[str, Any]) -> None:
    del found["cells"][17]


def cells_out_of_order(found: dict[str, Any]) -> None:
    cells = found["cells"]
    cells[17], cells[18] = cells[18], cells[17]


def a_cell_twice(found: dict[str, Any]) -> None:
    found["cells"].append(found["cells"][0])


def an_unknown_state(found: dict[str, Any]) -> None:
    found["cells"][0]["state"] = "guessed"


def no_edition(found: dict[str, Any]) -> None:
    del found["edition"]


def words_for_a_value(found: dict[str, Any]) -> None:
    found["cells"][0]["value"] = "三"


@pytest.mark.parametrize(
    "harm",
    [
        broken_version,
        unknown_edition,
        the_other_edition,
        a_missing_cell,
        cells_out_of_order,
        a_cell_twice,
        an_unknown_state,
        no_edition,
        words_for_a_value,
    ],
)
def test_json_that_is_not_a_report_of_a_known_version_is_refused(harm: Callable[[dict[str, Any]], None]) -> None:
    found = json.loads(encode(lawful_report(4, edition="2021")))
    harm(found)
    with pytest.raises(BrokenReportData):
        decode(json.dumps(found))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe{}", "不是 JSON".encode(), b"{}"])
def test_what_is_no_json_object_is_refused_with_our_own_error(data: bytes) -> None:
    with pytest.raises(BrokenReportData) as caught:
        decode(data)
    assert isinstance(caught.value, GongkaiError)
    assert str(caught.value)


def test_json_cut_short_anywhere_is_refused() -> None:
    data = encode(lawful_report(5, edition="2021"))
    for length in range(0, len(data), 997):
        with pytest.raises(BrokenReportData):
            decode(data[:length])


WRITTEN = [
    encode(read(sample(8, layout=layout, damage=damage, edition=edition).data))
    for layout, damage, edition in (
        ("html_spans", None, "2021"),
        ("one_line_glued", None, "2019"),
        ("bars_between", None, "2019"),
    )
]


def test_the_schema_asks_for_what_every_report_has_and_knows_each_field() -> None:
    whole = schema()
    definitions = whole["$defs"]
    for line in WRITTEN:
        found = json.loads(line)
        envelope = definitions["Report"]
        assert set(envelope["required"]) <= set(found) <= set(envelope["properties"])
        for cell in found["cells"]:
            assert set(definitions["Cell"]["required"]) <= set(cell) <= set(definitions["Cell"]["properties"])
            assert cell["state"] in definitions["State"]["enum"]
            assert cell["method"] in definitions["Method"]["enum"]
            assert cell["value"] is None or isinstance(cell["value"], int | float)
            assert isinstance(cell["candidates"], list)
        for section in found["sections"]:
            assert set(section) <= set(definitions["Section"]["properties"])
