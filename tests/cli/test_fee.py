"""`gongkai fee`: the sum, its calculation, its notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_sixty_eight_pages_cost_three_hundred_and_eighty_yuan(gongkai: Run) -> None:
    found = gongkai("fee", "--pages", "68", "--received", "2026-03-02")
    assert found.code == 0
    assert "应缴信息处理费：380 元" in found.text
    assert "38页×10元＝380元" in found.text
    assert "国办函〔2020〕109号第五条第二项" in found.text


def test_a_request_pays_for_its_own_pieces(gongkai: Run) -> None:
    assert "应缴信息处理费：200 元" in gongkai("fee", "--pieces", "31", "--received", "2026-03-02").text
    assert (
        "应缴信息处理费：400 元"
        in gongkai("fee", "--pieces", "31", "--split", "2", "--received", "2026-03-02").text
    )


def test_the_notice_is_shown_with_what_is_still_to_be_said(gongkai: Run) -> None:
    asked = ("fee", "--pages", "68", "--received", "2026-06-01", "--served", "2026-06-12")
    told = gongkai(*asked).text
    assert "【待填：缴纳方式】" in told
    assert "2026年7月13日" in told
    assert "【待填" not in gongkai(*asked, "--payment", "砚汀市财政局非税收入窗口").text


def test_nothing_is_charged_for_little(gongkai: Run) -> None:
    found = gongkai("fee", "--pages", "30", "--received", "2026-03-02")
    assert (found.code, found.text.splitlines()[0]) == (0, "不收费")
    assert "收费通知应写明" not in found.text


def test_an_office_that_does_not_charge_is_told_so(gongkai: Run, here: Path) -> None:
    (here / "口径.toml").write_text("charge_fees = false\n", encoding="utf-8")
    asked = ("fee", "--pages", "68", "--received", "2026-03-02")
    assert gongkai(*asked, "--conventions", "口径.toml").text.startswith("不收费")
    assert "默认口径是不收费" in gongkai(*asked).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "一件申请不能同时按两种标准计收"),
        (("--pages", "3", "--pieces", "3"), "一件申请不能同时按两种标准计收"),
        (("--pieces", "0"), "--pieces 应是不小于 1 的整数"),
        (("--pages", "-1"), "--pages 应是不小于 0 的整数"),
        (("--pages", "many"), "--pages 的值不能用，应是整数"),
        (("--pages", "3", "--split", "2"), "--split 只用于按件计收"),
        (("--pages", "9999999"), "--pages 最多为 100000"),
        (("--pages", "99", "--received", "2026-03-02", "--served", "2026-02-01"), "不能早于收到申请之日"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(gongkai: Run, words: tuple[str, ...], said: str) -> None:
    found = gongkai("fee", *words)
    assert (found.code, found.text) == (2, "")
    assert said in found.err
