"""A dispute about a disclosure office's work (行政复议、行政诉讼案件), with its days and its results.

JSON: an object whose `dispute` says which of the two it is. Source: 行政复议法 30 to 75; 行政诉讼法 26, 51 to 89.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import pairwise

import msgspec

from gongkai.terms import disputes as terms


class OrganRole(StrEnum):
    """What this organ did in the matter (本机关的身份): it made the disputed act, or it reviewed it."""

    ORIGINAL_ORGAN = "original_organ"
    RECONSIDERATION_ORGAN = "reconsideration_organ"

    @property
    def label(self) -> str:
        return terms.ROLES[self.value]


class ReviewResult(StrEnum):
    """How a reconsideration ended (复议结果)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    REVOKED = "revoked"
    PARTLY_REVOKED = "partly_revoked"
    UNLAWFUL = "unlawful"
    VOID = "void"
    ORDERED = "ordered"
    REQUEST_DISMISSED = "request_dismissed"
    APPLICATION_DISMISSED = "application_dismissed"
    NOT_ACCEPTED = "not_accepted"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    MEDIATED = "mediated"

    @property
    def label(self) -> str:
        return terms.REVIEW_RESULTS[self.value]


class SuitResult(StrEnum):
    """How an instance of a suit ended (裁判结果); the last three only an appeal or a retrial has."""

    CLAIMS_DISMISSED = "claims_dismissed"
    REVOKED = "revoked"
    PARTLY_REVOKED = "partly_revoked"
    CHANGED = "changed"
    UNLAWFUL = "unlawful"
    VOID = "void"
    ORDERED = "ordered"
    SUIT_DISMISSED = "suit_dismissed"
    NOT_FILED = "not_filed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    TRANSFERRED = "transferred"
    AFFIRMED = "affirmed"
    REMANDED = "remanded"
    APPEAL_WITHDRAWN = "appeal_withdrawn"

    @property
    def label(self) -> str:
        return terms.SUIT_RESULTS[self.value]


class Stage(StrEnum):
    """Which hearing of a suit it is (审级)."""

    FIRST = "first"
    SECOND = "second"
    RETRIAL = "retrial"

    @property
    def label(self) -> str:
        return terms.INSTANCES[self.value]


class Because(StrEnum):
    """Why a case ended without a decision (撤回、终止、撤诉的原因)."""

    ACT_CHANGED = "act_changed"
    SETTLED = "settled"

    @property
    def label(self) -> str:
        return terms.REASONS[self.value]


# What only an appeal or a retrial can end with: it says what becomes of the judgment before.
OF_JUDGMENTS = (SuitResult.AFFIRMED, SuitResult.REMANDED, SuitResult.APPEAL_WITHDRAWN)
# After this a new first instance follows, no appeal.
_OPEN = (SuitResult.REMANDED,)
# Ends without a decision, which may have a reason.
_ENDS = (ReviewResult.WITHDRAWN, ReviewResult.TERMINATED, SuitResult.WITHDRAWN)


class Instance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One hearing of a suit; `effective_on` is known where the court or the office noted it."""

    stage: Stage = Stage.FIRST
    filed_on: dt.date
    accepted_on: dt.date | None = None
    decided_on: dt.date | None = None
    served_on: dt.date | None = None
    effective_on: dt.date | None = None
    result: SuitResult | None = None
    because: Because | None = None

    def __post_init__(self) -> None:
        _check_end(self.decided_on, self.result, self.because)
        if self.stage is Stage.FIRST and self.result in OF_JUDGMENTS:
            raise ValueError(f"a first instance cannot end with {self.result}")


class Dispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="dispute"):
    """What reconsideration and suit have in common; `about_disclosure` is false for all that table 4 leaves out."""

    number: str = ""
    role: OrganRole = OrganRole.ORIGINAL_ORGAN
    about_disclosure: bool = True


class Reconsideration(Dispute, frozen=True, kw_only=True, tag="reconsideration"):
    """A reconsideration (行政复议) of this organ's act, or by this organ of another's."""

    filed_on: dt.date
    accepted_on: dt.date | None = None
    decided_on: dt.date | None = None
    served_on: dt.date | None = None
    result: ReviewResult | None = None
    because: Because | None = None

    def __post_init__(self) -> None:
        _check_end(self.decided_on, self.result, self.because)


class Suit(Dispute, frozen=True, kw_only=True, tag="suit"):
    """A suit (行政诉讼), with its instances in the order of their filing.

    `joint`: the original organ and the organ of reconsideration are sued together (行政诉讼法 26 ¶2). The organ of
    reconsideration alone is sued for having changed the act, or for not having decided (26 ¶2, ¶3).
    """

    after_reconsideration: bool = False
    joint: bool = False
    instances: tuple[Instance, ...]

    def __post_init__(self) -> None:
        if not self.instances or self.instances[0].stage is not Stage.FIRST:
            raise ValueError("a suit begins with a first instance")
        if any(
            after.stage is not Stage.FIRST and (before.result is None or before.result in _OPEN)
            for before, after in pairwise(self.instances)
        ):
            raise ValueError("an appeal or a retrial follows a judgment")
        if self.joint and not self.after_reconsideration:
            raise ValueError("two organs are sued together only after reconsideration")

    @property
    def filed_on(self) -> dt.date:
        return self.instances[0].filed_on


AnyDispute = Reconsideration | Suit


def _check_end(
    decided_on: dt.date | None, result: ReviewResult | SuitResult | None, because: Because | None
) -> None:
    if (decided_on is None) is not (result is None):
        raise ValueError("a result has its day, and a day of decision its result")
    if because is not None and result not in _ENDS:
        raise ValueError(f"{result} needs no reason")
