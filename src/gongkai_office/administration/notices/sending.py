"""Pages of sending: writing with a preview, what was sent and how it went, the list of phones."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai_office.accounts.gate import Action, allowed
from gongkai_office.administration.notices import words
from gongkai_office.administration.notices.forms import SendingFilter, WriteForm
from gongkai_office.administration.notices.queries import (
    Reach,
    filtered,
    phoned_by,
    reach_of,
    sending_or_404,
    visible_sendings,
    with_organ,
)
from gongkai_office.notices import actions
from gongkai_office.notices.errors import NothingFailed
from gongkai_office.notices.models import Sending
from gongkai_office.notices.queries import receivers_of, with_counts
from gongkai_office.pages.downloads import attachment
from gongkai_office.pages.spreadsheets import CSV, csv_lines

A_PAGE, PEOPLE_A_PAGE = 30, 100


@allowed(Action.SEND_NOTICES)
def write(request: HttpRequest) -> HttpResponse:
    """Write a reminder: first show whom it reaches, then send it."""
    form = WriteForm(request.user, request.POST or None)
    reach = reach_of(form) if request.method == "POST" and form.is_valid() else None
    if reach is not None and reach.people and "send" in request.POST:
        sending = _sent(request, form, reach)
        messages.success(request, words.SENT.format(count=len(reach.people)))
        return redirect("administration:sending", key=sending.pk)
    if reach is not None and "edit" not in request.POST:
        return render(request, "administration/notices/preview.html", {"form": form, "reach": reach})
    return render(request, "administration/notices/write.html", {"form": form})


def _sent(request: HttpRequest, form: WriteForm, reach: Reach) -> Sending:
    asked = form.cleaned_data
    return actions.notify(
        to=reach.people,
        subject=asked["subject"],
        text=asked["text"],
        outside=asked["subject"],
        by=request.user,
        organ=asked["organ"].pk,
        urgent=asked["urgent"],
    )


@allowed(Action.SEND_NOTICES)
def sendings(request: HttpRequest) -> HttpResponse:
    """List what was sent, with how many read it."""
    form = SendingFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    found = filtered(visible_sendings(request.user), asked, request.user)
    page = Paginator(with_organ(with_counts(found)), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/notices/sendings.html", {"page": page, "form": form})


@allowed(Action.SEND_NOTICES)
def sending(request: HttpRequest, key: int) -> HttpResponse:
    """Show what was sent and what became of it, person by person."""
    one = (
        with_organ(with_counts(visible_sendings(request.user)))
        .filter(pk=sending_or_404(request.user, key).pk)
        .get()
    )
    page = Paginator(receivers_of(one), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "administration/notices/sending.html", {"sending": one, "page": page})


@require_POST
@allowed(Action.SEND_NOTICES)
def retry(request: HttpRequest, key: int) -> HttpResponse:
    """Try again what could not be delivered."""
    one = sending_or_404(request.user, key)
    try:
        messages.success(request, words.RETRIED.format(count=actions.retry(one, by=request.user)))
    except NothingFailed as error:
        messages.info(request, error.reason)
    return redirect("administration:sending", key=key)


@never_cache
@allowed(Action.SEND_NOTICES)
def phones(request: HttpRequest, key: int) -> HttpResponse:
    """Show the text to copy, and whom to phone, those not reached first; that is logged."""
    one = sending_or_404(request.user, key)
    actions.show_phones(one, by=request.user)
    shown = {"sending": one, "people": phoned_by(request.user, one)}
    return render(request, "administration/notices/phones.html", shown)


@allowed(Action.SEND_NOTICES)
def phones_csv(request: HttpRequest, key: int) -> HttpResponse:
    """Give out the list of phones as CSV; that is logged."""
    one = sending_or_404(request.user, key)
    actions.show_phones(one, by=request.user)
    rows = [words.CSV_HEAD]
    for notice in phoned_by(request.user, one):
        reached = _yes(notice.read_at), _yes(getattr(notice, "went_out", False))
        rows.append((notice.to.name, notice.to.organ.name, notice.to.phone, *reached))
    return attachment(words.CSV_NAME.format(subject=one.subject), b"".join(csv_lines(rows)), CSV)


def _yes(value: object) -> str:
    return words.YES if value else words.NO
