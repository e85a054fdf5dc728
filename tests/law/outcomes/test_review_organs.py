"""Which organ reviews a decision and which court hears the suit, by the kind of the organ."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.errors import NoRule
from gongkai.law.outcomes.review_organs import (
    FINAL_RULING,
    JOINT_DEFENDANTS,
    SEAT,
    Court,
    OrganKind,
    Reviewer,
    jurisdiction_of,
)
from gongkai.terms import outcomes as terms

NEW_YEAR = dt.date(2024, 1, 1)
BASIC, MIDDLE = ("基层人民法院", "行政诉讼法第十四条"), ("中级人民法院", "行政诉讼法第十五条第一项")
# Kind: reviewers, article of 行政复议法, court and its article, whether the State Council may rule.
TYPED = {
    "department": (["own_government"], "第二十四条第一款第一项", BASIC, False),
    "justice_department": (["own_government", "superior_justice"], "第二十八条", BASIC, False),
    "province": (["itself"], "第二十四条第二款", MIDDLE, True),
    "government": (["superior_government"], "第二十四条第一款第二项", MIDDLE, False),
    "township": (["superior_government"], "第二十四条第一款第二项", BASIC, False),
    "dispatched_organ": (["founding_government"], "第二十四条第一款第三项", BASIC, False),
    "dispatched_agency": (["department_government"], "第二十四条第四款", BASIC, False),
    "dispatched_agency_by_area": (
        ["department_government", "local_government"],
        "第二十四条第四款",
        BASIC,
        False,
    ),
    "authorised_organisation": (["managing_government"], "第二十四条第一款第四项", BASIC, False),
    "state_department": (["itself"], "第二十五条第一项", MIDDLE, True),
    "state_agency": (["state_department"], "第二十五条第二项", BASIC, False),
    "state_organisation": (["state_department"], "第二十五条第三项", BASIC, False),
    "vertical": (["superior_department"], "第二十七条", BASIC, False),
    "customs": (["superior_department"], "第二十七条", ("中级人民法院", "行政诉讼法第十五条第二项"), False),
}


@pytest.mark.parametrize("kind", OrganKind)
def test_each_kind_of_organ_has_its_reviewers_and_its_court(kind: OrganKind) -> None:
    found = jurisdiction_of(kind, NEW_YEAR)
    reviewers, article, court, final_ruling = TYPED[kind.value]
    assert [one.value for one in found.reviewers] == reviewers
    assert str(found.article) == f"行政复议法{article}"
    assert (found.court.label, str(found.court_article)) == court
    assert found.final_ruling is final_ruling


@pytest.mark.parametrize("kind", OrganKind)
def test_there_is_no_rule_before_the_law_of_2024(kind: OrganKind) -> None:
    with pytest.raises(NoRule) as caught:
        jurisdiction_of(kind, dt.date(2023, 12, 31))
    assert caught.value.reason == "复议机关按2024年1月1日起施行的行政复议法确定，不能用于2023年12月31日。"


def test_every_kind_reviewer_and_court_has_its_words() -> None:
    assert {one.value: one.label for one in OrganKind} == terms.ORGAN_KINDS
    assert {one.value: one.label for one in Reviewer} == terms.REVIEWERS
    assert {one.value: one.label for one in Court} == terms.COURTS


def test_what_holds_for_all_kinds_is_cited() -> None:
    assert (str(SEAT), str(FINAL_RULING), str(JOINT_DEFENDANTS)) == (
        "行政诉讼法第十八条",
        "行政复议法第二十六条",
        "法释〔2018〕1号第一百三十四条第三款",
    )
