"""Setting up, proving and removing the second factor: each verb is one use case, with one event."""

from __future__ import annotations

import math

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django_otp import login as mark_verified
from django_otp import verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken

from gongkai_office.accounts import people_words
from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action
from gongkai_office.accounts.models import Phone, User
from gongkai_office.accounts.reach import require_whole
from gongkai_office.accounts.reset_actions import tell_done, use_confirmation
from gongkai_office.accounts.second_factor import CODES, KEY, SHOWN, digest, new_code, new_phone, phone_of
from gongkai_office.accounts.session_actions import drop_sessions
from gongkai_office.accounts.signing_in_errors import TooManyTokens, WrongToken
from gongkai_office.accounts.words import Reset
from gongkai_office.audit.record import record


@transaction.atomic
def set_up_second_factor(user: User, *, token: str, session: SessionBase, by: User) -> tuple[Phone, list[str]]:
    """Keep the phone that is being set up once it has shown its code; return it and new recovery codes.

    A phone and codes of before are forgotten, and all other sessions end. Raises WrongToken.
    """
    phone = new_phone(user, session)
    Phone.objects.filter(user=user).delete()
    phone.save()
    if not phone.verify_token(token):
        raise WrongToken(words.WRONG_TOKEN, field="token")
    del session[KEY]
    codes = _renew_codes(user)
    ended = drop_sessions(user, keep=session.session_key)
    record("accounts.set_up_second_factor", user, by=by, organ=user.organ_id, after={"sessions_ended": ended})
    return phone, codes


def pass_second_factor(request: HttpRequest, user: User, *, token: str) -> None:
    """Let a session go on whose user has shown a code of the phone, or a recovery code.

    Raises WrongToken, and TooManyTokens while one has to wait after wrong ones.
    """
    typed = "".join(token.split())
    by_phone = typed.isdecimal() and len(typed) == 6
    device = phone_of(user) if by_phone else StaticDevice.objects.filter(user=user).first()
    passed = device is not None and _verify(user, device, typed if by_phone else digest(typed))
    with transaction.atomic():
        verb = "accounts.pass_second_factor" if passed else "accounts.second_factor_failed"
        record(verb, user, by=user, organ=user.organ_id, after={"how": "phone" if by_phone else "recovery_code"})
    if not passed:
        raise WrongToken(words.WRONG_TOKEN if by_phone else words.WRONG_RECOVERY_CODE, field="token")
    mark_verified(request, device)
    request.session[SHOWN] = timezone.now().timestamp()
    request.session.cycle_key()


def _verify(user: User, device: Device, token: str) -> bool:
    """Ask a device, one question at a time: django-otp locks its row, and counts what was wrong."""
    allowed, details = device.verify_is_allowed()
    if not allowed:
        wait = (details["locked_until"] - timezone.now()).total_seconds()
        raise TooManyTokens(max(1, math.ceil(wait)))
    return verify_token(user, device.persistent_id, token) is not None


@transaction.atomic
def renew_recovery_codes(user: User, *, by: User) -> list[str]:
    """Give somebody new recovery codes; those of before are void."""
    codes = _renew_codes(user)
    record("accounts.renew_recovery_codes", user, by=by, organ=user.organ_id, after={"codes": len(codes)})
    return codes


@transaction.atomic
def remove_second_factor(user: User, *, by: User) -> None:
    """Forget somebody's phone and recovery codes, and end their sessions: the phone was lost (解除动态口令).

    Raises OutOfReach, and Refused for one's own: nobody takes the second factor off their own door; and for an
    administrator's, until another administrator confirmed it (reset_actions).
    """
    require_whole(by, Action.RESET_SECOND_FACTOR, user)
    if by.pk == user.pk:
        raise Refused(people_words.ONESELF_FACTOR)
    reset = use_confirmation(user, what=Reset.SECOND_FACTOR, by=by)
    after = {"phones": drop_second_factor(user), "sessions_ended": drop_sessions(user)}
    if reset is not None:
        after["reset"] = reset.pk
        tell_done(reset, by=by)
    record("accounts.remove_second_factor", user, by=by, organ=user.organ_id, after=after)


def drop_second_factor(user: User) -> int:
    """Forget phones and recovery codes as a part of another act, which records it; return how many phones."""
    StaticDevice.objects.filter(user=user).delete()
    return int(Phone.objects.filter(user=user).delete()[0])


def _renew_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name=words.RECOVERY)
    codes = [new_code() for _ in range(CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=digest(code)) for code in codes)
    return codes
