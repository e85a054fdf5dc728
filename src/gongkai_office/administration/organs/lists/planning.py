"""A stored list and what it would do to the organs that somebody may change."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.administration.uploaded_lists import own_list_or_404
from gongkai_office.files.errors import FileError
from gongkai_office.files.models import StoredFile
from gongkai_office.files.purposes import add_purpose
from gongkai_office.organs.errors import UnreadableList
from gongkai_office.organs.sheets.plan import plan_of
from gongkai_office.organs.sheets.steps import Plan
from gongkai_office.organs.sheets.table import read_table

# The job that writes a list, and what a list is uploaded for.
IMPORT = "organs.import"
PURPOSE = "organs.list"
add_purpose(PURPOSE, words.PURPOSE, ("xlsx", "csv"))


def list_or_404(user: User | AnonymousUser, key: int) -> StoredFile:
    """Return a list that somebody uploaded themselves, for organs that they may still change (own_list_or_404)."""
    return own_list_or_404(user, key, purpose=PURPOSE, action=Action.IMPORT_ORGANS)


def planned(file: StoredFile, user: User | AnonymousUser, skipped: Collection[int] | None) -> Plan:
    """Return what a stored list would do; raises UnreadableList."""
    reach = organs_for(user, Action.IMPORT_ORGANS).select_related("system_superior", "competent_authority")
    at_top = may(user, Action.IMPORT_ORGANS)
    within = organs_for(user, Action.IMPORT_ORGANS, below=True)
    closed = set(reach.exclude(pk__in=within).values_list("pk", flat=True))
    try:
        data = file.read()
    except FileError as error:
        raise UnreadableList(error.reason) from error
    return plan_of(read_table(data), reach, at_top=at_top, day=timezone.localdate(), skipped=skipped, closed=closed)
