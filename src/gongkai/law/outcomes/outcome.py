"""What became of a request (办理结果), item by item: the cases of articles 14 to 16, 30, 35 to 39 and 42."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from gongkai.terms.outcomes import OUTCOMES


class Outcome(StrEnum):
    """What an organ decided on one item of a request; finer than the rows of table 3."""

    ALREADY_PUBLIC = "already_public"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    STATE_SECRET = "state_secret"
    FORBIDDEN_BY_LAW = "forbidden_by_law"
    ENDANGERS_SAFETY = "endangers_safety"
    THIRD_PARTY_RIGHTS = "third_party_rights"
    INTERNAL_AFFAIRS = "internal_affairs"
    PROCESS_INFORMATION = "process_information"
    ENFORCEMENT_FILE = "enforcement_file"
    SPECIAL_ENQUIRY = "special_enquiry"
    NOT_EXISTING = "not_existing"
    NOT_RESPONSIBLE = "not_responsible"
    NEEDS_PROCESSING = "needs_processing"
    STILL_UNCLEAR = "still_unclear"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLICATION = "publication"
    EXCESSIVE = "excessive"
    CONFIRMATION = "confirmation"
    NOT_CORRECTED = "not_corrected"
    FEE_UNPAID = "fee_unpaid"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"
    NOT_GOVERNMENT_INFORMATION = "not_government_information"
    ENQUIRY = "enquiry"

    @property
    def label(self) -> str:
        return OUTCOMES[self.value]


# Refusals under articles 14 to 16: they may be the grounds of a partial refusal.
GROUNDS = (
    Outcome.STATE_SECRET,
    Outcome.FORBIDDEN_BY_LAW,
    Outcome.ENDANGERS_SAFETY,
    Outcome.THIRD_PARTY_RIGHTS,
    Outcome.INTERNAL_AFFAIRS,
    Outcome.PROCESS_INFORMATION,
    Outcome.ENFORCEMENT_FILE,
)
# What may stand as the ground of a partial refusal (article 37).
PARTIAL_GROUNDS = (*GROUNDS, Outcome.NOT_GOVERNMENT_INFORMATION)
# Replies that nothing can be provided (无法提供): articles 36(4), 36(5), 38 and 30.
UNAVAILABLE = (
    Outcome.NOT_EXISTING,
    Outcome.NOT_RESPONSIBLE,
    Outcome.NEEDS_PROCESSING,
    Outcome.STILL_UNCLEAR,
)


class Item(msgspec.Struct, frozen=True):
    """What was decided on one item of a request.

    `grounds` say why the rest of a partly granted item is withheld: refusals under articles 14 to 16, or
    NOT_GOVERNMENT_INFORMATION (article 37). No other outcome has grounds.
    """

    outcome: Outcome
    grounds: tuple[Outcome, ...] = ()

    def __post_init__(self) -> None:
        if self.grounds and self.outcome is not Outcome.PARTLY_GRANTED:
            raise ValueError(f"{self.outcome} has no grounds of its own")
        if strange := set(self.grounds) - set(PARTIAL_GROUNDS):
            raise ValueError(f"no ground of a partial refusal: {sorted(strange)}")
