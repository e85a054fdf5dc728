"""A dispute as data: its words, its JSON, and what cannot be."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from gongkai.law.disputes.dispute import (
    AnyDispute,
    Because,
    OrganRole,
    ReviewResult,
    Stage,
    Suit,
    SuitResult,
)
from gongkai.terms import disputes as terms
from tests.law.disputes.histories import appeal, day, heard, retrial, review, reviews, suit, suits

# The results that offices note, as they call them.
REVIEW = "维持 变更 撤销 部分撤销 确认违法 确认无效 责令履行 驳回请求 驳回申请 不予受理 终止 撤回 调解"
LITIGATION = "驳回诉讼请求 撤销 部分撤销 变更 确认违法 确认无效 判令履行 驳回起诉 不予立案 撤诉 终结 移送"


def test_results_have_their_official_words() -> None:
    assert [one.label for one in ReviewResult] == REVIEW.split()
    assert [one.label for one in SuitResult] == [*LITIGATION.split(), "维持原裁判", "发回重审", "撤回上诉"]
    for members, words in (
        (OrganRole, terms.ROLES),
        (ReviewResult, terms.REVIEW_RESULTS),
        (SuitResult, terms.SUIT_RESULTS),
        (Stage, terms.INSTANCES),
        (Because, terms.REASONS),
    ):
        assert {member.value: member.label for member in members} == words


@given(reviews() | suits())
def test_a_dispute_comes_back_from_json(dispute: AnyDispute) -> None:
    assert msgspec.json.decode(msgspec.json.encode(dispute), type=AnyDispute) == dispute


def test_a_suit_begins_on_the_day_of_its_first_instance() -> None:
    assert suit(heard("2024-03-01", "2024-05-01", SuitResult.REVOKED), appeal("2024-05-10")).filed_on == day(
        "2024-03-01"
    )


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: review("2025-01-02", "2025-02-03"), "a result has its day"),
        (lambda: review("2025-01-02", None, ReviewResult.UPHELD), "a result has its day"),
        (lambda: heard("2025-01-02", "2025-02-03"), "a result has its day"),
        (lambda: heard("2025-01-02", None, SuitResult.VOID), "a result has its day"),
        (
            lambda: review("2025-01-02", "2025-02-03", ReviewResult.UPHELD, because=Because.SETTLED),
            "upheld needs no reason",
        ),
        (
            lambda: heard("2025-01-02", "2025-02-03", SuitResult.CLOSED, because=Because.ACT_CHANGED),
            "closed needs no reason",
        ),
        (lambda: heard("2025-01-02", "2025-02-03", SuitResult.AFFIRMED), "a first instance cannot end"),
        (lambda: heard("2025-01-02", "2025-02-03", SuitResult.REMANDED), "a first instance cannot end"),
        (lambda: heard("2025-01-02", "2025-02-03", SuitResult.APPEAL_WITHDRAWN), "a first instance cannot end"),
        (suit, "a suit begins with a first instance"),
        (lambda: suit(appeal("2025-01-02")), "a suit begins with a first instance"),
        (lambda: suit(heard("2025-01-02"), appeal("2025-02-03")), "an appeal or a retrial follows a judgment"),
        (lambda: suit(heard("2025-01-02"), retrial("2025-02-03")), "an appeal or a retrial follows a judgment"),
        (
            lambda: suit(
                heard("2025-01-02", "2025-02-03", SuitResult.VOID),
                appeal("2025-02-04", "2025-03-04", SuitResult.REMANDED),
                appeal("2025-03-05"),
            ),
            "an appeal or a retrial follows a judgment",
        ),
        (lambda: suit(heard("2025-01-02"), joint=True), "two organs are sued together only after reconsideration"),
    ],
)
def test_what_cannot_be_is_refused(build, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}"):
        build()


@pytest.mark.parametrize("reason", Because)
def test_an_end_without_a_decision_may_have_its_reason(reason: Because) -> None:
    for result in (ReviewResult.WITHDRAWN, ReviewResult.TERMINATED):
        assert review("2025-01-02", "2025-02-03", result, because=reason).because is reason
    assert heard("2025-01-02", "2025-02-03", SuitResult.WITHDRAWN, because=reason).because is reason


def test_json_that_cannot_be_is_refused() -> None:
    line = b'{"dispute": "suit", "instances": []}'
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(line, type=Suit)


def test_after_a_judgment_is_set_aside_a_first_instance_follows() -> None:
    again = suit(
        heard("2025-01-02", "2025-02-03", SuitResult.VOID),
        appeal("2025-02-04", "2025-03-04", SuitResult.REMANDED),
        heard("2025-03-05"),
    )
    assert [one.stage.label for one in again.instances] == ["一审", "二审", "一审"]
