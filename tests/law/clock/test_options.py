"""By when somebody must do something, and what may still be done (各项期限、可以采取的步骤)."""

from __future__ import annotations

import pytest

from gongkai.law.clock.clock import Clock
from gongkai.law.clock.deadlines import DeadlineKind
from gongkai.law.clock.words.labels import DEADLINES
from gongkai.law.clock.words.sources import SOURCES
from gongkai.law.events import Channel, Party
from tests.law.clock.histories import asked_organ, at, clock, counter, day, delivered, opinion, sent

# The 7th working day after 2 March 2026 is the 11th, the 20th the 30th, the 40th 28 April.
RECEIVED = counter("2026-03-02")
ASKED, SERVED = at("2026-03-10", "correction_asked", days=10), at("2026-03-11", "correction_notice_served")
REASONS = [at("2026-03-05", "reason_asked", days=5), at("2026-03-09", "reason_given")]


def options(found: Clock) -> dict[str, str | None]:
    """Return what may be done, and until when."""
    return {one.event: one.until and str(one.until) for one in found.options}


def deadlines(found: Clock) -> list[tuple[str, str]]:
    return [(one.kind.value, str(one.by)) for one in found.deadlines]


DUE = "2026-03-30"


def test_all_is_open_on_the_day_of_receipt() -> None:
    found = clock([RECEIVED], "2026-03-02")
    assert options(found) == {
        "correction_asked": "2026-03-11",
        "reason_asked": DUE,
        "consulted": DUE,
        "extended": DUE,
        "answered": DUE,
        "withdrawn": None,
    }
    assert deadlines(found) == [("correction_notice", "2026-03-11"), ("extension_notice", DUE), ("reply", DUE)]


@pytest.mark.parametrize(("today", "may_ask"), [("2026-03-11", True), ("2026-03-12", False)])
def test_a_correction_may_be_asked_for_until_the_seventh_working_day(today, may_ask) -> None:
    found = clock([RECEIVED], today)
    assert ("correction_asked" in options(found)) == may_ask
    assert (("correction_notice", "2026-03-11") in deadlines(found)) == may_ask


@pytest.mark.parametrize(("today", "runs"), [("2026-03-30", True), ("2026-03-31", False)])
def test_when_the_period_is_over_only_the_reply_is_left(today, runs) -> None:
    found = clock([RECEIVED], today)
    assert (
        list(options(found))
        == ["reason_asked", "consulted", "extended", "answered", "withdrawn"][0 if runs else 3 :]
    )
    assert deadlines(found) == [("extension_notice", DUE), ("reply", DUE)][0 if runs else 1 :]
    assert options(found)["answered"] == DUE


def test_an_option_says_its_article_and_its_label() -> None:
    found = clock([RECEIVED], "2026-03-02", charge_fees=True)
    assert [(one.label, one.source) for one in found.options] == [
        ("补正告知", "条例第三十条"),
        ("要求说明理由", "条例第三十五条"),
        ("征求意见", "条例第三十二条至第三十四条"),
        ("延期告知", "条例第三十三条第二款"),
        ("收费通知", "条例第四十二条；国办函〔2020〕109号第六条"),
        ("作出答复", "条例第三十三条、第三十六条"),
        ("撤回申请", ""),
    ]
    assert [one.until for one in found.options if one.event == "fee_asked"] == [day(DUE)]


def test_an_extension_says_where_it_leads() -> None:
    (extension,) = [one for one in clock([RECEIVED], "2026-03-02").options if one.event == "extended"]
    assert (extension.due, extension.is_provisional, extension.since) == (day("2026-04-28"), False, None)
    assert all(one.due is None for one in clock([RECEIVED], "2026-03-02").options if one.event != "extended")
    events = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09")]
    (extension,) = [one for one in clock(events, "2026-03-31").options if one.event == "extended"]
    # The 56th working day after 2 March: 40 and the 16 of the pause.
    assert (extension.until, extension.due) == (day("2026-04-22"), day("2026-05-22"))
    (extension,) = [one for one in clock(events, "2026-03-20").options if one.event == "extended"]
    assert (extension.until, extension.due) == (day("2026-04-22"), day("2026-05-22"))


