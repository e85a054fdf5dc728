"""What a name suggests and what the law says: to be proposed to a person, never to be filled in silently."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.errors import NoRule
from gongkai.law.outcomes.review_organs import OrganKind as LawKind
from gongkai.law.outcomes.review_organs import Reviewer as LawReviewer
from gongkai.law.outcomes.review_organs import jurisdiction_of
from gongkai.places import OrganKind, organ_of
from gongkai_office.organs import words_proposals as words
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import government_above, parent_of
from gongkai_office.organs.words import Kind, Level

_KINDS = {
    OrganKind.GOVERNMENT: Kind.GOVERNMENT,
    OrganKind.TOWNSHIP: Kind.GOVERNMENT,
    OrganKind.OFFICE: Kind.GOVERNMENT_OFFICE,
    OrganKind.DEPARTMENT: Kind.DEPARTMENT,
    OrganKind.STREET_OFFICE: Kind.DISPATCHED_ORGAN,
    OrganKind.ZONE: Kind.ZONE,
    OrganKind.VERTICAL: Kind.VERTICAL,
}
_AS_DEPARTMENT = (Kind.DEPARTMENT, Kind.GOVERNMENT_OFFICE)


class Suggestion(NamedTuple):
    """What a name suggests: kind, level, division code; "" for what it does not say. `certain` as in `places`."""

    kind: str
    level: str
    division_code: str
    certain: bool

    @property
    def sentence(self) -> str:
        """What was suggested, in Chinese; "" where nothing was."""
        said = (
            (words.KIND, Kind(self.kind).label if self.kind else ""),
            (words.LEVEL, Level(self.level).label if self.level else ""),
            (words.DIVISION, self.division_code),
        )
        return words.AND.join(f"{what}{value}" for what, value in said if value)


def suggested(name: str, under: Organ | None = None) -> Suggestion:
    """Return what an organ's name, and the organ that it is to be under, suggest about it.

    What is under an organ of the same level works in the same division: a bureau has the code of its government.
    """
    read = organ_of(name)
    kind = Kind.DISPATCHED_AGENCY if read.dispatched else _KINDS.get(read.kind, "")
    # The code of a township or a zone is not that of the division around it.
    own = read.level and read.level.value != Level.TOWNSHIP and not read.zone and len(read.codes) == 1
    code = read.codes[0] if own else ""
    if (
        not code
        and under is not None
        and read.level
        and read.level.value == under.level
        and kind != Kind.GOVERNMENT
    ):
        code = under.division_code
    return Suggestion(str(kind), read.level.value if read.level else "", code, read.certain)


class Proposal(NamedTuple):
    """Who reviews by law: names where the tree knows them, and what they are; `remark` where that is open."""

    reviewers: tuple[tuple[str, str], ...]
    article: str
    court: str
    court_article: str
    remark: str = ""


def proposed_reviewers(organ: Organ, on: dt.date) -> Proposal:
    """Return which organ reconsiders, and which court hears, what an organ decides on a day, by the law.

    With a remark and nothing else for bodies whose decisions are not their own, or are not reviewed in this way.
    """
    kind = _law_kind(organ)
    if kind is None:
        return Proposal((), "", "", "", words.NONE.get(organ.kind, words.UNKNOWN))
    try:
        law = jurisdiction_of(kind, on)
    except NoRule as error:
        return Proposal((), "", "", "", error.reason)
    named = tuple((_who(organ, reviewer), reviewer.label) for reviewer in law.reviewers)
    remark = words.ZONE if organ.kind == Kind.ZONE else ""
    return Proposal(named, str(law.article), law.court.label, str(law.court_article), remark)


def _law_kind(organ: Organ) -> LawKind | None:
    """Return what the law on review calls an organ."""
    if organ.kind == Kind.GOVERNMENT:
        return {Level.PROVINCE: LawKind.PROVINCE, Level.TOWNSHIP: LawKind.TOWNSHIP, Level.NATION: None}.get(
            Level(organ.level), LawKind.GOVERNMENT
        )
    if organ.kind in _AS_DEPARTMENT:
        if organ.level == Level.NATION:
            return LawKind.STATE_DEPARTMENT
        return LawKind.JUSTICE_DEPARTMENT if words.JUSTICE.search(organ.name) else LawKind.DEPARTMENT
    if organ.kind == Kind.VERTICAL:
        return LawKind.CUSTOMS if words.CUSTOMS.search(organ.name) else LawKind.VERTICAL
    if organ.kind == Kind.DISPATCHED_AGENCY:
        return LawKind.DISPATCHED_AGENCY_BY_AREA if _of_a_city(organ) else LawKind.DISPATCHED_AGENCY
    return {
        Kind.DISPATCHED_ORGAN: LawKind.DISPATCHED_ORGAN,
        Kind.ZONE: LawKind.DISPATCHED_ORGAN,
        Kind.AUTHORISED_BODY: LawKind.AUTHORISED_ORGANISATION,
    }.get(Kind(organ.kind))


def _of_a_city(organ: Organ) -> bool:
    """Tell whether an outpost's department is one of a city with districts (article 24, paragraph 4)."""
    above = parent_of(organ)
    return above is not None and above.level == Level.CITY


def _who(organ: Organ, reviewer: LawReviewer) -> str:
    if reviewer is LawReviewer.ITSELF:
        return organ.name
    if reviewer is LawReviewer.SUPERIOR_DEPARTMENT:
        return organ.system_superior.name if organ.system_superior else ""
    if reviewer in (LawReviewer.LOCAL_GOVERNMENT, LawReviewer.SUPERIOR_JUSTICE, LawReviewer.STATE_DEPARTMENT):
        return ""
    government = government_above(organ)
    return government.name if government else ""
