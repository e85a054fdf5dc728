"""The page on importing a notice of holidays: every example in it works as it says."""

from __future__ import annotations

import re

from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.notice_data import local_holidays_from_json, notice_from_json
from gongkai.law.calendar.notice_text import read_notice
from tests.house.tree import ROOT
from tests.law.calendar.state_council import LABOUR_DAY_2019, text_of
from tests.law.calendar.test_local_holidays import THIRD_OF_MARCH

PAGE = ROOT / "docs" / "how-to" / "import-holiday-notice.md"


def test_every_example_of_the_page_works() -> None:
    examples = re.findall(r"^```(\w+)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert [kind for kind, _ in examples] == ["text", "python", "json", "json", "python"]
    (_, text), (_, reading), (_, notice), (_, local), (_, placing) = examples
    names = {"text": text, "data": local.encode()}
    exec(reading, names)
    exec(placing, names)
    assert names["notice"] == read_notice(text_of(2026))
    assert names["calendar"] == Calendar(notices=(read_notice(text_of(2026)),))
    assert notice_from_json(notice.encode()) == read_notice(LABOUR_DAY_2019)
    assert local_holidays_from_json(local.encode()) == (THIRD_OF_MARCH,)
    assert names["here"].is_working(THIRD_OF_MARCH.on[0].on)
    assert not NATIONAL.is_working(THIRD_OF_MARCH.on[0].on)
