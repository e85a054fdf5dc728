"""How a file is handed to a browser: to be saved, never to be shown or guessed at."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from gongkai_office.files.models import StoredFile


def attachment(file: StoredFile, data: bytes) -> HttpResponse:
    """Return a file as an attachment under its name (RFC 5987), in a sandbox should it be opened after all."""
    response = HttpResponse(data, content_type="application/octet-stream")
    # What a browser never shows by itself may be called what it is.
    if file.kind not in ("html", "txt", "csv"):
        response["Content-Type"] = file.media_type
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
