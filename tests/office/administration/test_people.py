"""Pages of people."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from gongkai_office.accounts import password_actions
from gongkai_office.accounts.errors import Refused
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.accounts.seals import is_sealed
from gongkai_office.accounts.shown_once import KEY
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
from tests.office.browsing import as_, at, text_of
from tests.office.city import City, person

LIST = "administration:people"


# The list


def test_the_list_shows_who_is_in_reach_and_nobody_else(city: City) -> None:
    here, there = person(city.county_bureau, Role.HANDLER), person(city.other_county)
    page = text_of(as_(person(city.county, Role.UNIT_HEAD, below=True)).get(reverse(LIST)))
    assert here.username in page
    assert there.username not in page
    assert "承办人" in page


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("q=Ying", {"ying-new"}),
        ("q=夏虚", {"idle"}),
        ("role=handler", {"ying-new"}),
        ("role=liaison", set()),
        ("state=disabled", {"gone"}),
        ("state=expired", {"over"}),
        ("unused=0", {"ying-new", "gone", "over"}),
        ("unused=90", {"idle"}),
        ("q=x'%22--&role=nonsense&state=no&unused=x&page=zzz&sort=;", set()),
    ],
)
def test_the_list_is_narrowed(city: City, query: str, wanted: set[str]) -> None:
    now = timezone.now()
    person(city.county, Role.HANDLER, username="ying-new")
    person(city.county, username="idle", name="夏虚构", last_login=now - dt.timedelta(days=100))
    person(city.county, username="gone", is_active=False)
    person(city.county, username="over", expires_on=timezone.localdate() - dt.timedelta(days=1))
    ended = Appointment(user=User.objects.get(username="idle"), role=Role.LIAISON, organ=city.county)
    ended.ended_at = now
    ended.save()
    seer = person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True, username="seer", last_login=now)
    page = as_(seer).get(f"{reverse(LIST)}?{query}").context["page"]
    assert {one.username for one in page} - {"seer"} == wanted


def test_the_list_is_narrowed_to_an_organ_and_all_below(city: City, keeper: User) -> None:
    above, inside = person(city.city), person(city.county_bureau)
    page = as_(keeper).get(reverse(LIST), {"organ": city.county.pk}).context["page"]
    assert [one.pk for one in page] == [inside.pk]
    assert above.pk not in [one.pk for one in page]


def test_the_list_asks_the_database_as_often_for_many_as_for_few(city: City, keeper: User) -> None:
    client = as_(keeper)
    client.get(reverse(LIST))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(LIST))
    for _ in range(45):
        person(city.county_bureau, Role.HANDLER, Role.REVIEWER)
    with CaptureQueriesContext(connection) as many:
        text_of(client.get(reverse(LIST)))
    assert len(many) <= len(few) <= 14


def test_the_list_is_given_out_with_masked_numbers(city: City, keeper: User) -> None:
    person(city.county, Role.HANDLER, username="ying", phone="13800001234", email="ying@example.cn", name="=1+1")
    answer = as_(keeper).get(at("export_people"), {"q": "ying"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][:5] == ("ying", "=1+1", "萤台县人民政府", "138****1234", "y***@example.cn")
    assert sheet["B2"].data_type == "s"
    assert "承办人" in rows[1][-1]


# One person


def test_numbers_are_masked_for_who_may_not_edit(city: City, keeper: User) -> None:
    one = person(city.county, phone="13800001234", email="ying@example.cn")
    seen = text_of(as_(person(city.county, Role.UNIT_HEAD)).get(at("person", one.pk)))
    assert "138****1234" in seen
    assert "y***@example.cn" in seen
    assert "13800001234" not in seen
    assert "13800001234" in text_of(as_(keeper).get(at("person", one.pk)))


def test_who_holds_more_than_one_reaches_is_shown_and_not_touched(city: City) -> None:
    one = person(city.county, phone="13800001234")
    Appointment.objects.create(user=one, role=Role.SUPERVISOR, organ=city.city, below=True)
    client = as_(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    page = text_of(client.get(at("person", one.pk)))
    assert "主管部门监督员" in page
    assert "13800001234" not in page
    for name in ("edit_person", "move_person", "disable_person", "set_expiry", "reset_password", "unlock_person"):
        assert client.get(at(name, one.pk)).status_code == 403
        assert client.post(at(name, one.pk)).status_code == 403


def test_a_visitor_shows_only_what_they_hold_here(city: City) -> None:
    visitor = person(city.bureau, Role.HANDLER)
    Appointment.objects.create(user=visitor, role=Role.SUPERVISOR, organ=city.county)
    page = text_of(as_(person(city.county, Role.UNIT_HEAD, below=True)).get(at("person", visitor.pk)))
    assert "主管部门监督员" in page
    assert "承办人" not in page


def test_each_administrator_has_buttons_of_their_own(city: City, keeper: User, granter: User) -> None:
    one = person(city.county, Role.HANDLER)
    keeps, grants = (text_of(as_(by).get(at("person", one.pk))) for by in (keeper, granter))
    assert at("reset_password", one.pk) in keeps
    assert at("grant_role", one.pk) not in keeps
    assert at("grant_role", one.pk) in grants
    assert at("end_role", one.appointments.get().pk) in grants
    assert at("edit_person", one.pk) not in grants
    audits = text_of(as_(person(city.city, Role.AUDIT_ADMINISTRATOR, below=True)).get(at("person", one.pk)))
    for name in ("reset_password", "grant_role", "edit_person", "disable_person"):
        assert at(name, one.pk) not in audits


# Acts


def test_a_person_is_added_and_the_password_shown_once(city: City, keeper: User) -> None:
    client = as_(keeper)
    form = {"username": "mz-xu", "name": "许虚构", "organ": city.county_bureau.pk, "phone": "13800000000"}
    answer = client.post(at("add_person"), form, follow=True)
    [(one, password)] = answer.context["given"]
    assert one.username == "mz-xu"
    assert password in text_of(answer)
    assert one.check_password(password)
    assert "no-store" in answer["Cache-Control"]
    assert password not in text_of(client.get(at("person", one.pk)))


def test_a_refused_field_is_told_at_the_field(city: City, keeper: User) -> None:
    form = {"username": "13800000000", "name": "许虚构", "organ": city.county.pk}
    page = text_of(as_(keeper).post(at("add_person"), form))
    assert 'id="id_username_error"' in page
    assert not User.objects.filter(name="许虚构").exists()


def test_the_organ_is_found_without_script_and_nothing_is_lost(city: City, keeper: User) -> None:
    form = {"username": "mz-xu", "name": "", "organ_search": "砚萤 民政", "find": "organ"}
    page = text_of(as_(keeper).post(at("add_person"), form))
    assert f'value="{city.other_county_bureau.pk}"' in page
    assert f'value="{city.county_bureau.pk}"' not in page
    assert 'value="mz-xu"' in page
    assert "invalid-feedback" not in page


def test_the_organ_is_found_with_script_within_reach_only(city: City) -> None:
    client = as_(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    asked = {"action": "people.edit", "name": "organ", "organ_search": "民政"}
    page = text_of(client.get(at("organ_choices"), asked))
    assert city.county_bureau.name in page
    assert city.other_county_bureau.name not in page
    nothing = text_of(client.get(at("organ_choices"), {**asked, "organ_search": "没有这个"}))
    assert "没有找到" in nothing
    assert "option" in text_of(client.get(at("organ_choices"), {"action": "nonsense"}))


def test_an_organ_beyond_reach_cannot_be_chosen(city: City) -> None:
    client = as_(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    form = {"username": "mz-xu", "name": "许虚构", "organ": city.other_county.pk}
    text_of(client.post(at("add_person"), form))
    assert not User.objects.filter(username="mz-xu").exists()


def test_an_account_is_changed_moved_ended_disabled_and_enabled(city: City, keeper: User) -> None:
    client, one = as_(keeper), person(city.county, Role.HANDLER)
    for name, form in (
        ("edit_person", {"name": "许改名", "phone": "000-12345678", "email": ""}),
        ("move_person", {"organ": city.county_bureau.pk}),
        ("set_expiry", {"expires_on": str(timezone.localdate())}),
        ("disable_person", {"because": "调离"}),
    ):
        text_of(client.get(at(name, one.pk)))
        assert client.post(at(name, one.pk), form).status_code == 302, name
    one.refresh_from_db()
    assert (one.name, one.organ, one.is_active) == ("许改名", city.county_bureau, False)
    assert not one.appointments.filter(ended_at=None).exists()
    text_of(client.get(at("enable_person", one.pk)))
    client.post(at("enable_person", one.pk))
    one.refresh_from_db()
    assert one.is_active


def test_moving_tells_first_what_ends(city: City, keeper: User) -> None:
    one = person(city.county, Role.HANDLER)
    page = text_of(as_(keeper).get(at("move_person", one.pk)))
    assert "承办人" in page
    assert one.appointments.get().ended_at is None


def test_a_password_is_reset_and_shown_once(city: City, keeper: User) -> None:
    client, one = as_(keeper), person(city.county)
    text_of(client.get(at("reset_password", one.pk)))
    client.post(at("reset_password", one.pk))
    answer = client.get(at("given_passwords"))
    [(_, password)] = answer.context["given"]
    assert password in text_of(answer)
    assert "no-store" in answer["Cache-Control"]
    again = text_of(client.get(at("given_passwords"), follow=True))
    assert "每个只显示一次" in again
    assert password not in again
    one.refresh_from_db()
    assert one.check_password(password)
    assert Event.objects.filter(verb="accounts.reset_password").count() == 1


def test_a_password_that_waits_to_be_shown_lies_sealed_in_the_session_of_who_gave_it_out(
    city: City, keeper: User
) -> None:
    client, first, second = as_(keeper), person(city.county), person(city.county)
    for one in (first, second):
        client.post(at("reset_password", one.pk))
    kept = client.session[KEY]
    other = as_(person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True))
    assert other.get(at("given_passwords")).status_code == 302
    passwords = dict(client.get(at("given_passwords")).context["given"])
    assert passwords.keys() == {first, second}
    assert is_sealed(kept)
    assert not any(password in kept for password in passwords.values())
    assert KEY not in client.session


def test_roles_are_granted_and_ended(city: City, granter: User) -> None:
    client, one = as_(granter), person(city.county)
    text_of(client.get(at("grant_role", one.pk)))
    form = {"role": "handler", "organ": city.county.pk, "below": "on", "valid_from": str(timezone.localdate())}
    assert client.post(at("grant_role", one.pk), form).status_code == 302
    assert "已经有" in text_of(client.post(at("grant_role", one.pk), form))
    held = one.appointments.get()
    assert (held.role, held.organ, held.below, held.granted_by) == ("handler", city.county, True, granter)
    text_of(client.get(at("end_role", held.pk)))
    client.post(at("end_role", held.pk))
    held.refresh_from_db()
    assert held.ended_at is not None


def test_several_are_granted_at_once_from_the_list(city: City, granter: User) -> None:
    client, fine, has_it = as_(granter), person(city.county), person(city.county, Role.LIAISON)
    marked = {"person": [fine.pk, has_it.pk]}
    assert client.get(at("grant_several")).status_code == 302
    text_of(client.get(at("grant_several"), marked))
    form = {"role": "liaison", "organ": city.county.pk, "valid_from": str(timezone.localdate())}
    page = text_of(client.post(at("grant_several"), {**marked, **form}))
    assert fine.appointments.count() == 1
    assert has_it.name in page
    assert "已经有" in page


# Many at once


def test_passwords_are_given_out_to_who_was_marked(city: City) -> None:
    client, one = as_(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True)), person(city.county)
    beyond = person(city.foreign)
    marked = {"person": [one.pk, beyond.pk]}
    text_of(client.get(at("give_passwords"), marked))
    answer = client.post(at("give_passwords"), marked, follow=True)
    one.refresh_from_db()
    assert [(user, one.check_password(password)) for user, password in answer.context["given"]] == [(one, True)]
    assert client.get(at("give_passwords")).status_code == 302


def test_who_is_refused_a_password_keeps_nobody_else_from_theirs(
    city: City, keeper: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (person(city.county) for _ in range(3))

    def refusing(user: User, *, by: User) -> str:
        if user == second:
            raise Refused("刚才有了管理员角色。")
        return reset_password(user, by=by)

    monkeypatch.setattr(password_actions, "reset_password", refusing)
    marked = {"person": [first.pk, second.pk, third.pk]}
    answer = as_(keeper).post(at("give_passwords"), marked, follow=True)
    assert [user for user, _ in answer.context["given"]] == [first, third]
    assert f"没有给{second.name}发放：刚才有了管理员角色。" in text_of(answer)


def test_thousands_of_organs_make_a_short_page(city: City, keeper: User) -> None:
    Organ.objects.bulk_create(
        Organ(
            name=f"萤台县第{number}小学", kind="public_body", level="county", depth=4, numchild=0,
            path=Organ._get_path(city.county_bureau.path, 4, number),
        )
        for number in range(1, 3401)
    )  # fmt: skip
    page = text_of(as_(keeper).get(at("add_person")))
    assert len(page) < 30_000
    assert "请再输入几个字" in page


def test_nobody_gives_themselves_a_password(city: City, keeper: User) -> None:
    answer = as_(keeper).post(at("reset_password", keeper.pk), follow=True)
    assert "不能重置自己的口令" in text_of(answer)
    assert as_(keeper).get(at("give_passwords"), {"person": [keeper.pk]}).status_code == 302
    keeper.refresh_from_db()
    assert not keeper.must_change_password


@pytest.mark.parametrize("said", ["9" * 40, "²", "-1", "٣", "abc"])
def test_a_key_that_none_can_have_marks_nobody(city: City, keeper: User, granter: User, said: str) -> None:
    for user, name in ((keeper, "give_passwords"), (granter, "grant_several")):
        assert as_(user).get(at(name), {"person": [said]}).status_code == 302


def test_that_the_list_was_taken_out_is_in_the_log(city: City, keeper: User) -> None:
    person(city.county)
    as_(keeper).get(at("export_people"), {"organ": city.county.pk})
    event = Event.objects.get(verb="people.export")
    assert (event.actor, event.after) == (keeper.pk, {"count": 1})


def test_no_browser_keeps_a_page_of_who_is_signed_in(city: City, keeper: User) -> None:
    client = as_(keeper)
    for name in ("people", "organs", "home"):
        assert "no-store" in client.get(at(name)).headers["Cache-Control"]
    assert "no-store" in client.get(at("person", keeper.pk)).headers["Cache-Control"]


def test_who_somebody_is_to_the_citys_single_sign_on_is_written_on_their_page(
    city: City, keeper: User, settings: Any
) -> None:
    client, one, other = as_(keeper), person(city.county, single_sign_on="u-1"), person(city.county)
    form = {"name": "许认证", "phone": "", "email": "", "single_sign_on": "u-1"}
    assert "统一身份认证标识" not in text_of(client.get(at("edit_person", other.pk)))
    settings.GONGKAI_OIDC, settings.GONGKAI_OIDC_MATCH = True, "single_sign_on"
    assert "已经对应另一个账号" in text_of(client.post(at("edit_person", other.pk), form))
    assert client.post(at("edit_person", other.pk), form | {"single_sign_on": "u-2"}).status_code == 302
    other.refresh_from_db()
    one.refresh_from_db()
    assert (other.single_sign_on, one.single_sign_on) == ("u-2", "u-1")
    assert "u-2" not in str(Event.objects.filter(verb="people.change").values_list("after"))
