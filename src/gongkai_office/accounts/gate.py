"""The one permission gate: role × action × subtree of organs (权限).

`TABLE` says which roles may take an action. An appointment reaches its organ, and all below it where it says so; an
administrator's over the whole tree of the organ that runs the installation reaches the other trees, too.
It counts on the days it was given for, while its organ exists and the account may be used.
What is outside of everything that a person may see does not exist for them (404); what they see but may not do is
refused (403). Pages name their action with `allowed` and fetch what they show with `organ_or_404` or `within`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import reduce, wraps
from operator import or_
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, Subquery, Value
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import ACTIONS, ADMINISTRATORS, Role
from gongkai_office.organs.models import Organ

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


class Action(StrEnum):
    """Everything that somebody may or may not be allowed to do; room.verb."""

    SEE_ORGANS = "organs.see"
    EDIT_ORGANS = "organs.edit"
    IMPORT_ORGANS = "organs.import"
    SEE_PEOPLE = "people.see"
    EDIT_PEOPLE = "people.edit"
    DISABLE_PEOPLE = "people.disable"
    UNLOCK_PEOPLE = "people.unlock"
    RESET_SECOND_FACTOR = "people.reset_second_factor"
    CONFIRM_RESETS = "people.confirm_reset"
    GRANT_ROLES = "people.grant"
    SEE_ACCESS_REVIEW = "people.see_review"
    REVIEW_ACCESS = "people.review"
    DECIDE_ACCOUNTS = "people.decide"
    READ_LOG = "log.read"
    EXPORT_LOG = "log.export"
    VERIFY_LOG = "log.verify"
    SEE_JOBS = "jobs.see"
    RUN_JOBS = "jobs.run"
    SEE_FILES = "files.see"
    UPLOAD_FILES = "files.upload"
    WITHDRAW_FILES = "files.withdraw"
    SEND_NOTICES = "notices.send"
    SEE_CALENDAR = "calendar.see"
    EDIT_CALENDAR = "calendar.edit"
    SEE_CONVENTIONS = "conventions.see"
    EDIT_CONVENTIONS = "conventions.edit"
    SEE_HEALTH = "health.see"


SYSTEM, SECURITY, AUDIT = Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR
EVERYBODY = frozenset(Role)
OFFICE = EVERYBODY - {SYSTEM, SECURITY, AUDIT}

TABLE: dict[Action, frozenset[Role]] = {
    Action.SEE_ORGANS: EVERYBODY,
    Action.EDIT_ORGANS: frozenset({SYSTEM}),
    Action.IMPORT_ORGANS: frozenset({SYSTEM}),
    Action.SEE_PEOPLE: frozenset({SYSTEM, SECURITY, AUDIT, Role.SUPERVISOR, Role.UNIT_HEAD}),
    Action.EDIT_PEOPLE: frozenset({SYSTEM}),
    Action.DISABLE_PEOPLE: frozenset({SYSTEM, SECURITY}),
    Action.UNLOCK_PEOPLE: frozenset({SECURITY}),
    # Who resets passwords must not remove second factors too, or could become anybody.
    Action.RESET_SECOND_FACTOR: frozenset({SECURITY}),
    # Of an administrator's account; never who could ask for the same (accounts.resets).
    Action.CONFIRM_RESETS: frozenset({SYSTEM, SECURITY, AUDIT}),
    Action.GRANT_ROLES: frozenset({SECURITY}),
    Action.SEE_ACCESS_REVIEW: frozenset({SECURITY, AUDIT, Role.SUPERVISOR, Role.UNIT_HEAD}),
    Action.REVIEW_ACCESS: frozenset({SECURITY}),
    # Whose account is decided by whom: accounts.review.
    Action.DECIDE_ACCOUNTS: frozenset({SECURITY, AUDIT}),
    Action.READ_LOG: frozenset({AUDIT}),
    Action.EXPORT_LOG: frozenset({AUDIT}),
    Action.VERIFY_LOG: frozenset({AUDIT}),
    Action.SEE_JOBS: frozenset({SYSTEM}),
    Action.RUN_JOBS: frozenset({SYSTEM}),
    Action.SEE_FILES: EVERYBODY - {SECURITY, AUDIT},
    Action.UPLOAD_FILES: EVERYBODY - {SECURITY, AUDIT},
    # Of others: everybody who may upload may take back their own.
    Action.WITHDRAW_FILES: frozenset({SYSTEM, Role.UNIT_HEAD, Role.SECRECY_REVIEWER}),
    Action.SEND_NOTICES: frozenset({SYSTEM, Role.SUPERVISOR, Role.UNIT_HEAD, Role.LIAISON}),
    Action.SEE_CALENDAR: EVERYBODY,
    Action.EDIT_CALENDAR: frozenset({SYSTEM}),
    Action.SEE_CONVENTIONS: EVERYBODY,
    Action.EDIT_CONVENTIONS: frozenset({Role.SUPERVISOR, Role.UNIT_HEAD}),
    Action.SEE_HEALTH: frozenset({SYSTEM}),
}


def holds_on(day: dt.date) -> Q:
    """Return the condition on an Appointment that it holds on a day, whoever has it."""
    open_ = Q(ended_at=None) & Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    return open_ & (Q(organ__abolished_on=None) | Q(organ__abolished_on__gt=day))


def in_force(user: User, *, on: dt.date | None = None) -> QuerySet[Appointment]:
    """Return a person's appointments that hold on a day, today where none is given, with their organs.

    Each has the key of the running organ as `running`. None holds while the account is disabled, or after its last
    day.
    """
    day = on or timezone.localdate()
    if not user.is_active or (user.expires_on is not None and user.expires_on < day):
        return Appointment.objects.none()
    return user.appointments.filter(holds_on(day)).select_related("organ").annotate(running=running_organ(day))


def running_organ(day: dt.date) -> Value | Subquery:
    """Return the key of the organ at the top whose people run the whole installation (运行机关), for a query.

    It is the one that the setting ROOT_ORGAN names, or the first that exists: of two cities in one installation,
    only one looks after jobs, health and calendar for both, and its administrators reach both.
    """
    if settings.GONGKAI_ROOT_ORGAN:
        return Value(settings.GONGKAI_ROOT_ORGAN)
    living = Q(abolished_on=None) | Q(abolished_on__gt=day)
    return Subquery(Organ.objects.filter(living, depth=1).order_by("pk").values("pk")[:1])


def appointments(user: User | AnonymousUser) -> tuple[Appointment, ...]:
    """Return a person's appointments of today, asked for once a request and kept with its user."""
    if not isinstance(user, User):
        return ()
    day = timezone.localdate()
    kept = getattr(user, "_in_force", None)
    if kept is None or kept[0] != day:
        kept = user._in_force = (day, tuple(in_force(user, on=day)))  # type: ignore[attr-defined]  # noqa: SLF001  # kept with the user of a request
    return kept[1]


