"""Files that a browser saves: under their name, not kept, not guessed at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header


@overload
def attachment(name: str, content: bytes, content_type: str) -> HttpResponse:  # noqa: D418  # every name says what it is
    """Answer with a whole file."""


@overload
def attachment(name: str, content: Iterable[bytes], content_type: str) -> StreamingHttpResponse:  # noqa: D418  # as above
    """Answer with a file in parts."""


def attachment(name: str, content: bytes | Iterable[bytes], content_type: str) -> HttpResponseBase:
    """Answer with a file to be saved under a name, which may be Chinese (RFC 5987); parts are sent as they come."""
    kind = HttpResponse if isinstance(content, bytes) else StreamingHttpResponse
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return kind(content, content_type=content_type, headers=headers)
