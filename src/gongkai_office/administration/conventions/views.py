"""Pages of local conventions: all of an organ's, one with its history, the file."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gongkai.law.local_conventions.template import template
from gongkai_office.accounts.gate import Action, allowed, may, organ_or_404, organs_for
from gongkai_office.administration.conventions import words
from gongkai_office.administration.conventions.forms import ConventionForm
from gongkai_office.audit.record import Actor
from gongkai_office.local_law import actions, queries
from gongkai_office.local_law.errors import LocalLawError
from gongkai_office.local_law.models import ConventionChoice
from gongkai_office.local_law.values import told
from gongkai_office.organs.models import Organ
from gongkai_office.pages.downloads import attachment

MOST = 50


@allowed(Action.SEE_CONVENTIONS)
def find(request: HttpRequest) -> HttpResponse:
    """Go to the conventions of the organ one works for, or find another organ's."""
    seen = organs_for(request.user, Action.SEE_CONVENTIONS)
    wanted = request.GET.get("organ", "").replace("\0", " ").strip()
    if not wanted and "organ" not in request.GET:
        own = seen.filter(pk=request.user.organ_id).first() or seen.first()  # type: ignore[union-attr]  # signed in
        if own is not None:
            return redirect("administration:conventions_of", organ=own.pk)
    found = seen.filter(name__contains=wanted)[:MOST]
    return render(request, "administration/conventions/find.html", {"found": found, "wanted": wanted})


@allowed(Action.SEE_CONVENTIONS)
def conventions(request: HttpRequest, organ: int) -> HttpResponse:
    """Show every convention of an organ by subject, with where it comes from."""
    one = organ_or_404(request.user, Action.SEE_CONVENTIONS, organ)
    on = _day(request)
    settled = queries.in_force(one, on)
    only = request.GET.get("only", "")
    kept = [convention for convention in settled if only != "chosen" or convention.choice]
    shown = {
        "organ": one,
        "on": on,
        "today": timezone.localdate(),
        "subjects": list(queries.by_subject(kept)),
        "total": len(settled),
        "chosen": sum(convention.choice is not None for convention in settled),
        "only": only,
        "editable": may(request.user, Action.EDIT_CONVENTIONS, one),
    }
    return render(request, "administration/conventions/list.html", shown)


@allowed(Action.SEE_CONVENTIONS)
def convention(request: HttpRequest, organ: int, key: str) -> HttpResponse:
    """Show one convention with its history; change it, where one may."""
    one = organ_or_404(request.user, Action.SEE_CONVENTIONS, organ)
    settled = _settled(one, key)
    editable = may(request.user, Action.EDIT_CONVENTIONS, one)
    if request.method == "POST" and not editable:
        raise PermissionDenied
    form = ConventionForm(request.POST or None, key=key, value=settled.value) if editable else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            row = _choose(one, key, form, by=request.user)
        except LocalLawError as error:
            form.add_error(None, str(error))
        else:
            said = words.SAVED.format(
                question=settled.words.question, told=told(key, row.value), day=row.valid_from
            )
            messages.success(request, said)
            return redirect("administration:conventions_of", organ=one.pk)
    shown = {"organ": one, "settled": settled, "form": form, "history": queries.history(one, key)}
    return render(request, "administration/conventions/convention.html", shown)


@allowed(Action.EDIT_CONVENTIONS)
def withdraw(request: HttpRequest, organ: int, choice: int) -> HttpResponse:
    """Show what would hold without a choice that was made by mistake, and withdraw it once that is confirmed."""
    one = organ_or_404(request.user, Action.EDIT_CONVENTIONS, organ)
    row = get_object_or_404(ConventionChoice.objects.select_related("set_by"), pk=choice, organ=one)
    if request.method != "POST" and row.withdrawn_at is None:
        shown = {"organ": one, "row": row, "told": told(row.key, row.value), "settled": _settled(one, row.key)}
        shown["periods"] = queries.without(row)
        return render(request, "administration/conventions/withdraw.html", shown)
    try:
        actions.withdraw_choice(row, by=request.user)
    except LocalLawError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, words.WITHDRAWN)
    return redirect("administration:convention", organ=one.pk, key=row.key)


@allowed(Action.SEE_CONVENTIONS)
def export(request: HttpRequest, organ: int) -> HttpResponse:
    """Hand out the conventions of an organ as the file that the command line reads."""
    one = organ_or_404(request.user, Action.SEE_CONVENTIONS, organ)
    text = template(queries.conventions_for(one, _day(request)))
    name = words.FILE_NAME.format(organ=one.name)
    return attachment(name, text.encode(), "application/toml; charset=utf-8")


def _settled(organ: Organ, key: str) -> queries.InForce:
    found = [one for one in queries.in_force(organ, timezone.localdate()) if one.key == key]
    if not found:
        raise Http404
    return found[0]


def _choose(organ: Organ, key: str, form: ConventionForm, *, by: Actor) -> ConventionChoice:
    said = form.cleaned_data
    return actions.choose_convention(
        organ,
        key=key,
        value=said["value"],
        source=said["source"],
        document_number=said["document_number"],
        valid_from=said["valid_from"],
        by=by,
    )


def _day(request: HttpRequest) -> dt.date:
    try:
        return dt.date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return timezone.localdate()
