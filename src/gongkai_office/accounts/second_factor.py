"""The second factor (双因素认证): one-time codes from a phone (TOTP), and recovery codes for when it is lost.

Who holds one of GONGKAI_SECOND_FACTOR_ROLES must have it; anybody may. The devices are those of django-otp, with
its throttling; their keys are sealed, and a recovery code is kept as a keyed digest, for it opens the door as the
phone does.
"""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from urllib.parse import quote

import qrcode  # type: ignore[import-untyped]  # has no types of its own
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_static.models import StaticDevice
from qrcode.image.svg import SvgPathFillImage  # type: ignore[import-untyped]  # as above

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.gate import appointments
from gongkai_office.accounts.models import Phone, User
from gongkai_office.accounts.seals import seal
from gongkai_office.accounts.sessions import by_single_sign_on

CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none is read as another
KEY = "second_factor_sealed_key"
SHOWN = "second_factor_shown_at"  # seconds
FRESH = dt.timedelta(minutes=5)


def is_required(user: User) -> bool:
    """Tell whether one of somebody's roles of today asks for a second factor."""
    return any(one.role in settings.GONGKAI_SECOND_FACTOR_ROLES for one in appointments(user))


def phone_of(user: User) -> Phone | None:
    """Return the phone that somebody has set up."""
    phone: Phone | None = Phone.objects.filter(user=user, confirmed=True).first()
    return phone


def recovery_codes_left(user: User) -> int:
    """Return how many recovery codes somebody has not used."""
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def is_verified(user: User) -> bool:
    """Tell whether somebody has shown their second factor in this session: django-otp's middleware knows."""
    return getattr(user, "otp_device", None) is not None


def must_show_again(user: User, session: SessionBase) -> bool:
    """Tell whether somebody must show their second factor anew before it is replaced: a screen may be unlocked."""
    age = timezone.now().timestamp() - session.get(SHOWN, 0)
    return phone_of(user) is not None and age >= FRESH.total_seconds()


def what_is_due(user: User, session: SessionBase) -> str | None:
    """Say what stands between a password and work: "verify", "set_up", or None."""
    if not settings.GONGKAI_SECOND_FACTOR or is_verified(user):
        return None
    if settings.GONGKAI_OIDC_IS_SECOND_FACTOR and by_single_sign_on(session):
        return None
    if phone_of(user) is not None:
        return "verify"
    return "set_up" if is_required(user) else None


def new_phone(user: User, session: SessionBase) -> Phone:
    """Return the phone that is being set up; its key waits sealed in the session until a code proves it."""
    key = session.setdefault(KEY, seal(secrets.token_bytes(20), owner=user.pk))
    return Phone(user=user, name=words.DEVICE, key=key, confirmed=True)


def square(phone: Phone) -> str:
    """Return the square that a phone scans, as the address of an SVG picture."""
    picture = qrcode.make(phone.config_url, image_factory=SvgPathFillImage, border=2).to_string()
    return f"data:image/svg+xml;base64,{base64.b64encode(picture).decode()}"


def typed_key(phone: Phone) -> str:
    """Return the key for who cannot scan, in groups of four."""
    written = base64.b32encode(phone.bin_key).decode()
    return " ".join(written[at : at + 4] for at in range(0, len(written), 4))


def new_code() -> str:
    """Return a recovery code: ten characters, some 49 bits of chance."""
    code = "".join(secrets.choice(LETTERS) for _ in range(10))
    return f"{code[:5]}-{code[5:]}"


def digest(code: str) -> str:
    """Return what is kept of a recovery code; blanks, hyphens and case do not count."""
    bare = "".join(sign for sign in code.lower() if sign.isalnum())
    return salted_hmac("gongkai.recovery-code", bare, algorithm="sha256").hexdigest()[:16]


def as_file(user: User, codes: list[str]) -> str:
    """Return recovery codes as the address of a text file, so that they need not be kept here to be saved there."""
    text = words.RECOVERY_FILE.format(
        system=words.SYSTEM_NAME,
        username=user.username,
        at=timezone.localtime().strftime("%Y-%m-%d %H:%M"),
        codes="\n".join(codes),
    )
    return f"data:text/plain;charset=utf-8,{quote(text)}"
