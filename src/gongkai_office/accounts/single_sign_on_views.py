"""To the city's single sign-on and back."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from gongkai_office.accounts.models import User
from gongkai_office.accounts.signing_in_actions import BY_SINGLE_SIGN_ON, enter, record_failure
from gongkai_office.accounts.signing_in_errors import Cancelled, NoSuchAccount, NotByThem, NotLetIn
from gongkai_office.accounts.views import next_page


@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Send somebody to the provider."""
    if not settings.GONGKAI_OIDC:
        raise Http404
    if request.user.is_authenticated:
        return redirect(next_page(request))
    return OIDCAuthenticationRequestView.as_view()(request)  # type: ignore[no-any-return]  # no types


@never_cache
def callback(request: HttpRequest) -> HttpResponse:
    """Let in who comes back with a proof, and tell all others what is wrong."""
    if not settings.GONGKAI_OIDC:
        raise Http404
    if request.user.is_authenticated:
        return redirect(next_page(request))  # no link of another site signs anybody out
    try:
        return Callback.as_view()(request)  # type: ignore[no-any-return]  # no types
    except NotByThem as refused:
        if refused.recorded:
            record_failure(refused.name if isinstance(refused, NoSuchAccount) else "", how=BY_SINGLE_SIGN_ON)
        return _refused(request, refused)
    except NotLetIn as refused:  # a disabled or expired account: already recorded
        return _refused(request, refused)
    except SuspiciousOperation:  # a state that was not given out here, or was used
        return _refused(request, Cancelled())


def _refused(request: HttpRequest, refused: NotLetIn) -> HttpResponse:
    return render(request, "accounts/single_sign_on_refused.html", {"refused": refused}, status=403)


class Callback(OIDCAuthenticationCallbackView):
    """The way back, as the library does it; what follows is this site's own."""

    user: User | None = None

    def login_success(self) -> HttpResponse:
        """Begin a session. Raises NotUsable."""
        assert self.user is not None  # the library calls this for a user only
        place = self.success_url
        enter(self.request, self.user, how=BY_SINGLE_SIGN_ON)
        self.request.session.pop("oidc_login_next", None)
        return redirect(place)

    def login_failure(self) -> HttpResponse:
        """Say why nobody was let in."""
        if self.user is not None:
            enter(self.request, self.user, how=BY_SINGLE_SIGN_ON)  # disabled: raises NotUsable
        raise Cancelled
