"""Signing in and out, and one's own account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.account_queries import events_of_account, security, sessions_of
from gongkai_office.accounts.forms import PasswordForm, SignInForm
from gongkai_office.accounts.gate import appointments
from gongkai_office.accounts.own_pages import SignedInRequest, own_page
from gongkai_office.accounts.password_actions import change_password
from gongkai_office.accounts.passwords import verdicts, why_change
from gongkai_office.accounts.session_actions import end_sessions
from gongkai_office.accounts.signing_in_actions import sign_in, sign_out
from gongkai_office.accounts.signing_in_errors import LockedOut, NotLetIn


def asked_for(request: HttpRequest) -> str:
    """Return the page that is to follow, as the request says it: not to be trusted."""
    return request.POST.get("next") or request.GET.get("next") or ""


def next_page(request: HttpRequest) -> str:
    """Return the page of this site that somebody asked for before, or the first page."""
    said = asked_for(request)
    own = url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=request.is_secure())
    return said if said and own else resolve_url(settings.LOGIN_REDIRECT_URL)


@never_cache
@sensitive_post_parameters("password")
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for name and password."""
    if request.user.is_authenticated:
        return redirect(next_page(request))
    form = SignInForm(request.POST or None)
    said = {"form": form, "next": asked_for(request)}
    if request.method == "POST" and form.is_valid():
        try:
            sign_in(request, **form.cleaned_data)
        except LockedOut as refused:
            return locked_out(request, refused)
        except NotLetIn as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect(next_page(request))
    said["single_sign_on"] = settings.GONGKAI_OIDC_TITLE if settings.GONGKAI_OIDC else ""
    said["ended"] = words.ENDED.get(request.GET.get("ended", ""), "")
    return render(request, "accounts/sign_in.html", said)


def locked_out(request: HttpRequest, refused: LockedOut) -> HttpResponse:
    """Say that signing in is shut, for how long, and whom to ask."""
    response = render(request, "accounts/locked_out.html", {"refused": refused}, status=429)
    if refused.seconds:
        response["Retry-After"] = str(refused.seconds)
    return response


@require_POST
@own_page
def leave(request: SignedInRequest) -> HttpResponse:
    """End the session."""
    sign_out(request)
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?ended=out")


@require_POST
@own_page
def stay(request: SignedInRequest) -> HttpResponse:  # noqa: ARG001  # that it was asked for is all: accounts.middleware
    """Let a session go on, though nothing was asked of it for a while."""
    return HttpResponse(status=204)


@never_cache
@sensitive_post_parameters()
@own_page
def password(request: SignedInRequest) -> HttpResponse:
    """Change one's own password."""
    user = request.user
    if not user.has_usable_password():
        return redirect("accounts:profile")
    form = PasswordForm(request, user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(user, new=form.cleaned_data["new"], session_key=request.session.session_key, by=user)
        update_session_auth_hash(request, user)
        messages.success(request, words.PASSWORD_CHANGED)
        return redirect(next_page(request) if request.POST.get("next") else "accounts:profile")
    if getattr(request, "axes_locked_out", False):
        sign_out(request)
        return redirect(f"{resolve_url(settings.LOGIN_URL)}?ended=locked")
    why = words.MUST_CHANGE.get(why_change(user) or "", "").format(days=settings.GONGKAI_PASSWORD_DAYS)
    said = {"form": form, "why": why, "verdicts": verdicts("", user), "next": asked_for(request)}
    return render(request, "accounts/change_password.html", said)


@require_POST
@sensitive_post_parameters()
@own_page
def password_rules(request: SignedInRequest) -> HttpResponse:
    """Say of each rule whether the password that is being typed keeps it: a part of the page."""
    said = {"verdicts": verdicts(request.POST.get("new", ""), request.user)}
    return render(request, "accounts/password_rules.html", said)


@never_cache
@own_page
def profile(request: SignedInRequest) -> HttpResponse:
    """Show one's own account: who one is, what one may do where, and where one is signed in."""
    said = {
        "appointments": appointments(request.user),
        "security": security(request.user),
        "sessions": sessions_of(request.user, request.session.session_key),
        "events": events_of_account(request.user),
    }
    return render(request, "accounts/profile.html", said)


@require_POST
@own_page
def end(request: SignedInRequest) -> HttpResponse:
    """End one's sessions on other devices: the one that is named, or all."""
    only = request.POST.get("session") or None
    ended = end_sessions(request.user, by=request.user, keep=request.session.session_key, only=only)
    messages.success(request, words.SESSION_ENDED if only else words.SESSIONS_ENDED.format(count=ended))
    return redirect("accounts:profile")
