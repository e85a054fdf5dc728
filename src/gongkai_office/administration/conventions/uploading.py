"""The page that takes a file of local conventions: what it would change is shown, and written once confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from gongkai_office.accounts.gate import Action, allowed, organ_or_404
from gongkai_office.administration.conventions import words
from gongkai_office.administration.conventions.forms import UploadForm
from gongkai_office.local_law.actions import choose_conventions
from gongkai_office.local_law.errors import LocalLawError
from gongkai_office.local_law.uploads import Plan, Stated, planned
from gongkai_office.organs.models import Organ

SALT, AN_HOUR = "conventions.upload", 3600


@never_cache
@allowed(Action.EDIT_CONVENTIONS)
def upload(request: HttpRequest, organ: int) -> HttpResponse:
    """Take a file and show what it would change; what was shown and confirmed is written."""
    one = organ_or_404(request.user, Action.EDIT_CONVENTIONS, organ)
    if "plan" in request.POST:
        return _confirmed(request, one, request.POST["plan"])
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _preview(request, one, form.stated, form.cleaned_data)
    return render(request, "administration/conventions/upload.html", {"organ": one, "form": form})


def _preview(
    request: HttpRequest, organ: Organ, stated: Mapping[str, Stated], said: Mapping[str, Any]
) -> HttpResponse:
    plan = planned(organ, stated, said["valid_from"])
    kept = {
        "organ": organ.pk,
        "stated": stated,
        "held": _held(plan),
        "source": said["source"],
        "document_number": said["document_number"],
        "valid_from": said["valid_from"].isoformat(),
    }
    shown = {"organ": organ, "plan": plan, "said": said, "kept": signing.dumps(kept, salt=SALT, compress=True)}
    return render(request, "administration/conventions/preview.html", shown)


def _confirmed(request: HttpRequest, organ: Organ, kept: str) -> HttpResponse:
    """Write what was shown; show it again where something else holds by now."""
    try:
        said = signing.loads(kept, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        said = {}
    if said.get("organ") != organ.pk:
        messages.error(request, words.STALE)
        return redirect("administration:upload_conventions", organ=organ.pk)
    stated = {key: Stated(*one) for key, one in said["stated"].items()}
    said["valid_from"] = dt.date.fromisoformat(said["valid_from"])
    plan = planned(organ, stated, said["valid_from"])
    if _held(plan) != said["held"]:
        messages.warning(request, words.CHANGED_SINCE)
        return _preview(request, organ, stated, said)
    rest = {name: said[name] for name in ("source", "document_number", "valid_from")}
    values = {change.now.key: change.value for change in plan.changes}
    try:
        rows = choose_conventions(organ, values, by=request.user, **rest)
    except LocalLawError as error:
        messages.error(request, str(error))
        return redirect("administration:upload_conventions", organ=organ.pk)
    messages.success(request, words.UPLOADED.format(count=len(rows), day=said["valid_from"]))
    return redirect("administration:conventions_of", organ=organ.pk)


def _held(plan: Plan) -> dict[str, Any]:
    """Return what holds now of the questions that would change."""
    return {change.now.key: change.now.value for change in plan.changes}
