"""The fee of a request: what it pays, why, and when it pays nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.conventions import Conventions, FeeBasis
from gongkai.law.fees.fees import (
    Extent,
    fee_by_pages,
    fee_by_pieces,
    fee_of_request,
    rate_of_page,
    rate_of_piece,
)

CHARGING = Conventions(charge_fees=True)
MARCH = dt.date(2026, 3, 5)
COUNTS = st.integers(0, 120)


@pytest.mark.parametrize(
    ("pieces", "yuan"),
    [
        (0, 0),
        (10, 0),
        (11, 100),
        (30, 2000),
        (31, 2200),
        (40, 4000),
        (41, 4300),
        (50, 7000),
        (51, 7400),
        (60, 11000),
    ],
)
def test_the_pieces_of_a_month_pay_by_the_progressive_scale(pieces: int, yuan: int) -> None:
    assert fee_by_pieces(pieces) == yuan


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [(0, 0), (30, 0), (31, 10), (68, 380), (100, 700), (101, 720), (200, 2700), (201, 2740), (250, 4700)],
)
def test_the_pages_of_a_request_pay_by_the_progressive_scale(pages: int, yuan: int) -> None:
    assert fee_by_pages(pages) == yuan


@given(COUNTS)
def test_a_fee_is_the_sum_of_what_each_unit_pays(count: int) -> None:
    assert fee_by_pieces(count) == sum(rate_of_piece(number) for number in range(1, count + 1))
    assert fee_by_pages(count) == sum(rate_of_page(number) for number in range(1, count + 1))


@given(COUNTS)
def test_more_never_costs_less(count: int) -> None:
    assert fee_by_pieces(count) <= fee_by_pieces(count + 1)
    assert fee_by_pages(count) <= fee_by_pages(count + 1)


def test_a_reading_of_the_third_tier_changes_the_fee() -> None:
    reading = Conventions(first_step_above_thirty=100)
    assert (fee_by_pieces(31, reading), fee_by_pieces(41, reading)) == (2100, 3200)
    assert (rate_of_piece(31, reading), rate_of_piece(41, reading)) == (100, 200)


@given(st.lists(st.integers(1, 9), max_size=12))
def test_the_requests_of_a_month_pay_together_what_the_month_pays(pieces: list[int]) -> None:
    paid = 0
    for place, count in enumerate(pieces):
        extent = Extent(received=MARCH, earlier=sum(pieces[:place]), pieces=count)
        paid += fee_of_request(extent, basis=FeeBasis.PIECES, conventions=CHARGING).amount
    assert paid == fee_by_pieces(sum(pieces))


@given(st.integers(0, 90), st.integers(1, 60), st.sampled_from(FeeBasis))
def test_the_lines_add_up_to_the_amount(earlier: int, count: int, basis: FeeBasis) -> None:
    extent = Extent(received=MARCH, earlier=earlier, pieces=count, pages=4 * count)
    fee = fee_of_request(extent, basis=basis, conventions=CHARGING)
    assert sum(part.amount for part in fee.parts) == fee.amount
    told = [int(line.rpartition("＝")[2].partition("元")[0]) for line in fee.lines if "＝" in line]
    assert sum(told) == fee.amount
    assert fee.is_due == (fee.amount > 0)


def test_sixty_eight_pages_cost_380_yuan_line_by_line() -> None:
    fee = fee_of_request(Extent(received=MARCH, pages=68), conventions=CHARGING)
    assert (fee.amount, fee.basis, fee.refusal, fee.is_due) == (380, FeeBasis.PAGES, "", True)
    assert fee.lines == (
        "本件申请按量计收（国办函〔2020〕109号第三条）。",
        (
            "本件申请提供的政府信息共68页：单面A4幅面为一页，只计本件申请，不与其他申请累计"
            "（国办函〔2020〕109号第五条，计页方法的文字未核实）。"
        ),
        "第1—30页：不收费（国办函〔2020〕109号第五条第一项）。",
        "第31—68页的部分：38页×10元＝380元（国办函〔2020〕109号第五条第二项）。",
        "应缴信息处理费380元（条例第四十二条）。",
    )
    assert [step.convention for step in fee.steps] == ["fee_basis", "", "", "", ""]


def test_a_split_request_pays_for_its_own_pieces_of_the_month_only() -> None:
    extent = Extent(received=MARCH, earlier=29, pieces=3)
    fee = fee_of_request(extent, basis=FeeBasis.PIECES, conventions=CHARGING)
    assert fee.amount == 100 + 200 + 200
    assert fee.lines == (
        "本件申请按件计收（国办函〔2020〕109号第三条）。",
        "本件申请包含多项内容，按照“一事一申请”原则，以合理的最小单位拆分为3件（国办函〔2020〕109号第四条）。",
        (
            "申请人2026年3月向本机关累计申请，此前29件，本件3件，为当月第30—32件"
            "（国办函〔2020〕109号第四条，按向本机关提出的申请累计为通行做法）。"
        ),
        "第30件的部分：1件×100元＝100元（国办函〔2020〕109号第四条第二项）。",
        "第31—32件的部分：2件×200元＝400元（国办函〔2020〕109号第四条第三项）。",
        "应缴信息处理费500元（条例第四十二条）。",
    )
    assert [step.convention for step in fee.steps] == ["", "", "", "", "first_step_above_thirty", ""]
    assert [step.on for step in fee.steps] == [None, None, MARCH, None, None, None]


def test_two_pieces_of_one_request_are_told_to_be_a_split() -> None:
    fee = fee_of_request(Extent(received=MARCH, pieces=2), basis=FeeBasis.PIECES, conventions=CHARGING)
    assert fee.lines[1].startswith("本件申请包含多项内容，按照“一事一申请”原则，以合理的最小单位拆分为2件")


def test_the_fee_of_a_request_follows_the_reading_of_the_third_tier() -> None:
    reading = Conventions(charge_fees=True, first_step_above_thirty=300)
    extent = Extent(received=MARCH, earlier=30)
    assert fee_of_request(extent, basis=FeeBasis.PIECES, conventions=reading).amount == 300
    assert fee_of_request(extent, basis=FeeBasis.PIECES, conventions=CHARGING).amount == 200


def test_twenty_pieces_of_the_second_tier_are_told_as_the_law_tells_them() -> None:
    fee = fee_of_request(Extent(received=MARCH, pieces=30), basis=FeeBasis.PIECES, conventions=CHARGING)
    assert fee.lines[3:5] == (
        "第1—10件：不收费（国办函〔2020〕109号第四条第一项）。",
        "第11—30件的部分：20件×100元＝2000元（国办函〔2020〕109号第四条第二项）。",
    )


def test_a_request_that_is_one_piece_was_not_split() -> None:
    fee = fee_of_request(Extent(received=MARCH), basis=FeeBasis.PIECES, conventions=CHARGING)
    assert fee.lines == (
        "本件申请按件计收（国办函〔2020〕109号第三条）。",
        (
            "申请人2026年3月向本机关累计申请，此前0件，本件1件，为当月第1件"
            "（国办函〔2020〕109号第四条，按向本机关提出的申请累计为通行做法）。"
        ),
        "第1件：不收费（国办函〔2020〕109号第四条第一项）。",
        "没有超出不收费的数量，不收取信息处理费（条例第四十二条）。",
    )
    assert (fee.amount, fee.is_due, fee.refusal) == (0, False, "")


def test_the_usual_basis_is_the_offices_and_may_be_chosen_otherwise_for_one_request() -> None:
    extent = Extent(received=MARCH, earlier=10, pages=31)
    by_pieces = Conventions(charge_fees=True, fee_basis=FeeBasis.PIECES)
    assert fee_of_request(extent, conventions=CHARGING).amount == 10
    assert fee_of_request(extent, conventions=by_pieces).amount == 100
    assert fee_of_request(extent, basis=FeeBasis.PAGES, conventions=by_pieces).amount == 10
    assert fee_of_request(extent, basis=FeeBasis.PIECES, conventions=CHARGING).amount == 100


def test_an_office_that_charges_no_fees_is_told_so() -> None:
    for basis in (None, *FeeBasis):
        fee = fee_of_request(Extent(received=MARCH, earlier=50, pages=500), basis=basis)
        assert (fee.amount, fee.parts, fee.is_due) == (0, (), False)
        assert fee.refusal == "本机关不收取信息处理费。"
        assert fee.lines == ("本机关不收取信息处理费（条例第四十二条）。",)
        assert [step.convention for step in fee.steps] == ["charge_fees"]


@pytest.mark.parametrize("basis", FeeBasis)
def test_no_request_is_charged_that_came_before_the_measures_held(basis: FeeBasis) -> None:
    old = fee_of_request(
        Extent(received=dt.date(2020, 12, 31), earlier=50, pages=500), basis=basis, conventions=CHARGING
    )
    new = fee_of_request(
        Extent(received=dt.date(2021, 1, 1), earlier=50, pages=500), basis=basis, conventions=CHARGING
    )
    assert (old.amount, old.basis) == (0, basis)
    assert old.refusal == (
        "《政府信息公开信息处理费管理办法》自2021年1月1日起施行，2020年12月31日收到的申请不收取信息处理费。"
    )
    assert old.steps[0].on == dt.date(2020, 12, 31)
    assert old.steps[0].source == "国办函〔2020〕109号，自2021年1月1日起施行"
    assert (new.amount > 0, new.refusal) == (True, "")


@pytest.mark.parametrize(
    ("extent", "refusal", "source"),
    [
        (
            Extent(received=MARCH, earlier=10, pages=68, already_public=True),
            "相关政府信息已经主动对外公开，告知获取的方式、途径即可，不适用按量计收；确需收费的，可以按件计收。",
            "国办函〔2020〕109号第五条",
        ),
        (
            Extent(received=MARCH, earlier=10, pages=68, copies=False),
            "申请人没有要求提供纸质件、发送电子邮件或者复制电子数据，不适用按量计收；确需收费的，可以按件计收。",
            "国办函〔2020〕109号第五条",
        ),
        (
            Extent(received=MARCH, earlier=10),
            "没有填写提供的页数，不能按量计收。",
            "国办函〔2020〕109号第五条，计页方法的文字未核实",
        ),
    ],
)
def test_what_cannot_be_charged_by_pages_may_still_be_charged_by_pieces(extent, refusal: str, source: str) -> None:
    by_pages = fee_of_request(extent, basis=FeeBasis.PAGES, conventions=CHARGING)
    assert (by_pages.amount, by_pages.refusal, by_pages.steps[0].source) == (0, refusal, source)
    by_pieces = fee_of_request(extent, basis=FeeBasis.PIECES, conventions=CHARGING)
    assert (by_pieces.amount, by_pieces.refusal) == (100, "")


def test_no_pages_at_all_are_an_extent_and_pay_nothing() -> None:
    fee = fee_of_request(Extent(received=MARCH, pages=0), conventions=CHARGING)
    assert (fee.amount, fee.refusal, fee.parts) == (0, "", ())


@pytest.mark.parametrize("wrong", [{"earlier": -1}, {"pieces": 0}, {"pages": -1}])
def test_a_request_cannot_ask_for_less_than_nothing(wrong) -> None:
    with pytest.raises(ValueError, match="no extent of a request"):
        Extent(received=MARCH, **wrong)
