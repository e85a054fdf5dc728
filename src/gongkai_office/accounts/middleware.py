"""What stands between a session and a page: the time it may last, a password to be changed, the second factor."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from gongkai_office.accounts.passwords import why_change
from gongkai_office.accounts.second_factor import what_is_due
from gongkai_office.accounts.sessions import by_single_sign_on, over, touch
from gongkai_office.accounts.signing_in_actions import sign_out

Answer = Callable[[HttpRequest], HttpResponse]
IN_BACKGROUND = "X-Background"  # a page that renews a part of itself says so: nobody is working there
SIGN_IN, VERIFY = "accounts:sign_in", "accounts:second_factor"
SET_UP, CHANGE = "accounts:set_up_second_factor", "accounts:change_password"
OPEN = {  # what works while something is due: its own pages, and signing out
    VERIFY: (VERIFY, "accounts:recovery", "accounts:sign_out"),
    CHANGE: (CHANGE, "accounts:password_rules", "accounts:sign_out"),
    SET_UP: (SET_UP, "accounts:sign_out"),
}


def nothing_is_kept(answer: Answer) -> Answer:
    """Tell browsers to keep no page of who is signed in: who sits down at the desk next goes back to none."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if not response.has_header("Cache-Control") and request.user.is_authenticated:
            response["Cache-Control"] = "private, no-store"
        return response

    return answered


def sessions_end(answer: Answer) -> Answer:
    """End a session that was idle or lasted for too long, and note that the others are in use."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            because = over(request.session)
            if because is not None:
                sign_out(request, because=because)
                return _to(SIGN_IN, request, ended=because.value)
            if not request.headers.get(IN_BACKGROUND):
                touch(request.session)
        return answer(request)

    return answered


def first_things_first(answer: Answer) -> Answer:
    """Let nobody work before they have shown their second factor, changed their password, set up what they must."""

    def answered(request: HttpRequest) -> HttpResponse:
        due = _due(request)
        if due is not None and request.path not in [reverse(page) for page in OPEN[due]]:
            return _to(due, request)
        return answer(request)

    return answered


def _due(request: HttpRequest) -> str | None:
    """Return the page that comes before all others; None where nothing is due."""
    if not request.user.is_authenticated:
        return None
    factor = what_is_due(request.user, request.session)
    if factor == "verify":
        return VERIFY
    if not by_single_sign_on(request.session) and why_change(request.user):
        return CHANGE
    return SET_UP if factor == "set_up" else None


def htmx_leaves(answer: Answer) -> Answer:
    """Let a part of a page that is sent to sign in take the whole page with it."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if not (getattr(request, "htmx", False) and isinstance(response, HttpResponseRedirect)):
            return response
        where = urlsplit(response.url)
        if where.path not in [reverse(page) for page in (SIGN_IN, VERIFY, CHANGE, SET_UP)]:
            return response
        query = QueryDict(where.query, mutable=True)
        query["next"] = _place(request)
        leave = HttpResponseClientRedirect(f"{where.path}?{query.urlencode()}")
        leave.cookies = response.cookies
        return leave

    return answered


def _to(page: str, request: HttpRequest, **said: str) -> HttpResponse:
    query = QueryDict(mutable=True)
    query.update({**said, "next": _place(request)})
    return redirect(f"{reverse(page)}?{query.urlencode()}")


def _place(request: HttpRequest) -> str:
    """Return the page that somebody was on, to come back to; never one of another site."""
    if request.headers.get("HX-Request"):
        seen = request.headers.get("HX-Current-URL", "")
    elif request.method == "GET":
        return request.get_full_path()
    else:
        seen = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(seen, {request.get_host()}, require_https=False):
        return ""
    parts = urlsplit(seen)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
