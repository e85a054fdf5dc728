"""What the law leaves open, as named settings (本地口径): each with a default, its alternatives and a source.

`Conventions` holds what an office chose; functions of the law take it as an argument. What a setting asks, what its
values mean and why the default is what it is stands in `convention_words`, in the same order.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import msgspec


class MailToAnother(StrEnum):
    """When a signed letter to another unit or person inside the organ is received."""

    SIGNED = "signed"
    CONFIRMED = "confirmed"


class LateCorrectionNotice(StrEnum):
    """What a notice of correction does that is given after the seventh working day."""

    KEEP = "keep"
    RESTART = "restart"


class PauseStart(StrEnum):
    """The first day of a consultation that is not counted."""

    DAY_AFTER_DISPATCH = "day_after_dispatch"
    DISPATCH_DAY = "dispatch_day"
    DAY_AFTER_DELIVERY = "day_after_delivery"


class PauseEnd(StrEnum):
    """The last day of a consultation that is not counted."""

    ANSWER_DAY = "answer_day"
    DAY_BEFORE_ANSWER = "day_before_answer"


class AfterPayment(StrEnum):
    """What becomes of the period for the reply when the fee is paid."""

    RESTART = "restart"
    RESUME = "resume"


class ExtensionNotice(StrEnum):
    """By when the applicant must be told of an extension."""

    DUE_DAY = "due_day"
    BEFORE_DUE_DAY = "before_due_day"


class ExtensionAfterRestart(StrEnum):
    """What becomes of an extension when the period begins anew after it."""

    LAPSES = "lapses"
    KEPT = "kept"


class OrderedPeriod(StrEnum):
    """How the period runs that a decision leaves for a new reply."""

    FIXED = "fixed"
    STATUTORY = "statutory"


class RollOver(StrEnum):
    """On which last day a period of calendar days, months or a year goes on to the next working day."""

    DAY_OFF = "day_off"
    WEEKEND_OR_DAY_OFF = "weekend_or_day_off"
    NEVER = "never"


class LeaderApproval(StrEnum):
    """Which replies the leader in charge must approve besides the head of the disclosure unit."""

    WHEN_REFERRED = "when_referred"
    REFUSALS = "refusals"
    ALL = "all"


class MixedRow(StrEnum):
    """The one row of table 3 for a request whose items have different outcomes."""

    PARTLY = "partly"
    FORM_ORDER = "form_order"
    FIRST_ITEM = "first_item"


class AwaitingCorrection(StrEnum):
    """What table 3 makes of a request whose applicant is still to correct it at the end of the year it came in."""

    CARRIED_OVER = "carried_over"
    WHEN_CORRECTED = "when_corrected"


class SplitRequest(StrEnum):
    """How often table 3 counts one letter that is handled in parts."""

    EACH_PART = "each_part"
    ONE_REQUEST = "one_request"


class LawyerColumn(StrEnum):
    """The column of table 3 for a lawyer who applies in his own name."""

    NATURAL = "natural"
    LEGAL = "legal"


class ReconsiderationFirst(StrEnum):
    """Which outcomes must go to reconsideration before a suit."""

    REFUSALS = "refusals"
    REFUSALS_AND_UNAVAILABLE = "refusals_and_unavailable"
    ALL = "all"


class NotHandledRemedy(StrEnum):
    """What a letter says about remedies that refuses to handle a petition as a request."""

    EITHER = "either"
    NONE = "none"


class SilenceRemedy(StrEnum):
    """What an applicant may do where no reply came in time."""

    RECONSIDERATION_FIRST = "reconsideration_first"
    EITHER = "either"


class DisputeYear(StrEnum):
    """Which disputes the table of a year counts."""

    FILED_OR_PENDING = "filed_or_pending"
    FILED = "filed"
    FILED_OR_DECIDED = "filed_or_decided"


class JointDefendant(StrEnum):
    """Who counts a suit in which the reconsideration organ is a joint defendant."""

    ORIGINAL_ORGAN = "original_organ"
    BOTH = "both"


class AppealCount(StrEnum):
    """How often a suit counts that went through two instances."""

    ONCE = "once"
    EACH_INSTANCE = "each_instance"


class DisputeColumn(StrEnum):
    """A column of table 4 that a result may be put into."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"


