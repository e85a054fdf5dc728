"""The sum that a notice of a fee asks for is the one that it reckons."""

from __future__ import annotations

import pytest

from gongkai.law.documents import Document
from gongkai.letters import compose
from gongkai.letters.compose import Composed
from gongkai.letters.examples import example_values


def notice(**more: object) -> Composed:
    return compose(Document.L12, {**example_values(Document.L12), **more})


def told(composed: Composed) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in (*composed.problems, *composed.remarks)]


def test_an_amount_that_is_not_the_result_of_its_calculation_is_not_asked_for() -> None:
    composed = notice(收费金额="3000", 收费计算="38×10=380元", 收费情形="按标准计算")
    assert told(composed) == [("fee.sum", "“收费金额”为3000元，按“收费计算”应为380元，请核对。")]
    assert composed.problems[0].source == "国办函〔2020〕109号第六条"
    assert not composed.is_whole


@pytest.mark.parametrize(
    ("amount", "calculation"),
    [
        ("380", "38×10=380元"),
        ("380", "38页×10元＝380元"),
        ("380", "68页-30页=38页，38页×10元=380元"),
        ("720", "70页×10元＋1页×20元＝720元"),
        ("720", "10元/页×70页=700元，20元/页×1页=20元"),
        ("2200", "20件×100元＋1件×200元＝2,200元"),
        ("380", "按标准计算"),
    ],
)
def test_a_calculation_may_be_written_in_many_ways(amount: str, calculation: str) -> None:
    assert notice(收费金额=amount, 收费计算=calculation, 收费情形="按标准计算").problems == ()


@pytest.mark.parametrize(
    ("amount", "calculation", "should"),
    [
        ("379.99", "38页×10元＝380元", "380元"),
        ("400", "38页×10元＝400元", "380元"),
        ("700", "70页×10元＋1页×20元", "720元"),
        ("700", "10元/页×70页=700元，20元/页×1页=20元", "720元"),
    ],
)
def test_products_and_results_are_both_held_against_the_amount(amount: str, calculation: str, should: str) -> None:
    [(code, text)] = told(notice(收费金额=amount, 收费计算=calculation, 收费情形="按标准计算"))
    assert (code, text.endswith(f"应为{should}，请核对。")) == ("fee.sum", True)


def test_an_amount_that_is_not_the_price_of_its_pages_is_remarked() -> None:
    # 38 of 68 pages are above thirty, 10 yuan each.
    composed = notice(收费金额="3000", 收费计算=None)
    assert told(composed) == [("fee.pages", "“收费金额”为3000元，“收费情形”中的68页按标准应为380元，请核对。")]
    assert composed.remarks[0].source == "国办函〔2020〕109号第五条"
    assert composed.is_whole
    assert told(notice(收费计算=None)) == []
    assert told(notice(收费金额="390", 收费计算=None, 收费情形="共68页，其中共30页已经公开")) == []
    assert told(notice(收费金额="100", 收费计算=None, 收费方式="按件计收")) == []


def test_sums_that_are_not_told_are_not_held_against_a_letter() -> None:
    values = {**example_values(Document.L03), "收费金额": "3000", "收费计算": "38×10=380元", "收费方式": "按量计收"}
    assert told(compose(Document.L03, {**values, "收费情形": "共68页"})) == []
    assert [code for code, _ in told(notice(收费金额=None))] == []
