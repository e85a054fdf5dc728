"""An act that has the log in hand, while another one has a row in hand to which it refers."""

from __future__ import annotations

import pytest

from gongkai_office.accounts.actions.people import change_person
from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.notices.actions import notify
from gongkai_office.organs.actions import move_organ
from tests.office.at_once import crossing
from tests.office.city import make_city, person
from tests.office.cloned import Clone

pytestmark = pytest.mark.only_on("postgresql")  # SQLite has one writer at a time


def test_who_is_reminded_can_be_changed_meanwhile(clone: Clone) -> None:
    user = person(make_city().county)
    change = lambda: change_person(user, name="温小满", phone="", email="", by=None)  # noqa: E731  # as the other
    assert crossing(lambda: notify(to=[user], subject="催办"), change) == []
    assert User.objects.get(pk=user.pk).name == "温小满"
    assert set(Event.objects.values_list("verb", flat=True)) == {"notices.send", "people.change"}


def test_an_organ_can_be_moved_while_a_role_over_it_is_granted(clone: Clone) -> None:
    city = make_city()
    user = person(city.bureau)
    raised = crossing(
        lambda: grant_role(user=user, role=Role.HANDLER, organ=city.county, by=None),
        lambda: move_organ(city.county, under=city.foreign, by=None),
    )
    assert raised == []
    city.county.refresh_from_db()
    assert city.county.is_child_of(city.foreign)
    assert Appointment.objects.get().organ == city.county
