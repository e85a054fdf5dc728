"""A request as the statistics sees it (统计中的政府信息公开申请): from whom, when it came, how it ended."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from gongkai.law.counting import words
from gongkai.law.outcomes.rows import Reply
from gongkai.terms import form


class Applicant(StrEnum):
    """Who applied, by the columns of table 3 (申请人情况): the applicant, never the agent (代理人)."""

    NATURAL = "natural"
    BUSINESS = "business"
    RESEARCH = "research"
    WELFARE = "welfare"
    LEGAL = "legal"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Applicant.NATURAL: form.NATURAL_PERSON,
    Applicant.BUSINESS: form.BUSINESS,
    Applicant.RESEARCH: form.RESEARCH,
    Applicant.WELFARE: form.WELFARE,
    Applicant.LEGAL: form.LEGAL_SERVICES,
    Applicant.OTHER: form.OTHER,
}


class Matter(StrEnum):
    """What came in (来件性质); only requests are counted.

    Whoever asks or complains in the form of a request (article 39 ¶1) made one, and it has its row. The others are
    what came without that form, and what the office set aside (不作登记).
    """

    REQUEST = "request"
    RECORD_CORRECTION = "record_correction"
    ENQUIRY = "enquiry"
    PETITION = "petition"
    COMPLAINT = "complaint"
    SET_ASIDE = "set_aside"


class Awaited(StrEnum):
    """What the applicant is to do (等待事项) before the request goes on."""

    CORRECTION = "correction"
    PAYMENT = "payment"

    @property
    def label(self) -> str:
        return words.AWAITED[self.value]


class Wait(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wait for the applicant (等待补正、缴费); on the day `until` it was over, at the latest with the request."""

    awaited: Awaited
    since: dt.date
    until: dt.date | None = None


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is handled as one (办理的一件): a request, or a part of one that was split (一事一申请).

    replies: how it ended, a withdrawal or a lapse among them, and each later reply that was ordered.
    orders:  the days on which decisions came that order a new reply (责令重新答复).
    """

    replies: tuple[Reply, ...] = ()
    orders: tuple[dt.date, ...] = ()
    waits: tuple[Wait, ...] = ()

    def awaits(self, awaited: Awaited, on: dt.date) -> bool:
        """Tell whether it waits for the applicant at the end of a day."""
        return any(
            wait.awaited is awaited
            and wait.since <= on
            and (wait.until is None or on < wait.until)
            and not any(wait.since <= reply.on <= on for reply in self.replies)
            for wait in self.waits
        )


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came in as one letter or form, in one part or in as many as it was split into.

    received_on: the day of receipt by article 31; None while it is not known, such as before a confirmation.
    is_lawyer:   the applicant is a lawyer in his own name, not a law firm.
    by_agent:    an agent applied for the applicant.
    """

    number: str = ""
    matter: Matter = Matter.REQUEST
    applicant: Applicant
    is_lawyer: bool = False
    by_agent: bool = False
    received_on: dt.date | None = None
    parts: tuple[Part, ...] = (Part(),)

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("a request has a part at least")
        if self.is_lawyer and self.applicant is not Applicant.NATURAL:
            raise ValueError("only a natural person applies as a lawyer in his own name")
