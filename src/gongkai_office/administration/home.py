"""The first page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai_office.accounts.gate import appointments, signed_in
from gongkai_office.administration.notices.queries import with_organ
from gongkai_office.administration.waiting import waiting_for
from gongkai_office.notices.queries import inbox_of

NEWEST = 5


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits for who is signed in, their newest reminders, and what they may do where."""
    user = signed_in(request)
    shown = {
        "waiting": waiting_for(user),
        "reminders": with_organ(inbox_of(user, unread_only=True), "sending__organ")[:NEWEST],
        "appointments": appointments(user),
    }
    return render(request, "administration/home.html", shown)
