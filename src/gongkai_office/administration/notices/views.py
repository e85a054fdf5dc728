"""Pages of one's own notices, and of how one wants to be reached."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from gongkai_office.accounts.gate import Action, may_somewhere
from gongkai_office.administration.marked import keys_of
from gongkai_office.administration.notices import words
from gongkai_office.administration.notices.forms import ChannelsForm
from gongkai_office.administration.notices.queries import notice_or_404, with_organ
from gongkai_office.notices import actions
from gongkai_office.notices.channels import channels
from gongkai_office.notices.models import Choice
from gongkai_office.notices.queries import inbox_of, unread_of

A_PAGE = 30


@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one's notices: those not read, or all."""
    every = request.GET.get("show") == "all"
    found = with_organ(inbox_of(request.user, unread_only=not every), "sending__organ")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    undo = request.GET.get("undo", "")
    shown = {
        "page": page,
        "every": every,
        "undo": undo if _moment(undo) else "",
        "sending": may_somewhere(request.user, Action.SEND_NOTICES),
        "unread_here": unread_of(request.user),
    }
    return render(request, "administration/notices/inbox.html", shown)


@login_required
def notice(request: HttpRequest, key: int) -> HttpResponse:
    """Show one notice; it is read thereby."""
    one = notice_or_404(request.user, key)
    actions.mark_read(by=request.user, notices=[one.pk])
    return render(request, "administration/notices/notice.html", {"notice": one, "sending": one.sending})


@require_POST
@login_required
def mark_read(request: HttpRequest) -> HttpResponse:
    """Mark the chosen notices as read, or all; it can be undone."""
    chosen = keys_of(request.POST.getlist("notice"))
    now = timezone.now()
    count = actions.mark_read(by=request.user, notices=None if "all" in request.POST else chosen, at=now)
    messages.success(request, words.MARKED_READ.format(count=count))
    query = {"show": "all"} if request.POST.get("show") == "all" else {}
    if count:
        query["undo"] = now.isoformat()
    return redirect(f"{_inbox()}?{urlencode(query)}")


@require_POST
@login_required
def undo(request: HttpRequest) -> HttpResponse:
    """Make unread again what was marked as read at one moment."""
    at = _moment(request.POST.get("at", ""))
    if at is None:
        raise Http404
    messages.success(request, words.MARKED_UNREAD.format(count=actions.mark_unread(by=request.user, at=at)))
    return redirect(_inbox())


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Choose by which channels one is reminded besides the page."""
    reachable = actions.reachable_by(request.user)  # type: ignore[arg-type]  # signed in
    form = ChannelsForm(reachable, request.POST or None, initial={"channels": _chosen(request)})
    if request.method == "POST" and form.is_valid():
        actions.choose_channels(by=request.user, wanted=form.cleaned_data["channels"])
        messages.success(request, words.CHOSEN)
        return redirect("administration:choose_channels")
    missing = [channel.title for name, channel in channels().items() if name not in reachable]
    shown = {"form": form, "reachable": reachable, "missing": missing, "rules": settings.NOTICES}
    return render(request, "administration/notices/choose.html", shown)


def _chosen(request: HttpRequest) -> list[str]:
    choice = Choice.objects.filter(to=request.user.pk).first()
    return choice.channels if choice is not None else list(settings.NOTICES["DEFAULT"])


def _inbox() -> str:
    return reverse("administration:inbox")


def _moment(said: str) -> dt.datetime | None:
    try:
        at = parse_datetime(said)
        return at.astimezone(dt.UTC) if at is not None and timezone.is_aware(at) else None
    except (ValueError, OverflowError):  # no moment, or one before all others
        return None
