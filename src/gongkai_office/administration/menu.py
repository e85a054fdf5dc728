"""The menu at the side of every page: what somebody may open."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from gongkai_office.accounts.gate import Action, may_somewhere
from gongkai_office.administration import words
from gongkai_office.notices.queries import unread_of


class Item(NamedTuple):
    """One entry: where it leads, its title, what one must be allowed to do somewhere; None for everybody."""

    route: str
    title: str
    action: Action | None


MENU: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        words.WORK,
        (
            Item("administration:home", words.HOME, None),
            Item("administration:inbox", words.INBOX, None),
            Item("administration:sendings", words.NOTICES, Action.SEND_NOTICES),
            Item("administration:files", words.FILES, Action.SEE_FILES),
            Item("administration:my_jobs", words.MY_JOBS, None),
        ),
    ),
    (
        words.PEOPLE_AND_ORGANS,
        (
            Item("administration:organs", words.ORGANS, Action.SEE_ORGANS),
            Item("administration:people", words.PEOPLE, Action.SEE_PEOPLE),
            Item("administration:access_reviews", words.ACCESS_REVIEW, Action.SEE_ACCESS_REVIEW),
        ),
    ),
    (
        words.LOCAL_LAW,
        (
            Item("administration:calendar", words.CALENDAR, Action.SEE_CALENDAR),
            Item("administration:conventions", words.CONVENTIONS, Action.SEE_CONVENTIONS),
        ),
    ),
    (words.AUDIT, (Item("administration:log", words.LOG, Action.READ_LOG),)),
    (
        words.SYSTEM,
        (
            Item("administration:health", words.HEALTH, Action.SEE_HEALTH),
            Item("administration:jobs", words.JOBS, Action.SEE_JOBS),
        ),
    ),
)


def menu(request: HttpRequest) -> dict[str, Any]:
    """Return the menu of who is signed in, for every template."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demo": settings.DEMO}
    groups = []
    for title, items in MENU:
        shown = [
            {"title": item.title, "url": url, "current": _current(request.path, url)}
            for item in items
            if item.action is None or may_somewhere(user, item.action)
            for url in (reverse(item.route),)
        ]
        if shown:
            groups.append({"title": title, "items": shown})
    return {"menu": groups, "demo": settings.DEMO, "unread": unread_of(user)}


def _current(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
