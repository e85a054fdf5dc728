"""Pages about oneself: whoever has signed in may open them, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from gongkai_office.accounts.models import User

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def own_page(
    view: Callable[Concatenate[SignedInRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Send who has not signed in to do so, and tell the view's types that somebody has."""
    return login_required(view)  # type: ignore[return-value]  # what this is for
