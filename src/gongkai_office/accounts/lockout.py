"""When signing in is shut after failures, and until when (登录失败锁定).

An account is shut after GONGKAI_SIGN_IN_TRIES failures from wherever they came; an address only after many more:
behind one address there may be a whole county. Strangers who guess keep nobody out: where somebody signed in from
of late, as the log knows, their account is shut after as many failures from that address alone.
django-axes counts; its settings name functions of this module.
Names that were typed are kept as keyed digests, for some people type their password there.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai_office.accounts.models import User
from gongkai_office.audit.chain import personal
from gongkai_office.audit.context import origin
from gongkai_office.audit.models import Event

Attempts = QuerySet[Any]
KNOWN_FOR = dt.timedelta(days=90)


class Lockout(AxesDatabaseHandler):
    """Count failures of an account, and, with a limit of their own, those of an address."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        shut = self.that_shut(request, credentials)
        return max((settings.AXES_FAILURE_LIMIT, *map(_failures, shut))) if shut else 0

    def that_shut(self, request: HttpRequest, credentials: dict[str, Any] | None) -> list[Attempts]:
        """Return the failures because of which signing in is shut: of the account, of the address, both or none."""
        of_account, of_address = self.get_user_attempts(request, credentials)
        if _failures(of_account) >= settings.AXES_FAILURE_LIMIT and _is_known(request, credentials):
            of_account = of_account.filter(ip_address=address(request))
        limits = [(of_account, settings.AXES_FAILURE_LIMIT)]
        if settings.GONGKAI_SIGN_IN_TRIES_OF_ADDRESS and address(request):
            limits.append((of_address, settings.GONGKAI_SIGN_IN_TRIES_OF_ADDRESS))
        return [attempts for attempts, limit in limits if _failures(attempts) >= limit]

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget an account's failures after a success; those of others from the same address still count.

        Only those from here where its owner signed in before: strangers get no new tries whenever the owner comes.
        """
        of_account, _ = self.filter_user_attempts(request, credentials)
        if _is_known(request, credentials):
            of_account = of_account.filter(ip_address=address(request))
        return int(of_account.delete()[0])


def _is_known(request: HttpRequest, credentials: dict[str, Any] | None) -> bool:
    """Tell whether the owner of an account signed in from the same address of late."""
    user = User.objects.filter(username=(credentials or {}).get("username", "")).first()
    here, since = address(request), timezone.now() - KNOWN_FOR
    entered = Event.objects.filter(verb="accounts.sign_in", subject="accounts.user", recorded_at__gte=since)
    return bool(user and here and entered.filter(subject_id=str(user.pk), address=here).exists())


def _failures(attempts: Attempts) -> int:
    return attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0


def is_locked(request: HttpRequest, username: str) -> bool:
    """Tell whether signing in is shut for a name, or for the address that a request comes from."""
    return bool(AxesProxyHandler.is_locked(request, {"username": username}))


def locked_until(request: HttpRequest, username: str) -> dt.datetime | None:
    """Return when signing in is open again, where it is shut; None where somebody has to unlock it."""
    cool_off: dt.timedelta | None = settings.AXES_COOLOFF_TIME
    if cool_off is None:
        return None
    shut = AxesProxyHandler.get_implementation().that_shut(request, {"username": username})
    latest: list[dt.datetime] = [one.aggregate(latest=Max("attempt_time"))["latest"] for one in shut]
    return max(latest) + cool_off


def locked_accounts(usernames: list[str]) -> set[str]:
    """Return which of some accounts are shut now: for the list of people."""
    digests = {typed_name(None, {"username": one}): one for one in usernames}
    attempts = AccessAttempt.objects.filter(username__in=digests)
    if settings.AXES_COOLOFF_TIME is not None:
        attempts = attempts.filter(attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME)
    shut = attempts.values("username").annotate(failures=Sum("failures_since_start"))
    return {digests[one["username"]] for one in shut.filter(failures__gte=settings.AXES_FAILURE_LIMIT)}


def typed_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:  # noqa: ARG001  # of django-axes
    """Return what stands for a typed name in the table of attempts."""
    return personal((credentials or {}).get("username", ""))


def address(request: HttpRequest) -> str | None:
    """Return where a request comes from, as the log has it."""
    return origin.get().address or request.META.get("REMOTE_ADDR") or None


def is_elsewhere(request: HttpRequest, credentials: dict[str, Any] | None) -> bool:  # noqa: ARG001  # of django-axes
    """Tell whether a sign-in is another's to guard: the city's single sign-on sends no name."""
    return not (credentials or {}).get("username")


def answered(request: HttpRequest, response: HttpResponse, credentials: Any) -> HttpResponse:  # noqa: ARG001  # of django-axes
    """Return the page that a view has made: it says itself that signing in is shut."""
    return response
