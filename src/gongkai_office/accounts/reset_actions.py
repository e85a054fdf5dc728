"""Resets of administrators' accounts: asked for, confirmed, refused; each in one transaction, with one event."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.shortcuts import resolve_url
from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import AccountReset, User
from gongkai_office.accounts.reach import is_administrator, require_whole
from gongkai_office.accounts.resets import (
    ASKING,
    OPEN,
    administrators_over,
    confirmers,
    is_of_asking_kind,
    may_confirm,
    open_resets,
)
from gongkai_office.accounts.words import Reset, ResetState
from gongkai_office.audit.record import fields_of, record
from gongkai_office.notices.actions import notify

RECORDED = ("user", "what", "because", "state", "asked_by", "until")


@transaction.atomic
def ask_reset(user: User, *, what: Reset, because: str, by: User) -> AccountReset:
    """Ask that an administrator's password or second factor may be reset (申请重置), and tell who can confirm it.

    Raises OutOfReach, and Refused where a rule speaks against it or nobody could confirm it.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    require_whole(by, ASKING[what], user)
    _check_asking(user, what, because, by)
    now = timezone.now()
    user.resets.filter(what=what, state__in=OPEN, until__lte=now).update(state=ResetState.EXPIRED)
    until = now + dt.timedelta(hours=settings.GONGKAI_RESET_HOURS)
    reset = AccountReset(user=user, what=what, because=because.strip(), asked_by=by, asked_at=now, until=until)
    reset.save(force_insert=True)
    tell_administrators(user, words.RESET_ASKED, words.RESET_ASKED_TEXT, by=by, **_said(reset))
    _record("accounts.ask_reset", reset, by=by)
    return reset


def _check_asking(user: User, what: Reset, because: str, by: User) -> None:
    if by.pk == user.pk:
        raise Refused(words.ONESELF_PASSWORD if what == Reset.PASSWORD else words.ONESELF_FACTOR)
    if not is_administrator(user):
        raise Refused(words.NOT_AN_ADMINISTRATOR.format(name=user.name))
    if not because.strip():
        raise Refused(words.NO_REASON, field="because")
    if open_resets().filter(user=user, what=what).exists():
        raise Refused(words.RESET_OPEN.format(name=user.name, what=what.label))
    if not confirmers(user, what, asker=by):
        raise Refused(words.RESET_NOBODY.format(name=user.name))


@transaction.atomic
def confirm_reset(reset: AccountReset, *, by: User) -> AccountReset:
    """Confirm that an administrator's account may be reset by who asked for it (确认重置).

    Raises OutOfReach; Refused for the account's owner, for who is of the kind that asks, and where it is over.
    """
    reset = _opened(reset, by)
    if reset.state != ResetState.WAITING:
        raise Refused(words.RESET_ALREADY_CONFIRMED)
    if by.pk == reset.user_id:
        raise Refused(words.RESET_OF_ONESELF)
    if is_of_asking_kind(by, Reset(reset.what)) or not may_confirm(reset, by):
        raise Refused(words.RESET_SAME_KIND)
    reset.state, reset.confirmed_by, reset.confirmed_at = ResetState.CONFIRMED, by, timezone.now()
    reset.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    return _decided("accounts.confirm_reset", words.RESET_CONFIRMED_TEXT, reset, by)


@transaction.atomic
def refuse_reset(reset: AccountReset, *, by: User) -> AccountReset:
    """Refuse a reset of an administrator's account, or take one's own request back (不同意、撤回).

    Any administrator who reaches the account may, its owner too. Raises OutOfReach, and Refused where it is over.
    """
    reset = _opened(reset, by)
    reset.state = ResetState.REFUSED
    reset.save(update_fields=["state"])
    return _decided("accounts.refuse_reset", words.RESET_REFUSED_TEXT, reset, by)


def use_confirmation(user: User, *, what: Reset, by: User | None) -> AccountReset | None:
    """Use up the confirmation of a reset, as a part of the act that records it; None where none is needed.

    Nobody needs one for who is no administrator, and the server's own commands (None) need none. Raises Refused.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if by is None or not is_administrator(user):
        return None
    confirmed = open_resets().filter(user=user, what=what, asked_by=by, state=ResetState.CONFIRMED)
    reset = confirmed.select_for_update(of=("self",)).first()
    if reset is None:
        raise Refused(words.RESET_NOT_CONFIRMED.format(name=user.name, what=what.label))
    reset.state = ResetState.DONE
    reset.save(update_fields=["state"])
    return reset


def tell_done(reset: AccountReset, *, by: User) -> None:
    """Tell an administrator, and the others, that their account was reset; after all that the act locks."""
    tell_administrators(reset.user, words.RESET_DONE, words.RESET_DONE_TEXT, by=by, **_said(reset))


def tell_administrators(user: User, subject: str, text: str, *, by: User | None, **said: object) -> None:
    """Tell an account's owner and all administrators over it, but for who acts, what happened to the account."""
    told = [one for one in (user, *administrators_over(user.organ)) if by is None or one.pk != by.pk]
    known: dict[str, object] = {"name": user.name, "username": user.username, "by": by.name if by else "", **said}
    heading = subject.format(**known)
    first_page = resolve_url(settings.LOGIN_REDIRECT_URL)
    notify(
        to=told,
        subject=heading,
        outside=heading,
        text=text.format(**known),
        link=first_page,
        by=by,
        organ=user.organ_id,
        urgent=True,
    )


def _opened(reset: AccountReset, by: User) -> AccountReset:
    """Return a reset that is still open, locked. Raises OutOfReach, and Refused where it is over."""
    require_whole(by, Action.CONFIRM_RESETS, reset.user)
    opened = open_resets().filter(pk=reset.pk).select_for_update(of=("self",)).first()
    if opened is None:
        raise Refused(words.RESET_OVER)
    return opened


def _decided(verb: str, text: str, reset: AccountReset, by: User) -> AccountReset:
    if by.pk != reset.asked_by_id:
        said = _said(reset)
        notify(
            to=[reset.asked_by],
            subject=words.RESET_DECIDED.format(decided=ResetState(reset.state).label, **said),
            text=text.format(by=by.name, **said),
            link=resolve_url(settings.LOGIN_REDIRECT_URL),
            by=by,
            organ=reset.user.organ_id,
        )
    _record(verb, reset, by=by)
    return reset


def _said(reset: AccountReset) -> dict[str, object]:
    return {
        "name": reset.user.name,
        "username": reset.user.username,
        "what": Reset(reset.what).label,
        "because": reset.because,
        "until": timezone.localtime(reset.until).strftime("%Y-%m-%d %H:%M"),
        "confirmed_by": reset.confirmed_by.name if reset.confirmed_by else "",
    }


def _record(verb: str, reset: AccountReset, *, by: User) -> None:
    after = fields_of(reset, RECORDED, about_a_person=("because",))
    record(verb, reset, by=by, organ=reset.user.organ_id, after=after)
