"""Which files somebody sees."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.files.models import StoredFile
from gongkai_office.files.purposes import private
from gongkai_office.organs.models import Organ


def visible_files(user: Any) -> QuerySet[StoredFile]:
    """Return the files of the organs whose files somebody may see; those of no organ where it is the whole site.

    Of those that are about people only one's own.
    """
    seen = Q(organ__in=organs_for(user, Action.SEE_FILES).values("pk"))
    if may(user, Action.SEE_FILES):
        seen |= Q(organ=None)
    others = Q(purpose__in=private()) & ~Q(by=user.pk)
    return StoredFile.objects.filter(seen).exclude(others).select_related("by")


def filtered(files: QuerySet[StoredFile], asked: dict[str, Any]) -> QuerySet[StoredFile]:
    """Return the files that a filter asks for."""
    if words := asked.get("q"):
        organs = Organ.objects.filter(name__icontains=words).values("pk")
        files = files.filter(Q(name__icontains=words) | Q(organ__in=organs))
    for name in ("state", "kind"):
        if asked.get(name):
            files = files.filter(**{name: asked[name]})
    if asked.get("sign") == "any":
        return files.exclude(signs="")
    return files.filter(signs__contains=asked["sign"]) if asked.get("sign") else files


def file_or_404(user: Any, key: int) -> StoredFile:
    """Return a file that somebody sees."""
    file = visible_files(user).filter(pk=key).first()
    if file is None:
        raise Http404
    return file


def file_to_withdraw_or_404(user: Any, key: int) -> StoredFile:
    """Return a file that somebody sees; PermissionDenied where they may not take it back."""
    file = file_or_404(user, key)
    if not may(user, withdrawing(file, user), organ_of_file(file)):
        raise PermissionDenied
    return file


def withdrawing(file: StoredFile, user: Any) -> Action:
    """Return the action that takes a file back: less is needed for what one uploaded oneself."""
    return Action.UPLOAD_FILES if file.by_id == user.pk else Action.WITHDRAW_FILES


def organ_of_file(file: StoredFile) -> Organ | None:
    """Return a file's organ; None where it is of the whole site."""
    return Organ.objects.filter(pk=file.organ).first() if file.organ else None
