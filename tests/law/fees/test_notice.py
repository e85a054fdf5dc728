"""What the notice of a fee says, and what is left for the office."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.errors import NoFeeDue
from gongkai.law.conventions import AfterPayment, Conventions, FeeBasis
from gongkai.law.documents import Element
from gongkai.law.fees.fees import Extent, fee_of_request
from gongkai.law.fees.notice import notice_of

CHARGING = Conventions(charge_fees=True)
MARCH = dt.date(2026, 3, 5)
BY_PAGES = fee_of_request(Extent(received=MARCH, pages=120), conventions=CHARGING)
BY_PIECES = fee_of_request(Extent(received=MARCH, earlier=9, pieces=2), basis=FeeBasis.PIECES, conventions=CHARGING)


def test_the_notice_of_a_fee_by_pages_says_what_the_measures_ask() -> None:
    assert notice_of(BY_PAGES, " 到砚汀市政务服务中心缴纳 ").elements == {
        Element.FEE_BASIS: "《中华人民共和国政府信息公开条例》第四十二条、"
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第五条",
        Element.FEE_STANDARD: "按量计收，30页以下（含30页）的，不收费；31—100页（含100页）的部分，10元/页；"
        "101—200页（含200页）的部分，20元/页；201页以上的部分，40元/页",
        Element.FEE_AMOUNT: "1100元（70页×10元＋20页×20元＝1100元）",
        Element.FEE_PAYMENT: "到砚汀市政务服务中心缴纳",
        Element.PERIOD: "自收到本通知次日起20个工作日内",
        Element.CONSEQUENCE: "逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请",
    }


def test_the_notice_of_a_fee_by_pieces_names_the_other_article_and_no_free_pieces() -> None:
    notice = notice_of(BY_PIECES)
    assert notice.basis.endswith("（国办函〔2020〕109号）第四条")
    assert notice.standard.startswith("按件计收，同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；")
    assert (notice.amount, notice.calculation) == ("100元", "1件×100元＝100元")
    assert notice.elements[Element.FEE_AMOUNT] == "100元（1件×100元＝100元）"


def test_how_to_pay_is_missing_until_the_office_says_it() -> None:
    assert notice_of(BY_PAGES).elements[Element.FEE_PAYMENT] == ""


def test_the_office_is_told_how_to_send_it_where_the_money_goes_and_that_there_is_no_remedy() -> None:
    told = notice_of(BY_PAGES).for_office
    assert [step.text for step in told] == [
        "收费通知应当在申请的处理期限内作出，按照申请人获取政府信息的途径发出，写明收费的依据、标准、数额、缴纳方式。",
        "缴费后，本件申请的答复期限自完成缴费次日起重新计算。",
        "收入全额缴入同级国库，纳入一般公共预算管理，列“103049950其他缴入国库的行政事业性收费”科目，开具财政票据。",
        "收费通知不写救济途径：对收费有异议的，不能单独申请行政复议或者提起行政诉讼，可以就最终的处理结果一并提出。",
    ]
    assert [step.source for step in told] == [
        "国办函〔2020〕109号第六条",
        "国办函〔2020〕109号第七条，文字未核实",
        "财办库〔2020〕254号",
        "国办函〔2020〕109号第八条，文字未核实；国办函〔2021〕132号",
    ]
    assert [step.convention for step in told] == ["", "after_payment", "", ""]


def test_what_payment_does_to_the_period_follows_the_convention() -> None:
    assert notice_of(BY_PAGES).after_payment == "缴费后，本件申请的答复期限自完成缴费次日起重新计算"
    resume = Conventions(charge_fees=True, after_payment=AfterPayment.RESUME)
    assert notice_of(BY_PAGES, conventions=resume).after_payment == "等待缴费的时间不计入本件申请的答复期限"


@pytest.mark.parametrize(
    ("fee", "reason"),
    [
        (fee_of_request(Extent(received=MARCH, pages=120)), "本机关不收取信息处理费。"),
        (
            fee_of_request(Extent(received=MARCH, pages=30), conventions=CHARGING),
            "没有超出不收费的数量，不收取信息处理费。",
        ),
    ],
)
def test_there_is_no_notice_of_nothing(fee, reason: str) -> None:
    with pytest.raises(NoFeeDue) as told:
        notice_of(fee)
    assert told.value.reason == str(told.value) == reason
