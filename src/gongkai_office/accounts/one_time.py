"""Passwords that are shown once and must be changed at the first sign-in (一次性密码)."""

from __future__ import annotations

import secrets
import string

# Signs that nobody mistakes for another when they are read out or written down.
UPPER = "".join(set(string.ascii_uppercase) - set("IOQ"))
LOWER = "".join(set(string.ascii_lowercase) - set("loq"))
DIGITS = "23456789"
GROUPS, A_GROUP = 4, 4


def one_time_password() -> str:
    """Return a fresh password of four groups, each with a capital, a small letter and a digit: about 80 bits."""
    return "-".join(_group() for _ in range(GROUPS))


def _group() -> str:
    every = UPPER + LOWER + DIGITS
    signs = [secrets.choice(UPPER), secrets.choice(LOWER), secrets.choice(DIGITS)]
    signs += [secrets.choice(every) for _ in range(A_GROUP - len(signs))]
    secrets.SystemRandom().shuffle(signs)
    return "".join(signs)
