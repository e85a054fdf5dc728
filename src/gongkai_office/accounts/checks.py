"""Settings of this room that name something which does not exist."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.people_words import AND
from gongkai_office.accounts.words import Role


@register("accounts")
def roles_exist(**_: Any) -> list[Error]:
    """Check that each role which asks for a second factor is one."""
    unknown = [role for role in settings.GONGKAI_SECOND_FACTOR_ROLES if role not in Role.values]
    known = AND.join(Role.values)
    return [Error(words.UNKNOWN_ROLE.format(role=role, known=known), id="accounts.E001") for role in unknown]


@register("accounts")
def resets_have_time(**_: Any) -> list[Error]:
    """Check that a second administrator has time to confirm the reset of an administrator's account."""
    return [] if settings.GONGKAI_RESET_HOURS else [Error(words.NO_TIME_FOR_RESETS, id="accounts.E002")]
