"""What the tests of signing in share: going through the door, and what stands in the log."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from gongkai_office.audit.models import Event
from tests.office.city import PASSWORD

SIGN_IN, PROFILE = reverse("accounts:sign_in"), reverse("accounts:profile")
NEW_PASSWORD = "Qiuyue_Tianhe-86"


def enter(client: Client, username: str, password: str = PASSWORD, **more: Any) -> Any:
    """Send name and password."""
    return client.post(SIGN_IN, {"username": username, "password": password}, **more)


def is_in(client: Client) -> bool:
    """Tell whether a browser is let in to its own account."""
    return client.get(PROFILE).status_code == 200


def text_of(response: Any) -> str:
    """Return a page's words without its tags and blanks."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", response.content.decode()))


def verbs() -> list[str]:
    """Return what the log says was done, the oldest first."""
    return list(Event.objects.order_by("number").values_list("verb", flat=True))
