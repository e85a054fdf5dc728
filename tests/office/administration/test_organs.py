"""Pages of organs."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from tests.office.city import PASSWORD, City, person


def test_an_administrator_signs_in_changes_an_organ_and_the_log_has_it(city: City, client: Client) -> None:
    user = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    client.post(reverse("accounts:sign_in"), {"username": user.username, "password": PASSWORD})
    page = client.get(reverse("administration:organs"))
    assert city.county_bureau.name in page.content.decode()
    assert city.foreign.name not in page.content.decode()
    edit = reverse("administration:edit_organ", args=[city.county.pk])
    answer = client.post(
        edit, {"name": "萤台县人民政府", "kind": "government", "level": "county", "phone": "000-1234567"}
    )
    assert answer.status_code == 302
    event = Event.objects.get(verb="organs.change")
    assert (event.actor, event.organ) == (user.pk, city.county.pk)
    assert (event.before, event.after) == ({"phone": ""}, {"phone": "000-1234567"})


def test_what_is_outside_does_not_exist_and_what_is_seen_only_is_refused(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.HANDLER, below=True))
    assert client.get(reverse("administration:organ", args=[city.county_bureau.pk])).status_code == 200
    assert client.get(reverse("administration:organ", args=[city.other_county.pk])).status_code == 404
    assert client.get(reverse("administration:organ", args=[city.city.pk])).status_code == 404
    assert client.get(reverse("administration:edit_organ", args=[city.county.pk])).status_code == 403
