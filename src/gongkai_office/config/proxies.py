"""Who really asks, where the site stands behind a proxy."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")


def real_sender(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Take the sender's address from a trusted proxy, and believe nobody else's forwarding headers.

    The address is the last one of X-Forwarded-For that is no trusted proxy's itself: what stands before it came
    from the sender and may be made up.
    """

    def answered(request: HttpRequest) -> HttpResponse:
        if trusted(request.META.get("REMOTE_ADDR", "")):
            chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
            request.META["REMOTE_ADDR"] = sender(chain) or request.META["REMOTE_ADDR"]
        else:
            said = [request.META.pop(header, None) for header in FORWARDED]
            request.META["gongkai.hidden_sender"] = any(said)
        return answer(request)

    return answered


def sender(chain: Iterable[str]) -> str:
    """Return the last address of a chain that no trusted proxy has; empty where none is an address."""
    known = ""
    for said in reversed([part.strip() for part in chain]):
        address = _address(said)
        if address is None:
            break
        known = str(address)
        if not trusted(known):
            break
    return known


def trusted(said: str) -> bool:
    """Tell whether an address is a trusted proxy's."""
    address = _address(said)
    return address is not None and any(address in network for network in settings.GONGKAI_PROXIES)


def _address(said: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
