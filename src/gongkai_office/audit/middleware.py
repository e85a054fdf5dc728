"""Let the log know where an act comes from."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gongkai_office.audit.context import Origin, origin


def origin_of_acts(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give each request an identity, and keep it with the sender's address while it is answered."""

    def answered(request: HttpRequest) -> HttpResponse:
        identity = uuid.uuid4().hex
        token = origin.set(Origin(request.META.get("REMOTE_ADDR", ""), identity))
        try:
            response = answer(request)
        finally:
            origin.reset(token)
        response["X-Request-ID"] = identity
        return response

    return answered
