"""Signing in and out, and one's own account."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai_office.accounts.gate import appointments


class SignIn(LoginView):
    """Ask for name and password."""

    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True


@require_POST
@login_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("accounts:sign_in")


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show one's own account: who one is, and what one may do where."""
    return render(request, "accounts/profile.html", {"appointments": appointments(request.user)})
