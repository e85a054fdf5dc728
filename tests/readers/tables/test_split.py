"""Glued figures are parted only by the form's own sums, and a second solution is never overlooked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai.readers.tables.split import MOST_READINGS, Row, Split, split
from gongkai.report import EDITION_2019, EDITION_2021, Column

SEVEN = EDITION_2021.table("3").rows[0].columns
FIVE = EDITION_2021.table("4").rows[0].columns
FIFTEEN = FIVE * 3
STOCKS = EDITION_2021.table("2").rows[0].columns
PROCUREMENT = EDITION_2019.table("2").rows[-1].columns
ITEMS = EDITION_2019.table("2").rows[2].columns
COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 120), st.integers(0, 4000))


def with_sums(parts: list[list[int]]) -> list[int]:
    return [figure for part in parts for figure in (*part, sum(part))]


def adds_up(row: Row, group: int) -> bool:
    """Say whether every group of a row ends in its sum; a blank counts 0."""
    full = [value or 0 for value in row]
    return all(sum(full[at : at + group - 1]) == full[at + group - 1] for at in range(0, len(full), group))


def digits_of(row: Row) -> str:
    return "".join(str(value) for value in row if value is not None)


def all_rows(digits: str, width: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to cut digits into figures without leading zeros: slow, plain and surely complete."""
    for cuts in combinations(range(1, len(digits)), width - 1):
        pieces = [digits[a:b] for a, b in zip((0, *cuts), (*cuts, len(digits)), strict=True)]
        if not any(re.fullmatch(r"0\d+", piece) for piece in pieces):
            yield tuple(map(int, pieces))


def holds(found: Split, truth: tuple[int, ...]) -> bool:
    """Say whether a split keeps the truth: as one of its rows, or with each figure open in its cell."""
    if truth in found.rows:
        return True
    return bool(found.loose) and all(value in cell for value, cell in zip(truth, found.loose, strict=True))


def test_a_row_with_one_solution_is_solved() -> None:
    assert split("120000012", SEVEN, 7).rows == ((12, 0, 0, 0, 0, 0, 12),)


@pytest.mark.parametrize(
    ("digits", "one", "other"),
    [
        ("943430050", (9, 4, 3, 4, 30, 0, 50), (9, 4, 34, 3, 0, 0, 50)),
        ("120001922", (1, 2, 0, 0, 0, 19, 22), (12, 0, 0, 0, 1, 9, 22)),
        ("11419003064", (1, 14, 19, 0, 0, 30, 64), (11, 4, 19, 0, 0, 30, 64)),
    ],
)
def test_two_solutions_are_both_listed(digits: str, one: tuple[int, ...], other: tuple[int, ...]) -> None:
    found = split(digits, SEVEN, 7)
    assert set(found.rows) == {one, other}
    assert all({a, b} <= set(cell) for a, b, cell in zip(one, other, found.loose, strict=True))


def test_without_a_sum_every_cut_is_listed() -> None:
    rows = split("6233440", STOCKS, 0).rows
    assert set(rows) == set(all_rows("6233440", 3))
    assert {(62, 33, 440), (6, 233, 440)} < set(rows)


def test_no_figure_begins_with_a_zero() -> None:
    for row in split("10010", STOCKS, 0).rows:
        assert "".join(map(str, row)) == "10010"
    assert split("000", STOCKS, 0).rows == ((0, 0, 0),)
    assert split("0070", STOCKS, 0).rows == ((0, 0, 70),)


def test_a_sign_begins_a_figure_and_is_kept_only_where_the_column_has_one() -> None:
    assert (12, -3, 4) in split("12-34", ITEMS, 0).rows
    assert all(row[1] < 0 for row in split("12-34", ITEMS, 0).rows)
    assert split("12-34", STOCKS, 0).rows == ()
    assert (5, 2, 9) in split("5+29", ITEMS, 0).rows


def test_decimals_stand_at_the_end_of_an_amount_only() -> None:
    rows = split("1273802895.90", PROCUREMENT, 0).rows
    assert (12, Decimal("73802895.90")) in rows
    assert all(isinstance(amount, Decimal) and str(amount).endswith(".90") for _, amount in rows)
    assert all(isinstance(count, int) for count, _ in rows)
    assert split("12.534", STOCKS, 0).rows == ()


def test_fewer_digits_than_cells_leave_open_which_cells_are_blank() -> None:
    found = split("12", STOCKS, 0)
    assert found.rows == ()
    assert all(None in cell for cell in found.loose)
    assert {1, 12, None} <= set(found.loose[0])


def test_blanks_between_all_figures_leave_nothing_open() -> None:
    assert split("3 0 0 1 0 0 4", SEVEN, 7).rows == ((3, 0, 0, 1, 0, 0, 4),)


def test_a_blank_that_parts_a_figure_is_seen_through() -> None:
    assert (1234, 0, 0, 0, 0, 0, 1234) in split("12 34 0 0 0 0 0 1234", SEVEN, 7).rows


def test_thousands_parted_by_commas_are_one_figure() -> None:
    assert split("1,234 0 0 0 0 6 1,240", SEVEN, 7).rows == ((1234, 0, 0, 0, 0, 6, 1240),)


def test_words_among_the_figures_are_no_row() -> None:
    assert split("12约0000012", SEVEN, 7).rows == ()


