"""Pages of lists of organs: template, upload, preview with every bad line, import, export."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongkai_office.accounts.gate import Action, allowed, organs_for
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.forms import OrganFilter, UploadForm
from gongkai_office.administration.organs.lists.planning import IMPORT, PURPOSE, list_or_404, planned
from gongkai_office.administration.organs.lists.previews import SKIP, preview_of
from gongkai_office.administration.organs.queries import listed
from gongkai_office.administration.uploaded_lists import topmost
from gongkai_office.files.actions import accept
from gongkai_office.files.errors import FileError
from gongkai_office.jobs.actions import enqueue
from gongkai_office.organs import words_sheets
from gongkai_office.organs.actions import record_export
from gongkai_office.organs.errors import UnreadableList
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets import book
from gongkai_office.pages.downloads import attachment
from gongkai_office.pages.spreadsheets import CSV, XLSX

_KINDS: dict[str, tuple[str, Callable[[Iterable[Organ]], bytes]]] = {
    "xlsx": (XLSX, book.list_as_xlsx),
    "csv": (CSV, book.list_as_csv),
}


@require_GET
@allowed(Action.IMPORT_ORGANS)
def template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # every view takes it
    """Give out the empty list with its explanations."""
    return attachment(f"{words_sheets.TEMPLATE_NAME}.xlsx", book.template(), XLSX)


@require_GET
@allowed(Action.SEE_ORGANS)
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Give out the organs that one may see, narrowed as the list is."""
    if kind not in _KINDS:
        raise Http404
    seen = organs_for(request.user, Action.SEE_ORGANS)
    found = list(listed(seen, OrganFilter(request.GET).wanted()))
    media, written = _KINDS[kind]
    if found:
        record_export(found[0], count=len(found), kind=kind, by=request.user)
    return attachment(f"{words_sheets.FILE_NAME}{timezone.localdate():%Y%m%d}.{kind}", written(found), media)


@allowed(Action.IMPORT_ORGANS)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a list in, to be looked at before anything is written."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            organ = topmost(request.user, Action.IMPORT_ORGANS)
            file = accept(form.cleaned_data["file"], by=request.user, organ=organ, purpose=PURPOSE)
        except FileError as error:
            form.add_error("file", error.reason)
        else:
            existing = form.cleaned_data["existing"]
            return redirect(reverse("administration:preview_organs", args=[file.pk]) + f"?existing={existing}")
    return render(request, "administration/organs/import.html", {"form": form, "columns": words_sheets.COLUMNS})


@allowed(Action.IMPORT_ORGANS)
def preview(request: HttpRequest, file: int) -> HttpResponse:
    """Show every bad line and all that would change; queue the import once that is confirmed."""
    stored = list_or_404(request.user, file)
    skips = request.GET.get("existing") == SKIP
    try:
        plan = planned(stored, request.user, None if skips else ())
    except UnreadableList as error:
        return render(request, "administration/organs/preview.html", {"file": stored, "unreadable": error.reason})
    shown = preview_of(plan, stored, request)
    if request.method == "POST" and shown["ready"]:
        if request.POST.get("digest") == plan.digest:
            job = enqueue(
                IMPORT, by=request.user, organ=stored.organ, key=f"{IMPORT}:{file}", file=file,
                skipped=list(plan.existing) if skips else [],
            )  # fmt: skip
            messages.success(request, words.IMPORT_QUEUED)
            return redirect("administration:job", key=job.pk)
        messages.warning(request, words.CHANGED_SINCE)
    return render(request, "administration/organs/preview.html", shown)


@require_GET
@allowed(Action.IMPORT_ORGANS)
def problems(request: HttpRequest, file: int) -> HttpResponse:
    """Give out every bad line of a list as a file to work through."""
    stored = list_or_404(request.user, file)
    try:
        plan = planned(stored, request.user, None if request.GET.get("existing") == SKIP else ())
    except UnreadableList:
        return redirect("administration:preview_organs", file=file)
    listed_problems = book.notes_as_csv(plan.problems, words.PROBLEM_HEAD)
    return attachment(f"{words_sheets.PROBLEMS_NAME}.csv", listed_problems, CSV)
