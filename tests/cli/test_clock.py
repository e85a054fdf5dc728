"""`gongkai clock`: what it is told, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CONSULTED = ("2026-03-02", "当面提交", "2026-03-06", "征求第三方", "2026-03-18", "第三方回复")
# The figures of the days are fictional; the holidays are those that statute fixes for 2027, and a swap.
NOTICE = """国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕99号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月3日
"""


def test_a_day_alone_gives_the_last_day_for_the_reply(gongkai: Run) -> None:
    found = gongkai("clock", "2025-01-13", "--today", "2025-01-20")
    assert found.code == 0
    assert "2025-02-14（周五）" in found.text
    assert "还有 15 个工作日" in found.text
    assert "条例第三十一条第一项" in found.text


def test_events_need_no_quotes_and_no_order(gongkai: Run) -> None:
    told = gongkai("clock", *CONSULTED, "--today", "2026-03-20").text
    assert "2026-04-10（周五）" in told
    mixed = (*CONSULTED[4:], *CONSULTED[:2], *CONSULTED[2:4])
    assert gongkai("clock", *mixed, "--today", "2026-03-20").text == told


def test_a_line_may_be_quoted_or_stand_in_a_file(gongkai: Run, here: Path) -> None:
    told = gongkai("clock", *CONSULTED, "--today", "2026-03-20").text
    lines = [" ".join(CONSULTED[at : at + 2]) for at in (0, 2, 4)]
    (here / "案件.txt").write_text("\n".join(["# 一件申请", *lines]), encoding="utf-8")
    assert gongkai("clock", *lines, "--today", "2026-03-20").text == told
    assert gongkai("clock", "案件.txt", "--today", "2026-03-20").text == told


def test_a_later_day_for_the_reply_belongs_to_its_event(gongkai: Run) -> None:
    asked = ("2026-03-02", "2026-03-03", "说明理由告知", "10", "2026-03-09", "收到理由")
    told = gongkai(
        "clock", "2026-03-02", *asked, "2026-03-10", "延迟答复", "2026-05-08", "--today", "2026-03-11"
    ).text
    assert "2026-05-08（周五）" in told


@pytest.mark.parametrize(
    ("left", "due"),
    [
        (("至", "2024-03-15"), "2024-03-15（周五）"),
        (("于2024年3月16日前",), "2024-03-16（周六）"),
        (("15日内",), "2024-03-12（周二）"),
        (("15个工作日",), "2024-03-18（周一）"),
        ((), "2024-03-25（周一）"),
    ],
)
def test_an_order_leaves_what_it_says(gongkai: Run, left: tuple[str, ...], due: str) -> None:
    replied = ("2024-01-02", "2024-01-10", "答复", "2024-02-26", "责令重新答复", *left)
    found = gongkai("clock", *replied, "2024-02-27", "撤回", "--today", "2024-02-28")
    assert due in next(line for line in found.text.splitlines() if "答复到期日" in line)
    assert found.code == 0


def test_who_is_late_is_told_and_counted_as_a_failure(gongkai: Run) -> None:
    found = gongkai("clock", "2025-01-13", "--today", "2025-02-20")
    assert (found.code, "逾期 4 个工作日" in found.text) == (1, True)
    answered = gongkai("clock", "2025-01-13", "2025-02-14", "答复", "交邮", "--today", "2025-02-20")
    assert (answered.code, "按期" in answered.text) == (0, True)


def test_a_day_that_is_past_is_marked_and_nothing_is_offered_that_lapsed(gongkai: Run) -> None:
    told = gongkai("clock", "2026-03-02", "--today", "2026-03-31").text
    assert "答复 已过" in told
    assert "作出答复 已过" in told
    assert "延期告知" not in told
    assert "已过" not in gongkai("clock", "2026-03-02", "--today", "2026-03-30").text


def test_what_cannot_be_so_is_told_and_counted_as_a_failure(gongkai: Run) -> None:
    found = gongkai("clock", "2026-03-02", "2026-04-27", "延期告知", "--today", "2026-03-30")
    assert found.code == 1
    assert "请注意" in found.text


def test_a_date_beyond_the_published_years_is_marked(gongkai: Run, here: Path) -> None:
    told = gongkai("clock", "2026-12-20", "--today", "2026-12-21").text
    assert "2027-01-18（周一） 暂定" in told
    (here / "通知.txt").write_text(NOTICE, encoding="utf-8")
    fixed = gongkai("clock", "2026-12-20", "--today", "2026-12-21", "--notice", "通知.txt").text
    assert "2027-01-18（周一）" in fixed
    assert "2027-01-18（周一） 暂定" not in fixed


def test_a_notice_that_does_not_prove_itself_is_refused(gongkai: Run, here: Path) -> None:
    (here / "通知.txt").write_text(NOTICE.replace("共7天", "共8天"), encoding="utf-8")
    found = gongkai("clock", "2026-12-20", "--notice", "通知.txt")
    assert (found.code, found.text) == (2, "")
    assert "通知.txt 不能用" in found.err


def test_local_holidays_ask_for_a_place(gongkai: Run, here: Path) -> None:
    (here / "地方.json").write_text(
        '[{"division": "459900", "source": "虚构的通知", "off": [{"name": "萤火节", "first": "2026-03-04"}]}]',
        encoding="utf-8",
    )
    assert "--division" in gongkai("clock", "2026-03-02", "--holidays", "地方.json").err
    here_and_there = [
        gongkai("clock", "2026-03-02", "--today", "2026-03-03", "--holidays", "地方.json", "--division", code).text
        for code in ("459900", "110101")
    ]
    assert ["2026-03-31（周二）" in told for told in here_and_there] == [True, False]


def test_local_conventions_change_what_they_say(gongkai: Run, here: Path) -> None:
    (here / "口径.toml").write_text('pause_ends = "day_before_answer"\n', encoding="utf-8")
    told = gongkai("clock", *CONSULTED, "--today", "2026-03-20", "--conventions", "口径.toml").text
    assert "2026-04-09（周四）" in told
    (here / "口径.toml").write_text('pause_end = "day_before_answer"\n', encoding="utf-8")
    found = gongkai("clock", "2026-03-02", "--conventions", "口径.toml")
    assert (found.code, "pause_ends" in found.err) == (2, True)


def test_json_holds_the_dates_the_reasons_and_every_day(gongkai: Run) -> None:
    told = json.loads(gongkai("clock", *CONSULTED, "--today", "2026-03-20", "--format", "json").out)
    assert (told["received_on"], told["due"], told["days_left"]) == ("2026-03-02", "2026-04-10", 14)
    assert told["pauses"][0]["working_days"] == 8
    assert told["days"][-1]["number"] == 20
    assert all(step["text"] for step in told["steps"])


def test_the_calendar_may_be_left_out(gongkai: Run) -> None:
    assert "2026 年 3 月" in gongkai("clock", "2026-03-02", "--today", "2026-03-03").text
    assert "2026 年 3 月" not in gongkai("clock", "2026-03-02", "--today", "2026-03-03", "--no-calendar").text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-03-02", "延期告之"), "是否应为“延期告知”"),
        (("2026-02-30",), "没有“2026-02-30”这一天"),
        (("没有的文件.txt",), "开头应是日期"),
        (("1999-03-02",), "1999"),
        (("2026-03-02", "--today", "明天"), "--today 应是日期"),
        (("2026-03-02", "--today", ""), "--today 应是日期"),
        (("",), "请写明发生了什么"),
        (("2026-03-02", "--division", "450103"), "--holidays"),
        (("2026-03-02", "--format", "xml"), "只能是 table、json"),
        (("2026-03-02", "--division", "45"), "行政区划代码"),
        ((), "EVENT"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(gongkai: Run, words: tuple[str, ...], said: str) -> None:
    found = gongkai("clock", *words)
    assert (found.code, found.text) == (2, "")
    assert said in found.err