class FeeBasis(StrEnum):
    """How the information-processing fee is reckoned where it is charged (109号 article 3)."""

    PIECES = "pieces"
    PAGES = "pages"


WorkingDays = Annotated[int, msgspec.Meta(ge=1, le=60)]
Row = Annotated[str, msgspec.Meta(pattern=r"^3\.([12]|3\.[1-8]|4\.[1-3]|5\.[1-5]|6\.[1-3])$")]


class Conventions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All conventions of an office (本地口径); the defaults hold where it chose nothing."""

    # The day of receipt (article 31).
    mail_to_another: MailToAnother = MailToAnother.SIGNED
    confirmation_alarm_days: WorkingDays = 1

    # Correction (article 30).
    late_correction_notice: LateCorrectionNotice = LateCorrectionNotice.KEEP
    longest_correction_days: WorkingDays = 15

    # Consultation (articles 32 to 34).
    pause_starts: PauseStart = PauseStart.DAY_AFTER_DISPATCH
    pause_ends: PauseEnd = PauseEnd.ANSWER_DAY

    # Extension, reasons, fee (articles 33, 35, 42; 109号 article 7).
    extension_notice: ExtensionNotice = ExtensionNotice.DUE_DAY
    extension_after_restart: ExtensionAfterRestart = ExtensionAfterRestart.LAPSES
    reasons_pause_clock: bool = False
    ordered_period: OrderedPeriod = OrderedPeriod.FIXED
    after_payment: AfterPayment = AfterPayment.RESTART
    charge_fees: bool = False
    fee_basis: FeeBasis = FeeBasis.PAGES
    first_step_above_thirty: Annotated[int, msgspec.Meta(ge=100, le=1000)] = 200

    # Periods of calendar days (复议法 20, 88; 行诉法 45, 46).
    roll_over: RollOver = RollOver.DAY_OFF

    # The procedure (articles 32 and 45).
    third_party_asked_first: bool = True
    leader_approval: LeaderApproval = LeaderApproval.WHEN_REFERRED

    # Outcomes and their row in table 3.
    mixed_row: MixedRow = MixedRow.PARTLY
    not_government_information_row: Row = "3.6.3"
    enquiry_row: Row = "3.6.3"
    withdrawn_row: Row = "3.6.3"
    archived_row: Row = "3.6.3"
    counts_reopened_anew: bool = False
    awaiting_correction_at_year_end: AwaitingCorrection = AwaitingCorrection.CARRIED_OVER
    split_request: SplitRequest = SplitRequest.EACH_PART
    lawyer_in_own_name: LawyerColumn = LawyerColumn.NATURAL

    # Remedies (复议法 23; 法释〔2025〕8号 article 1).
    reconsideration_first_from: dt.date = dt.date(2024, 1, 1)
    reconsideration_first: ReconsiderationFirst = ReconsiderationFirst.REFUSALS
    partial_refusal_is_refusal: bool = True
    petition_remedy: NotHandledRemedy = NotHandledRemedy.EITHER
    silence_remedy: SilenceRemedy = SilenceRemedy.RECONSIDERATION_FIRST

    # Disputes and table 4.
    dispute_year: DisputeYear = DisputeYear.FILED_OR_PENDING
    joint_defendant: JointDefendant = JointDefendant.ORIGINAL_ORGAN
    sole_defendant_counts: bool = True
    appeal: AppealCount = AppealCount.ONCE
    request_dismissed: DisputeColumn = DisputeColumn.OTHER
    mediated: DisputeColumn = DisputeColumn.OTHER
    withdrawn_after_change: DisputeColumn = DisputeColumn.OTHER

    # Letters.
    consultation_names_applicant: bool = False


DEFAULT = Conventions()
