"""Pages of files: the list, uploading, one file, downloading, taking back."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai_office.accounts.gate import Action, allowed, may, may_somewhere
from gongkai_office.administration.files import words
from gongkai_office.administration.files.forms import FileFilter, UploadForm, WithdrawForm
from gongkai_office.administration.files.queries import (
    file_or_404,
    file_to_withdraw_or_404,
    filtered,
    organ_of_file,
    visible_files,
    withdrawing,
)
from gongkai_office.administration.files.serving import served
from gongkai_office.files import actions
from gongkai_office.files.errors import FileDamaged, FileError, NothingToWithdraw
from gongkai_office.files.models import StoredFile
from gongkai_office.files.names import taken
from gongkai_office.files.purposes import offered
from gongkai_office.files.uploading import TOO_LARGE
from gongkai_office.files.words import State
from gongkai_office.organs.queries import with_organs

A_PAGE = 50


@allowed(Action.SEE_FILES)
def files(request: HttpRequest) -> HttpResponse:
    """List the files that one may see."""
    form = FileFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(filtered(visible_files(request.user), asked), A_PAGE).get_page(request.GET.get("page"))
    uploading = may_somewhere(request.user, Action.UPLOAD_FILES)
    shown = {"page": page, "rows": with_organs(page), "form": form, "uploading": uploading}
    return render(request, "administration/files/list.html", shown)


@allowed(Action.UPLOAD_FILES)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file in, or say why not."""
    form = UploadForm(request.user, request.POST or None, request.FILES or None, initial=_own_organ(request.user))
    if request.META.get(TOO_LARGE):
        limit = settings.FILES["HEAVY_BYTES"] >> 20
        form.errors.pop("file", None)
        form.add_error("file", words.UPLOAD_TOO_LARGE.format(limit=limit))
    elif request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            file = actions.accept(asked["file"], by=request.user, organ=asked["organ"].pk, purpose=asked["purpose"])
        except FileError as error:
            form.add_error("file", error.reason)
        else:
            _told(request, file)
            return redirect("administration:file", key=file.pk)
    shown = {"form": form, "bounds": _bounds(), "limits": settings.FILES}
    return render(request, "administration/files/upload.html", shown)


def _own_organ(user: Any) -> dict[str, Any]:
    return {"organ": user.organ}


def _bounds() -> list[tuple[str, str]]:
    return [(purpose.title, taken(purpose)) for purpose in offered()]


def _told(request: HttpRequest, file: StoredFile) -> None:
    if file.remarks:
        messages.warning(request, words.ACCEPTED_WITH_REMARKS.format(name=file.name, count=len(file.remarks)))
    else:
        messages.success(request, words.ACCEPTED.format(name=file.name))


@allowed(Action.SEE_FILES)
def file(request: HttpRequest, key: int) -> HttpResponse:
    """Show one file: what it is, what was found in it."""
    one = file_or_404(request.user, key)
    organ = organ_of_file(one)
    kept = one.state == State.ACCEPTED
    withdrawable = may(request.user, withdrawing(one, request.user), organ)
    shown = {"file": one, "organ": organ, "kept": kept, "withdrawable": withdrawable}
    return render(request, "administration/files/file.html", shown)


@allowed(Action.SEE_FILES)
def download(request: HttpRequest, key: int) -> HttpResponse:
    """Give a file out; it is never shown in the page."""
    one = file_or_404(request.user, key)
    try:
        data = actions.download(one, by=request.user)
    except FileDamaged as error:
        messages.error(request, error.reason)
        return redirect("administration:file", key=key)
    return served(one, data)


@allowed(Action.UPLOAD_FILES)
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Take a file back that should not have been uploaded: one's own, or as who may withdraw those of others."""
    one = file_to_withdraw_or_404(request.user, key)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(one, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, words.WITHDRAWN.format(name=one.name))
        except NothingToWithdraw as error:
            messages.error(request, error.reason)
        return redirect("administration:file", key=key)
    return render(request, "administration/files/withdraw.html", {"file": one, "form": form})
