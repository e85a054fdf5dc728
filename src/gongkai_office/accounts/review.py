"""Looking at access reviews: what each account has, how far a round is, what a year came to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from gongkai_office.accounts.gate import TABLE, Action, holds_on, may, within
from gongkai_office.accounts.models import AccessReview, Appointment, ReviewedAccount, User
from gongkai_office.accounts.queries import with_open_roles
from gongkai_office.accounts.reach import ongoing
from gongkai_office.accounts.words import ADMINISTRATORS, Decision, Flag
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ

DECIDED = (Decision.CONFIRMED, Decision.REDUCED, Decision.DISABLED)


class Progress(NamedTuple):
    """How far a round is: accounts in it, and how many were decided how."""

    total: int
    confirmed: int
    reduced: int
    disabled: int

    @property
    def waiting(self) -> int:
        """How many accounts nobody has decided yet."""
        return self.total - self.confirmed - self.reduced - self.disabled

    @property
    def percent(self) -> int:
        """How many of a hundred accounts were decided, rounded down."""
        return 100 * (self.total - self.waiting) // self.total if self.total else 100


class Year(NamedTuple):
    """What a year's management of accounts and rights came to (账号及权限动态管理), for the annual report.

    What a review decided counts in the year in which its round was closed; `running` rounds are open today. What is
    disabled counts once an account.
    """

    rounds: int
    running: int
    checked: int
    confirmed: int
    reduced: int
    disabled: int
    disabled_unused: int
    added: int
    granted: int
    ended: int


def flags_of(user: User, held: Sequence[Appointment], review: AccessReview, now: dt.datetime) -> list[Flag]:
    """Return what somebody who reviews an account should look at first."""
    today = timezone.localdate(now)
    long_ago = now - dt.timedelta(days=review.unused_days)
    gone = any(organ.abolished_on and organ.abolished_on <= today for organ in _organs(user, held))
    signs = {
        Flag.NEVER_USED: user.last_login is None,
        Flag.UNUSED: user.last_login is not None and user.last_login < long_ago,
        Flag.EXPIRED: user.expires_on is not None and user.expires_on < today,
        Flag.NO_ROLE: not held,
        Flag.ABOLISHED: gone,
        Flag.OUTSIDER: not user.organ.path.startswith(review.organ.path),
        Flag.ADMINISTRATOR: any(one.role in ADMINISTRATORS for one in held),
    }
    return [flag for flag, flagged in signs.items() if flagged]


def _organs(user: User, held: Sequence[Appointment]) -> list[Organ]:
    return [user.organ, *(one.organ for one in held)]


def accounts_of(review: AccessReview, people: QuerySet[User]) -> list[ReviewedAccount]:
    """Return the rows of a new round, unsaved: each account with what it has now."""
    rows = []
    for user in with_open_roles(people):
        held = [one for one in user.held if one.organ.path.startswith(review.organ.path)]  # type: ignore[attr-defined]  # prefetched
        flags = [flag.value for flag in flags_of(user, held, review, review.opened_at)]
        noted = [noted_role(one) for one in held]
        rows.append(ReviewedAccount(review=review, user=user, flags=flags, held=noted, last_login=user.last_login))
    return rows


def noted_role(one: Appointment) -> dict[str, object]:
    """Return a role as a round keeps it."""
    return {
        "appointment": one.pk,
        "role": one.role,
        "organ": one.organ.name,
        "below": one.below,
        "from": one.valid_from.isoformat(),
        "to": one.valid_to.isoformat() if one.valid_to else None,
        "granted_by": one.granted_by.name if one.granted_by else None,
    }


def reviews_for(user: User) -> QuerySet[AccessReview]:
    """Return the rounds that somebody may see: those over organs on all below which they may."""
    reached = within(user, Action.SEE_ACCESS_REVIEW, below=True, at="organ__")
    return AccessReview.objects.filter(reached).select_related("organ", "opened_by", "closed_by")


def of_reviewers() -> Q:
    """Return the condition on a ReviewedAccount that its person may run reviews: no role decides on itself."""
    held = Appointment.objects.filter(ongoing(), ended_at=None, role__in=TABLE[Action.REVIEW_ACCESS])
    return Q(user__in=held.values("user"))


def decides(user: User, review: AccessReview) -> QuerySet[ReviewedAccount]:
    """Return the accounts of a round that somebody decides: who runs reviews all but those of who runs reviews."""
    if not may(user, Action.DECIDE_ACCOUNTS, review.organ, below=True):
        return review.accounts.none()
    theirs = ~of_reviewers() if may(user, Action.REVIEW_ACCESS, review.organ, below=True) else of_reviewers()
    return review.accounts.filter(theirs)


def deciders_of_reviewers(organ: Organ) -> QuerySet[User]:
    """Return who decides the accounts of those who may run reviews, in a round over an organ."""
    steps = range(Organ.steplen, len(organ.path) + 1, Organ.steplen)
    above = Q(organ__path__in=[organ.path[:end] for end in steps], below=True)
    roles = TABLE[Action.DECIDE_ACCOUNTS] - TABLE[Action.REVIEW_ACCESS]
    held = Appointment.objects.filter(holds_on(timezone.localdate()), above, role__in=roles)
    return User.objects.filter(is_active=True, pk__in=held.values("user"))


def reviewed_in(organ: Organ, year: int) -> bool:
    """Tell whether a round over an organ and all below it was opened or closed in a year, or is open now."""
    steps = range(Organ.steplen, len(organ.path) + 1, Organ.steplen)
    over = AccessReview.objects.filter(organ__path__in=[organ.path[:end] for end in steps])
    start, end = (timezone.make_aware(dt.datetime(one, 1, 1)) for one in (year, year + 1))  # noqa: DTZ001  # made aware here
    done = Q(opened_at__gte=start, opened_at__lt=end) | Q(closed_at__gte=start, closed_at__lt=end)
    return over.filter(done | Q(closed_at=None)).exists()


def progress_of(review: AccessReview) -> Progress:
    """Return how far a round is."""
    return progress_of_each([review])[review.pk]


def progress_of_each(reviews: Iterable[AccessReview]) -> dict[int, Progress]:
    """Return how far rounds are, by their keys, in one question for all of them."""
    keys = [review.pk for review in reviews]
    rows = ReviewedAccount.objects.filter(review__in=keys).values_list("review", "decision")
    counts = {(review, decision): count for review, decision, count in rows.order_by().annotate(Count("pk"))}
    return {
        key: Progress(
            sum(counts.get((key, one), 0) for one in Decision), *(counts.get((key, one), 0) for one in DECIDED)
        )
        for key in keys
    }


def year_of(organ: Organ, year: int, *, below: bool = True) -> Year:
    """Return what a year's management of accounts came to, of an organ and, with `below`, of those below it."""
    place = {"organ__path__startswith": organ.path} if below else {"organ": organ}
    start, end = (timezone.make_aware(dt.datetime(one, 1, 1)) for one in (year, year + 1))  # noqa: DTZ001  # made aware here
    closed = AccessReview.objects.filter(**place, closed_at__gte=start, closed_at__lt=end)
    inside = ReviewedAccount.objects.filter(review__in=closed.values("pk"))
    if not below:
        inside = inside.filter(user__organ=organ)
    counts = dict(inside.values_list("decision").order_by("decision").annotate(Count("user", distinct=True)))
    checked = inside.order_by().values("user").distinct().count()
    organs = Organ.objects.filter(path__startswith=organ.path) if below else Organ.objects.filter(pk=organ.pk)
    events = Event.objects.filter(recorded_at__gte=start, recorded_at__lt=end, organ__in=organs.values("pk"))
    verbs = dict(events.values_list("verb").order_by("verb").annotate(Count("number")))
    accounts = dict(events.values_list("verb").order_by("verb").annotate(Count("subject_id", distinct=True)))
    return Year(
        rounds=closed.count(),
        running=AccessReview.objects.filter(**place, closed_at=None, opened_at__lt=end).count(),
        checked=checked,
        confirmed=counts.get(Decision.CONFIRMED, 0),
        reduced=counts.get(Decision.REDUCED, 0),
        disabled=accounts.get("people.disable", 0),
        disabled_unused=accounts.get("people.disable_unused", 0),
        added=verbs.get("people.add", 0),
        granted=verbs.get("people.grant", 0),
        ended=verbs.get("people.end", 0),
    )


def with_flag(accounts: QuerySet[ReviewedAccount], flag: str) -> QuerySet[ReviewedAccount]:
    """Return the accounts of a round that bear a flag, on any database."""
    return accounts.annotate(flagged=Cast("flags", TextField())).filter(flagged__contains=f'"{flag}"')


def with_held(accounts: Iterable[ReviewedAccount], review: AccessReview) -> None:
    """Give each account of a page what it still holds within the round's organs, and whether it may run reviews."""
    rows = list(accounts)
    inside = Appointment.objects.filter(
        ongoing(), ended_at=None, organ__path__startswith=review.organ.path, user__in=[one.user_id for one in rows]
    )
    held = defaultdict(list)
    for one in inside.select_related("organ"):
        held[one.user_id].append(one)
    reviewers = set(review.accounts.filter(of_reviewers()).values_list("pk", flat=True))
    for row in rows:
        row.still = held[row.user_id]  # type: ignore[attr-defined]  # for the page
        row.of_reviewer = row.pk in reviewers  # type: ignore[attr-defined]  # as above
