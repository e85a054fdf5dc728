"""A stored list and what it would do to the organs that somebody may change."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organ_or_404, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.files.errors import FileError
from gongkai_office.files.models import StoredFile
from gongkai_office.files.purposes import add_purpose
from gongkai_office.files.words import State
from gongkai_office.organs.sheets.plan import plan_of
from gongkai_office.organs.sheets.steps import Plan
from gongkai_office.organs.sheets.table import UnreadableList, read_table

# The job that writes a list, and what a list is uploaded for.
IMPORT = "organs.import"
PURPOSE = "organs.list"
add_purpose(PURPOSE, words.PURPOSE, ("xlsx", "csv"))


def list_or_404(user: User | AnonymousUser, key: int) -> StoredFile:
    """Return a list that somebody uploaded themselves, for organs that they may still change.

    Raises Http404 for any other file, and PermissionDenied where they may only see its organ now.
    """
    file = StoredFile.objects.filter(pk=key, purpose=PURPOSE, by=user.pk, state=State.ACCEPTED).first()
    if file is None or file.organ is None:
        raise Http404(words.NO_FILE)
    organ_or_404(user, Action.IMPORT_ORGANS, file.organ)
    return file


def topmost(user: User | AnonymousUser) -> int | None:
    """Return the key of the highest organ for which somebody may take lists in: a list belongs to it."""
    return organs_for(user, Action.IMPORT_ORGANS).order_by("depth", "path").values_list("pk", flat=True).first()


def planned(file: StoredFile, user: User | AnonymousUser, skipped: Collection[int] | None) -> Plan:
    """Return what a stored list would do; raises UnreadableList."""
    reach = organs_for(user, Action.IMPORT_ORGANS).select_related("system_superior", "competent_authority")
    at_top = may(user, Action.IMPORT_ORGANS)
    try:
        data = file.read()
    except FileError as error:
        raise UnreadableList(error.reason) from error
    return plan_of(read_table(data), reach, at_top=at_top, skipped=skipped, day=timezone.localdate())
