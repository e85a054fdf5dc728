"""The city's single sign-on (统一身份认证, OpenID Connect): whose account an identity is.

mozilla-django-oidc does the exchange (code, state, PKCE, nonce). This room adds what it leaves open: the token must
be of the provider that is named and for this site; both answers must speak of the same person; and an account is
found, never made. A city whose claims are of its own kind names a function in GONGKAI_OIDC_CLAIMS that turns the
provider's claims into those that are asked for here: `def claims(said: dict) -> dict`.
"""

from __future__ import annotations

from typing import Any

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from gongkai_office.accounts.backends import is_usable
from gongkai_office.accounts.models import User
from gongkai_office.accounts.signing_in_errors import CodeRefused, NoSuchAccount, NotByThem, NotReached, NotVerified

Claims = dict[str, Any]
ASKED_FOR = ["exp", "iat", "iss", "aud", "sub"]


class SingleSignOn(OIDCAuthenticationBackend):
    """Find the account of an identity that the provider vouches for."""

    def get_payload_data(self, token: str, key: Any) -> Claims:
        """Return what a signed token says: by the right provider, for this site, not too old."""
        try:
            said = jwt.decode(
                token,
                key,
                algorithms=[self.OIDC_RP_SIGN_ALGO],
                audience=self.OIDC_RP_CLIENT_ID,
                issuer=settings.GONGKAI_OIDC_ISSUER,
                leeway=settings.GONGKAI_OIDC_LEEWAY,
                options={"require": ASKED_FOR},
            )
        except (jwt.PyJWTError, TypeError, ValueError) as wrong:
            raise NotVerified from wrong
        if isinstance(said["aud"], list) and len(said["aud"]) > 1 and said.get("azp") != self.OIDC_RP_CLIENT_ID:
            raise NotVerified
        return said

    def get_userinfo(self, access_token: str, id_token: str, payload: Claims) -> Claims:
        """Return the claims of both answers, once they speak of the same person."""
        if not self.OIDC_OP_USER_ENDPOINT:
            return payload
        said = super().get_userinfo(access_token, id_token, payload)
        if said.get("sub") != payload["sub"]:
            raise NotVerified
        return {**payload, **said}

    def get_or_create_user(self, access_token: str, id_token: str, payload: Claims) -> User:
        """Return the one account that an identity has here. Raises NoSuchAccount."""
        claims = self.get_userinfo(access_token, id_token, payload)
        if settings.GONGKAI_OIDC_CLAIMS:
            claims = import_string(settings.GONGKAI_OIDC_CLAIMS)(claims)
        user = self.filter_users_by_claims(claims).first()
        if user is None:
            raise NoSuchAccount(str(claims.get(settings.GONGKAI_OIDC_CLAIM, "")))
        return user

    def authenticate(self, request: Any, **kwargs: Any) -> User | None:
        """Return whose account it is. Raises NoSuchAccount, NotVerified, and NotReached."""
        try:
            return super().authenticate(request, **kwargs)  # type: ignore[no-any-return]  # no types
        except requests.HTTPError as refused:
            raise _refusal(refused) from refused
        except requests.RequestException as silent:
            raise NotReached from silent
        except (SuspiciousOperation, jwt.PyJWTError, KeyError, AttributeError, TypeError, ValueError) as wrong:
            raise NotVerified from wrong  # a wrong nonce, an unknown key, an answer of no sense

    def filter_users_by_claims(self, claims: Claims) -> QuerySet[User]:
        """Return the accounts whose `single_sign_on`, or whose name, is what a claim says; exactly that."""
        said = claims.get(settings.GONGKAI_OIDC_CLAIM)
        if not said or isinstance(said, bool) or not isinstance(said, str | int):
            return User.objects.none()
        return User.objects.filter(**{settings.GONGKAI_OIDC_MATCH: str(said)})

    def get_user(self, user_id: int) -> User | None:
        user = super().get_user(user_id)
        return user if user is not None and is_usable(user) else None


def _refusal(error: requests.HTTPError) -> NotByThem:
    """Tell a provider that says no (a code that was used, a wrong client) from one that is out of order."""
    out_of_order = error.response is None or error.response.status_code >= 500
    return NotReached() if out_of_order else CodeRefused()
