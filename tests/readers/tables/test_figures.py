"""What one cell says: a figure with its unit or sign, a sign for nothing, a blank, or something unreadable."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.readers import read
from gongkai.readers.tables.figures import number, reading
from gongkai.report import EDITION_2019, EDITION_2021, Cell, CellKey, Column, State
from tests.terms import printed

COUNT = EDITION_2021.table("3").rows[0].columns[0]
MONEY = EDITION_2021.table("2").rows[-1].columns[0]
CHANGE = EDITION_2019.table("2").rows[2].columns[1]
PREVIOUS = EDITION_2019.table("2").rows[2].columns[0]


def cell(text: str, key: CellKey = printed.LICENCES, edition: str = "2021") -> Cell:
    """Return the cell of a page that prints `text` in it; all other cells must be as they are."""
    report = read(printed.page(edition, shown={key: text}).encode())
    others = {other: seen for other, seen in printed.wrong(report).items() if other != key}
    assert others == {}
    return report.cell(*key)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("201", 201),
        ("201件", 201),
        ("201 件", 201),
        ("12件次", 12),
        ("7宗", 7),
        ("0件", 0),
        ("+1", 1),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("12,345,678", 12345678),
        ("2,991 件", 2991),
        ("251000元", 251000),
        ("\xa0\u300012\u3000", 12),
    ],
)
def test_a_count_is_read_through_units_signs_and_wide_digits_and_keeps_its_text(text: str, value: int) -> None:
    found = cell(text)
    assert (found.state, found.value, found.marked) == (State.PRINTED, value, False)
    assert found.text == text.strip()


@pytest.mark.parametrize(("text", "key"), [("２０１", printed.LICENCES), ("１２．５", printed.FEES)])
def test_wide_digits_are_digits(text: str, key: CellKey) -> None:
    found = cell(text, key)
    assert str(found.value) == text.translate(
        {ord(wide): plain for wide, plain in zip("０１２５．", "0125.", strict=True)}
    )
    assert not found.marked


@pytest.mark.parametrize("text", ["-", "—", "——", "--", "－", "无", "/", "／"])
def test_a_sign_that_stands_for_nothing_is_not_applicable_and_never_zero(text: str) -> None:
    found = cell(text)
    assert (found.state, found.value, found.text) == (State.NOT_APPLICABLE, None, text)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "&nbsp;"])
def test_an_empty_cell_is_blank_and_never_zero(text: str) -> None:
    report = read(printed.page(shown={printed.LICENCES: "BLANK"}).replace("BLANK", text).encode())
    found = report.cell(*printed.LICENCES)
    assert (found.state, found.value, found.text) == (State.BLANK, None, "")


@pytest.mark.parametrize(
    "text",
    [
        *("12 3", "12\n3", "12、3", "12;3", "12/13", "12-13", "12:30"),
        *("1,23", "1,2345", "3.5", "１２.５", "1.0", "12.", "12%", "12*", "1e3", "***", "+"),
        *("-201", "−3", "007", "００", "〇", "²", "٣", "12?", "?", "12[1]"),
        *("12345678901234567890", "0.5万元", "l2", "12a", "a12", "abc", "null", ".5"),
    ],
)
def test_what_is_not_one_plain_count_is_unreadable_and_keeps_its_mark(text: str) -> None:
    found = cell(text)
    assert found.state is State.UNREADABLE
    assert found.value is None


def test_two_figures_in_one_cell_are_neither_the_first_nor_the_whole_unmarked() -> None:
    for text in ("12 3", "2 991", "2 0 1"):
        found = cell(text)
        assert found.marked
        assert found.value is None
        assert found.candidates in {(), (int(text.replace(" ", "")),)}


def test_a_figure_that_lost_a_digit_tells_what_it_may_have_been() -> None:
    assert cell("1?5").candidates == (15, *range(105, 200, 10))
    assert cell("12?").candidates == (12, *range(120, 130))
    assert 0 not in cell("?12").candidates


def test_the_letter_for_a_zero_is_taken_for_one_but_not_believed() -> None:
    found = cell("1O2")
    assert (found.state, found.value, found.candidates) == (State.UNREADABLE, None, (102,))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("73802895.90", "73802895.90"),
        ("12.30", "12.30"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("1,234.5", "1234.5"),
        ("2.51万元", "2.51"),
        ("251000元", "251000"),
        ("12.5", "12.5"),
    ],
)
def test_an_amount_keeps_its_digits_and_its_text(text: str, amount: str) -> None:
    found = cell(text, printed.FEES)
    assert (found.state, str(found.value), found.text) == (State.PRINTED, amount, text)
    assert isinstance(found.value, Decimal)


@pytest.mark.parametrize("text", ["-3", "1.2.3", "12 3", "12,5", ".5", ".50万元"])
def test_what_is_no_amount_is_unreadable(text: str) -> None:
    assert cell(text, printed.FEES).state is State.UNREADABLE


@pytest.mark.parametrize(
    ("text", "value"), [("-3", -3), ("+4", 4), ("0", 0), ("−12", -12), ("－5", -5), ("+ 6", 6)]
)
def test_a_change_of_2019_may_be_negative(text: str, value: int) -> None:
    found = cell(text, ("2", "20.5.licences", "change"), "2019")
    assert (found.state, found.value, found.text) == (State.PRINTED, value, text)


@pytest.mark.parametrize("column", ["previous", "decisions"])
def test_a_count_of_2019_may_not_be_negative(column: str) -> None:
    assert cell("-3", ("2", "20.5.licences", column), "2019").state is State.UNREADABLE


@pytest.mark.parametrize(
    ("digits", "column", "value"),
    [
        ("12", COUNT, 12),
        ("+12", COUNT, 12),
        ("1,234", COUNT, 1234),
        ("0", COUNT, 0),
        ("012", COUNT, None),
        ("-1", COUNT, None),
        ("1.5", COUNT, None),
        ("1" * 18, COUNT, 111111111111111111),
        ("1" * 19, COUNT, None),
        ("-1", PREVIOUS, None),
        ("-1", CHANGE, -1),
        ("1.50", MONEY, Decimal("1.50")),
        ("0.5", MONEY, Decimal("0.5")),
        ("00.5", MONEY, None),
        ("-1.5", MONEY, None),
    ],
)
def test_a_column_holds_only_the_figures_of_its_kind(digits: str, column: Column, value: object) -> None:
    found = number(digits, column)
    assert found == value
    assert type(found) is type(value)


def test_a_reading_says_where_its_figure_stands() -> None:
    found = reading("  12 ", "  12 ", COUNT, 100)
    assert (found.state, found.value, found.text) == (State.PRINTED, 12, "12")
    assert (found.start, found.end) == (102, 104)


def test_a_blank_reading_is_a_place_without_width() -> None:
    found = reading("  ", "  ", COUNT, 7)
    assert (found.state, found.value, found.start, found.end) == (State.BLANK, None, 7, 7)


@pytest.mark.parametrize(
    ("text", "state", "candidates"),
    [
        ("12～15", State.AMBIGUOUS, (12, 15)),
        ("12~15", State.AMBIGUOUS, (12, 15)),
        ("≥12", State.AMBIGUOUS, (12,)),
        ("待核", State.AMBIGUOUS, ()),
        ("缺", State.ABSENT, ()),
        ("×", State.UNREADABLE, ()),
    ],
)
def test_a_mark_that_our_own_forms_print_is_known_again(
    text: str, state: State, candidates: tuple[int, ...]
) -> None:
    found = cell(text)
    assert (found.state, found.value, found.candidates) == (state, None, candidates)
