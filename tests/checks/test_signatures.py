"""Signatures are found with their dates, on lines of their own or at the end of one."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.checks.dates import DATE, date_of, in_words
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import running_text
from gongkai.checks.signatures import signature_of
from tests.checks.examples import model

DAY = date(2025, 1, 20)


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        (("絮泉县财政局", "2025年1月20日"), "絮泉县财政局"),
        (("絮泉县财政局 2025年1月20日",), "絮泉县财政局"),
        (("无。 絮泉县财政局 2025年1月20日",), "絮泉县财政局"),
        (("絮泉县财政局", "2025-01-20"), "絮泉县财政局"),
        (("澄湖娱乐abc", "2025年 1月 20日"), "澄湖娱乐abc"),
        (("无其他需要报告的事项", "2025年1月20日"), None),
        (("2025年1月20日",), None),
    ],
)
def test_a_signature_is_a_name_above_or_before_a_date(closing: tuple[str, ...], name: str | None) -> None:
    text = running_text(Evidence(model(closing=closing)))
    found = signature_of(text)
    assert found is not None
    assert found.day == DAY
    assert (text.text[slice(*found.name)] if found.name else None) == name


def test_a_name_without_a_date_is_a_signature_too() -> None:
    text = running_text(Evidence(model(closing=("絮泉县财政局", "扫一扫在手机打开当前页"))))
    found = signature_of(text)
    assert found is not None
    assert (found.day, found.dated) == (None, None)


@pytest.mark.parametrize(
    "closing",
    [
        (),
        ("扫一扫在手机打开当前页",),
        ("责任编辑:絮泉县财政局",),
        ("数据截至2024年12月31日汇总",),
        ("主办:絮泉县人民政府 网站标识码:0000000001",),
    ],
)
def test_furniture_and_sentences_are_no_signature(closing: tuple[str, ...]) -> None:
    assert signature_of(running_text(Evidence(model(closing=closing)))) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025年3月6日", date(2025, 3, 6)),
        ("2025-03-06", date(2025, 3, 6)),
        ("2025.3.6", date(2025, 3, 6)),
        ("2025年2月30日", None),
        ("2025年13月1日", None),
    ],
)
def test_a_printed_date_is_read_where_the_calendar_has_it(printed: str, day: date | None) -> None:
    match = DATE.search(printed)
    assert match is not None
    assert date_of(match) == day


@pytest.mark.parametrize("printed", ["?2025年3月6日", "12025年3月6日", "2025-03/06", "2025年3月"])
def test_what_is_no_date_is_not_read(printed: str) -> None:
    assert DATE.search(printed) is None


def test_a_date_is_told_in_words() -> None:
    assert in_words(date(2025, 3, 6)) == "2025年3月6日"
