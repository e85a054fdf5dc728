"""A second extension (再次延期): the clock, the procedure and the letter allow it in the same cases.

Received on 2 March 2026, extended on the 5th; the correction asked for on the 9th comes on the 16th, or the fee
asked for on the 9th is paid then. Twenty working days after 16 March end on 14 April (6 April is off), twenty more
on 14 May: 17 April 3, 24th 8, 30th 12, 9 May (worked) 16, 14 May 20.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from gongkai.errors import NotAllowed
from gongkai.law.clock.reckon import reckon
from gongkai.law.conventions import Conventions
from gongkai.law.documents import Document
from gongkai.law.life_cycle.course import advance
from gongkai.law.life_cycle.docket import Docket, Move, Side
from gongkai.law.life_cycle.happenings import Happening
from gongkai.law.life_cycle.procedures import Procedure, State
from gongkai.law.life_cycle.timing import on_the_clock
from gongkai.law.roles import Role
from gongkai.law.steps import Doubt
from gongkai.letters import compose
from gongkai.letters.examples import example_values
from tests.law.clock.histories import at, counter

TODAY = dt.date(2026, 3, 20)
FIRST = [counter("2026-03-02"), at("2026-03-05", "extended", days=10)]
CORRECTED = [at("2026-03-09", "correction_asked", days=5), at("2026-03-16", "correction_received")]
PAID = [at("2026-03-09", "fee_asked"), at("2026-03-16", "fee_paid")]
EARLIER = {"延期告知日期": "2026-03-05"}
CORRECTION = {"补正告知日期": "2026-03-09", "收到补正日期": "2026-03-16"}
ONCE = "已于2026年3月5日告知延长答复期限，答复期限只能延长一次。"
ANEW = "此后收到补正、重新计算期限的，请填写“收到补正日期”；因缴费重新计算的，请填写“收费通知日期”。"
KEPT = "按本地口径（extension_after_restart），重新计算期限的，原来的延长仍然计算，不能再次延长。"


def chosen(**conventions: str) -> Conventions:
    return msgspec.convert(conventions, Conventions)


def letter(conventions: Conventions, **more: Any) -> tuple[tuple[Doubt, ...], tuple[Doubt, ...]]:
    """Return what is wrong with a second letter of 20 March, and what is to be looked at."""
    days = {"成文日期": "2026-03-20", "延期审批日期": "2026-03-20", "答复期限": None, "延长后的期限": "2026-05-14"}
    composed = compose(
        Document.L05, {**example_values(Document.L05), **days, **EARLIER, **more}, conventions=conventions
    )
    return tuple(
        tuple(one for one in some if one.code == "period.extended_twice")
        for some in (composed.problems, composed.remarks)
    )


def may_be_proposed(events: list[Any], conventions: Conventions) -> bool:
    extended = Side(procedure=Procedure.EXTENSION, name="1", state=State.EXTENDED)
    docket = Docket(state=State.HANDLING, sides=(extended,))
    docket = on_the_clock(docket, reckon(events, TODAY, conventions=conventions))
    move = Move(event=Happening.EXTENSION_PROPOSED, role=Role.OFFICER, procedure=Procedure.EXTENSION)
    try:
        return len(advance(docket, move, conventions=conventions).sides) == 2
    except NotAllowed:
        return False


@pytest.mark.parametrize(
    ("happened", "told", "conventions", "allowed"),
    [
        ([], {}, {}, False),
        (CORRECTED, CORRECTION, {}, True),
        (CORRECTED, CORRECTION, {"extension_after_restart": "kept"}, False),
        (PAID, {"收费通知日期": "2026-03-09"}, {}, True),
        (PAID, {"收费通知日期": "2026-03-09"}, {"after_payment": "resume"}, False),
        (PAID, {"收费通知日期": "2026-03-09"}, {"extension_after_restart": "kept"}, False),
        # A notice of the 12th, after the 7th working day, lets nothing begin anew.
        (
            [at("2026-03-12", "correction_asked", days=5), at("2026-03-16", "correction_received")],
            {**CORRECTION, "补正告知日期": "2026-03-12"},
            {},
            False,
        ),
    ],
)
def test_clock_procedure_and_letter_allow_it_in_the_same_cases(happened, told, conventions, allowed) -> None:
    practice = chosen(**conventions)
    clock = reckon([*FIRST, *happened], TODAY, conventions=practice)
    assert ("extended" in [one.event for one in clock.options]) == allowed
    second = reckon([*FIRST, *happened, at("2026-03-20", "extended", days=20)], TODAY, conventions=practice)
    assert ("extension.twice" in [one.code for one in second.doubts]) == (not allowed)
    assert may_be_proposed([*FIRST, *happened], practice) == allowed
    assert (letter(practice, **told)[0] == ()) == allowed


def test_a_second_letter_says_what_would_allow_it() -> None:
    for conventions, more in ((chosen(), ANEW), (chosen(extension_after_restart="kept"), KEPT)):
        problems, remarks = letter(conventions)
        assert [(one.text, one.on, one.source) for one in problems] == [
            (ONCE + more, TODAY, "条例第三十三条第二款")
        ]
        assert remarks == ()


@pytest.mark.parametrize(
    ("told", "conventions", "is_remark"),
    [
        ({"收费通知日期": "2026-03-09"}, {}, True),
        ({"收费通知日期": "2026-03-09"}, {"after_payment": "resume"}, False),
        ({"收费通知日期": "2026-03-09"}, {"extension_after_restart": "kept"}, False),
        ({}, {"ordered_period": "statutory"}, True),
        ({}, {"ordered_period": "statutory", "extension_after_restart": "kept"}, True),
    ],
)
def test_what_a_letter_cannot_know_is_only_remarked(told, conventions, is_remark) -> None:
    problems, remarks = letter(chosen(**conventions), **told)
    assert (len(problems), len(remarks)) == (int(not is_remark), int(is_remark))


def test_the_letter_itself_and_a_later_day_of_article_35_are_no_second_extension() -> None:
    for more in (
        {"延期告知日期": "2026-03-20"},
        {"延期告知日期": None},
        {"成文日期": None},
        {"延期情形": "延迟答复"},
    ):
        assert letter(chosen(), **more) == ((), ())
    assert letter(chosen(), 延期告知日期="2026-03-19")[0]


@pytest.mark.parametrize(("on", "anew"), [("2026-03-13", True), ("2026-03-16", False)])
def test_an_extension_of_the_day_of_the_correction_is_one_of_the_new_period(on, anew) -> None:
    """On one day a correction comes first, on the clock as in the letter."""
    problems, _ = letter(chosen(), **CORRECTION, 延期告知日期=on)
    assert (problems == ()) == anew
    clock = reckon([FIRST[0], *CORRECTED, replace(FIRST[1], on=dt.date.fromisoformat(on))], TODAY)
    assert ("extended" in [one.event for one in clock.options]) == anew
