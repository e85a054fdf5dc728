"""Notices and local holidays as JSON: what is written is read again, and what cannot be read is told in Chinese."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gongkai.errors import BrokenNotice
from gongkai.law.calendar.notice_data import (
    local_holidays_from_json,
    local_holidays_json,
    notice_from_json,
    notice_json,
)
from gongkai.law.calendar.notice_text import read_notice
from tests.law.calendar.state_council import INVENTED_2027, NOTICES, text_of
from tests.law.calendar.test_local_holidays import CORBAN, THIRD_OF_MARCH, TORCHES

NOTICE: dict[str, Any] = json.loads(notice_json(read_notice(INVENTED_2027)))
LOCAL: dict[str, Any] = json.loads(local_holidays_json([CORBAN]))[0]


def written(thing: object) -> bytes:
    return json.dumps(thing, ensure_ascii=False).encode()


def refused(data: bytes) -> tuple[str, ...]:
    with pytest.raises(BrokenNotice) as broken:
        notice_from_json(data)
    return broken.value.problems


def refused_locally(data: bytes) -> tuple[str, ...]:
    with pytest.raises(BrokenNotice) as broken:
        local_holidays_from_json(data)
    return broken.value.problems


@pytest.mark.parametrize("year", NOTICES)
def test_a_notice_that_is_written_is_read_again(year):
    notice = read_notice(text_of(year))
    assert notice_from_json(notice_json(notice)) == notice


def test_local_holidays_that_are_written_are_read_again():
    places = (THIRD_OF_MARCH, TORCHES, CORBAN)
    assert local_holidays_from_json(local_holidays_json(places)) == places


def test_a_notice_is_written_as_it_is_documented():
    assert NOTICE["number"] == "国办发明电〔2026〕99号"
    assert (NOTICE["issued"], NOTICE["year"]) == ("2026-11-16", 2027)
    assert NOTICE["off"][0] == {"name": "元旦", "first": "2027-01-01", "last": "2027-01-03"}
    assert NOTICE["on"][0] == {"on": "2027-01-31", "name": "春节"}
    assert (
        notice_json(read_notice(INVENTED_2027)).decode().splitlines()[1] == '  "number": "国办发明电〔2026〕99号",'
    )
    assert notice_json(read_notice(INVENTED_2027)).endswith(b"}\n  ]\n}\n")


def test_a_run_of_one_day_needs_no_last_day():
    off = [dict(run) for run in NOTICE["off"]]
    del off[4]["last"]
    assert notice_from_json(written({**NOTICE, "off": off})) == read_notice(INVENTED_2027)


def test_a_worked_day_needs_no_name_and_a_notice_no_worked_day():
    assert notice_from_json(written({**NOTICE, "on": [{"on": "2027-05-08"}]})).on[0].name == ""
    assert notice_from_json(written({key: NOTICE[key] for key in NOTICE if key != "on"})).on == ()


VALUE = '（日期写成 "2027-01-01"，年份写成 2027，其余是加引号的文字或者方括号中的列表）'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "不是 JSON，或者不是 UTF-8 编码的文本"),
        (b"{", "不是 JSON，或者不是 UTF-8 编码的文本"),
        (b'{"number": "\xff"}', "不是 JSON，或者不是 UTF-8 编码的文本"),
        (b"[" * 100_000, "最外层的写法不对" + VALUE),
        (b" " * 200_000, "不是 JSON，或者不是 UTF-8 编码的文本"),
        (b" " * 200_001, "数据超过200kB，不像是放假安排"),
        (b"[]", "最外层的写法不对" + VALUE),
        (written({key: NOTICE[key] for key in NOTICE if key != "year"}), "最外层缺少“year”"),
        (written({**NOTICE, "holidays": []}), "最外层中没有“holidays”这一项"),
        (written({**NOTICE, "year": "2027"}), "“year”的写法不对" + VALUE),
        (written({**NOTICE, "off": [{"name": "元旦"}]}), "“off[0]”缺少“first”"),
        (written({**NOTICE, "off": [{"name": "元旦", "first": "1月1日"}]}), "“off[0].first”的写法不对" + VALUE),
        (written({**NOTICE, "off": [{"name": "元旦", "first": "2027-02-30"}]}), "“off[0].first”的写法不对" + VALUE),
        (written({**NOTICE, "on": ["2027-05-08"]}), "“on[0]”的写法不对" + VALUE),
    ],
)
def test_what_is_no_notice_is_refused_with_its_place(data, problem):
    assert refused(data) == (problem,)


def test_a_notice_with_problems_is_refused_with_all_of_them():
    spoilt = {**NOTICE, "on": [{"on": "2027-05-07"}, {"on": "2027-10-02"}], "number": "99号"}
    assert refused(written(spoilt)) == (
        "文号“99号”不完整，应为“国办发明电〔2025〕7号”的样子",
        "2027年5月7日（周五）写了上班，但这一天不是周末",
        "2027年10月2日（周六）既写了放假，又写了上班",
    )


def test_a_correction_is_taken_in_where_its_year_is_known():
    correction = {**NOTICE, "off": NOTICE["off"][3:4], "on": []}
    assert len(refused(written(correction))) == 1
    assert notice_from_json(written(correction), [read_notice(INVENTED_2027)]).year == 2027


def test_local_holidays_with_problems_are_refused_with_their_number():
    data = written([LOCAL, {**LOCAL, "division": "65"}, {**LOCAL, "source": ""}])
    assert refused_locally(data) == (
        "第2项：“65”不是六位行政区划代码",
        "第3项：2025年6月6日（周五）的地方放假没有写依据的文件",
    )
    assert refused_locally(written(LOCAL)) == ("最外层的写法不对" + VALUE,)
    assert refused_locally(written([LOCAL, {**LOCAL, "off": 1}])) == ("“[1].off”的写法不对" + VALUE,)
