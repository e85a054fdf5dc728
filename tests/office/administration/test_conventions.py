"""Pages of local conventions."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import PauseStart
from gongkai.law.local_conventions.reading import local_conventions
from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.local_law.models import ConventionChoice
from gongkai_office.local_law.queries import conventions_for
from tests.office.city import City, person


def url(route: str, *args: object) -> str:
    """Return a page's address."""
    return reverse(f"administration:{route}", args=args)


def said(value: object = "dispatch_day", **more: object) -> dict[str, object]:
    """Return what the form says."""
    return {"value": value, "source": "主任办公会议第3次纪要", "valid_from": "2026-01-01", **more}


@pytest.fixture
def head(city: City, client: Client) -> User:
    """The head of the county's disclosure unit, signed in."""
    user = person(city.county, Role.UNIT_HEAD, below=True)
    client.force_login(user)
    return user


def test_all_questions_stand_on_the_page_with_what_holds(head: User, city: City, client: Client) -> None:
    assert client.get(url("conventions"))["Location"] == url("conventions_of", city.county.pk)
    shown = client.get(url("conventions_of", city.county.pk)).content.decode()
    assert all(asked.question in shown for asked in CONVENTIONS.values())
    assert shown.count("默认</span>") == len(CONVENTIONS)
    assert "都按默认" in client.get(url("conventions_of", city.county.pk), {"only": "chosen"}).content.decode()


@pytest.mark.parametrize("key", list(CONVENTIONS))
def test_every_convention_has_a_form_that_takes_its_default(
    key: str, head: User, city: City, client: Client
) -> None:
    page = client.get(url("convention", city.county.pk, key))
    initial = page.context["form"]["value"].initial
    answer = client.post(page.request["PATH_INFO"], said(initial))
    assert answer.status_code == 302
    assert ConventionChoice.objects.get().key == key


def test_a_choice_needs_a_source_reaches_below_and_is_undone(head: User, city: City, client: Client) -> None:
    page = url("convention", city.county.pk, "pause_starts")
    assert "这个字段是必填项" in client.post(page, said(source="")).content.decode()
    assert not ConventionChoice.objects.exists()
    assert "已设为：征求意见书发出的当日" in client.post(page, said(), follow=True).content.decode()
    below = client.get(url("conventions_of", city.county_bureau.pk)).content.decode()
    assert f"沿用{city.county.name}" in below
    assert "主任办公会议第3次纪要" in below
    assert head.name in below
    assert "都相同" in client.post(page, said()).content.decode()
    row = ConventionChoice.objects.get()
    undo = url("withdraw_choice", city.county.pk, row.pk)
    assert "已撤销" in client.post(undo, follow=True).content.decode()
    assert conventions_for(city.county, timezone.localdate()).pause_starts is PauseStart.DAY_AFTER_DISPATCH
    assert client.post(url("withdraw_choice", city.county_bureau.pk, row.pk)).status_code == 404


def test_one_goes_back_to_what_is_above(head: User, city: City, client: Client) -> None:
    page = url("convention", city.county.pk, "pause_starts")
    client.post(page, said())
    client.post(page, said("", follow="on", valid_from="2026-02-01"))
    assert ConventionChoice.objects.latest("pk").value is None
    assert conventions_for(city.county, timezone.localdate()).pause_starts is PauseStart.DAY_AFTER_DISPATCH


def test_a_wrong_value_is_an_error_of_its_field(head: User, city: City, client: Client) -> None:
    page = url("convention", city.county.pk, "longest_correction_days")
    assert client.post(page, said("61")).context["form"].errors["value"]
    assert client.get(url("convention", city.county.pk, "nothing")).status_code == 404


def test_others_see_and_do_not_change_and_strangers_see_nothing(city: City, client: Client) -> None:
    page = url("convention", city.county.pk, "pause_starts")
    client.force_login(person(city.county, Role.HANDLER))
    assert "可以选择的做法" in client.get(page).content.decode()
    assert client.post(page, said()).status_code == 403
    client.force_login(person(city.other_county, Role.UNIT_HEAD, below=True))
    assert client.get(page).status_code == 404
    assert client.post(page, said()).status_code == 404


def test_the_file_is_what_the_command_line_reads(head: User, city: City, client: Client) -> None:
    client.post(url("convention", city.county.pk, "pause_starts"), said())
    answer = client.get(url("export_conventions", city.county.pk))
    assert local_conventions(answer.content) == conventions_for(city.county, timezone.localdate())
    assert "attachment" in answer["Content-Disposition"]


def test_organs_are_found_by_name(head: User, city: City, client: Client) -> None:
    found = client.get(url("conventions"), {"organ": "民政"}).content.decode()
    assert city.county_bureau.name in found
    assert city.other_county_bureau.name not in found
    assert "没有名称包含“鹭汀”的机关" in client.get(url("conventions"), {"organ": "鹭汀"}).content.decode()
