"""Sessions that know whose they are, since when, when they were last used and from where (会话).

Django's session engine in the database; SESSION_ENGINE names this module. What a session says of itself is kept in
its data under the names below, and repeated in columns on every write, so that somebody's sessions can be listed
and ended. A page that is only looked at writes at most once a minute.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.dateparse import parse_datetime

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.models import Session, User

STARTED, SEEN, ADDRESS, AGENT = "started_at", "seen_at", "address", "agent"
BETWEEN_WRITES = dt.timedelta(minutes=1)


class End(StrEnum):
    """Why a session ended by itself."""

    IDLE = "idle"
    AGE = "age"


class SessionStore(DatabaseStore):
    """Keep sessions in the table of this room."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = super().create_model_instance(data)
        assert isinstance(row, Session)  # the model of above
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.started_at, row.seen_at = _moment(data.get(STARTED)), _moment(data.get(SEEN))
        row.address, row.agent = data.get(ADDRESS, ""), data.get(AGENT, "")
        return row


def begin(session: SessionBase, *, address: str, agent: str) -> None:
    """Write into a new session when it began, and from where."""
    now = timezone.now().isoformat()
    session.update({STARTED: now, SEEN: now, ADDRESS: address[:45], AGENT: agent[:255]})


def over(session: SessionBase) -> End | None:
    """Say why a session must end now; None where it goes on."""
    now = timezone.now()
    started, seen = _moment(session.get(STARTED)), _moment(session.get(SEEN))
    if (
        settings.GONGKAI_SESSION_HOURS
        and started
        and now - started >= dt.timedelta(hours=settings.GONGKAI_SESSION_HOURS)
    ):
        return End.AGE
    if settings.GONGKAI_IDLE_MINUTES and seen and now - seen >= dt.timedelta(minutes=settings.GONGKAI_IDLE_MINUTES):
        return End.IDLE
    return None


def touch(session: SessionBase) -> None:
    """Note that a session is in use, once a minute at most."""
    now = timezone.now()
    seen = _moment(session.get(SEEN))
    if seen is None or now - seen >= BETWEEN_WRITES:
        session[SEEN] = now.isoformat()
        session.setdefault(STARTED, now.isoformat())


def by_single_sign_on(session: SessionBase) -> bool:
    """Tell whether a session began at the city's single sign-on."""
    return str(session.get(BACKEND_SESSION_KEY, "")).startswith("gongkai_office.accounts.single_sign_on.")


def live(user: User) -> QuerySet[Session]:
    """Return somebody's sessions that would still be let in, the one used last first."""
    now = timezone.now()
    rows = Session.objects.filter(user=user, expire_date__gt=now)
    if settings.GONGKAI_IDLE_MINUTES:
        rows = rows.filter(seen_at__gt=now - dt.timedelta(minutes=settings.GONGKAI_IDLE_MINUTES))
    return rows


def name_of(key: str) -> str:
    """Return what a session is called on a page: not its key, which would open the door."""
    return salted_hmac("gongkai.session", key, algorithm="sha256").hexdigest()[:16]


def device(agent: str) -> str:
    """Return in words what a browser says of itself: 谷歌浏览器（Windows）."""
    browser = next((name for sign, name in words.BROWSERS if sign in agent), words.UNKNOWN_BROWSER)
    system = next((name for sign, name in words.SYSTEMS if sign in agent), "")
    return words.ON.format(browser=browser, system=system) if system else browser


def _moment(written: str | None) -> dt.datetime | None:
    return parse_datetime(written) if written else None
