"""The notice of a fee says what the law reckons: basis, standard, extent, calculation, sum, period, consequence."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.errors import NoFeeDue
from gongkai.law.conventions import DEFAULT, AfterPayment, FeeBasis
from gongkai.law.documents import Document
from gongkai.law.fees.fees import Extent, fee_of_request
from gongkai.letters import compose, issue
from gongkai.letters.documents.fee import fee_values
from gongkai.letters.examples import example_values

CHARGING = msgspec.structs.replace(DEFAULT, charge_fees=True)
RECEIVED = dt.date(2026, 3, 2)
PAY = "凭缴款码缴纳"


def notice(extent: Extent, basis: FeeBasis) -> list[str]:
    fee = fee_of_request(extent, basis=basis, conventions=CHARGING)
    values = {**example_values(Document.L12), **fee_values(fee, PAY)}
    return [block.text for block in issue(compose(Document.L12, values)).blocks][3:-3]


def test_a_notice_by_pages() -> None:
    # 68 pages: 38 above thirty, 10 yuan each.
    told = notice(Extent(received=RECEIVED, pages=68), FeeBasis.PAGES)
    assert told[0] == (
        "根据《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"
        "第三条、第五条的规定，本机关决定收取信息处理费。"
        "本件申请提供的政府信息共68页：单面A4幅面为一页，只计本件申请，不与其他申请累计。"
    )
    assert told[1] == (
        "收费标准：按量计收，30页以下（含30页）的，不收费；31—100页（含100页）的部分，10元/页；"
        "101—200页（含200页）的部分，20元/页；201页以上的部分，40元/页。"
    )
    assert told[2:4] == ["收费数额：380元（计算：38页×10元＝380元）。", "缴纳方式：凭缴款码缴纳。"]
    assert told[4] == (
        "请自收到本通知次日起20个工作日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。"
        "缴费后，本件申请的答复期限自完成缴费次日起重新计算。"
    )
    assert len(told) == 5


def test_a_notice_by_pieces() -> None:
    # The eleventh piece of the month pays a hundred yuan.
    told = notice(Extent(received=RECEIVED, earlier=10), FeeBasis.PIECES)
    assert "第三条、第四条的规定" in told[0]
    assert told[0].endswith("申请人2026年3月向本机关累计申请，此前10件，本件1件，为当月第11件。")
    assert told[1].startswith("收费标准：按件计收，同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；")
    assert told[2] == "收费数额：100元（计算：1件×100元＝100元）。"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (AfterPayment.RESTART, "缴费后，本件申请的答复期限自完成缴费次日起重新计算。"),
        (AfterPayment.RESUME, "等待缴费的时间不计入本件申请的答复期限。"),
    ],
)
def test_a_notice_says_what_becomes_of_the_period(after: AfterPayment, told: str) -> None:
    conventions = msgspec.structs.replace(DEFAULT, after_payment=after)
    composed = compose(Document.L12, example_values(Document.L12), conventions=conventions)
    assert any(block.text.endswith(told) for block in issue(composed).blocks if hasattr(block, "text"))


def test_where_nothing_is_charged_there_is_no_notice() -> None:
    with pytest.raises(NoFeeDue):
        fee_values(fee_of_request(Extent(received=RECEIVED, pages=30), basis=FeeBasis.PAGES, conventions=CHARGING))


def test_how_to_pay_is_asked_for() -> None:
    fee = fee_of_request(Extent(received=RECEIVED, pages=68), basis=FeeBasis.PAGES, conventions=CHARGING)
    values = {**example_values(Document.L12), **fee_values(fee)}
    [missing] = compose(Document.L12, values).missing
    assert missing.fields == ("缴纳方式",)
