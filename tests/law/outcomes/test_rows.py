"""Every request has one row of table 3, in the edition of its year, and the reason is told."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import NoRule
from gongkai.law.conventions import DEFAULT, Conventions, MixedRow
from gongkai.law.outcomes.outcome import PARTIAL_GROUNDS, Item, Outcome
from gongkai.law.outcomes.rows import ROWS, Reply, choose_row, count_replies, row_label
from gongkai.law.outcomes.rules import row_of
from gongkai.law.steps import Step
from gongkai.report import EDITIONS
from gongkai.report.editions import edition_of_year

O = Outcome  # noqa: E741  a short name for long tables
FORM_2021, FORM_2019 = "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"
GRANTED, SECRET, MISSING = Item(O.GRANTED), Item(O.STATE_SECRET), Item(O.NOT_EXISTING)
SEVERED = Item(O.PARTLY_GRANTED, (O.PROCESS_INFORMATION,))

items = st.lists(
    st.sampled_from([one for one in Outcome if one is not O.PARTLY_GRANTED]).map(Item)
    | st.sampled_from(PARTIAL_GROUNDS).map(lambda ground: Item(O.PARTLY_GRANTED, (ground,))),
    max_size=5,
)
conventions = st.builds(
    Conventions,
    mixed_row=st.sampled_from(MixedRow),
    not_government_information_row=st.sampled_from(["3.6.3", "3.4.1"]),
    enquiry_row=st.sampled_from(["3.6.3", "3.5.1"]),
    archived_row=st.sampled_from(["3.6.3", "3.4.1"]),
)
years = st.integers(2019, 2027)


def rows_of_form(year: int) -> list[str]:
    return [row.key for row in edition_of_year(year).table("3").rows]


@given(items, conventions, years)
def test_a_request_is_counted_in_a_row_that_its_years_form_has_and_that_is_no_sum(items, conventions, year) -> None:
    row = row_of(items, conventions, year)
    assert row in set(rows_of_form(year)) - {"1", "2", "3.7"}
    assert (row == "4") is (not items)


@given(items, conventions, years)
def test_each_choice_is_told_and_names_the_row(items, conventions, year) -> None:
    choice = choose_row(items, conventions, year)
    assert choice.year == year
    assert row_label(choice.row) in choice.steps[-1].text
    assert choice.steps[-1].source == (FORM_2021 if year >= 2021 else FORM_2019)
    assert all("{" not in step.text and step.text.endswith("。") for step in choice.steps)


@given(items, conventions, years)
def test_severed_information_is_counted_as_partial_disclosure_and_nothing_else(items, conventions, year) -> None:
    assert row_of([*items, SEVERED], conventions, year) == "3.2"


@given(items.filter(bool), conventions, years)
def test_the_order_of_items_matters_only_where_the_first_decides(items, conventions, year) -> None:
    row = row_of(items, conventions, year)
    turned = row_of(items[::-1], conventions, year)
    if conventions.mixed_row is not MixedRow.FIRST_ITEM:
        assert turned == row
    elif all(item.outcome is not O.PARTLY_GRANTED for item in items):
        assert row == row_of(items[:1], conventions, year)


@given(items.filter(bool), conventions)
def test_the_form_of_2019_differs_only_in_other_endings(items, conventions) -> None:
    new, old = row_of(items, conventions, 2021), row_of(items, conventions, 2020)
    assert old == ("3.6" if new.startswith("3.6") else new)


def test_the_keys_of_rows_sort_as_the_form_is_ordered() -> None:
    assert list(ROWS) == sorted(ROWS, key=lambda key: (key != "3.6" and key) or "3.6.4")


def test_the_labels_of_rows_are_those_of_the_form() -> None:
    for edition in EDITIONS.values():
        for row in edition.table("3").rows:
            if row.key in ROWS:
                group = row.labels[-2] if len(row.labels) == 3 else ""
                assert ROWS[row.key] == (group, row.label)
    missing = {row.key for edition in EDITIONS.values() for row in edition.table("3").rows} - set(ROWS)
    assert missing == {"1", "2", "3.7"}


@pytest.mark.parametrize("year", [2018, 2007])
def test_there_is_no_row_before_the_form_of_2019(year: int) -> None:
    with pytest.raises(NoRule) as caught:
        row_of([GRANTED], DEFAULT, year)
    assert caught.value.reason == f"{year}年度的报告没有现行格式的表三，2019年度起才有。"


@pytest.mark.parametrize(
    ("outcome", "y2021", "y2020"),
    [
        (O.NOT_CORRECTED, "3.6.1", "3.6"),
        (O.FEE_UNPAID, "3.6.2", "3.6"),
        (O.WITHDRAWN, "3.6.3", "3.6"),
        (O.ARCHIVED, "3.6.3", "3.6"),
        (O.NOT_GOVERNMENT_INFORMATION, "3.6.3", "3.6"),
        (O.ENQUIRY, "3.6.3", "3.6"),
        (O.CONFIRMATION, "3.5.5", "3.5.5"),
        (O.NOT_RESPONSIBLE, "3.4.1", "3.4.1"),
        (O.SPECIAL_ENQUIRY, "3.3.8", "3.3.8"),
    ],
)
def test_other_endings_are_one_row_in_2019_and_2020(outcome: Outcome, y2021: str, y2020: str) -> None:
    found = [row_of([Item(outcome)], DEFAULT, year) for year in (2019, 2020, 2021, 2026)]
    assert found == [y2020, y2020, y2021, y2021]


@pytest.mark.parametrize(
    ("mixed", "partly", "form_order", "first_item"),
    [
        ((GRANTED, SECRET), "3.2", "3.2", "3.1"),
        ((SECRET, GRANTED), "3.2", "3.2", "3.3.1"),
        ((GRANTED, MISSING), "3.2", "3.1", "3.1"),
        ((MISSING, GRANTED), "3.2", "3.1", "3.4.1"),
        ((MISSING, SECRET), "3.3.1", "3.3.1", "3.4.1"),
        ((Item(O.WITHDRAWN), Item(O.PETITION)), "3.5.1", "3.5.1", "3.6.3"),
        ((Item(O.ALREADY_PUBLIC), Item(O.SPECIAL_ENQUIRY)), "3.2", "3.2", "3.1"),
        ((Item(O.ALREADY_PUBLIC), GRANTED), "3.1", "3.1", "3.1"),
        ((MISSING, Item(O.NOT_RESPONSIBLE)), "3.4.1", "3.4.1", "3.4.1"),
        ((GRANTED, SEVERED), "3.2", "3.2", "3.2"),
        ((SECRET, SEVERED), "3.2", "3.2", "3.2"),
        ((SEVERED,), "3.2", "3.2", "3.2"),
    ],
)
def test_a_mixed_request_is_counted_by_convention(mixed, partly, form_order, first_item) -> None:
    found = [row_of(mixed, Conventions(mixed_row=convention), 2025) for convention in MixedRow]
    assert found == [partly, form_order, first_item]


def test_the_default_of_a_mixed_request_is_partial_disclosure() -> None:
    assert row_of([GRANTED, MISSING]) == "3.2"


@pytest.mark.parametrize(
    ("setting", "outcome", "other"),
    [
        ("not_government_information_row", O.NOT_GOVERNMENT_INFORMATION, "3.4.1"),
        ("enquiry_row", O.ENQUIRY, "3.5.1"),
        ("archived_row", O.ARCHIVED, "3.4.1"),
        ("withdrawn_row", O.WITHDRAWN, "3.6.1"),
    ],
)
def test_an_office_chooses_the_row_that_the_form_leaves_open(setting: str, outcome: Outcome, other: str) -> None:
    chosen = choose_row([Item(outcome)], Conventions(**{setting: other}), 2025)
    assert (row_of([Item(outcome)]), chosen.row) == ("3.6.3", other)
    assert chosen.steps[0].convention == setting
    assert chosen.steps[0].text.startswith(f"格式中没有“{outcome.label}”的行，按本地口径计入")


def test_a_row_that_is_a_sum_or_a_heading_cannot_be_chosen() -> None:
    for row in ("3.7", "3.3", "3.4.4", "3.6", "3.1.1", "4"):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"archived_row": row}, Conventions)
    for row in set(rows_of_form(2025)) - {"1", "2", "3.7", "4"}:
        assert msgspec.convert({"archived_row": row}, Conventions).archived_row == row


@pytest.mark.parametrize(
    ("mixed", "convention", "text", "by"),
    [
        ((GRANTED,), MixedRow.PARTLY, "结果是“予以公开”，计入“（一）予以公开”。", ""),
        (
            (SECRET, SECRET),
            MixedRow.PARTLY,
            "2项的结果都计入“（三）不予公开”中的“1.属于国家秘密”。",
            "",
        ),
        (
            (SECRET, SEVERED),
            MixedRow.FIRST_ITEM,
            "有区分处理的，只计“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”，不计其他情形。",
            "",
        ),
        (
            (GRANTED, MISSING, MISSING),
            MixedRow.PARTLY,
            "3项中提供了一部分、没有全部提供，计入“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”。",
            "mixed_row",
        ),
        (
            (GRANTED, SECRET),
            MixedRow.FORM_ORDER,
            "2项中既有公开又有不予公开，计入“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”。",
            "mixed_row",
        ),
        (
            (MISSING, SECRET),
            MixedRow.FORM_ORDER,
            "2项的结果不同，按表中排在最前的一行，计入“（三）不予公开”中的“1.属于国家秘密”。",
            "mixed_row",
        ),
        (
            (MISSING, SECRET),
            MixedRow.FIRST_ITEM,
            "2项的结果不同，按第一项的结果“政府信息不存在”，计入“（四）无法提供”中的“1.本机关不掌握相关政府信息”。",
            "mixed_row",
        ),
    ],
)
def test_the_reason_of_a_row_is_a_sentence(mixed, convention, text, by) -> None:
    choice = choose_row(mixed, Conventions(mixed_row=convention), 2025)
    assert choice.steps == (Step(text, source=FORM_2021, convention=by),)


def test_a_request_without_a_result_is_carried_on() -> None:
    choice = choose_row((), DEFAULT, 2020)
    assert choice.row == "4"
    assert choice.steps == (Step("还没有办理结果，计入“四、结转下年度继续办理”。", source=FORM_2019),)


def test_an_outcome_without_a_row_is_told_once() -> None:
    enquiry = Item(O.ENQUIRY)
    choice = choose_row((enquiry, enquiry, GRANTED), DEFAULT, 2026)
    assert [step.convention for step in choice.steps] == ["enquiry_row", "mixed_row"]
    assert choice.steps[0].text == "格式中没有“咨询”的行，按本地口径计入“（六）其他处理”中的“3.其他”。"


FIRST = Reply(dt.date(2024, 11, 5), (SECRET,))
SECOND = Reply(dt.date(2025, 6, 9), (GRANTED,))
THIRD = Reply(dt.date(2026, 1, 8), (SEVERED,))


def test_a_reply_that_was_ordered_does_not_count_again() -> None:
    (only,) = count_replies([SECOND, THIRD, FIRST])
    assert (only.row, only.year) == ("3.3.1", 2024)
    told = "责令重新答复后作出的答复，按本地口径不再计，第一次的结果不变。"
    assert only.steps[1:] == tuple(
        Step(told, reply.on, convention="counts_reopened_anew") for reply in (SECOND, THIRD)
    )


def test_a_reply_that_was_ordered_counts_as_another_request_by_convention() -> None:
    choices = count_replies([SECOND, THIRD, FIRST], Conventions(counts_reopened_anew=True))
    assert [(choice.row, choice.year) for choice in choices] == [("3.3.1", 2024), ("3.1", 2025), ("3.2", 2026)]
    assert choices[0].steps[0].convention == ""
    assert choices[1].steps[0] == Step(
        "责令重新答复后作出的答复，按本地口径再计一件。", SECOND.on, convention="counts_reopened_anew"
    )
    assert len(choices[1].steps) == 2


def test_a_single_reply_counts_whatever_the_convention() -> None:
    for anew in (True, False):
        (choice,) = count_replies([FIRST], Conventions(counts_reopened_anew=anew))
        assert choice == choose_row(FIRST.items, DEFAULT, 2024)
    assert count_replies([]) == ()


def test_each_reply_is_counted_in_the_form_of_its_year() -> None:
    replies = [
        Reply(dt.date(2020, 12, 31), (Item(O.NOT_CORRECTED),)),
        Reply(dt.date(2021, 1, 4), (Item(O.ARCHIVED),)),
    ]
    rows = [choice.row for choice in count_replies(replies, Conventions(counts_reopened_anew=True))]
    assert rows == ["3.6", "3.6.3"]