def test_what_was_done_is_not_offered_again() -> None:
    events = [RECEIVED, *REASONS, at("2026-03-06", "extended", days=20), at("2026-03-07", "fee_asked")]
    paid = [*events, at("2026-03-09", "fee_paid")]
    found = clock(paid, "2026-03-09", charge_fees=True)
    # What was extended is not the period that began with the payment.
    assert list(options(found)) == [
        "correction_asked",
        "delay_set",
        "consulted",
        "extended",
        "answered",
        "withdrawn",
    ]
    kept = clock(paid, "2026-03-09", charge_fees=True, extension_after_restart="kept")
    assert list(options(kept)) == ["correction_asked", "delay_set", "consulted", "answered", "withdrawn"]
    delayed = [*paid, at("2026-03-10", "delay_set", until=day("2026-06-30"))]
    corrected = [at("2026-03-11", "correction_asked", days=10), at("2026-03-11", "correction_received")]
    found = clock([*delayed, *corrected], "2026-03-11")
    assert options(found) == {
        "consulted": "2026-06-30",
        "extended": "2026-04-09",
        "answered": "2026-06-30",
        "withdrawn": None,
    }


def test_while_a_correction_is_awaited_the_organ_may_still_reply() -> None:
    found = clock([RECEIVED, ASKED], "2026-03-11")
    assert options(found) == {"correction_received": None, "answered": None, "withdrawn": None}
    served = clock([RECEIVED, ASKED, SERVED], "2026-03-25")
    assert options(served) == {
        "correction_received": "2026-03-25",
        "answered": None,
        "lapsed": None,
        "withdrawn": None,
    }
    assert [one.since for one in served.options] == [None, None, day("2026-03-26"), None]
    assert deadlines(clock([RECEIVED, ASKED, SERVED], "2026-04-25")) == [("correction", "2026-03-25")]


def test_while_a_fee_is_awaited_it_may_be_paid_or_lapse() -> None:
    events = [RECEIVED, at("2026-03-12", "fee_asked"), at("2026-03-13", "fee_notice_served")]
    found = clock(events, "2026-03-16")
    assert options(found) == {"fee_paid": "2026-04-13", "answered": None, "lapsed": None, "withdrawn": None}
    assert [one.since for one in found.options if one.event == "lapsed"] == [day("2026-04-14")]
    assert deadlines(clock(events, "2026-05-16")) == [("payment", "2026-04-13")]
    assert options(clock(events[:2], "2026-03-16"))["fee_paid"] is None


def test_of_two_reasons_to_lapse_the_earlier_counts() -> None:
    served = at("2026-03-12", "fee_notice_served")
    events = [RECEIVED, at("2026-03-09", "fee_asked"), ASKED, SERVED, served]
    found = clock(events, "2026-03-16")
    assert [one.since for one in found.options if one.event == "lapsed"] == [day("2026-03-26")]
    assert deadlines(found) == [("correction", "2026-03-25"), ("payment", "2026-04-10")]


def test_reasons_that_were_asked_for_are_awaited() -> None:
    found = clock([RECEIVED, REASONS[0]], "2026-03-12")
    assert options(found)["reason_given"] == "2026-03-12"
    assert "delay_set" not in options(found)
    assert ("reasons", "2026-03-12") in deadlines(found)
    assert options(clock([RECEIVED, *REASONS], "2026-03-12"))["delay_set"] == DUE


def test_opinions_are_awaited_until_their_period_is_over() -> None:
    events = [
        RECEIVED,
        sent("2026-03-06"),
        delivered("2026-03-09"),
        sent("2026-03-06", "丙厅", Party.CO_PRODUCER),
        *asked_organ("2026-03-06", "2026-03-10"),
    ]
    found = clock(events, "2026-03-30")
    opinions = [one for one in found.deadlines if one.kind is DeadlineKind.OPINION]
    assert [(one.consultation, str(one.by), one.is_expected) for one in opinions] == [
        ("丙厅", "2026-03-27", True),
        ("甲公司", "2026-03-30", False),
    ]
    kinds = [one.kind for one in clock([*events[:3]], "2026-03-31").deadlines]
    assert DeadlineKind.OPINION not in kinds
    answered = clock([*events[:3], opinion("2026-03-20")], "2026-03-21")
    assert DeadlineKind.OPINION not in [one.kind for one in answered.deadlines]


