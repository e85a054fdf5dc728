"""The page of a failure of ours: it needs no database and says under which number the failure is in the logs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from gongkai_office.audit.context import origin


def server_error(_request: HttpRequest) -> HttpResponse:
    """Show the number of the request, for whoever looks after the site."""
    return HttpResponse(render_to_string("500.html", {"number": origin.get().request}), status=500)
