"""Which organ reviews a decision, and which court hears the suit (复议机关、管辖法院), by the kind of the organ.

Sources: 行政复议法 articles 24 to 28, in force from 2024-01-01; 行政诉讼法 articles 14, 15 and 18; 法释〔2018〕1号
article 134. Names of organs and courts, and courts for several divisions, are settings of the organ.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.errors import NoRule
from gongkai.law.identifiers.dates import printed
from gongkai.law.outcomes import words
from gongkai.law.outcomes.articles import Article, Law, of_reconsideration_law
from gongkai.law.outcomes.remedies import NEW_RECONSIDERATION_LAW
from gongkai.terms import outcomes as terms


class OrganKind(StrEnum):
    """The kind of the organ that decided in its own name, as the law on review tells them apart (被申请人)."""

    DEPARTMENT = "department"
    JUSTICE_DEPARTMENT = "justice_department"
    PROVINCE = "province"
    GOVERNMENT = "government"
    TOWNSHIP = "township"
    DISPATCHED_ORGAN = "dispatched_organ"
    DISPATCHED_AGENCY = "dispatched_agency"
    DISPATCHED_AGENCY_BY_AREA = "dispatched_agency_by_area"
    AUTHORISED_ORGANISATION = "authorised_organisation"
    STATE_DEPARTMENT = "state_department"
    STATE_AGENCY = "state_agency"
    STATE_ORGANISATION = "state_organisation"
    VERTICAL = "vertical"
    CUSTOMS = "customs"

    @property
    def label(self) -> str:
        return terms.ORGAN_KINDS[self.value]


class Reviewer(StrEnum):
    """The organ of reconsideration as seen from the one that decided (复议机关)."""

    OWN_GOVERNMENT = "own_government"
    SUPERIOR_GOVERNMENT = "superior_government"
    FOUNDING_GOVERNMENT = "founding_government"
    DEPARTMENT_GOVERNMENT = "department_government"
    LOCAL_GOVERNMENT = "local_government"
    MANAGING_GOVERNMENT = "managing_government"
    ITSELF = "itself"
    STATE_DEPARTMENT = "state_department"
    SUPERIOR_DEPARTMENT = "superior_department"
    SUPERIOR_JUSTICE = "superior_justice"

    @property
    def label(self) -> str:
        return terms.REVIEWERS[self.value]


class Court(StrEnum):
    """The level of the court of first instance (第一审法院级别)."""

    BASIC = "basic"
    INTERMEDIATE = "intermediate"

    @property
    def label(self) -> str:
        return terms.COURTS[self.value]


class Jurisdiction(msgspec.Struct, frozen=True):
    """Who may be asked about a decision of a kind of organ; of several reviewers the applicant chooses one.

    `final_ruling`: against the decision on reconsideration the State Council may be asked instead of a court
    (article 26).
    """

    reviewers: tuple[Reviewer, ...]
    article: Article
    court: Court
    court_article: Article
    final_ruling: bool = False


_BASIC = (Court.BASIC, Article(Law.LITIGATION_LAW, 14))
_GOVERNMENTS = (Court.INTERMEDIATE, Article(Law.LITIGATION_LAW, 15, item=1))
_CUSTOMS = (Court.INTERMEDIATE, Article(Law.LITIGATION_LAW, 15, item=2))

JURISDICTION: dict[OrganKind, Jurisdiction] = {
    OrganKind.DEPARTMENT: Jurisdiction((Reviewer.OWN_GOVERNMENT,), of_reconsideration_law(24, 1, 1), *_BASIC),
    OrganKind.JUSTICE_DEPARTMENT: Jurisdiction(
        (Reviewer.OWN_GOVERNMENT, Reviewer.SUPERIOR_JUSTICE), of_reconsideration_law(28), *_BASIC
    ),
    OrganKind.PROVINCE: Jurisdiction(
        (Reviewer.ITSELF,), of_reconsideration_law(24, 2), *_GOVERNMENTS, final_ruling=True
    ),
    OrganKind.GOVERNMENT: Jurisdiction(
        (Reviewer.SUPERIOR_GOVERNMENT,), of_reconsideration_law(24, 1, 2), *_GOVERNMENTS
    ),
    OrganKind.TOWNSHIP: Jurisdiction((Reviewer.SUPERIOR_GOVERNMENT,), of_reconsideration_law(24, 1, 2), *_BASIC),
    OrganKind.DISPATCHED_ORGAN: Jurisdiction(
        (Reviewer.FOUNDING_GOVERNMENT,), of_reconsideration_law(24, 1, 3), *_BASIC
    ),
    OrganKind.DISPATCHED_AGENCY: Jurisdiction(
        (Reviewer.DEPARTMENT_GOVERNMENT,), of_reconsideration_law(24, 4), *_BASIC
    ),
    OrganKind.DISPATCHED_AGENCY_BY_AREA: Jurisdiction(
        (Reviewer.DEPARTMENT_GOVERNMENT, Reviewer.LOCAL_GOVERNMENT), of_reconsideration_law(24, 4), *_BASIC
    ),
    OrganKind.AUTHORISED_ORGANISATION: Jurisdiction(
        (Reviewer.MANAGING_GOVERNMENT,), of_reconsideration_law(24, 1, 4), *_BASIC
    ),
    OrganKind.STATE_DEPARTMENT: Jurisdiction(
        (Reviewer.ITSELF,), of_reconsideration_law(25, item=1), *_GOVERNMENTS, final_ruling=True
    ),
    OrganKind.STATE_AGENCY: Jurisdiction((Reviewer.STATE_DEPARTMENT,), of_reconsideration_law(25, item=2), *_BASIC),
    OrganKind.STATE_ORGANISATION: Jurisdiction(
        (Reviewer.STATE_DEPARTMENT,), of_reconsideration_law(25, item=3), *_BASIC
    ),
    OrganKind.VERTICAL: Jurisdiction((Reviewer.SUPERIOR_DEPARTMENT,), of_reconsideration_law(27), *_BASIC),
    OrganKind.CUSTOMS: Jurisdiction((Reviewer.SUPERIOR_DEPARTMENT,), of_reconsideration_law(27), *_CUSTOMS),
}
SEAT = Article(Law.LITIGATION_LAW, 18)
FINAL_RULING = of_reconsideration_law(26)
# Of the original organ and the organ of reconsideration sued together, the original one decides the court's level.
JOINT_DEFENDANTS = Article(Law.COURT_2018, 134, 3)


def jurisdiction_of(kind: OrganKind, on: dt.date) -> Jurisdiction:
    """Return who reviews a decision and which court hears it; a day before the law of 2024 raises NoRule."""
    if on < NEW_RECONSIDERATION_LAW:
        raise NoRule(words.NO_REVIEWER.format(on=printed(on)))
    return JURISDICTION[kind]
