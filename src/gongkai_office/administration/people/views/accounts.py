"""Pages that change accounts: added, changed, moved, disabled, enabled, given an end, unlocked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from gongkai_office.accounts.actions.people import (
    add_person,
    change_person,
    disable_person,
    enable_person,
    move_person,
    set_expiry,
)
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import Action, allowed, signed_in
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import person_or_404
from gongkai_office.accounts.reach import actions_on, ending_with_move, open_appointments
from gongkai_office.accounts.shown_once import keep_to_show
from gongkai_office.accounts.signing_in_actions import unlock
from gongkai_office.administration.people import words
from gongkai_office.administration.people.forms import (
    AddPersonForm,
    ChangePersonForm,
    ExpiryForm,
    MoveForm,
    ReasonForm,
    refuse,
)


def whole_or_refused(request: HttpRequest, key: int, action: Action) -> User:
    """Return a person on whose whole account one may act.

    Raises Http404 where one may not see them, PermissionDenied where one does not reach all that they hold.
    """
    one = person_or_404(signed_in(request), key)
    if action not in actions_on(one, by=signed_in(request)):
        raise PermissionDenied
    return one


@never_cache
@allowed(Action.EDIT_PEOPLE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a person, and lead to the page that shows the one-time password once."""
    form = AddPersonForm(signed_in(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = add_person(by=signed_in(request), **form.cleaned_data)
        except AccountError as error:
            refuse(form, error)
        else:
            return passwords_shown(request, [added])
    return render(request, "administration/people/add.html", {"form": form})


@allowed(Action.EDIT_PEOPLE)
def edit(request: HttpRequest, key: int) -> HttpResponse:
    """Change what is written about a person."""
    one = whole_or_refused(request, key, Action.EDIT_PEOPLE)
    initial = {name: getattr(one, name) or "" for name in ("name", "phone", "email", "single_sign_on")}
    form = ChangePersonForm(request.POST or None, initial=initial)
    if done(request, form, lambda: change_person(one, by=signed_in(request), **form.cleaned_data)):
        messages.success(request, words.SAVED.format(name=one.name))
        return redirect("administration:person", key=key)
    return render(request, "administration/people/edit.html", {"person": one, "form": form})


@allowed(Action.EDIT_PEOPLE)
def move(request: HttpRequest, key: int) -> HttpResponse:
    """Move a person to another organ; first tell which roles end with that."""
    one = whole_or_refused(request, key, Action.EDIT_PEOPLE)
    form = MoveForm(signed_in(request), request.POST or None)
    if done(request, form, lambda: move_person(one, to=form.cleaned_data["organ"], by=signed_in(request))):
        messages.success(request, words.MOVED.format(name=one.name, organ=form.cleaned_data["organ"]))
        return redirect("administration:person", key=key)
    ending = ending_with_move(one, one.organ) | open_appointments(one).filter(organ=one.organ)
    return render(request, "administration/people/move.html", {"person": one, "form": form, "ending": ending})


@allowed(Action.DISABLE_PEOPLE)
def disable(request: HttpRequest, key: int) -> HttpResponse:
    """Disable an account, with a reason."""
    one = whole_or_refused(request, key, Action.DISABLE_PEOPLE)
    form = ReasonForm(request.POST or None)
    if done(request, form, lambda: disable_person(one, by=signed_in(request), **form.cleaned_data)):
        messages.success(request, words.DISABLED.format(name=one.name))
        return redirect("administration:person", key=key)
    return render(request, "administration/people/disable.html", {"person": one, "form": form})


@allowed(Action.EDIT_PEOPLE)
def enable(request: HttpRequest, key: int) -> HttpResponse:
    """Enable an account again; first tell which roles count again with that."""
    one = whole_or_refused(request, key, Action.EDIT_PEOPLE)
    if request.method == "POST":
        return acted(request, one, lambda: enable_person(one, by=signed_in(request)), words.ENABLED)
    shown = {"person": one, "reviving": open_appointments(one)}
    return render(request, "administration/people/enable.html", shown)


@allowed(Action.EDIT_PEOPLE)
def expiry(request: HttpRequest, key: int) -> HttpResponse:
    """Set the last day of an account."""
    one = whole_or_refused(request, key, Action.EDIT_PEOPLE)
    form = ExpiryForm(request.POST or None, initial={"expires_on": one.expires_on})
    if done(request, form, lambda: set_expiry(one, on=form.cleaned_data["expires_on"], by=signed_in(request))):
        messages.success(request, words.SAVED.format(name=one.name))
        return redirect("administration:person", key=key)
    return render(request, "administration/people/expiry.html", {"person": one, "form": form})


@allowed(Action.UNLOCK_PEOPLE)
def unlock_person(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody sign in again before the lock ends."""
    one = whole_or_refused(request, key, Action.UNLOCK_PEOPLE)
    if request.method == "POST":
        return acted(request, one, lambda: unlock(one, by=signed_in(request)), words.UNLOCKED)
    return render(request, "administration/people/unlock.html", {"person": one})


def done(request: HttpRequest, form: Form, act: Callable[[], object]) -> bool:
    """Do what a form asks for; False where it was not sent, is not whole, or was refused."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except AccountError as error:
        refuse(form, error)
        return False
    return True


def acted(request: HttpRequest, one: User, act: Callable[[], object], says: str) -> HttpResponse:
    """Do something to a person, tell what came of it, and go back to their page."""
    try:
        act()
    except AccountError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, says.format(name=one.name))
    return redirect("administration:person", key=one.pk)


def passwords_shown(request: HttpRequest, given: Iterable[tuple[User, str]]) -> HttpResponse:
    """Lead to the page that shows one-time passwords once."""
    keep_to_show(request.session, given, by=signed_in(request))
    return redirect("administration:given_passwords")
