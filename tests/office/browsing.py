"""Asking for pages in tests: addresses of the administration, a browser of somebody, what a page says."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import User


def at(name: str, *keys: int) -> str:
    """Return the address of an administration page."""
    return reverse(f"administration:{name}", args=keys)


def as_(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


def text_of(answer: Any) -> str:
    """Return what a page says that was shown."""
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()
