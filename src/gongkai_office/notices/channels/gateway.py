"""Reminders by a gateway for text messages (短信网关) that takes JSON over HTTP.

POST {"key", "phone", "text", "sent_at"}, with `X-Gongkai-Time` (seconds since 1970) and `X-Gongkai-Signature`: the
HMAC-SHA256, in hexadecimal digits, of the time, a full stop and the body, under the key that both sides know. Any
answer 2xx means taken; 408, 425, 429 and 5xx mean later; anything else means never. Redirects are not followed.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import time
import urllib.error
import urllib.request
from typing import Any

from django.conf import settings
from django.utils import timezone

from gongkai_office.notices import words
from gongkai_office.notices.channels import Message, Person
from gongkai_office.notices.channels.faults import cause_of
from gongkai_office.notices.errors import Permanent, Temporary

_SECONDS = 10
_LATER = (408, 425, 429)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: the answer itself is the error."""


class Gateway:
    """Text messages (短信)."""

    title = words.CHANNELS["gateway"]

    def __init__(self) -> None:
        # No proxy of the environment: a gateway stands in the office's own network.
        self._opener = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))

    def address(self, person: Person) -> str:
        return person.phone

    def send(self, message: Message) -> None:
        try:
            with self._opener.open(_request(message), timeout=_SECONDS) as answer:
                answer.read(1)
        except urllib.error.HTTPError as error:
            with error:
                raise _undelivered(error.code) from error
        except (OSError, http.client.HTTPException) as error:
            raise Temporary(words.GATEWAY_UNREACHABLE.format(why=cause_of(error))) from error


def _request(message: Message) -> urllib.request.Request:
    text = words.MESSAGE.format(outside=message.text, link=message.link)
    said = {"key": message.key, "phone": message.address, "text": text, "sent_at": timezone.now().isoformat()}
    body = json.dumps(said, ensure_ascii=False).encode()
    now = str(int(time.time()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "X-Gongkai-Time": now,
        "X-Gongkai-Signature": signature(now, body),
    }
    return urllib.request.Request(
        settings.NOTICES["GATEWAY"], data=body, headers=headers, method="POST"
    )  # http or https, checked with the settings


def signature(at: str, body: bytes) -> str:
    """Return the signature of a body at a time, under the key that the gateway knows."""
    return hmac.new(settings.NOTICES["GATEWAY_KEY"], at.encode() + b"." + body, hashlib.sha256).hexdigest()


def _undelivered(status: int) -> Temporary | Permanent:
    if status in _LATER or status >= 500:
        return Temporary(words.GATEWAY_BUSY.format(status=status))
    if 300 <= status < 400:
        return Permanent(words.GATEWAY_REDIRECTS.format(status=status))
    return Permanent(words.GATEWAY_REFUSED.format(status=status))
