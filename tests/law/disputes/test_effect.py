"""When a suit is closed, and by which judgment."""

from __future__ import annotations

import pytest
from hypothesis import given

from gongkai.law.conventions import Conventions, RollOver
from gongkai.law.disputes.dispute import Because, Stage, Suit, SuitResult
from gongkai.law.disputes.effect import closing_of, effective_on
from tests.law.disputes.histories import appeal, day, heard, retrial, suit, suits

DISMISSED, REVOKED, AFFIRMED = SuitResult.CLAIMS_DISMISSED, SuitResult.REVOKED, SuitResult.AFFIRMED
WITHDRAWN = SuitResult.WITHDRAWN


@pytest.mark.parametrize(
    ("result", "effective"),
    [
        # Served on 2 March 2026: fifteen days end on the 17th, ten on the 12th.
        (SuitResult.CLAIMS_DISMISSED, "2026-03-18"),
        (SuitResult.REVOKED, "2026-03-18"),
        (SuitResult.PARTLY_REVOKED, "2026-03-18"),
        (SuitResult.CHANGED, "2026-03-18"),
        (SuitResult.UNLAWFUL, "2026-03-18"),
        (SuitResult.VOID, "2026-03-18"),
        (SuitResult.ORDERED, "2026-03-18"),
        (SuitResult.SUIT_DISMISSED, "2026-03-13"),
        (SuitResult.NOT_FILED, "2026-03-13"),
        (SuitResult.WITHDRAWN, "2026-03-02"),
        (SuitResult.CLOSED, "2026-03-02"),
        (SuitResult.TRANSFERRED, "2026-03-02"),
    ],
)
def test_a_first_decision_has_effect_when_nobody_can_appeal_any_more(result: SuitResult, effective: str) -> None:
    assert effective_on(heard("2026-01-05", "2026-03-02", result)) == day(effective)


def test_the_time_for_an_appeal_runs_from_service() -> None:
    served = heard("2026-01-05", "2026-03-02", REVOKED, served_on=day("2026-03-09"))
    assert effective_on(served) == day("2026-03-25")


def test_the_last_day_for_an_appeal_rolls_over_by_convention() -> None:
    # 20 April 2026 and fifteen days is 5 May, a holiday; the next working day is the 6th.
    judged = heard("2026-01-05", "2026-04-20", REVOKED)
    assert effective_on(judged) == day("2026-05-07")
    assert effective_on(judged, conventions=Conventions(roll_over=RollOver.NEVER)) == day("2026-05-06")


def test_what_the_court_noted_goes_before_what_is_reckoned() -> None:
    noted = heard("2026-01-05", "2026-03-02", REVOKED, effective_on=day("2026-03-20"))
    assert effective_on(noted) == day("2026-03-20")


def test_an_appeal_and_a_retrial_have_effect_at_once() -> None:
    assert effective_on(appeal("2026-01-05", "2026-03-02", REVOKED)) == day("2026-03-02")
    assert effective_on(retrial("2026-01-05", "2026-03-02", REVOKED)) == day("2026-03-02")
    assert effective_on(heard("2026-01-05")) is None


def closed(one: Suit) -> tuple[str, str, SuitResult, Stage] | None:
    closing = closing_of(one)
    if closing is None:
        return None
    return closing.on.isoformat(), closing.decided_on.isoformat(), closing.judgment.result, closing.judgment.stage


FIRST = heard("2025-01-06", "2025-03-03", DISMISSED)


@pytest.mark.parametrize(
    ("instances", "expected"),
    [
        ((heard("2025-01-06"),), None),
        # Fifteen days from 3 March 2025 end on the 18th.
        ((FIRST,), ("2025-03-19", "2025-03-03", DISMISSED, Stage.FIRST)),
        ((FIRST, appeal("2025-03-10")), None),
        (
            (FIRST, appeal("2025-03-10", "2025-06-10", REVOKED)),
            ("2025-06-10", "2025-06-10", REVOKED, Stage.SECOND),
        ),
        (
            (FIRST, appeal("2025-03-10", "2025-06-10", AFFIRMED)),
            ("2025-06-10", "2025-06-10", DISMISSED, Stage.FIRST),
        ),
        (
            (FIRST, appeal("2025-03-10", "2025-06-10", SuitResult.APPEAL_WITHDRAWN)),
            ("2025-06-10", "2025-06-10", DISMISSED, Stage.FIRST),
        ),
        ((FIRST, appeal("2025-03-10", "2025-06-10", SuitResult.REMANDED)), None),
        (
            (FIRST, appeal("2025-03-10", "2025-06-10", SuitResult.REMANDED), heard("2025-06-20")),
            None,
        ),
        (
            (
                FIRST,
                appeal("2025-03-10", "2025-06-10", SuitResult.REMANDED),
                heard("2025-06-20", "2025-09-01", REVOKED),
                appeal("2025-09-10", "2025-11-03", AFFIRMED),
            ),
            ("2025-11-03", "2025-11-03", REVOKED, Stage.FIRST),
        ),
        (
            (heard("2025-01-06", "2025-02-03", SuitResult.TRANSFERRED), heard("2025-02-10")),
            None,
        ),
    ],
)
def test_a_suit_is_closed_by_the_judgment_that_has_effect(instances, expected) -> None:
    assert closed(suit(*instances)) == expected


def test_a_retrial_of_the_same_year_changes_the_result_and_no_other_does() -> None:
    same = suit(FIRST, retrial("2025-08-01", "2025-12-31", REVOKED))
    later = suit(FIRST, retrial("2025-08-01", "2026-01-04", REVOKED))
    open_still = suit(FIRST, retrial("2025-08-01"))
    sent_back = retrial("2025-08-01", "2025-10-08", SuitResult.REMANDED)
    affirmed = suit(FIRST, retrial("2025-08-01", "2025-10-08", AFFIRMED))
    at_first = ("2025-03-19", "2025-03-03", DISMISSED, Stage.FIRST)
    assert closed(same) == ("2025-03-19", "2025-03-03", REVOKED, Stage.RETRIAL)
    assert [closed(one) for one in (later, open_still, affirmed)] == [at_first] * 3
    assert closed(suit(FIRST, sent_back, heard("2025-11-03"))) == at_first


def test_why_a_suit_ended_is_kept() -> None:
    ended = heard("2025-01-06", "2025-03-03", WITHDRAWN, because=Because.ACT_CHANGED)
    closing = closing_of(suit(ended))
    assert closing is not None
    assert closing.judgment == (WITHDRAWN, Stage.FIRST, Because.ACT_CHANGED)


@given(suits())
def test_a_suit_is_never_closed_before_it_was_decided(one: Suit) -> None:
    closing = closing_of(one)
    if closing is not None:
        assert one.filed_on <= closing.decided_on <= closing.on
