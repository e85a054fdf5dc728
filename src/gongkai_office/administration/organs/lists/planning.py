"""A stored list and what it would do to the organs that somebody may change."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.files.models import StoredFile
from gongkai_office.files.purposes import add_purpose
from gongkai_office.files.words import State
from gongkai_office.organs.sheets.plan import Plan, plan_of
from gongkai_office.organs.sheets.table import read_table

PURPOSE = "organs.list"
add_purpose(PURPOSE, words.PURPOSE, ("xlsx", "csv"))


def list_or_404(user: User | AnonymousUser, key: int) -> StoredFile:
    """Return a list that somebody uploaded themselves; Http404 for any other file."""
    file = StoredFile.objects.filter(pk=key, purpose=PURPOSE, by=user.pk, state=State.ACCEPTED).first()
    if file is None:
        raise Http404(words.NO_FILE)
    return file


def planned(file: StoredFile, user: User | AnonymousUser, skipped: Collection[int] | None) -> Plan:
    """Return what a stored list would do; raises UnreadableList."""
    reach = organs_for(user, Action.IMPORT_ORGANS).select_related("system_superior", "competent_authority")
    at_top = may(user, Action.IMPORT_ORGANS)
    return plan_of(read_table(file.read()), reach, at_top=at_top, skipped=skipped, day=timezone.localdate())
