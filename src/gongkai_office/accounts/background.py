"""Background work about people."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.actions.unused import disable_unused, to_disable, to_warn, warn_unused
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.session_actions import forget_ended_sessions
from gongkai_office.accounts.words_signing_in import FORGET_SESSIONS
from gongkai_office.jobs.registry import Run, job, scheduled


@scheduled("accounts.disable_unused", at="03:20")
@job("accounts.disable_unused", words.DISABLE_UNUSED)
def disable_unused_accounts(run: Run) -> dict[str, Any]:
    """Warn who has not signed in for long, and disable the accounts of who was warned and still did not.

    Returns how many were warned, disabled, and kept because nobody else could grant roles. Done again, it finds
    nothing left to do.
    """
    now = timezone.now()
    due, late = list(to_disable(now)), list(to_warn(now))
    found = {"warned": 0, "disabled": 0, "kept": 0}
    for done, user in enumerate(due, 1):
        try:
            found["disabled"] += disable_unused(user, now=now)
        except Refused:
            found["kept"] += 1
        run.progress(done, len(due) + len(late), words.DISABLE_UNUSED_SAYS.format(done=done))
    for done, user in enumerate(late, len(due) + 1):
        found["warned"] += warn_unused(user, now=now) is not None
        run.progress(done, len(due) + len(late), words.DISABLE_UNUSED_SAYS.format(done=done))
    return found


@scheduled("accounts.forget_sessions", at="03:40")
@job("accounts.forget_sessions", FORGET_SESSIONS)
def forget_sessions(run: Run) -> dict[str, int]:  # noqa: ARG001  # one deletion has no progress
    """Delete the rows of sessions that are over."""
    return {"sessions": forget_ended_sessions()}
