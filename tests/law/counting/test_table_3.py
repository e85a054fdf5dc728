"""Table 3 counts each request once as new and once with its result, and balances whatever was recorded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.errors import NoRule
from gongkai.law.conventions import (
    DEFAULT,
    AwaitingCorrection,
    Conventions,
    LawyerColumn,
    SplitRequest,
)
from gongkai.law.counting.request import Applicant, Matter, Request
from gongkai.law.counting.table_3 import Count, Counting, Table3, counted, rows_of_form, table_3
from gongkai.law.outcomes.outcome import Outcome
from gongkai.law.outcomes.rows import count_replies
from gongkai.law.steps import Step
from gongkai.report.editions import edition_of_year
from gongkai.report.identities import identities
from tests.law.counting.requests import (
    YEARS,
    any_requests,
    conventions,
    correction,
    day,
    history,
    lawful,
    part,
    payment,
    reply,
    request,
    texts,
    where,
)

O = Outcome  # noqa: E741  a short name for long tables
FORM_2021, FORM_2019 = "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"
NATURAL = Applicant.NATURAL
WHEN_CORRECTED = Conventions(awaiting_correction_at_year_end=AwaitingCorrection.WHEN_CORRECTED)
COLUMN = Step("申请人属于“自然人”，计入该列。", source=FORM_2021)
AWAITING_KEY = "awaiting_correction_at_year_end"
requests = st.lists(any_requests(), max_size=6)


@given(requests, st.sampled_from(YEARS), conventions)
def test_every_identity_of_the_form_holds_in_every_column(found, year, chosen) -> None:
    edition = edition_of_year(year)
    cells = {("3", *key): count for key, count in table_3(found, year, chosen).cells.items()}
    assert list(cells) == [key for key in edition.keys if key[0] == "3"]
    ours = [one for one in identities(edition.key) if one.left[0][0] == "3"]
    assert {one.kind for one in ours} == {"row", "results", "balance"}
    for one in ours:
        assert sum(cells[key] for key in one.left) == sum(cells[key] for key in one.right)


@given(requests, st.sampled_from(YEARS), conventions)
def test_what_a_year_carries_out_the_next_carries_in(found, year, chosen) -> None:
    cells, later = (table_3(found, one, chosen).cells for one in (year, year + 1))
    for column in (*Applicant, "total"):
        assert cells["4", column] == later["2", column]


@given(requests, requests, st.sampled_from(YEARS), conventions)
def test_tables_of_two_lists_add_up(some, others, year, chosen) -> None:
    whole = table_3(some + others, year, chosen).cells
    parts = [table_3(one, year, chosen).cells for one in (some, others)]
    assert whole == {key: parts[0][key] + parts[1][key] for key in whole}


@given(lawful(), conventions.filter(lambda one: not one.counts_reopened_anew))
def test_a_request_is_new_once_ends_once_and_is_carried_in_every_year_between(one, chosen) -> None:
    years = range(2019, 2035)
    found = history(one, *years, chosen=chosen)
    counted_in = [text for text in found if text != "-"]
    entries = [text.split(">")[0] for text in counted_in]
    results = [text.split(">")[1] for text in counted_in]
    assert entries[:1] in ([], ["1"])
    assert set(entries[1:]) <= {"2"}
    assert set(results[:-1]) <= {"4"}
    if one.parts[0].replies:
        first = min(one.parts[0].replies, key=lambda reply: reply.on)
        assert results[-1] != "4"
        assert max(year for year, text in zip(years, found, strict=True) if text != "-") == first.on.year


@given(lawful(), st.booleans())
def test_results_stand_in_the_rows_and_years_of_the_replies_that_count(one, anew) -> None:
    chosen = Conventions(counts_reopened_anew=anew)
    expected = sorted((choice.year, choice.row) for choice in count_replies(one.parts[0].replies, chosen))
    found = [
        (year, count.result)
        for year in range(2019, 2035)
        for count in counted(one, year, chosen).counts
        if count.result != "4"
    ]
    assert sorted(found) == expected


@given(any_requests(), st.sampled_from(YEARS), conventions)
def test_each_count_is_told_with_a_source_or_a_convention(one, year, chosen) -> None:
    counting = counted(one, year, chosen)
    assert counting.steps
    assert all("{" not in step.text and step.text.endswith("。") for step in counting.steps)
    assert all(step.source or step.convention for step in counting.steps if "办结。" not in step.text)
    told = [step for step in counting.steps if "”列。" in step.text or step.text.endswith("计入该列。")]
    assert len(told) == bool(counting.counts)
    for doubt in counting.doubts:
        assert "{" not in doubt.text
        assert doubt.text.endswith("。")


@given(any_requests(), st.sampled_from(YEARS), conventions)
def test_a_request_counts_once_a_year_unless_it_was_split_or_ordered_anew(one, year, chosen) -> None:
    most = len(one.parts) if chosen.split_request is SplitRequest.EACH_PART else 1
    if chosen.counts_reopened_anew:
        most += sum(len(part.orders) for part in one.parts)
    counts = counted(one, year, chosen).counts
    assert len(counts) <= most
    assert len({count.applicant for count in counts}) <= 1


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2026])
def test_the_rows_are_those_of_the_years_form_in_its_order(year: int) -> None:
    assert list(rows_of_form(year)) == [row.key for row in edition_of_year(year).table("3").rows]


def test_the_columns_are_those_of_the_form() -> None:
    *columns, total = edition_of_year(2025).table("3").rows[0].columns
    assert [(one.value, one.label) for one in Applicant] == [(one.key, one.label) for one in columns]
    assert total.key == "total"


def test_there_is_no_table_before_the_form_of_2019() -> None:
    told = "2018年度的报告没有现行格式的表三，2019年度起才有。"
    for ask in (lambda: table_3([], 2018), lambda: counted(request("2025-01-07"), 2018)):
        with pytest.raises(NoRule) as caught:
            ask()
        assert caught.value.reason == told
    assert set(table_3([], 2019).cells.values()) == {0}


def test_a_request_is_new_in_the_year_of_receipt_and_ends_in_the_year_of_its_reply() -> None:
    one = request("2025-12-15", part(reply("2026-01-13", O.NOT_EXISTING)))
    assert history(one, 2024, 2025, 2026, 2027) == ["-", "1>4", "2>3.4.1", "-"]
    cells = {year: table_3([one], year).cells for year in (2025, 2026)}
    for year, rows in ((2025, {"1", "4"}), (2026, {"2", "3.4.1", "3.7"})):
        found = {key for key, count in cells[year].items() if count}
        assert found == {(row, column) for row in rows for column in ("natural", "total")}


def test_the_years_of_a_request_are_told_line_by_line() -> None:
    one = request("2025-12-15", part(reply("2026-01-13", O.NOT_EXISTING)))
    received = day("2025-12-15")
    assert counted(one, 2024).steps == (Step("2025年12月15日收到申请，不计入2024年。", received, FORM_2021),)
    assert counted(one, 2025) == Counting(
        (Count("1", "4", NATURAL),),
        (
            Step("2025年12月15日收到申请，计入“一、本年新收政府信息公开申请数量”。", received, FORM_2021),
            Step("2025年12月31日没有办结，计入“四、结转下年度继续办理”。", source=FORM_2021),
            COLUMN,
        ),
    )
    assert counted(one, 2026).steps == (
        Step(
            "2025年12月15日收到申请，2025年12月31日没有办结，计入“二、上年结转政府信息公开申请数量”。",
            received,
            FORM_2021,
        ),
        Step("2026年1月13日办结。", day("2026-01-13"), FORM_2021),
        Step("结果是“政府信息不存在”，计入“（四）无法提供”中的“1.本机关不掌握相关政府信息”。", source=FORM_2021),
        COLUMN,
    )
    ended = "2025年12月15日收到申请，2026年1月13日办结，不计入2027年。"
    assert counted(one, 2027).steps == (Step(ended, received, FORM_2021),)


@pytest.mark.parametrize(
    ("received", "ended", "found"),
    [
        ("2025-01-01", "2025-12-31", "1>3.1"),
        ("2025-12-31", "2026-01-01", "1>4"),
        ("2024-12-31", "2025-01-01", "2>3.1"),
        ("2024-12-31", "2024-12-31", "-"),
        ("2024-12-31", None, "2>4"),
        ("2023-06-01", "2026-03-02", "2>4"),
        ("2025-12-31", "2025-12-31", "1>3.1"),
        ("2026-01-01", None, "-"),
    ],
)
def test_the_last_day_of_a_year_decides(received: str, ended: str | None, found: str) -> None:
    one = request(received, part(*([reply(ended)] if ended else [])))
    assert where(one, 2025) == found


def test_an_open_request_is_carried_from_year_to_year() -> None:
    one = request("2019-05-15")
    assert history(one, *range(2019, 2023)) == ["1>4", "2>4", "2>4", "2>4"]
    assert counted(one, 2020).steps[1].source == FORM_2019
    assert counted(one, 2021).steps[1].source == FORM_2021


def test_a_request_that_was_not_confirmed_is_not_received() -> None:
    told = (Step("收到申请之日还没有确定，不计。", source="条例第三十一条"),)
    waiting = request(None)
    assert counted(waiting, 2025) == Counting((), told)
    withdrawn = request(None, part(reply("2025-12-30", O.WITHDRAWN)))
    assert counted(withdrawn, 2025) == Counting((), told)
    # Handed in by the internet in December, confirmed in January.
    assert history(request("2026-01-05"), 2025, 2026) == ["-", "1>4"]


def test_withdrawn_and_lapsed_requests_have_their_rows() -> None:
    ends = {O.WITHDRAWN: "3.6.3", O.NOT_CORRECTED: "3.6.1", O.FEE_UNPAID: "3.6.2"}
    for outcome, row in ends.items():
        one = request("2025-03-03", part(reply("2025-04-01", outcome)))
        assert where(one, 2025) == f"1>{row}"
        old = request("2020-03-03", part(reply("2020-04-01", outcome)))
        assert where(old, 2020) == "1>3.6"
    withdrawn = request("2025-03-03", part(reply("2025-04-01", O.WITHDRAWN)))
    assert where(withdrawn, 2025, Conventions(withdrawn_row="3.6.1")) == "1>3.6.1"
    step = counted(withdrawn, 2025, Conventions(withdrawn_row="3.6.1")).steps[2]
    assert step.convention == "withdrawn_row"


def test_a_result_is_counted_in_the_form_of_the_year_it_came_in() -> None:
    one = request("2020-12-15", part(reply("2021-01-13", O.ARCHIVED)))
    assert history(one, 2020, 2021) == ["1>4", "2>3.6.3"]


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        (Matter.RECORD_CORRECTION, "要求更正本人信息（条例第四十一条）的，不是政府信息公开申请，不计。"),
        (Matter.ENQUIRY, "没有以政府信息公开申请的形式提出的咨询，不计。"),
        (Matter.PETITION, "没有以政府信息公开申请的形式提出的信访，不计。"),
        (Matter.COMPLAINT, "对政府信息公开工作的投诉、举报（条例第四十七条），不是政府信息公开申请，不计。"),
        (Matter.SET_ASIDE, "误寄、误提交等不作登记的，不计。"),
    ],
)
def test_only_requests_are_counted(matter: Matter, told: str) -> None:
    one = request("2025-03-03", part(reply("2025-04-01")), matter=matter)
    assert counted(one, 2025) == Counting((), (Step(told, source=FORM_2021),))
    assert counted(one, 2020).steps[0].source == FORM_2019


def test_a_petition_in_the_form_of_a_request_is_counted() -> None:
    for outcome, row in ((O.PETITION, "3.5.1"), (O.ENQUIRY, "3.6.3")):
        assert where(request("2025-03-03", part(reply("2025-04-01", outcome))), 2025) == f"1>{row}"


@pytest.mark.parametrize("applicant", Applicant)
def test_the_applicant_is_counted_and_not_the_agent(applicant: Applicant) -> None:
    one = request("2025-03-03", applicant=applicant, by_agent=True)
    assert counted(one, 2025).counts == (Count("1", "4", applicant),)
    assert texts(one, 2025)[-1] == f"由代理人提出的，按申请人计：申请人属于“{applicant.label}”，计入该列。"
    cells = table_3([one], 2025).cells
    assert {column for (_, column), count in cells.items() if count} == {applicant.value, "total"}


def test_a_lawyer_in_his_own_name_is_a_natural_person_or_a_legal_service() -> None:
    one = request("2025-03-03", is_lawyer=True)
    firm = Conventions(lawyer_in_own_name=LawyerColumn.LEGAL)
    for chosen, column in ((DEFAULT, Applicant.NATURAL), (firm, Applicant.LEGAL)):
        counting = counted(one, 2025, chosen)
        assert counting.counts == (Count("1", "4", column),)
        text = f"律师以自己的名义申请，按本地口径计入“{column.label}”列。"
        assert counting.steps[-1] == Step(text, None, FORM_2021, "lawyer_in_own_name")
    with pytest.raises(ValueError, match=r"^only a natural person applies as a lawyer in his own name$"):
        request("2025-03-03", is_lawyer=True, applicant=Applicant.LEGAL)


def test_a_request_has_a_part_at_least() -> None:
    with pytest.raises(ValueError, match=r"^a request has a part at least$"):
        Request(applicant=NATURAL, parts=())


CORRECTED = request("2025-12-15", part(reply("2026-02-03"), waits=(correction("2025-12-22", "2026-01-08"),)))


def test_a_request_that_is_to_be_corrected_at_the_end_of_the_year_is_carried_over_or_not_yet_counted() -> None:
    assert history(CORRECTED, 2024, 2025, 2026, 2027) == ["-", "1>4", "2>3.1", "-"]
    assert history(CORRECTED, 2024, 2025, 2026, 2027, chosen=WHEN_CORRECTED) == ["-", "-", "1>3.1", "-"]


def test_a_wait_for_correction_at_the_end_of_the_year_is_told() -> None:
    assert counted(CORRECTED, 2025).steps[1] == Step(
        "2025年12月31日仍在等待补正，按本地口径已计为新收，计入“四、结转下年度继续办理”。",
        None,
        FORM_2021,
        AWAITING_KEY,
    )
    assert counted(CORRECTED, 2025, WHEN_CORRECTED).steps == (
        Step(
            "2025年12月15日收到申请，2025年12月31日仍在等待补正，按本地口径不计入2025年。",
            day("2025-12-15"),
            FORM_2021,
            AWAITING_KEY,
        ),
    )
    assert counted(CORRECTED, 2026, WHEN_CORRECTED).steps[0] == Step(
        "2025年12月15日收到申请，2025年12月31日仍在等待补正，按本地口径作为2026年的申请，"
        "计入“一、本年新收政府信息公开申请数量”。",
        day("2025-12-15"),
        FORM_2021,
        AWAITING_KEY,
    )


@pytest.mark.parametrize(
    ("wait", "found"),
    [
        (correction("2025-12-31", "2026-01-01"), "-"),
        (correction("2025-12-31"), "-"),
        (correction("2025-12-22", "2025-12-31"), "1>4"),
        (correction("2026-01-01"), "1>4"),
        (payment("2025-12-22"), "1>4"),
    ],
)
def test_only_a_wait_for_correction_on_the_last_day_keeps_a_request_out(wait, found) -> None:
    assert where(request("2025-12-15", part(waits=(wait,))), 2025, WHEN_CORRECTED) == found


def test_a_request_that_is_never_corrected_counts_when_it_lapses() -> None:
    waits = (correction("2024-12-23"),)
    open_still = request("2024-12-16", part(waits=waits))
    assert history(open_still, 2024, 2025, 2026, chosen=WHEN_CORRECTED) == ["-", "-", "-"]
    lapsed = request("2024-12-16", part(reply("2026-01-20", O.NOT_CORRECTED), waits=waits))
    assert history(lapsed, 2024, 2025, 2026, 2027, chosen=WHEN_CORRECTED) == ["-", "-", "1>3.6.1", "-"]
    same_year = request("2024-12-16", part(reply("2024-12-31", O.WITHDRAWN), waits=waits))
    assert history(same_year, 2024, 2025, chosen=WHEN_CORRECTED) == ["1>3.6.3", "-"]


def test_a_request_that_was_counted_stays_counted_when_a_later_year_ends_in_a_wait() -> None:
    one = request("2024-12-30", part(waits=(correction("2025-01-06"),)))
    assert history(one, 2024, 2025, chosen=WHEN_CORRECTED) == ["1>4", "2>4"]
    told = "2025年12月31日仍在等待补正，没有办结，计入“四、结转下年度继续办理”。"
    for chosen in (DEFAULT, WHEN_CORRECTED):
        assert counted(one, 2025, chosen).steps[1] == Step(told, source=FORM_2021)


def test_a_wait_for_payment_is_told_and_carried_over() -> None:
    one = request("2025-11-20", part(waits=(payment("2025-12-22"),)))
    told = "2025年12月31日仍在等待缴费，没有办结，计入“四、结转下年度继续办理”。"
    for chosen in (DEFAULT, WHEN_CORRECTED):
        assert where(one, 2025, chosen) == "1>4"
        assert counted(one, 2025, chosen).steps[1] == Step(told, source=FORM_2021)


def test_the_doubts_of_a_table_come_with_the_number_of_the_request() -> None:
    strange = request("2025-03-03", part(reply("2025-02-03")), number="2025-7")
    table = table_3([request("2025-03-03"), strange], 2025)
    ((number, doubt),) = table.doubts
    assert (number, doubt.code) == ("2025-7", "counting.ended_before_receipt")
    assert table.counts == (Count("1", "4", NATURAL), Count("1", "3.1", NATURAL))


def test_a_table_of_several_applicants() -> None:
    found = [
        request("2025-01-07", part(reply("2025-02-06"))),
        request("2025-12-22", applicant=Applicant.BUSINESS),
        request("2024-12-20", part(reply("2025-01-17", O.REPEATED)), applicant=Applicant.BUSINESS),
        request("2024-12-23", part(reply("2024-12-30")), applicant=Applicant.OTHER),
        request("2025-06-03", matter=Matter.ENQUIRY),
    ]
    table = table_3(found, 2025)
    assert table == Table3(
        2025,
        (
            Count("1", "3.1", NATURAL),
            Count("1", "4", Applicant.BUSINESS),
            Count("2", "3.5.2", Applicant.BUSINESS),
        ),
    )
    assert {key: count for key, count in table.cells.items() if count} == {
        ("1", "natural"): 1,
        ("1", "business"): 1,
        ("1", "total"): 2,
        ("2", "business"): 1,
        ("2", "total"): 1,
        ("3.1", "natural"): 1,
        ("3.1", "total"): 1,
        ("3.5.2", "business"): 1,
        ("3.5.2", "total"): 1,
        ("3.7", "natural"): 1,
        ("3.7", "business"): 1,
        ("3.7", "total"): 2,
        ("4", "business"): 1,
        ("4", "total"): 1,
    }


def test_a_table_is_counted_by_the_conventions() -> None:
    assert table_3([CORRECTED], 2025).cells["4", "natural"] == 1
    assert table_3([CORRECTED], 2025, WHEN_CORRECTED).counts == ()