def test_a_lost_character_is_a_digit_or_a_blank_and_every_choice_is_tried() -> None:
    found = split("1?0000012", SEVEN, 7)
    assert found.lost
    assert found.rows == ((12, 0, 0, 0, 0, 0, 12),)
    assert not split("120000012", SEVEN, 7).lost


def test_a_row_whose_sum_its_author_got_wrong_has_no_solution_but_keeps_its_figures_open() -> None:
    found = split("4 0 0 1 0 0 9", SEVEN, 7)
    assert found.rows == ()
    assert [value in cell for value, cell in zip((4, 0, 0, 1, 0, 0, 9), found.loose, strict=True)] == [True] * 7


@pytest.mark.parametrize("length", [161, 400, 3000, 100_000])
def test_hundreds_of_digits_give_no_candidate_and_take_no_time(length: int) -> None:
    began = time.monotonic()
    for columns, group in ((SEVEN, 7), (FIFTEEN, 5), (STOCKS, 0)):
        found = split("12" * (length // 2 + 1), columns, group)
        assert found.rows == ()
        assert all(not cell for cell in found.loose)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("digits", ["1" * 40, "10" * 25, "1" * 150, "1234567890" * 8, "0" * 60])
@pytest.mark.parametrize(("columns", "group"), [(SEVEN, 7), (FIFTEEN, 5), (STOCKS, 0)], ids=["7", "15", "3"])
def test_no_digits_take_long(digits: str, columns: tuple[Column, ...], group: int) -> None:
    began = time.monotonic()
    split(digits, columns, group)
    assert time.monotonic() - began < 2


@given(st.lists(COUNTS, min_size=6, max_size=6))
@settings(max_examples=150)
def test_the_truth_of_a_glued_row_is_never_lost(parts: list[int]) -> None:
    truth = with_sums([parts])
    assert holds(split("".join(map(str, truth)), SEVEN, 7), tuple(truth))


@given(st.lists(st.integers(0, 40), min_size=6, max_size=6))
@settings(max_examples=120)
def test_a_glued_row_has_exactly_the_solutions_that_trying_every_cut_finds(parts: list[int]) -> None:
    digits = "".join(map(str, with_sums([parts])))
    every = {row for row in all_rows(digits, 7) if adds_up(row, 7)}
    found = split(digits, SEVEN, 7)
    assert set(found.rows) == every or len(every) > MOST_READINGS


@given(st.lists(st.integers(0, 9), min_size=5, max_size=15).map(lambda n: "".join(map(str, n))))
@settings(max_examples=150)
def test_any_digits_have_exactly_the_solutions_that_trying_every_cut_finds(digits: str) -> None:
    every = {row for row in all_rows(digits, 5) if adds_up(row, 5)}
    assert set(split(digits, FIVE, 5).rows) == every


@given(st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=3, max_size=3))
@settings(max_examples=60)
def test_the_truth_of_three_glued_groups_is_never_lost(parts: list[list[int]]) -> None:
    truth = tuple(with_sums(parts))
    found = split("".join(map(str, truth)), FIFTEEN, 5)
    assert holds(found, truth)
    assert all(adds_up(row, 5) for row in found.rows)


@given(st.lists(COUNTS, min_size=6, max_size=6), st.sets(st.integers(0, 5), max_size=6))
@settings(max_examples=100)
def test_blanks_at_some_seams_only_narrow_the_solutions(parts: list[int], seams: set[int]) -> None:
    truth = with_sums([parts])
    text = "".join(f"{figure}{' ' * (n in seams)}" for n, figure in enumerate(truth))
    found = split(text, SEVEN, 7)
    assert holds(found, tuple(truth))
    for row in found.rows:
        assert adds_up(row, 7)
        assert digits_of(row) == text.replace(" ", "")


@given(st.lists(COUNTS, min_size=6, max_size=6), st.integers(0, 30))
@settings(max_examples=100)
def test_a_stray_blank_inside_a_figure_never_yields_a_wrong_row_alone(parts: list[int], at: int) -> None:
    truth = with_sums([parts])
    text = " ".join(map(str, truth))
    assume(0 < at < len(text) and text[at - 1].isdigit() and text[at].isdigit())
    found = split(f"{text[:at]} {text[at:]}", SEVEN, 7)
    assert found.rows == () or tuple(truth) in found.rows


@given(st.lists(COUNTS, min_size=3, max_size=3))
@settings(max_examples=60)
def test_without_sums_the_truth_is_one_of_the_rows_or_open_in_its_cells(truth: list[int]) -> None:
    digits = "".join(map(str, truth))
    found = split(digits, STOCKS, 0)
    assert holds(found, tuple(truth))
    assert set(found.rows) <= set(all_rows(digits, 3))


@given(st.text(alphabet="0123456789 ,.+-?件\n", max_size=40))
@settings(max_examples=150)
def test_whatever_stands_in_a_row_every_solution_keeps_the_sums(text: str) -> None:
    for columns, group in ((SEVEN, 7), (FIFTEEN, 5)):
        found = split(text, columns, group)
        assert len(found.loose) == len(columns) or len(found.rows) == 1
        assert all(len(row) == len(columns) and adds_up(row, group) for row in found.rows)


@pytest.mark.parametrize("digits", [25, 150])
def test_a_long_row_that_lost_two_digits_stays_open_in_no_time(digits: int) -> None:
    assert split("?" + "31" * digits + "?", FIFTEEN, 5) == Split((), ((),) * 15)
