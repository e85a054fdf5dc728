"""The health page, and what machines ask: does the process live, can it work, what are its figures."""

from __future__ import annotations

import ipaddress
import secrets

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from gongkai_office.accounts.gate import Action, allowed
from gongkai_office.administration.health import words
from gongkai_office.administration.health.checks import all_checks
from gongkai_office.administration.health.facts import facts
from gongkai_office.administration.health.measuring import figures
from gongkai_office.administration.health.words import State

KEPT_AS, KEPT_S = "health.ready", 5


@allowed(Action.SEE_HEALTH, everywhere=True)
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Show all checks, what is wrong first, and what the installation is."""
    checks = all_checks()
    wrong = [check for check in checks if check.state != State.GOOD]
    shown = {"checks": checks, "wrong": wrong, "facts": facts(), "bad": any(c.state == State.BAD for c in checks)}
    return render(request, "administration/health/health.html", shown)


@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """Tell that the process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Tell whether the installation can do its work, 503 where it cannot; monitoring systems learn the reasons."""
    # Anybody may ask, and the checks cost queries and a write to the disk.
    checks = cache.get_or_set(KEPT_AS, all_checks, KEPT_S) or []
    stops = [check for check in checks if check.stops and check.state == State.BAD]
    said: dict[str, object] = {"status": "unready" if stops else "ok"}
    if _is_monitor(request):  # nobody else is told how full the disk is, or that nobody makes backups
        said["checks"] = {check.key: check.state.value for check in checks}
        said["reasons"] = [words.REASON.format(title=check.title, says=check.says) for check in stops]
    return JsonResponse(said, status=503 if stops else 200, json_dumps_params={"ensure_ascii": False})


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Return the figures to a monitoring system: from an address that is allowed, or with the token."""
    if not _is_monitor(request):
        return HttpResponse(words.METRICS_REFUSED, status=403, content_type="text/plain; charset=utf-8")
    return HttpResponse(figures(), content_type=CONTENT_TYPE_LATEST)


def _is_monitor(request: HttpRequest) -> bool:
    return _has_token(request) or _comes_from_a_monitor(request)


def _has_token(request: HttpRequest) -> bool:
    token = settings.GONGKAI_MONITOR_TOKEN
    said = request.headers.get("Authorization", "")
    return bool(token) and secrets.compare_digest(said.encode(), f"Bearer {token}".encode())


def _comes_from_a_monitor(request: HttpRequest) -> bool:
    """Tell whether the sender's address is a monitor's; a request whose sender an unknown proxy hides has none."""
    if request.META.get("gongkai.hidden_sender"):
        return False
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(address in network for network in settings.GONGKAI_MONITORS)
