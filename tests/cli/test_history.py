"""What a person types of a request's history."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.cli import law_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.cli.history import events_in, events_of
from gongkai.law import events
from gongkai.law.events import KINDS, Channel, Party, Service

MARCH, SIXTEENTH = dt.date(2026, 3, 2), dt.date(2026, 3, 16)


def test_a_day_alone_is_a_request_handed_in() -> None:
    assert events_of(["2026-03-02"]) == [events.Submitted(on=MARCH, channel=Channel.COUNTER)]


@pytest.mark.parametrize("text", ["2026-03-02", "2026/3/2", "2026.3.2", "2026年3月2日", "20260302"])
def test_a_day_may_be_written_in_any_usual_way(text: str) -> None:
    assert events_of([text]) == [events.Submitted(on=MARCH, channel=Channel.COUNTER)]


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("2026-03-02 提交申请 传真（夜间）", events.Submitted(on=MARCH, channel=Channel.FAX, note="夜间")),
        ("2026-03-02 互联网提交", events.Submitted(on=MARCH, channel=Channel.INTERNET)),
        ("2026-03-02 双方确认", events.Confirmed(on=MARCH)),
        ("2026-03-02 补正告知 10个工作日", events.CorrectionAsked(on=MARCH, days=10)),
        ("2026-03-02 征求其他机关", events.Consulted(on=MARCH, party=Party.OTHER_ORGAN, consultation="其他机关")),
        ("2026-03-02 征求第三方 甲司", events.Consulted(on=MARCH, party=Party.THIRD_PARTY, consultation="甲司")),
        ("2026-03-02 延期告知", events.Extended(on=MARCH, days=20)),
        ("2026-03-02 延期，15", events.Extended(on=MARCH, days=15)),
        ("2026-03-02 延迟答复 2026-05-08", events.DelaySet(on=MARCH, until=dt.date(2026, 5, 8))),
        ("2026-03-02　答复交邮", events.Answered(on=MARCH, service=Service.POSTED)),
        ("2026-03-02 答复 电子邮件", events.Answered(on=MARCH, service=Service.ELECTRONIC)),
        ("2026-03-02 责令重新答复 15", events.Reopened(on=MARCH, days=15)),
        ("2026-03-02 责令重新答复 15个工作日", events.Reopened(on=MARCH, days=15)),
        ("2026-03-02 责令重新答复 15个工作日内（判决）", events.Reopened(on=MARCH, days=15, note="判决")),
        ("2026-03-02 责令重新答复 15日", events.Reopened(on=MARCH, calendar_days=15)),
        ("2026-03-02 责令重新答复 15日内", events.Reopened(on=MARCH, calendar_days=15)),
        ("2026-03-02 责令重新答复 １５天", events.Reopened(on=MARCH, calendar_days=15)),
        ("2026-03-02 责令重新答复 30个自然日", events.Reopened(on=MARCH, calendar_days=30)),
        ("2026-03-02 责令重新答复 30日历日内", events.Reopened(on=MARCH, calendar_days=30)),
        ("2026-03-02 责令重新答复 于2026年3月16日前", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复 2026-03-16", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复 至 20260316", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复 到2026/3/16止", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复 2026.3.16 之前", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复 2026年3月16日以前", events.Reopened(on=MARCH, until=SIXTEENTH)),
        ("2026-03-02 责令重新答复", events.Reopened(on=MARCH)),
    ],
)
def test_a_line_tells_an_event(line: str, event: events.AnyEvent) -> None:
    assert events_of([line]) == [event]


def test_the_only_consultation_needs_no_name() -> None:
    told = events_of(["2026-03-18 第三方回复", "2026-03-06 征求第三方 甲公司"])
    assert told[0] == events.ConsultationAnswered(on=dt.date(2026, 3, 18), consultation="甲公司")


def test_of_two_consultations_the_name_is_asked_for() -> None:
    lines = ["2026-03-06 征求第三方 甲公司", "2026-03-06 征求其他机关", "2026-03-18 收到意见"]
    with pytest.raises(WrongUse, match=r"第 3 项.*请写明是哪一次征求意见：甲公司、其他机关"):
        events_of(lines)


def test_all_that_cannot_be_understood_is_told_at_once_in_order() -> None:
    with pytest.raises(WrongUse) as told:
        events_of(["三月", "2026-02-30 收到", "2026-03-01 补正告知", "2026-03-01 补正告只"])
    assert [line.partition("：")[2] for line in told.value.message.splitlines()] == [
        messages.NOT_A_DAY.format(day="三月"),
        messages.NO_SUCH_DAY.format(day="2026-02-30"),
        messages.HOW_MANY_DAYS["correction_asked"],
        messages.UNKNOWN_EVENT.format(word="补正告只", more=messages.MEANT.format(word="补正告知")),
    ]


def test_remarks_and_empty_lines_are_passed_over() -> None:
    assert len(events_of(["# 一件申请", "", "2026-03-02 收到", "   "])) == 1


def test_a_file_may_hold_lines_or_json() -> None:
    told = events_of(["2026-03-02 收到", "2026-03-03 撤回"])
    assert events_in("\ufeff2026-03-02 收到\n2026-03-03 撤回\n".encode(), "文件") == told
    assert events_in(msgspec.json.encode(told), "文件") == told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "不是 UTF-8"),
        (b'[{"event": "burnt"}]', "第 1 项的“event”不对"),
        (b'[{"event": "arrived", "on": "soon"}]', "第 1 项的“on”不对"),
        (b'{"event": "arrived", "on": "2026-03-02"}', "应是一个列表"),
        (b"[1]", "第 1 项不是一个事件"),
        (b"[]", "没有任何事项"),
        (b"", "没有任何事项"),
        ("# 注\n\n3月9日 收到".encode(), "文件 第 3 行“3月9日 收到”：开头应是日期"),
    ],
)
def test_a_file_that_tells_no_events_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(WrongUse) as told:
        events_in(data, "文件")
    assert said in told.value.message


@pytest.mark.parametrize(
    "line",
    [
        *("2026-03-02 答复 快递", "2026-03-02 延期告知 0", "2026-03-02 延期告知 99999", "2026-03-02 撤回 也许"),
        *("2026-03-02 责令重新答复 0日", "2026-03-02 责令重新答复 15日 2026-03-16", "2026-03-02 责令重新答复 尽快"),
        *("2026-03-02 责令重新答复 至", "2026-03-02 延期告知 10日"),
    ],
)
def test_nothing_that_is_not_understood_is_passed_over(line: str) -> None:
    with pytest.raises(WrongUse, match="看不懂"):
        events_of([line])


@pytest.mark.parametrize("line", ["2026-03-02 责令重新答复 于2026年2月30日前", "2026-03-02 延迟答复 2026-02-30"])
def test_a_last_day_that_does_not_exist_is_told(line: str) -> None:
    with pytest.raises(WrongUse, match=r"没有“2026(年2月30日|-02-30)”这一天"):
        events_of([line])


def test_full_width_figures_are_read() -> None:
    assert events_of(["２０２６－０３－０２ 延期告知 １０"]) == [events.Extended(on=MARCH, days=10)]


def test_every_event_has_a_word_and_every_word_an_event() -> None:
    assert {kind for kind, _ in messages.EVENT_WORDS.values()} == set(KINDS)
    for known, members in (
        (messages.CHANNEL_WORDS, Channel),
        (messages.PARTY_WORDS, Party),
        (messages.SERVICE_WORDS, Service),
    ):
        assert set(known.values()) == {member.value for member in members}