def test_days_that_rest_on_an_open_pause_are_expected() -> None:
    found = clock([RECEIVED, sent("2026-03-06"), delivered("2026-03-09")], "2026-03-20")
    assert {one.kind.value: one.is_expected for one in found.deadlines} == {
        "opinion": False,
        "extension_notice": True,
        "reply": True,
    }


def test_days_of_a_year_without_a_notice_are_provisional() -> None:
    found = clock([counter("2026-12-21")], "2026-12-21")
    assert {one.kind.value: one.is_provisional for one in found.deadlines} == {
        "correction_notice": True,
        "extension_notice": True,
        "reply": True,
    }
    fixed = clock([counter("2026-11-20")], "2026-11-20")
    assert not any(one.is_provisional for one in fixed.deadlines)


def test_before_receipt_it_is_to_be_received() -> None:
    letter = at("2026-03-02", "submitted", channel=Channel.SIGNED_MAIL)
    assert options(clock([letter], "2026-03-03")) == {"arrived": None, "withdrawn": None}
    plain = at("2026-03-02", "submitted", channel=Channel.PLAIN_MAIL)
    assert options(clock([plain], "2026-03-03")) == {"arrived": None, "confirmed": None, "withdrawn": None}
    came = [plain, at("2026-03-04", "arrived")]
    assert options(clock(came, "2026-03-05")) == {"confirmed": "2026-03-04", "withdrawn": None}
    internet = at("2026-03-02", "submitted", channel=Channel.INTERNET)
    assert options(clock([internet], "2026-03-03")) == {"confirmed": "2026-03-03", "withdrawn": None}


@pytest.mark.parametrize("end", ["answered", "withdrawn"])
def test_nothing_is_left_to_do_when_the_request_has_ended(end) -> None:
    found = clock([RECEIVED, sent("2026-03-06"), at("2026-03-12", end)], "2026-03-13")
    assert (found.options, found.deadlines) == ((), ())


def test_under_an_order_for_a_new_reply_only_that_remains() -> None:
    events = [RECEIVED, at("2026-03-12", "answered"), at("2026-06-01", "reopened", days=20)]
    found = clock(events, "2026-06-02", charge_fees=True)
    assert list(options(found)) == ["reason_asked", "consulted", "answered", "withdrawn"]
    assert deadlines(found) == [("reply", "2026-06-30")]
    given = [*events, at("2026-06-03", "reason_asked", days=3), at("2026-06-04", "reason_given")]
    assert list(options(clock(given, "2026-06-05"))) == ["consulted", "answered", "withdrawn"]
    like_any = clock(events, "2026-06-02", ordered_period="statutory")
    assert list(options(like_any)) == [
        "correction_asked",
        "reason_asked",
        "consulted",
        "extended",
        "answered",
        "withdrawn",
    ]


def test_every_deadline_has_its_name_and_its_article() -> None:
    assert {kind.value: kind.label for kind in DeadlineKind} == DEADLINES
    assert all(SOURCES[kind.value] for kind in DeadlineKind if kind is not DeadlineKind.CONFIRMATION)


ALARM = "本地口径 confirmation_alarm_days（条例没有规定平信以外的确认期限）"


@pytest.mark.parametrize(
    ("channel", "by", "source"),
    [
        (Channel.FAX, "2026-03-04", ALARM),
        (Channel.INTERNET, "2026-03-04", ALARM),
        (Channel.SIGNED_MAIL, "2026-03-04", ALARM),
        (Channel.PLAIN_MAIL, "2026-03-02", "条例第三十一条第二项"),
    ],
)
def test_only_for_a_plain_letter_the_law_says_by_when_to_confirm(channel, by, source) -> None:
    events = [at("2026-03-02", "submitted", channel=channel, to_another=True), at("2026-03-02", "arrived")]
    found = clock(events, "2026-03-03", mail_to_another="confirmed", confirmation_alarm_days=2)
    (confirmation,) = found.deadlines
    assert (str(confirmation.by), confirmation.source, confirmation.kind.label) == (by, source, "与申请人确认")
    (option,) = [one for one in found.options if one.event == "confirmed"]
    assert (str(option.until), option.source) == (by, source)
    late = channel is Channel.PLAIN_MAIL
    assert (confirmation.is_over, option.is_over, found.needs_confirming) == (late, late, late)


