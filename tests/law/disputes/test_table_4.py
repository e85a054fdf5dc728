"""Table 4 counts each dispute where the conventions put it, once or as often as they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notices import DaysOff, LocalHoliday
from gongkai.law.conventions import (
    DEFAULT,
    AppealCount,
    Conventions,
    DisputeColumn,
    DisputeYear,
    JointDefendant,
    RollOver,
)
from gongkai.law.disputes.columns import Column
from gongkai.law.disputes.dispute import (
    AnyDispute,
    Because,
    OrganRole,
    Reconsideration,
    ReviewResult,
    SuitResult,
)
from gongkai.law.disputes.table_4 import Counting, Counts, Table4, counted, table_4
from gongkai.law.steps import Step
from gongkai.report.editions import TABLE_4
from tests.law.disputes.histories import appeal, day, heard, retrial, review, reviews, suit, suits

FILED_OR_PENDING, FILED, FILED_OR_DECIDED = DisputeYear
REVIEWER = OrganRole.RECONSIDERATION_ORGAN
DISMISSED, REVOKED, AFFIRMED = SuitResult.CLAIMS_DISMISSED, SuitResult.REVOKED, SuitResult.AFFIRMED
YEARS = range(2019, 2031)

conventions = st.builds(
    Conventions,
    dispute_year=st.sampled_from(DisputeYear),
    joint_defendant=st.sampled_from(JointDefendant),
    sole_defendant_counts=st.booleans(),
    appeal=st.sampled_from(AppealCount),
    request_dismissed=st.sampled_from([DisputeColumn.OTHER, DisputeColumn.UPHELD]),
    mediated=st.sampled_from([DisputeColumn.OTHER, DisputeColumn.CORRECTED]),
)
disputes = st.lists(reviews() | suits(), max_size=8)


def by_year(**more) -> list[Conventions]:
    """Return the conventions of the year, in their order, with others."""
    return [Conventions(dispute_year=one, **more) for one in DisputeYear]


def where(dispute: AnyDispute, year: int, conventions: Conventions = DEFAULT) -> str:
    """Return the columns of a dispute in a year, or a dash."""
    return " ".join(column.value for _, column in counted(dispute, year, conventions).cells) or "-"


def history(dispute: AnyDispute, *years: int, conventions: Conventions = DEFAULT) -> list[str]:
    return [where(dispute, year, conventions) for year in years]


@given(disputes, st.sampled_from(YEARS), conventions)
def test_every_total_is_the_sum_of_its_row_and_every_cell_of_the_form_is_there(cases, year, conventions) -> None:
    table = table_4(cases, year, conventions)
    assert set(table.cells) == {(row.key, column.key) for row in TABLE_4.rows for column in row.columns}
    for row in TABLE_4.rows:
        *parts, total = (table.cells[row.key, column.key] for column in row.columns)
        assert sum(parts) == total
    counts = sum(len(counted(one, year, conventions).cells) for one in cases)
    assert sum(table.cells[row.key, "total"] for row in TABLE_4.rows) == counts


@given(disputes, disputes, st.sampled_from(YEARS), conventions)
def test_tables_of_two_lists_add_up(some, others, year, conventions) -> None:
    whole = table_4(some + others, year, conventions).cells
    parts = [table_4(cases, year, conventions).cells for cases in (some, others)]
    assert whole == {cell: parts[0][cell] + parts[1][cell] for cell in whole}


@given(reviews() | suits(), st.sampled_from(YEARS), conventions)
def test_a_dispute_is_in_one_column_a_year_at_most_where_it_counts_once(dispute, year, conventions) -> None:
    cells = counted(dispute, year, conventions).cells
    most = 1 if isinstance(dispute, Reconsideration) else len(dispute.instances)
    assert len(cells) <= (1 if conventions.appeal is AppealCount.ONCE else most)


@given(reviews() | suits(), conventions.filter(lambda one: one.appeal is AppealCount.ONCE))
def test_a_dispute_is_counted_with_its_result_in_one_year_at_most_and_then_no_more(dispute, conventions) -> None:
    columns = [where(dispute, year, conventions) for year in YEARS]
    closed = [number for number, column in enumerate(columns) if column not in {"-", "pending"}]
    assert len(closed) <= 1
    if closed:
        assert set(columns[closed[0] + 1 :]) <= {"-"}


@given(reviews() | suits(), st.sampled_from(YEARS))
def test_what_is_pending_at_the_end_of_a_year_is_counted_again_unless_only_new_ones_are(dispute, year) -> None:
    both, new, decided = by_year()
    if where(dispute, year, both) == "pending":
        assert where(dispute, year + 1, both) != "-"
    if where(dispute, year, new) == "pending":
        assert where(dispute, year + 1, new) == "-"
    later = where(dispute, year + 1, decided)
    if where(dispute, year, decided) == "pending" and later != "-":
        assert later != "pending"


@given(reviews() | suits(), st.sampled_from(YEARS))
def test_only_the_columns_of_the_same_year_agree_between_conventions(dispute, year) -> None:
    found = {where(dispute, year, one) for one in by_year()} - {"-"}
    assert len(found) <= 1


@given(reviews() | suits(), st.sampled_from(YEARS), conventions)
def test_each_count_is_explained(dispute, year, conventions) -> None:
    counting = counted(dispute, year, conventions)
    assert counting.steps
    assert all("{" not in step.text and step.text.endswith("。") for step in counting.steps)
    for _, column in counting.cells:
        assert any(f"计入“{column.label}”" in step.text for step in counting.steps)


@given(suits(), st.sampled_from(YEARS), conventions)
def test_a_suit_is_in_the_row_of_its_way(dispute, year, conventions) -> None:
    after = dispute.after_reconsideration or dispute.role is REVIEWER
    rows = {row for row, _ in counted(dispute, year, conventions).cells}
    assert rows <= {"litigation_after" if after else "litigation_direct"}


def test_a_table_of_the_year() -> None:
    cases = [
        review("2025-01-07", "2025-03-06", ReviewResult.UPHELD),
        review("2024-12-20", "2025-02-18", ReviewResult.REVOKED),
        review("2024-10-08", "2024-12-06", ReviewResult.UPHELD),
        review("2025-12-15"),
        suit(heard("2025-03-20", "2025-06-03", DISMISSED), after_reconsideration=True, joint=True),
        suit(heard("2025-11-20", "2025-12-30", DISMISSED)),
        suit(
            heard("2024-05-06", "2024-08-01", DISMISSED),
            appeal("2024-08-12", "2025-01-15", REVOKED),
        ),
    ]
    table = table_4(cases, 2025)
    assert table == Table4(
        reconsideration=Counts(upheld=1, corrected=1, pending=1),
        litigation_direct=Counts(corrected=1, pending=1),
        litigation_after=Counts(upheld=1),
    )
    assert table.cells["reconsideration", "total"] == 3
    assert table.cells["litigation_direct", "total"] == 2
    assert table_4([], 2025) == Table4(Counts(), Counts(), Counts())


def test_a_case_carried_from_last_year_is_counted_in_both_by_default() -> None:
    carried = review("2024-12-20", "2025-02-18", ReviewResult.REVOKED)
    found = [history(carried, 2023, 2024, 2025, 2026, conventions=one) for one in by_year()]
    assert found == [
        ["-", "pending", "corrected", "-"],
        ["-", "pending", "-", "-"],
        ["-", "pending", "corrected", "-"],
    ]


def test_a_case_that_pends_for_years_is_counted_each_year_or_when_it_is_new_or_decided() -> None:
    long = suit(heard("2022-06-01", "2024-03-01", DISMISSED), appeal("2024-03-08", "2025-05-06", REVOKED))
    found = [history(long, *range(2021, 2027), conventions=one) for one in by_year()]
    assert found == [
        ["-", "pending", "pending", "pending", "corrected", "-"],
        ["-", "pending", "-", "-", "-", "-"],
        ["-", "pending", "-", "-", "corrected", "-"],
    ]


@pytest.mark.parametrize(("decided", "found"), [("2025-12-31", "upheld"), ("2026-01-01", "pending")])
def test_the_last_day_of_the_year_decides(decided: str, found: str) -> None:
    case = review("2025-12-01", decided, ReviewResult.UPHELD)
    assert where(case, 2025) == found


@pytest.mark.parametrize(("filed", "found"), [("2025-01-01", "pending"), ("2024-12-31", "-"), ("2026-01-01", "-")])
def test_the_first_day_of_the_year_decides(filed: str, found: str) -> None:
    assert where(review(filed), 2025, Conventions(dispute_year=FILED)) == found


@pytest.mark.parametrize(
    ("served", "found"),
    # Fifteen days from 16 December end on the 31st, and the judgment has effect in the new year.
    [("2025-12-15", "upheld"), ("2025-12-16", "pending")],
)
def test_a_first_judgment_that_may_still_be_appealed_is_pending(served: str, found: str) -> None:
    case = suit(heard("2025-09-01", served, DISMISSED))
    assert where(case, 2025) == found
    assert where(case, 2026) == ("upheld" if found == "pending" else "-")


def test_an_appeal_counts_once_or_each_time() -> None:
    case = suit(heard("2024-05-06", "2024-08-01", DISMISSED), appeal("2024-08-12", "2025-01-15", REVOKED))
    each = Conventions(appeal=AppealCount.EACH_INSTANCE)
    assert history(case, 2024, 2025) == ["pending", "corrected"]
    assert history(case, 2024, 2025, 2026, conventions=each) == ["upheld pending", "corrected", "-"]


def test_a_judgment_that_is_affirmed_counts_as_what_it_is() -> None:
    each = Conventions(appeal=AppealCount.EACH_INSTANCE)
    for result, column in ((DISMISSED, "upheld"), (REVOKED, "corrected"), (SuitResult.NOT_FILED, "other")):
        case = suit(heard("2025-01-06", "2025-03-03", result), appeal("2025-03-10", "2025-06-10", AFFIRMED))
        assert (where(case, 2025), where(case, 2025, each)) == (column, f"{column} {column}")


def test_each_instance_counts_as_what_stood_after_it() -> None:
    each = Conventions(appeal=AppealCount.EACH_INSTANCE)
    case = suit(
        heard("2025-01-06", "2025-03-03", DISMISSED),
        appeal("2025-03-10", "2025-06-10", AFFIRMED),
        retrial("2025-07-01", "2025-10-08", REVOKED),
    )
    assert where(case, 2025, each) == "upheld upheld corrected"
    ended = suit(heard("2025-01-06", "2025-03-03", SuitResult.WITHDRAWN, because=Because.ACT_CHANGED))
    changed = Conventions(appeal=AppealCount.EACH_INSTANCE, withdrawn_after_change=DisputeColumn.CORRECTED)
    assert counted(ended, 2025, changed).cells == (("litigation_direct", Column.CORRECTED),)
    assert counted(ended, 2025, changed).steps == (
        Step("一审2025年1月6日发生，计入2025年。", day("2025-01-06")),
        Step("结果是“撤诉”，行政机关改变了原行为，计入“结果纠正”。", convention="withdrawn_after_change"),
    )
    open_still = suit(heard("2025-01-06"))
    assert counted(open_still, 2025, each).steps == (
        Step("一审2025年1月6日发生，计入2025年。", day("2025-01-06")),
        Step("2025年12月31日没有审结，计入“尚未审结”。"),
    )


def test_a_holiday_of_the_place_keeps_a_judgment_from_having_effect_in_the_old_year() -> None:
    festival = LocalHoliday(
        division="990000", off=(DaysOff("节", day("2025-12-30"), day("2025-12-31")),), source="虚构"
    )
    local = Calendar(local=(festival,), division="990000")
    case = suit(heard("2025-09-01", "2025-12-15", DISMISSED))
    assert [counted(case, 2025, calendar=one).cells[0][1].value for one in (NATIONAL, local)] == [
        "upheld",
        "pending",
    ]
    assert table_4([case], 2025, calendar=local).litigation_direct == Counts(pending=1)
    never = Conventions(roll_over=RollOver.NEVER)
    assert table_4([case], 2025, never, calendar=local).litigation_direct == Counts(upheld=1)


def test_a_judgment_that_is_set_aside_waits_for_the_next() -> None:
    first, remanded = (
        heard("2025-01-06", "2025-03-03", REVOKED),
        appeal("2025-03-10", "2025-06-10", SuitResult.REMANDED),
    )
    each = Conventions(appeal=AppealCount.EACH_INSTANCE)
    waiting = suit(first, remanded)
    assert (where(waiting, 2025), where(waiting, 2025, each)) == ("pending", "corrected other")
    again = suit(first, remanded, heard("2025-06-20", "2025-09-01", DISMISSED))
    assert (where(again, 2025), where(again, 2025, each)) == ("upheld", "corrected other upheld")
    given_up = suit(first, appeal("2025-03-10", "2025-06-10", SuitResult.APPEAL_WITHDRAWN))
    assert (where(given_up, 2025), where(given_up, 2025, each)) == ("corrected", "corrected other")


def test_a_joint_defendant_is_counted_by_the_original_organ_or_by_both() -> None:
    hearing = heard("2025-03-20", "2025-06-03", DISMISSED)
    original = suit(hearing, after_reconsideration=True, joint=True)
    reviewer = suit(hearing, after_reconsideration=True, joint=True, role=REVIEWER)
    both = Conventions(joint_defendant=JointDefendant.BOTH)
    assert [where(original, 2025, one) for one in (DEFAULT, both)] == ["upheld", "upheld"]
    assert [where(reviewer, 2025, one) for one in (DEFAULT, both)] == ["-", "upheld"]
    assert counted(reviewer, 2025) == Counting(
        (),
        (
            Step(
                "复议机关与作出原行为的机关是共同被告，由作出原行为的机关计，本机关不计。",
                source="国办公开办函〔2016〕201号",
                convention="joint_defendant",
            ),
        ),
    )
    assert counted(reviewer, 2025, both).steps[0] == Step(
        "复议机关与作出原行为的机关是共同被告，按本地口径两个机关都计。",
        source="国办公开办函〔2016〕201号",
        convention="joint_defendant",
    )


def test_an_organ_sued_alone_for_its_review_counts_the_suit_or_does_not() -> None:
    alone = suit(heard("2025-03-20", "2025-06-03", REVOKED), after_reconsideration=True, role=REVIEWER)
    never = Conventions(sole_defendant_counts=False)
    assert counted(alone, 2025).cells == (("litigation_after", Column.CORRECTED),)
    assert counted(alone, 2025, never) == Counting(
        (),
        (
            Step(
                "复议机关单独作被告，按本地口径不计。",
                source="行政诉讼法第二十六条第二款",
                convention="sole_defendant_counts",
            ),
        ),
    )
    assert counted(alone, 2025).steps[0] == Step(
        "复议机关单独作被告，按本地口径计入。",
        source="行政诉讼法第二十六条第二款",
        convention="sole_defendant_counts",
    )
    # Being sued without a decision on reconsideration, it is still the organ of reconsideration that is sued.
    silent = suit(heard("2025-03-20"), role=REVIEWER)
    assert counted(silent, 2025).cells == (("litigation_after", Column.PENDING),)


def test_an_organ_does_not_count_the_reviews_it_decides() -> None:
    case = review("2025-01-07", "2025-03-06", ReviewResult.UPHELD, role=REVIEWER)
    assert counted(case, 2025) == Counting((), (Step("本机关是复议机关，不是被申请人，不计。"),))


def test_only_disputes_about_disclosure_are_counted() -> None:
    told = Counting((), (Step("不是因政府信息公开工作发生的案件，不计。"),))
    for case in (
        review("2025-01-07", about_disclosure=False),
        suit(heard("2025-01-07"), about_disclosure=False),
    ):
        assert counted(case, 2025) == told


@pytest.mark.parametrize(
    ("setting", "case"),
    [
        ("request_dismissed", review("2025-01-07", "2025-03-06", ReviewResult.REQUEST_DISMISSED)),
        ("mediated", review("2025-01-07", "2025-03-06", ReviewResult.MEDIATED)),
        (
            "withdrawn_after_change",
            review("2025-01-07", "2025-03-06", ReviewResult.WITHDRAWN, because=Because.ACT_CHANGED),
        ),
        (
            "withdrawn_after_change",
            suit(heard("2025-01-07", "2025-03-06", SuitResult.WITHDRAWN, because=Because.ACT_CHANGED)),
        ),
    ],
)
def test_results_that_the_form_does_not_place_are_placed_by_convention(setting: str, case: AnyDispute) -> None:
    found = [where(case, 2025, Conventions(**{setting: column})) for column in DisputeColumn]
    assert (where(case, 2025), found) == ("other", ["upheld", "corrected", "other"])
    assert counted(case, 2025).steps[-1].convention == setting


@pytest.mark.parametrize(
    ("case", "year", "convention", "step"),
    [
        (
            review("2025-01-07"),
            2025,
            FILED_OR_PENDING,
            Step("2025年1月7日发生，计入2025年。", day("2025-01-07")),
        ),
        (
            suit(heard("2025-01-06", "2025-03-03", REVOKED)),
            2025,
            FILED_OR_PENDING,
            Step("2025年1月6日发生，计入2025年。", day("2025-01-06")),
        ),
        (
            review("2025-01-07"),
            2024,
            FILED_OR_PENDING,
            Step("2025年1月7日发生，不计入2024年。", day("2025-01-07")),
        ),
        (
            review("2024-12-20"),
            2025,
            FILED_OR_PENDING,
            Step(
                "2024年12月20日发生，上年末尚未审结，按本地口径计入2025年。",
                day("2024-12-20"),
                convention="dispute_year",
            ),
        ),
        (
            review("2024-01-09", "2024-03-08", ReviewResult.UPHELD),
            2025,
            FILED_OR_PENDING,
            Step(
                "2024年1月9日发生，2024年3月8日已经审结，不计入2025年。",
                day("2024-01-09"),
                convention="dispute_year",
            ),
        ),
        (
            review("2024-12-20"),
            2025,
            FILED,
            Step(
                "2024年12月20日发生，按本地口径只计当年新发生的，不计入2025年。",
                day("2024-12-20"),
                convention="dispute_year",
            ),
        ),
        (
            review("2024-12-20", "2025-02-18", ReviewResult.REVOKED),
            2025,
            FILED_OR_DECIDED,
            Step(
                "2024年12月20日发生，2025年审结，按本地口径计入2025年。",
                day("2024-12-20"),
                convention="dispute_year",
            ),
        ),
        (
            review("2024-12-20"),
            2025,
            FILED_OR_DECIDED,
            Step(
                "2024年12月20日发生，2025年没有审结，按本地口径不计入2025年。",
                day("2024-12-20"),
                convention="dispute_year",
            ),
        ),
    ],
)
def test_why_a_year_counts_a_dispute_is_told(case, year, convention, step) -> None:
    assert counted(case, year, Conventions(dispute_year=convention)).steps[0] == step


@pytest.mark.parametrize(
    ("case", "step"),
    [
        (
            review("2025-01-07", "2025-03-06", ReviewResult.ORDERED),
            Step("结果是“责令履行”，计入“结果纠正”。"),
        ),
        (review("2025-01-07"), Step("2025年12月31日没有审结，计入“尚未审结”。")),
        (
            suit(heard("2025-09-01", "2025-12-29", DISMISSED)),
            Step(
                "2025年12月29日作出的一审裁判，2026年1月14日起生效，2025年12月31日没有审结，计入“尚未审结”。",
                day("2026-01-14"),
                "行政诉讼法第八十五条",
            ),
        ),
        (
            review("2025-01-06", "2025-03-03", ReviewResult.TERMINATED, because=Because.SETTLED),
            Step("结果是“终止”，当事人和解，计入“其他结果”。", convention="mediated"),
        ),
        (
            suit(heard("2025-09-01")),
            Step("2025年12月31日没有审结，计入“尚未审结”。"),
        ),
        (
            suit(heard("2025-01-06", "2025-03-03", SuitResult.WITHDRAWN, because=Because.ACT_CHANGED)),
            Step("结果是“撤诉”，行政机关改变了原行为，计入“其他结果”。", convention="withdrawn_after_change"),
        ),
        (
            suit(heard("2025-01-06", "2025-03-03", REVOKED)),
            Step("结果是“撤销”，计入“结果纠正”。"),
        ),
        (
            suit(heard("2025-01-06", "2025-03-03", REVOKED), appeal("2025-03-10", "2025-06-10", AFFIRMED)),
            Step("生效裁判是一审的“撤销”，计入“结果纠正”。", convention="appeal"),
        ),
    ],
)
def test_why_a_dispute_is_in_its_column_is_told(case: AnyDispute, step: Step) -> None:
    assert counted(case, 2025).steps[-1] == step


def test_each_instance_is_told_by_its_name() -> None:
    case = suit(heard("2024-05-06", "2024-08-01", DISMISSED), appeal("2024-08-12", "2025-01-15", REVOKED))
    steps = counted(case, 2025, Conventions(appeal=AppealCount.EACH_INSTANCE)).steps
    assert [step.text for step in steps] == [
        "一审2024年5月6日发生，2024年8月1日已经审结，不计入2025年。",
        "二审2024年8月12日发生，上年末尚未审结，按本地口径计入2025年。",
        "结果是“撤销”，计入“结果纠正”。",
    ]
