"""Keys of second factors are sealed in the database, in sessions and so in backups."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai_office.accounts.models import Phone, User
from gongkai_office.accounts.seals import is_sealed, seal, unseal
from gongkai_office.accounts.second_factor import KEY
from gongkai_office.accounts.signing_in_errors import SealBroken
from tests.office.accounts.doors import PROFILE, enter, is_in, text_of
from tests.office.city import City, person

SECRET = bytes(range(20))
SET_UP, VERIFY = reverse("accounts:set_up_second_factor"), reverse("accounts:second_factor")


def with_phone(city: City) -> User:
    user = person(city.county)
    Phone.objects.create(user=user, key=seal(SECRET, owner=user.pk))
    return user


def code() -> str:
    return f"{totp(SECRET):06d}"


def test_a_sealed_key_is_opened_for_its_account_only_and_is_never_the_same_twice() -> None:
    sealed = seal(SECRET, owner=7)
    assert unseal(sealed, owner=7) == SECRET
    assert seal(SECRET, owner=7) != sealed
    assert len(sealed) <= TOTPDevice._meta.get_field("key").max_length
    with pytest.raises(SealBroken):
        unseal(sealed, owner=8)


@pytest.mark.parametrize("key", [SECRET.hex(), "", "s1:", "s1:AAAA", "s1:AAAAA", "s1:" + "A" * 64])
def test_what_is_not_sealed_is_refused(key: str) -> None:
    with pytest.raises(SealBroken, match="动态口令的密钥打不开"):
        unseal(key, owner=7)


def test_no_sign_of_a_sealed_key_may_be_altered() -> None:
    sealed = seal(SECRET, owner=7)
    for place in range(len(sealed)):
        with pytest.raises(SealBroken):
            unseal(sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :], owner=7)


def test_an_old_secret_still_opens_and_none_other_does(settings: Any) -> None:
    sealed, before = seal(SECRET, owner=7), settings.SECRET_KEY
    settings.SECRET_KEY = "another-secret-" * 4
    with pytest.raises(SealBroken):
        unseal(sealed, owner=7)
    settings.SECRET_KEY_FALLBACKS = ["one-more-secret-" * 4, before]
    assert unseal(sealed, owner=7) == SECRET


def test_a_phone_that_is_set_up_is_sealed_before_and_after(city: City, client: Client, settings: Any) -> None:
    settings.GONGKAI_SECOND_FACTOR = True
    user = person(city.county)
    enter(client, user.username)
    client.get(SET_UP)
    secret = unseal(client.session[KEY], owner=user.pk)
    assert secret.hex() not in str(dict(client.session))
    client.post(SET_UP, {"token": f"{totp(secret):06d}"})
    stored = TOTPDevice.objects.get(user=user).key
    assert is_sealed(stored)
    assert secret.hex() not in stored
    assert is_in(client)


def test_a_code_lets_in_and_seals_the_key_under_the_secret_of_today(
    city: City, client: Client, settings: Any
) -> None:
    settings.GONGKAI_SECOND_FACTOR = True
    user, before = with_phone(city), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-secret-" * 4, [before]
    enter(client, user.username)
    assert client.post(VERIFY, {"token": code(), "next": PROFILE}).url == PROFILE
    settings.SECRET_KEY_FALLBACKS = []
    assert Phone.objects.get(user=user).bin_key == SECRET


def test_a_key_that_cannot_be_opened_lets_nobody_in_and_says_whom_to_ask(
    city: City, client: Client, settings: Any
) -> None:
    settings.GONGKAI_SECOND_FACTOR = True
    user = with_phone(city)
    Phone.objects.update(key=seal(SECRET, owner=user.pk + 1))
    enter(client, user.username)
    assert "请由安全管理员解除动态口令后重新绑定" in text_of(client.post(VERIFY, {"token": code()}))
    assert not is_in(client)


def test_keys_that_were_kept_in_plain_are_sealed_once_and_can_be_opened_again(city: City) -> None:
    migration = import_module("gongkai_office.accounts.migrations.0003_sealed_phones")
    old, new = person(city.county), with_phone(city)
    TOTPDevice.objects.create(user=old, key=SECRET.hex())
    untouched = TOTPDevice.objects.get(user=new).key
    migration.seal_all(apps, None)
    assert is_sealed(TOTPDevice.objects.get(user=old).key)
    assert Phone.objects.get(user=old).bin_key == SECRET
    assert TOTPDevice.objects.get(user=new).key == untouched
    migration.unseal_all(apps, None)
    assert {phone.key for phone in TOTPDevice.objects.all()} == {SECRET.hex()}
