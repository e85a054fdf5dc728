"""What every page is told about its session."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from gongkai_office.accounts.sessions import BETWEEN_WRITES


def idle(request: HttpRequest) -> dict[str, int]:
    """Return after how many seconds without a request a session may be over; nothing where nobody is signed in.

    A minute early: the last note that the session is in use may be a minute old (accounts.sessions).
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not settings.GONGKAI_IDLE_MINUTES:
        return {}
    return {"idle_seconds": settings.GONGKAI_IDLE_MINUTES * 60 - int(BETWEEN_WRITES.total_seconds())}
