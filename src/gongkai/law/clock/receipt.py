"""The day of receipt by channel (收到申请之日): article 31, and 207号 for letters to another.

Counter and oral: the day of submission. Signed mail: the day the organ signed. All else: the day of confirmation.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from gongkai.law.clock.case import Case, doubted, told
from gongkai.law.clock.effects import Effect
from gongkai.law.clock.rules import REPLY, Rules
from gongkai.law.clock.words.doubts import doubt_about
from gongkai.law.conventions import Conventions, MailToAnother
from gongkai.law.events import AnyEvent, Arrived, Channel, Confirmed, Submitted
from gongkai.law.steps import Doubt

_AT_ONCE = {Channel.COUNTER: Effect.RECEIVED_AT_COUNTER, Channel.ORAL: Effect.RECEIVED_ORALLY}
_MAIL = (Channel.SIGNED_MAIL, Channel.PLAIN_MAIL)


def submitted(case: Case, event: Submitted, _rules: Rules) -> Case:
    """Take in a submission: received at once where the applicant was there (article 31(1))."""
    if case.submission:
        return doubted(case, "receipt.submitted_twice", event, first=case.submission.on)
    case = replace(case, submission=event)
    if event.channel in _AT_ONCE:
        return _received(case, _AT_ONCE[event.channel], event)
    return told(case, Effect.SUBMITTED, event)


def arrived(case: Case, event: Arrived, rules: Rules) -> Case:
    """Take in the arrival of a letter: received where the organ signed for it (article 31(2))."""
    submission = case.submission
    if submission is None or submission.channel in _AT_ONCE:
        return doubted(case, "receipt.not_needed", event)
    if case.arrived:
        return doubted(case, "receipt.arrived_twice", event, first=case.arrived)
    case = replace(case, arrived=event.on)
    if needs_confirmation(submission, rules.conventions):
        effect = Effect.ARRIVED_FOR_ANOTHER if submission.channel is Channel.SIGNED_MAIL else Effect.ARRIVED
        case = told(case, effect, event)
    else:
        case = _received(case, Effect.RECEIVED_BY_MAIL, event)
    if case.confirmed and submission.channel in _MAIL:
        received = case.received or event.on
        return doubted(case, "receipt.confirmed_before_arrival", event, confirmed=case.confirmed, received=received)
    return case


def confirmed(case: Case, event: Confirmed, rules: Rules) -> Case:
    """Take in a confirmation: received where no signature tells the day (article 31(2) and (3))."""
    submission = case.submission
    if submission is None or submission.channel in _AT_ONCE:
        return doubted(case, "receipt.not_needed", event)
    if case.confirmed:
        return doubted(case, "receipt.confirmed_twice", event, first=case.confirmed)
    case = replace(case, confirmed=event.on)
    if not needs_confirmation(submission, rules.conventions):
        return told(case, Effect.CONFIRMED, event)
    if submission.channel not in _MAIL:
        return _received(case, Effect.RECEIVED_ON_CONFIRMATION, event)
    is_plain = submission.channel is Channel.PLAIN_MAIL
    if is_plain and case.arrived and case.arrived < event.on:
        case = doubted(case, "receipt.confirmed_late", event, arrived=case.arrived)
    return _received(case, Effect.RECEIVED_ON_CONFIRMATION_OF_MAIL, event)


def needs_confirmation(submission: Submitted, conventions: Conventions) -> bool:
    """Tell whether the day of confirmation is the day of receipt."""
    if submission.channel is Channel.SIGNED_MAIL:
        return submission.to_another and conventions.mail_to_another is MailToAnother.CONFIRMED
    return submission.channel not in _AT_ONCE


def waits_since(case: Case, conventions: Conventions) -> dt.date | None:
    """Return the day since which a request that came waits to be confirmed; None where it does not wait."""
    if case.submission is None or case.begun or not needs_confirmation(case.submission, conventions):
        return None
    return case.arrived if case.submission.channel in _MAIL else case.submission.on


def missing_arrival(case: Case) -> tuple[Doubt, ...]:
    """Return a doubt where a signed letter was confirmed and nobody recorded the day of signature."""
    if case.begun or case.closed or not case.confirmed:
        return ()
    return (doubt_about("receipt.arrival_missing", Confirmed(on=case.confirmed)),)


def _received(case: Case, effect: Effect, event: AnyEvent) -> Case:
    on = event.on
    if case.begun:  # an order for a reply came first, and its period goes on
        return told(case, effect, event, received=on)
    return told(case, effect, event, received=on, begun=on, start=on, days=REPLY)
