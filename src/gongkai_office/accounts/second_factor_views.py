"""Pages of the second factor: set it up, show a code, use a recovery code, get new ones."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp import login as mark_verified

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.forms import RecoveryForm, TokenForm
from gongkai_office.accounts.own_pages import SignedInRequest, own_page
from gongkai_office.accounts.second_factor import (
    as_file,
    is_required,
    is_verified,
    must_show_again,
    new_phone,
    phone_of,
    square,
    typed_key,
)
from gongkai_office.accounts.second_factor_actions import (
    pass_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
)
from gongkai_office.accounts.views import asked_for, next_page


@never_cache
@own_page
def set_up(request: SignedInRequest) -> HttpResponse:
    """Show the square that a phone scans, and take its first code; who has a phone shows a code of it before."""
    if not settings.GONGKAI_SECOND_FACTOR:
        return redirect("accounts:profile")
    if must_show_again(request.user, request.session):
        return _show_again("accounts:set_up_second_factor")
    user, form = request.user, TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token = "".join(form.cleaned_data["token"].split())
        try:
            phone, codes = set_up_second_factor(user, token=token, session=request.session, by=user)
        except AccountError as refused:
            form.add_error("token", refused.sentence)
        else:
            mark_verified(request, phone)
            request.session.cycle_key()
            return _codes(request, codes)
    phone = new_phone(user, request.session)
    said = {"form": form, "square": square(phone), "key": typed_key(phone), "next": asked_for(request)}
    said |= {"required": is_required(user), "renewed": phone_of(user) is not None}
    return render(request, "accounts/set_up_second_factor.html", said)


@never_cache
@own_page
def verify(request: SignedInRequest) -> HttpResponse:
    """Ask for the code that the phone shows now."""
    return _ask(request, TokenForm(request.POST or None), "accounts/second_factor.html")


@never_cache
@own_page
def recovery(request: SignedInRequest) -> HttpResponse:
    """Ask for a recovery code instead."""
    return _ask(request, RecoveryForm(request.POST or None), "accounts/recovery.html")


def _ask(request: SignedInRequest, form: TokenForm, page: str) -> HttpResponse:
    again = is_verified(request.user)
    if phone_of(request.user) is None or (again and not must_show_again(request.user, request.session)):
        return redirect(next_page(request))
    if request.method == "POST" and form.is_valid():
        try:
            pass_second_factor(request, request.user, token=form.cleaned_data["token"])
        except AccountError as refused:
            form.add_error("token", refused.sentence)
        else:
            return redirect(next_page(request))
    return render(request, page, {"form": form, "next": asked_for(request), "again": again})


def _show_again(page: str) -> HttpResponse:
    return redirect(f"{reverse('accounts:second_factor')}?next={reverse(page)}")


@never_cache
@require_POST
@own_page
def renew(request: SignedInRequest) -> HttpResponse:
    """Show new recovery codes, once, to who showed a code just now."""
    if phone_of(request.user) is None:
        return redirect("accounts:profile")
    if must_show_again(request.user, request.session):
        return _show_again("accounts:profile")
    return _codes(request, renew_recovery_codes(request.user, by=request.user))


def _codes(request: SignedInRequest, codes: list[str]) -> HttpResponse:
    said = {"codes": codes, "file": as_file(request.user, codes), "file_name": words.RECOVERY_FILE_NAME}
    return render(request, "accounts/recovery_codes.html", {**said, "next": next_page(request)})