def test_only_an_opinion_is_for_a_consultation() -> None:
    events = [RECEIVED, sent("2026-03-06"), *ASKED_FOR]
    found = clock(events, "2026-03-11")
    assert {(one.kind.value, one.consultation) for one in found.deadlines} == {
        ("correction", ""),
        ("opinion", "甲公司"),
        ("reasons", ""),
    }
    assert not any(one.is_expected for one in found.deadlines if one.kind is not DeadlineKind.OPINION)


ASKED_FOR = [REASONS[0], ASKED, SERVED]


def test_options_that_rest_on_an_open_pause_say_so() -> None:
    events = [RECEIVED, sent("2026-03-06"), delivered("2026-03-09")]
    found = clock(events, "2026-03-10", charge_fees=True)
    assert {one.event: one.is_expected for one in found.options} == {
        "correction_asked": False,
        "reason_asked": True,
        "consulted": True,
        "extended": True,
        "fee_asked": True,
        "answered": True,
        "withdrawn": False,
    }
    assert not any(one.is_expected for one in clock([*events, opinion("2026-03-10")], "2026-03-10").options)


@pytest.mark.parametrize(("today", "over"), [("2026-03-25", False), ("2026-03-26", True)])
def test_what_is_past_is_told_as_past(today, over) -> None:
    found = clock([RECEIVED, ASKED, SERVED], today)
    assert {one.event: one.is_over for one in found.options} == {
        "correction_received": over,
        "answered": False,
        "lapsed": False,
        "withdrawn": False,
    }
    assert [one.is_over for one in found.deadlines] == [over]


@pytest.mark.parametrize(("today", "over"), [("2026-03-30", False), ("2026-03-31", True)])
def test_a_reply_that_is_late_is_told_as_past(today, over) -> None:
    found = clock([RECEIVED], today)
    assert [one.is_over for one in found.options if one.event == "answered"] == [over]
    assert [one.is_over for one in found.deadlines if one.kind is DeadlineKind.REPLY] == [over]


def test_a_lapse_has_the_article_of_what_was_not_done() -> None:
    fee = [RECEIVED, at("2026-03-12", "fee_asked"), at("2026-03-13", "fee_notice_served")]
    correction = [RECEIVED, ASKED, SERVED]
    for events, source in ((correction, "条例第三十条"), (fee, "国办函〔2020〕109号第七条")):
        assert [one.source for one in clock(events, "2026-03-16").options if one.event == "lapsed"] == [source]


ORDERED = [RECEIVED, at("2026-03-12", "answered"), at("2026-06-01", "reopened", days=20)]
DELAYED = [*REASONS, at("2026-03-10", "delay_set", until=day("2026-04-15"))]
CORRECTED = [ASKED, at("2026-03-16", "correction_received")]
PAID = [at("2026-03-06", "fee_asked"), at("2026-03-16", "fee_paid")]
ORDER = "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条"


@pytest.mark.parametrize(
    ("events", "today", "source"),
    [
        ([RECEIVED], "2026-03-17", "条例第三十三条第二款"),
        ([RECEIVED, *CORRECTED], "2026-03-17", "条例第三十条、第三十三条第二款"),
        ([RECEIVED, *PAID], "2026-03-17", "国办函〔2020〕109号第七条"),
        (ORDERED, "2026-06-02", ORDER),
        ([RECEIVED, *DELAYED], "2026-03-17", "条例第三十五条"),
    ],
)
def test_the_last_day_for_the_reply_has_the_article_of_its_period(events, today, source) -> None:
    assert [one.source for one in clock(events, today).deadlines if one.kind is DeadlineKind.REPLY] == [source]
