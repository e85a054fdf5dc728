"""Pages that give out passwords and forget phones: at once, or by four eyes where it is an administrator's."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.gate import Action, allowed, signed_in
from gongkai_office.accounts.models import AccountReset, User
from gongkai_office.accounts.password_actions import reset_password, reset_passwords
from gongkai_office.accounts.queries import people_for
from gongkai_office.accounts.reach import actions_on, is_administrator
from gongkai_office.accounts.reset_actions import ask_reset, confirm_reset, refuse_reset
from gongkai_office.accounts.resets import four_eyes, is_open, may_confirm
from gongkai_office.accounts.second_factor_actions import remove_second_factor
from gongkai_office.accounts.shown_once import take_to_show
from gongkai_office.accounts.words import Reset, ResetState
from gongkai_office.administration.marked import keys_of
from gongkai_office.administration.people import words
from gongkai_office.administration.people.forms import AskResetForm
from gongkai_office.administration.people.views.accounts import acted, done, passwords_shown, whole_or_refused

AT_ONCE = 50
PAGES = {
    Reset.PASSWORD: "administration:reset_password",
    Reset.SECOND_FACTOR: "administration:remove_second_factor",
}


@never_cache
@allowed(Action.EDIT_PEOPLE)
def password(request: HttpRequest, key: int) -> HttpResponse:
    """Give out a one-time password, and lead to the page that shows it once."""
    one = whole_or_refused(request, key, Action.EDIT_PEOPLE)
    stands = four_eyes(one, Reset.PASSWORD, by=signed_in(request))
    if not stands.ready:
        return _ask(request, one, Reset.PASSWORD, stands.reset)
    if request.method == "POST":
        try:
            return passwords_shown(request, [(one, reset_password(one, by=signed_in(request)))])
        except AccountError as error:
            messages.error(request, error.sentence)
            return redirect("administration:person", key=key)
    return render(request, "administration/people/password.html", {"person": one, "reset": stands.reset})


@allowed(Action.RESET_SECOND_FACTOR)
def second_factor(request: HttpRequest, key: int) -> HttpResponse:
    """Forget somebody's phone, so that they set up another."""
    one = whole_or_refused(request, key, Action.RESET_SECOND_FACTOR)
    stands = four_eyes(one, Reset.SECOND_FACTOR, by=signed_in(request))
    if not stands.ready:
        return _ask(request, one, Reset.SECOND_FACTOR, stands.reset)
    if request.method == "POST":
        return acted(
            request, one, lambda: remove_second_factor(one, by=signed_in(request)), words.SECOND_FACTOR_REMOVED
        )
    return render(request, "administration/people/second_factor.html", {"person": one, "reset": stands.reset})


@never_cache
@allowed(Action.EDIT_PEOPLE)
def passwords(request: HttpRequest) -> HttpResponse:
    """Give out one-time passwords to all who were marked in the list, but for administrators."""
    keys = keys_of([*request.GET.getlist("person"), *request.POST.getlist("person")])
    people = people_for(signed_in(request), Action.EDIT_PEOPLE).filter(pk__in=keys[:AT_ONCE], is_active=True)
    others = people.exclude(pk=signed_in(request).pk)
    reached = [one for one in others if Action.EDIT_PEOPLE in actions_on(one, by=signed_in(request))]
    apart = [one for one in reached if is_administrator(one)]
    plain = [one for one in reached if one not in apart]
    if apart:
        names = words.AND.join(one.name for one in apart)
        messages.warning(request, words.ADMINISTRATORS_APART.format(names=names))
    elif not plain:
        messages.warning(request, words.NOBODY_MARKED_FOR_PASSWORDS)
    if not plain:
        return redirect("administration:people")
    if request.method == "POST":
        given = reset_passwords(plain, by=signed_in(request))
        for one, sentence in given.refused:
            messages.error(request, words.NO_PASSWORD_FOR.format(name=one.name, sentence=sentence))
        return passwords_shown(request, given.passwords)
    return render(request, "administration/people/passwords.html", {"people": plain})


@never_cache
@allowed(Action.EDIT_PEOPLE)
def given_passwords(request: HttpRequest) -> HttpResponse:
    """Show the one-time passwords that were just given out, once."""
    user = signed_in(request)
    waiting = take_to_show(request.session, by=user)
    people = people_for(user, Action.EDIT_PEOPLE).filter(pk__in=waiting).order_by("organ__path", "username")
    given = [(one, waiting[one.pk]) for one in people]
    if not given:
        messages.warning(request, words.NO_PASSWORDS_TO_SHOW)
        return redirect("administration:people")
    return render(request, "administration/people/passwords_shown.html", {"given": given})


@allowed(Action.CONFIRM_RESETS)
def decide(request: HttpRequest, key: int) -> HttpResponse:
    """Show the reset of an administrator's account that somebody asked for; confirm it or refuse it."""
    reset = get_object_or_404(
        AccountReset.objects.select_related("user__organ", "asked_by", "confirmed_by"), pk=key
    )
    one, by = whole_or_refused(request, reset.user_id, Action.CONFIRM_RESETS), signed_in(request)
    if request.method == "POST":
        confirmed = request.POST.get("decision") == "confirm"
        act, says = (confirm_reset, words.RESET_CONFIRMED) if confirmed else (refuse_reset, words.RESET_REFUSED)
        return acted(request, one, lambda: act(reset, by=by), says)
    shown = {
        "person": one,
        "reset": reset,
        "open": is_open(reset),
        "confirming": is_open(reset) and reset.state == ResetState.WAITING and may_confirm(reset, by),
        "own": reset.asked_by_id == by.pk,
        "page": reverse(PAGES[Reset(reset.what)], args=[one.pk]),
    }
    return render(request, "administration/people/reset.html", shown)


def _ask(request: HttpRequest, one: User, what: Reset, reset: AccountReset | None) -> HttpResponse:
    """Ask that an administrator's account may be reset; where that was done, show how it stands."""
    if reset is not None:
        return redirect("administration:account_reset", key=reset.pk)
    form = AskResetForm(request.POST or None)
    if done(request, form, lambda: ask_reset(one, what=what, by=signed_in(request), **form.cleaned_data)):
        messages.success(request, words.RESET_ASKED.format(name=one.name, what=what.label))
        return redirect("administration:person", key=one.pk)
    return render(request, "administration/people/ask_reset.html", {"person": one, "what": what, "form": form})
