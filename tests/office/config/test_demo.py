"""The fictional city: whole, lawful in its codes, and with people who can do their work."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai.law.identifiers.credit_codes import is_credit_code
from gongkai_office.accounts.gate import Action, may
from gongkai_office.accounts.models import User
from gongkai_office.audit.models import Event
from gongkai_office.audit.verify import verify
from gongkai_office.config.demo.city import PASSWORD, Account, build
from gongkai_office.local_law.models import ConventionChoice
from gongkai_office.notices.models import Notice
from gongkai_office.organs.models import Organ
from gongkai_office.organs.words import Kind, Level

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts() -> list[Account]:
    """Who can sign in to the city."""
    return build()


def test_the_city_has_organs_of_every_kind_that_it_can_have(accounts) -> None:
    assert Organ.objects.count() >= 40
    assert Organ.objects.filter(kind=Kind.GOVERNMENT, level=Level.COUNTY).count() == 3
    absent = {Kind.DISPATCHED_AGENCY, Kind.INTERNAL_UNIT}
    assert set(Organ.objects.values_list("kind", flat=True)) == set(Kind) - absent


def test_every_invented_code_is_right_and_no_two_are_the_same(accounts) -> None:
    codes = list(Organ.objects.values_list("credit_code", flat=True))
    assert [code for code in codes if not is_credit_code(code)] == []
    assert len(set(codes)) == len(codes)


def test_nothing_of_it_is_an_address_that_exists(accounts) -> None:
    for organ in Organ.objects.exclude(website=""):
        assert organ.website.startswith("https://www.yingze.example/")
        assert organ.email.endswith("@yingze.example")
        assert organ.phone.startswith("0000-")


def test_three_people_and_three_administrators_can_sign_in(accounts, settings) -> None:
    settings.DEMO, settings.GONGKAI_SECOND_FACTOR = True, False
    assert len(accounts) == 6
    for account in accounts:
        client = Client()
        answer = client.post(
            "/account/sign-in/", {"username": account.username, "password": PASSWORD, "next": "/"}, follow=True
        )
        assert answer.status_code == 200
        assert account.name in answer.content.decode(), account


def test_they_may_do_what_they_are_there_for(accounts) -> None:
    wen, cheng = User.objects.get(username="wen"), User.objects.get(username="cheng")
    county = Organ.objects.get(name="萤台县民政局")
    other = Organ.objects.get(name="砚萤县民政局")
    assert may(wen, Action.SEE_ORGANS, county)
    assert not may(wen, Action.SEE_ORGANS, other)
    assert may(cheng, Action.SEE_ORGANS, other)
    assert may(User.objects.get(username="system-admin"), Action.SEE_HEALTH)
    assert may(User.objects.get(username="audit-admin"), Action.READ_LOG)


def test_all_that_was_done_stands_in_a_log_that_holds(accounts) -> None:
    assert verify().holds
    assert Event.objects.filter(verb="organs.add").count() == Organ.objects.count()
    assert Notice.objects.count() == 3
    assert ConventionChoice.objects.count() == 2
