"""What is done in an access review (账号及权限复核): opened, every account decided, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.actions.people import disable_person
from gongkai_office.accounts.actions.roles import end_appointment
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action, may
from gongkai_office.accounts.models import AccessReview, ReviewedAccount, User
from gongkai_office.accounts.queries import people_below
from gongkai_office.accounts.reach import lock_guards, open_appointments, require
from gongkai_office.accounts.review import accounts_of, decides, of_reviewers
from gongkai_office.accounts.words import Decision
from gongkai_office.audit.record import fields_of, record
from gongkai_office.organs.models import Organ


@transaction.atomic
def open_review(*, organ: Organ, due_on: dt.date, by: User, unused_days: int | None = None) -> AccessReview:
    """Begin a round over all accounts in use of an organ and of those below it, and note what each has today."""
    require(by, Action.REVIEW_ACCESS, organ, below=True)
    if AccessReview.objects.filter(organ=organ, closed_at=None).exists():
        raise Refused(words.REVIEW_OPEN.format(organ=organ), field="organ")
    if due_on < timezone.localdate():
        raise Refused(words.REVIEW_DUE_PAST.format(day=due_on), field="due_on")
    days = settings.GONGKAI_UNUSED_DAYS if unused_days is None else unused_days
    review = AccessReview(organ=organ, due_on=due_on, unused_days=days, opened_by=by)
    accounts = accounts_of(review, people_below(organ).filter(is_active=True))
    if not accounts:
        raise Refused(words.REVIEW_NOBODY.format(organ=organ), field="organ")
    review.save(force_insert=True)
    ReviewedAccount.objects.bulk_create(accounts, batch_size=500)
    after = {**fields_of(review, ("organ", "due_on", "unused_days")), "accounts": len(accounts)}
    record("review.open", review, by=by, organ=organ.pk, after=after)
    return review


@transaction.atomic
def confirm_account(one: ReviewedAccount, *, by: User) -> ReviewedAccount:
    """Confirm that an account and all that it holds are needed."""
    one = _opened(one, by)
    if may(by, Action.DECIDE_ACCOUNTS, one.user.organ):  # a visitor's own organ says whether the account is needed
        one.user.confirmed_at, one.user.warned_at = timezone.now(), None
        one.user.save(update_fields=["confirmed_at", "warned_at"])
    _decided(one, Decision.CONFIRMED, by)
    record("people.confirm", one.user, by=by, organ=one.user.organ_id, after={"review": one.review_id})
    return one


@transaction.atomic
def take_roles(one: ReviewedAccount, *, appointments: Collection[int] | None, by: User) -> ReviewedAccount:
    """End some of the roles of an account, all over the round's organs where None, and keep the account.

    Raises Refused where there is none: what was not done is not to stand in a round as done.
    """
    one = _opened(one, by)
    lock_guards()
    held = open_appointments(one.user).filter(organ__path__startswith=one.review.organ.path)
    chosen = held if appointments is None else held.filter(pk__in=appointments)
    ending = list(chosen.order_by("pk").select_for_update(of=("self",)))
    if not ending:
        raise Refused(words.REVIEW_NO_ROLES.format(name=one.user.name))
    _decided(one, Decision.REDUCED, by)
    for appointment in ending:
        end_appointment(appointment, by=by, action=Action.DECIDE_ACCOUNTS)
    return one


@transaction.atomic
def disable_reviewed(one: ReviewedAccount, *, because: str, by: User) -> ReviewedAccount:
    """Disable an account that is not needed."""
    one = _opened(one, by)
    _decided(one, Decision.DISABLED, by)
    disable_person(one.user, because=because, by=by, action=Action.DECIDE_ACCOUNTS)
    return one


@transaction.atomic
def close_review(review: AccessReview, *, by: User) -> AccessReview:
    """Close a round; every account must have been decided. Accounts that were disabled elsewhere count as such."""
    review = AccessReview.objects.select_for_update().get(pk=review.pk)
    require(by, Action.REVIEW_ACCESS, review.organ, below=True)
    if review.closed_at is not None:
        raise Refused(words.REVIEW_CLOSED)
    waiting = review.accounts.filter(decision=Decision.WAITING)
    left = waiting.filter(user__is_active=True)
    if count := left.count():
        raise Refused(words.REVIEW_UNFINISHED.format(count=count, guards=left.filter(of_reviewers()).count()))
    now = timezone.now()
    waiting.update(decision=Decision.DISABLED, decided_at=now, decided_by=None)
    review.closed_at, review.closed_by = now, by
    review.save(update_fields=["closed_at", "closed_by"])
    counts = {decision: review.accounts.filter(decision=decision).count() for decision in Decision.values}
    record("review.close", review, by=by, organ=review.organ_id, after=counts)
    return review


@transaction.atomic
def record_review_export(review: AccessReview, *, by: User) -> None:
    """Tell the log that a round was taken out of the house."""
    record("review.export", review, by=by, organ=review.organ_id, after={"accounts": review.accounts.count()})


def _opened(one: ReviewedAccount, by: User) -> ReviewedAccount:
    """Return an account of an open round, locked with the round: nobody else decides it or closes it meanwhile."""
    AccessReview.objects.select_for_update().get(pk=one.review_id)
    rows = ReviewedAccount.objects.select_for_update(of=("self",))
    one = rows.select_related("review__organ", "user__organ").get(pk=one.pk)
    require(by, Action.DECIDE_ACCOUNTS, one.review.organ, below=True)
    if one.review.closed_at is not None:
        raise Refused(words.REVIEW_CLOSED)
    if not decides(by, one.review).filter(pk=one.pk).exists():
        reviews = may(by, Action.REVIEW_ACCESS, one.review.organ, below=True)
        sentence = words.REVIEW_BY_AUDIT if reviews else words.REVIEW_BY_SECURITY
        raise Refused(sentence.format(name=one.user.name))
    return one


def _decided(one: ReviewedAccount, decision: Decision, by: User) -> None:
    one.decision, one.decided_at, one.decided_by = decision, timezone.now(), by
    one.save(update_fields=["decision", "decided_at", "decided_by"])
