"""Pages that add many people at once: template, upload, preview with every bad line, who came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from gongkai_office.accounts import people_words
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.gate import Action, allowed, signed_in
from gongkai_office.accounts.models import User
from gongkai_office.accounts.queries import made_from, people_for
from gongkai_office.administration.people import words
from gongkai_office.administration.people.forms import ImportForm
from gongkai_office.administration.people.planning import IMPORT, PURPOSE, planned
from gongkai_office.administration.uploaded_lists import own_list_or_404, own_lists, topmost
from gongkai_office.administration.workbooks import Sheet, as_download
from gongkai_office.files.actions import accept
from gongkai_office.files.errors import FileError
from gongkai_office.files.models import StoredFile
from gongkai_office.jobs.actions import enqueue
from gongkai_office.jobs.models import Job

# As many on a page as are given passwords at once.
A_PAGE, LAST_LISTS = 50, 5


@allowed(Action.EDIT_PEOPLE)
def template(_request: HttpRequest) -> HttpResponse:
    """Give out an empty list of people to be filled in."""
    heads = [titles[0] for titles in people_words.IMPORT_COLUMNS.values()]
    sheet = Sheet(people_words.IMPORT_SHEET, heads, [people_words.IMPORT_TEMPLATE])
    return as_download("people-template", timezone.localdate(), sheet)


@never_cache
@allowed(Action.EDIT_PEOPLE)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a list in, to be looked at before anything is written."""
    user, form = signed_in(request), ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            organ = topmost(user, Action.EDIT_PEOPLE)
            file = accept(form.cleaned_data["file"], by=user, organ=organ, purpose=PURPOSE)
        except FileError as error:
            form.add_error("file", error.reason)
        else:
            return redirect("administration:preview_people", file=file.pk)
    shown = {"form": form, "lists": own_lists(user, purpose=PURPOSE)[:LAST_LISTS]}
    return render(request, "administration/people/import.html", shown)


@never_cache
@allowed(Action.EDIT_PEOPLE)
def preview(request: HttpRequest, file: int) -> HttpResponse:
    """Show what a list would do; queue the import once that is confirmed; then show how far it is, and who came."""
    stored = own_list_or_404(signed_in(request), file, purpose=PURPOSE, action=Action.EDIT_PEOPLE)
    job = Job.objects.filter(key=_key(stored)).first()
    shown: dict[str, Any] = {"file": stored, "job": job}
    if job is not None and not job.ended:
        return render(request, "administration/people/preview.html", shown)
    shown["page"] = Paginator(_made(stored, signed_in(request)), A_PAGE).get_page(request.GET.get("page"))
    try:
        plan = shown["plan"] = planned(stored, signed_in(request))
    except Refused as error:
        shown["unreadable"] = error.sentence
    else:
        if request.method == "POST" and plan.good:
            if request.POST.get("digest") == plan.digest:
                lines = [line.number for line in plan.good]
                enqueue(IMPORT, by=request.user, organ=stored.organ, key=_key(stored), file=file, lines=lines)
                return redirect("administration:preview_people", file=file)
            messages.warning(request, words.CHANGED_SINCE)
    return render(request, "administration/people/preview.html", shown)


def _key(file: StoredFile) -> str:
    return f"{IMPORT}:{file.pk}"


def _made(file: StoredFile, seen_by: User) -> QuerySet[User]:
    return people_for(seen_by, Action.EDIT_PEOPLE).filter(pk__in=made_from(file.pk)).order_by("pk")