def may(user: User | AnonymousUser, action: Action, organ: Organ | None = None, *, below: bool = False) -> bool:
    """Tell whether somebody may take an action on an organ, or, where it is None, on the whole installation.

    With `below` on all that is below the organ, too. The whole installation needs the whole tree of running_organ.
    """
    roles = TABLE[action]
    return any(one.role in roles and _reaches(one, organ, below=below) for one in appointments(user))


def may_somewhere(user: User | AnonymousUser, action: Action) -> bool:
    """Tell whether there is any organ on which somebody may take an action."""
    return any(one.role in TABLE[action] for one in appointments(user))


def _reaches(one: Appointment, organ: Organ | None, *, below: bool) -> bool:
    if organ is None:
        return _runs(one)
    if _administers(one):
        return True
    if one.below:
        return bool(organ.path.startswith(one.organ.path))  # steps have one length, so a prefix is an ancestor
    return organ.pk == one.organ_id and not below


def _runs(one: Appointment) -> bool:
    return bool(one.below and one.organ.is_root() and one.organ_id == one.running)  # type: ignore[attr-defined]  # annotated by in_force


def _administers(one: Appointment) -> bool:
    """Tell whether an appointment is an administrator's over every tree of the installation."""
    return one.role in ADMINISTRATORS and _runs(one)


def administering(day: dt.date) -> Q:
    """Return the condition on an Appointment that it is an administrator's over every tree of the installation."""
    return holds_on(day) & Q(role__in=ADMINISTRATORS, below=True, organ__depth=1, organ=running_organ(day))


def within(user: User | AnonymousUser, action: Action | None = None, *, below: bool = False, at: str = "") -> Q:
    """Return the condition on an Organ that somebody may take an action on it; that they may see it where None.

    With `below` that they may do so on all that is below it, too. `at` is how a row of another kind gets to its
    organ, as filters write it: "organ__". That is much faster than asking for rows whose organ is among many.
    """
    roles = TABLE[action] if action is not None else EVERYBODY
    reached = [one for one in appointments(user) if one.role in roles and (one.below or not below)]
    if any(_administers(one) for one in reached):
        return Q(**{f"{at}pk__isnull": False})
    conditions = [
        Q(**{f"{at}path__startswith": one.organ.path}) if one.below else Q(**{f"{at}pk": one.organ_id})
        for one in reached
    ]
    return reduce(or_, conditions, Q(**{f"{at}pk__in": ()}))


def organs_for(user: User | AnonymousUser, action: Action | None = None, *, below: bool = False) -> QuerySet[Organ]:
    """Return the organs on which somebody may take an action, or which they may see, in the order of the tree.

    With `below` only those with all below which they may do so.
    """
    return Organ.objects.filter(within(user, action, below=below))  # type: ignore[no-any-return]  # treebeard has no types


def organ_or_404(user: User | AnonymousUser, action: Action, key: int) -> Organ:
    """Return an organ on which somebody may act.

    Raises Http404 where they may not even see it, and PermissionDenied where they may see it only.
    """
    organ = organs_for(user).filter(pk=key).first()
    if organ is None:
        raise Http404
    if not may(user, action, organ):
        raise PermissionDenied
    return organ


def signed_in(request: HttpRequest) -> User:
    """Return who is signed in, for actions that take `by`; raises PermissionDenied where nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def allowed(
    action: Action, *, everywhere: bool = False
) -> Callable[[Callable[Concatenate[HttpRequest, P], R]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Let only those into a page who may take an action somewhere; on the whole installation where `everywhere`.

    Who has not signed in is asked to; who may not is refused (403).
    """

    def guard(
        view: Callable[Concatenate[HttpRequest, P], R],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not (may(request.user, action) if everywhere else may_somewhere(request.user, action)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.action = action  # type: ignore[attr-defined]  # read by the walk over all routes
        return guarded

    return guard


def reference() -> Iterator[tuple[str, str, tuple[bool, ...]]]:
    """Yield the table as documentation prints it: each action, its Chinese title, and which roles may."""
    for action in Action:
        yield action.value, ACTIONS[action.value], tuple(role in TABLE[action] for role in Role)
