"""Lists that are uploaded, looked at, and written by a job once that is confirmed: who may go on with one."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from gongkai_office.accounts.gate import Action, organ_or_404, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.files.models import StoredFile
from gongkai_office.files.words import State


def own_lists(user: User | AnonymousUser, *, purpose: str) -> QuerySet[StoredFile]:
    """Return the lists that somebody uploaded themselves, the newest first."""
    return StoredFile.objects.filter(purpose=purpose, by=user.pk, state=State.ACCEPTED).exclude(organ=None)


def own_list_or_404(user: User | AnonymousUser, key: int, *, purpose: str, action: Action) -> StoredFile:
    """Return a list that somebody uploaded themselves, where they may still take the action on its organ.

    Raises Http404 for any other file, and PermissionDenied where they may only see its organ now.
    """
    file = own_lists(user, purpose=purpose).filter(pk=key).first()
    if file is None or file.organ is None:
        raise Http404
    organ_or_404(user, action, file.organ)
    return file


def topmost(user: User | AnonymousUser, action: Action) -> int | None:
    """Return the key of the highest organ on which somebody may take an action: a list belongs to it."""
    return organs_for(user, action).order_by("depth", "path").values_list("pk", flat=True).first()
