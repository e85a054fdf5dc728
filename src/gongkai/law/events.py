"""What happens to a request on a day, as far as time depends on it (时限事件).

Events may be recorded in any order and long after the day they happened on. JSON: an object whose `event` names its
kind. All days are those of Asia/Shanghai.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import msgspec

from gongkai.terms import requests


class Channel(StrEnum):
    """How a request came (提交方式): article 31 draws the day of receipt from it."""

    COUNTER = "counter"
    SIGNED_MAIL = "signed_mail"
    PLAIN_MAIL = "plain_mail"
    INTERNET = "internet"
    FAX = "fax"
    ORAL = "oral"

    @property
    def label(self) -> str:
        return requests.CHANNELS[self.value]


class Party(StrEnum):
    """Who is asked for an opinion (征求意见对象): articles 32, 33 ¶3 and 34 treat their silence differently."""

    THIRD_PARTY = "third_party"
    CO_PRODUCER = "co_producer"
    OTHER_ORGAN = "other_organ"

    @property
    def label(self) -> str:
        return requests.PARTIES[self.value]


class Service(StrEnum):
    """How a letter is served (送达方式)."""

    HANDED = "handed"
    POSTED = "posted"
    ELECTRONIC = "electronic"

    @property
    def label(self) -> str:
        return requests.SERVICES[self.value]


# Working days that a letter sets, within what a person may mean; what the law allows is for the clock to say.
Days = Annotated[int, msgspec.Meta(ge=1, le=1000)]
# The working days that an applicant has to pay from service of the notice (109号 article 7).
TO_PAY = 20
# What tells the consultations of a case from each other, such as the name of who is asked.
Name = Annotated[str, msgspec.Meta(min_length=1)]


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="event"):
    """Something that happened on a day; `note` is whatever a person wants to remember of it."""

    on: dt.date
    note: str = ""

    @property
    def kind(self) -> str:
        """The key of the event in `terms.requests.EVENTS`."""
        return str(self.__struct_config__.tag)

    @property
    def label(self) -> str:
        return requests.EVENTS[self.kind]


class Submitted(Event, frozen=True, kw_only=True, tag="submitted"):
    """The applicant handed in, sent or spoke the request (articles 29 and 31).

    `to_another` tells that a letter was addressed to another unit or a person inside the organ (207号).
    """

    channel: Channel
    to_another: bool = False


class Arrived(Event, frozen=True, kw_only=True, tag="arrived"):
    """The organ signed for the letter, or a letter without signature really came (article 31(2))."""


class Confirmed(Event, frozen=True, kw_only=True, tag="confirmed"):
    """The organ and the applicant confirmed that the request was received (article 31(2) and (3))."""


class CorrectionAsked(Event, frozen=True, kw_only=True, tag="correction_asked"):
    """The applicant was told once what to correct, in so many working days from service (article 30)."""

    days: Days


class CorrectionNoticeServed(Event, frozen=True, kw_only=True, tag="correction_notice_served"):
    """The notice of correction reached the applicant."""


class CorrectionReceived(Event, frozen=True, kw_only=True, tag="correction_received"):
    """The corrected request was received (article 30): the period for the reply begins anew."""


class ReasonAsked(Event, frozen=True, kw_only=True, tag="reason_asked"):
    """The applicant was asked for reasons, in so many working days (article 35)."""

    days: Days


class ReasonGiven(Event, frozen=True, kw_only=True, tag="reason_given"):
    """The applicant's reasons came (article 35)."""


class DelaySet(Event, frozen=True, kw_only=True, tag="delay_set"):
    """A reasonable later day was set for the reply and told to the applicant (article 35)."""

    until: dt.date


class Consulted(Event, frozen=True, kw_only=True, tag="consulted"):
    """A letter of consultation was sent (articles 32 to 34); `consultation` names which one."""

    consultation: Name
    party: Party


class ConsultationDelivered(Event, frozen=True, kw_only=True, tag="consultation_delivered"):
    """The letter of consultation reached its addressee, whose fifteen working days begin."""

    consultation: Name


class ConsultationAnswered(Event, frozen=True, kw_only=True, tag="consultation_answered"):
    """The opinion asked for came."""

    consultation: Name


class Extended(Event, frozen=True, kw_only=True, tag="extended"):
    """The applicant was told that the period is longer by so many working days (article 33 ¶2)."""

    days: Days = 20


class FeeAsked(Event, frozen=True, kw_only=True, tag="fee_asked"):
    """A notice of the information-processing fee was sent (article 42, 109号 article 6)."""


class FeeNoticeServed(Event, frozen=True, kw_only=True, tag="fee_notice_served"):
    """The notice of the fee reached the applicant, whose twenty working days begin (109号 article 7)."""


class FeePaid(Event, frozen=True, kw_only=True, tag="fee_paid"):
    """The applicant finished paying (109号 article 7)."""


class Answered(Event, frozen=True, kw_only=True, tag="answered"):
    """The reply was handed over, posted or sent (article 33, 235号); no `service` where nobody recorded how."""

    service: Service | None = None


class Served(Event, frozen=True, kw_only=True, tag="served"):
    """The reply reached the applicant, from which day the periods of remedies run."""


class Withdrawn(Event, frozen=True, kw_only=True, tag="withdrawn"):
    """The applicant withdrew the request."""


class Lapsed(Event, frozen=True, kw_only=True, tag="lapsed"):
    """The request is no longer handled, for want of a correction (article 30) or of payment (109号 article 7)."""


class Reopened(Event, frozen=True, kw_only=True, tag="reopened"):
    """A decision that orders a new reply was received.

    It leaves so many working days, or calendar days, or the time until a day that it names, that day included; the
    twenty working days of article 33 where it says nothing.
    """

    days: Days | None = None
    calendar_days: Days | None = None
    until: dt.date | None = None


AnyEvent = (
    Submitted
    | Arrived
    | Confirmed
    | CorrectionAsked
    | CorrectionNoticeServed
    | CorrectionReceived
    | ReasonAsked
    | ReasonGiven
    | DelaySet
    | Consulted
    | ConsultationDelivered
    | ConsultationAnswered
    | Extended
    | FeeAsked
    | FeeNoticeServed
    | FeePaid
    | Answered
    | Served
    | Withdrawn
    | Lapsed
    | Reopened
)
KINDS: dict[str, type[Event]] = {str(kind.__struct_config__.tag): kind for kind in AnyEvent.__args__}
