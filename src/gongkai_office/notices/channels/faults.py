"""What kept a message from its server, in words for a person."""

from __future__ import annotations

import socket
import ssl
import urllib.error

from gongkai_office.notices import words


def cause_of(error: BaseException) -> str:
    """Return why a server could not be reached, in Chinese; the error's own name where nobody knows."""
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, BaseException):
        return cause_of(error.reason)
    known = (
        (ConnectionRefusedError, words.REFUSED),
        (TimeoutError, words.TIMED_OUT),
        (socket.gaierror, words.NO_SUCH_HOST),
        (ssl.SSLError, words.NOT_SECURE),
        (ConnectionError, words.CUT_OFF),
    )
    return next((said for kind, said in known if isinstance(error, kind)), type(error).__name__)
