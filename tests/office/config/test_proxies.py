"""Whose address is believed, where the site stands behind proxies."""

from __future__ import annotations

import ipaddress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.config.proxies import real_sender

OURS = [ipaddress.ip_network("10.0.0.0/24"), ipaddress.ip_network("::1")]
OUTSIDE = st.ip_addresses(v=4).map(str).filter(lambda said: not said.startswith("10.0.0."))


def seen(settings, peer: str, **headers: str) -> dict[str, str]:
    settings.GONGKAI_PROXIES = OURS
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **headers)
    real_sender(lambda _request: HttpResponse())(request)
    return request.META


@pytest.mark.parametrize(
    ("peer", "chain", "sender"),
    [
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # what the sender says of itself is not believed
        ("10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"),  # two proxies of ours
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # no proxy of ours
        ("::ffff:10.0.0.1", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_the_sender_is_the_last_that_a_proxy_of_ours_saw(settings, peer, chain, sender) -> None:
    assert seen(settings, peer, HTTP_X_FORWARDED_FOR=chain)["REMOTE_ADDR"] == sender


def test_nobody_else_can_say_that_a_request_came_by_https(settings) -> None:
    assert "HTTP_X_FORWARDED_PROTO" not in seen(settings, "203.0.113.9", HTTP_X_FORWARDED_PROTO="https")
    assert seen(settings, "10.0.0.1", HTTP_X_FORWARDED_PROTO="https")["HTTP_X_FORWARDED_PROTO"] == "https"


@given(forged=st.lists(OUTSIDE, max_size=4), sender=OUTSIDE)
def test_whatever_a_sender_puts_before_it_the_address_is_its_own(forged, sender) -> None:
    from django.conf import settings
    from django.test import override_settings

    with override_settings(GONGKAI_PROXIES=OURS):
        meta = seen(settings, "10.0.0.1", HTTP_X_FORWARDED_FOR=", ".join([*forged, sender]))
    assert meta["REMOTE_ADDR"] == sender
