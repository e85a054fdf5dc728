"""How a file is handed to a browser: to be saved, never to be shown or guessed at."""

from __future__ import annotations

from django.http import HttpResponse

from gongkai_office.files.models import StoredFile
from gongkai_office.pages.downloads import attachment

_SHOWN_BY_BROWSERS = ("html", "txt", "csv")


def served(file: StoredFile, data: bytes) -> HttpResponse:
    """Return a file under its name, in a sandbox should it be opened after all.

    What a browser never shows by itself may be called what it is.
    """
    shown = file.kind in _SHOWN_BY_BROWSERS
    response = attachment(file.name, data, "application/octet-stream" if shown else file.media_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
