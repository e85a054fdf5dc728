"""The way back in when nobody is left who could help on a page: from the server's command line only."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.hashers import make_password
from django.db import transaction

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.models import User
from gongkai_office.accounts.password_actions import replace_password
from gongkai_office.accounts.passwords import make_one_time_password
from gongkai_office.accounts.reset_actions import tell_administrators
from gongkai_office.accounts.second_factor_actions import drop_second_factor
from gongkai_office.accounts.session_actions import drop_sessions
from gongkai_office.audit.chain import personal
from gongkai_office.audit.record import record


def recover_account(user: User) -> str:
    """Give an account a one-time password, without second factor and lock, and return it (应急恢复账号).

    No second person confirms it; the owner and all administrators over the account are told.
    """
    password = make_one_time_password()
    digest = make_password(password)  # slow by intent: outside of the transaction
    with transaction.atomic():
        user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        replace_password(user, digest, one_time=True)
        AxesProxyHandler.reset_attempts(username=personal(user.username))
        after = {"phones": drop_second_factor(user), "sessions_ended": drop_sessions(user)}
        tell_administrators(user, words.RECOVERED_SUBJECT, words.RECOVERED_TEXT, by=None)
        record("accounts.recover", user, by=None, organ=user.organ_id, after=after)
    return password
