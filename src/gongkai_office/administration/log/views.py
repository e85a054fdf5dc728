"""Pages of the log: search, one event, export, the state of the chain."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gongkai_office.accounts.gate import Action, allowed, may
from gongkai_office.administration.log import exports, queries, words
from gongkai_office.administration.log.forms import ExportForm, LogFilter, period
from gongkai_office.audit.actions import export_head, note_export
from gongkai_office.audit.chain import SAID, canonical
from gongkai_office.audit.errors import LogError
from gongkai_office.jobs.actions import enqueue, key_of


@require_safe
@allowed(Action.READ_LOG)
def log(request: HttpRequest) -> HttpResponse:
    """Search the log: the newest events first."""
    form = LogFilter(request.GET or None, user=request.user)
    asked = form.cleaned_data if form.is_valid() else {}
    events = queries.searched(queries.visible(request.user), asked)
    window = queries.window(events, before=_number(request, "before"), after=_number(request, "after"))
    whole = may(request.user, Action.VERIFY_LOG)
    return render(
        request,
        "administration/log/list.html",
        {
            "form": form,
            "window": window,
            "whole": whole,
            "filtered": _filtered(asked),
            "more": any(name in form.errors or asked.get(name) for name in ("subject", "subject_id", "number")),
        },
    )


def _filtered(asked: dict[str, object]) -> bool:
    return any(value not in (None, "", False) for name, value in asked.items() if name != "below")


def _number(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 19 else None


@require_safe
@allowed(Action.READ_LOG)
def event(request: HttpRequest, number: int) -> HttpResponse:
    """Show one event: both sides of what changed, what its digest covers, and whether it holds."""
    events = queries.visible(request.user)
    one = events.filter(number=number).first()
    if one is None:
        raise Http404
    shown = {
        "row": queries.with_subjects(queries.named([one]))[0],
        "changed": queries.changed(one),
        "proof": queries.proof(one),
        "covered": canonical({field: getattr(one, field) for field in SAID}).decode(),
        "newer": events.filter(number__gt=number).order_by("number").values_list("number", flat=True).first(),
        "older": events.filter(number__lt=number).order_by("-number").values_list("number", flat=True).first(),
    }
    return render(request, "administration/log/event.html", shown)


@allowed(Action.EXPORT_LOG)
def export(request: HttpRequest) -> HttpResponseBase:
    """Take the log of a period out as a file; that it was taken is itself recorded."""
    form = ExportForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        since, until = period(said["since"], said["until"])
        chosen = exports.select(request.user, since, until, organ=said["organ"], below=said["below"])
        if not chosen.header.events:
            form.add_error(None, words.EMPTY_PERIOD)
        elif said["form"] == "xlsx" and chosen.header.events > exports.MOST_ROWS:
            form.add_error("form", words.TOO_MANY_ROWS.format(count=chosen.header.events, most=exports.MOST_ROWS))
        else:
            _note(request, said, chosen)
            return exports.as_file(chosen, said["form"])
    return render(request, "administration/log/export.html", {"form": form})


def _note(request: HttpRequest, said: dict[str, Any], chosen: exports.Selection) -> None:
    note_export(
        by=request.user,
        organ=exports.concerned(request.user, said["organ"]),
        form=said["form"],
        **chosen.header._asdict(),
    )


@never_cache
@require_safe
@allowed(Action.VERIFY_LOG, everywhere=True)
def chain(request: HttpRequest) -> HttpResponse:
    """Show the state of the chain; the part that changes alone where a script asks."""
    part = "administration/log/verification.html"
    shown = {"chain": queries.chain(), "path": settings.GONGKAI_HEADS}
    return render(request, part if request.htmx else "administration/log/chain.html", shown)  # type: ignore[attr-defined]  # set by django_htmx


@require_POST
@allowed(Action.VERIFY_LOG, everywhere=True)
def verify(request: HttpRequest) -> HttpResponse:
    """Queue a verification of the whole chain, unless one waits or runs, this or the scheduled one."""
    enqueue("audit.verify", by=request.user, key=key_of("audit.verify"))
    messages.success(request, words.QUEUED)
    return redirect("administration:log_chain")


@require_POST
@allowed(Action.VERIFY_LOG, everywhere=True)
def send_head(request: HttpRequest) -> HttpResponse:
    """Append the chain's head to the file outside, now."""
    try:
        line = export_head(settings.GONGKAI_HEADS, by=request.user)
    except LogError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, words.HEAD_EXPORTED.format(number=line.number))
    return redirect("administration:log_chain")
