"""Who somebody is, by name and password."""

from __future__ import annotations

from django.contrib.auth.backends import AllowAllUsersModelBackend
from django.utils import timezone

from gongkai_office.accounts.models import User


class Passwords(AllowAllUsersModelBackend):
    """Compare name and password, and keep out of a running session who may no longer sign in.

    A disabled account's right password is recognised, so that its owner can be told; signing in refuses it then.
    """

    def get_user(self, user_id: int) -> User | None:
        user = super().get_user(user_id)
        return user if isinstance(user, User) and is_usable(user) else None


def is_usable(user: User) -> bool:
    """Tell whether an account is neither disabled nor expired today."""
    return user.is_active and (user.expires_on is None or user.expires_on >= timezone.localdate())
