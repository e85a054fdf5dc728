"""The accounts of administrators are reset by four eyes: asked for by one kind, confirmed by another."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai_office.accounts.account_queries import events_of_account
from gongkai_office.accounts.actions.people import change_person
from gongkai_office.accounts.errors import OutOfReach, Refused
from gongkai_office.accounts.gate import TABLE, Action
from gongkai_office.accounts.models import AccountReset, Appointment, User
from gongkai_office.accounts.password_actions import reset_password
from gongkai_office.accounts.reset_actions import ask_reset, confirm_reset, refuse_reset
from gongkai_office.accounts.resets import ASKING, resets_for
from gongkai_office.accounts.second_factor_actions import remove_second_factor
from gongkai_office.accounts.words import ADMINISTRATORS, Reset, ResetState, Role
from gongkai_office.audit.models import Event
from gongkai_office.notices.models import Notice
from tests.office.accounts.doors import enter
from tests.office.city import City, person

SYSTEM, SECURITY, AUDIT = ADMINISTRATORS
ACTS = {Reset.PASSWORD: reset_password, Reset.SECOND_FACTOR: remove_second_factor}
ASKERS = ((Reset.PASSWORD, SYSTEM), (Reset.SECOND_FACTOR, SECURITY))


class Administrators:
    """The three administrators of the whole city, and the county's, whose account is to be reset."""

    def __init__(self, city: City) -> None:
        self.of = {role: person(city.city, role, below=True) for role in ADMINISTRATORS}
        self.owner = person(city.county, AUDIT, below=True)
        TOTPDevice.objects.create(user=self.owner, key="00" * 20)

    def ask(self, what: Reset, by: User) -> AccountReset:
        return ask_reset(self.owner, what=what, because="忘记口令", by=by)


@pytest.fixture
def they(city: City) -> Administrators:
    return Administrators(city)


@pytest.mark.parametrize(("what", "asking"), ASKERS)
def test_nobody_resets_an_administrators_account_alone(they: Administrators, what: Reset, asking: Role) -> None:
    by, act = they.of[asking], ACTS[what]
    with pytest.raises(Refused, match="另一类管理员确认"):
        act(they.owner, by=by)
    they.ask(what, by)
    with pytest.raises(Refused, match="另一类管理员确认"):
        act(they.owner, by=by)
    they.owner.refresh_from_db()
    assert not they.owner.must_change_password
    assert TOTPDevice.objects.filter(user=they.owner).exists()


@pytest.mark.parametrize(("what", "asking"), ASKERS)
@pytest.mark.parametrize("confirming", ADMINISTRATORS)
def test_who_asked_does_it_once_when_another_kind_confirmed(
    they: Administrators, city: City, what: Reset, asking: Role, confirming: Role
) -> None:
    by, act, second = they.of[asking], ACTS[what], person(city.city, confirming, below=True)
    reset = they.ask(what, by)
    if confirming == asking:
        with pytest.raises(Refused, match="两类管理员分别办理"):
            confirm_reset(reset, by=second)
        return
    confirm_reset(reset, by=second)
    colleague = person(city.city, asking, below=True)
    with pytest.raises(Refused):
        act(they.owner, by=colleague)
    act(they.owner, by=by)
    with pytest.raises(Refused):
        act(they.owner, by=by)
    reset.refresh_from_db()
    assert (reset.state, reset.confirmed_by) == (ResetState.DONE, second)


@pytest.mark.parametrize(("what", "asking"), ASKERS)
def test_neither_asker_nor_owner_confirms_and_a_role_of_the_office_neither_asks_nor_confirms(
    they: Administrators, city: City, what: Reset, asking: Role
) -> None:
    reset = they.ask(what, they.of[asking])
    for by in (they.of[asking], they.owner):
        with pytest.raises(Refused):
            confirm_reset(reset, by=by)
    head = person(city.city, Role.UNIT_HEAD, below=True)
    for act in (confirm_reset, refuse_reset):
        with pytest.raises(OutOfReach):
            act(reset, by=head)
    with pytest.raises(OutOfReach):
        they.ask(what, head)


def test_for_each_reset_there_are_administrators_who_may_confirm_and_not_ask() -> None:
    for asking in ASKING.values():
        assert TABLE[asking] < TABLE[Action.CONFIRM_RESETS] == frozenset(ADMINISTRATORS)


def test_who_confirms_must_reach_all_that_the_account_holds(they: Administrators, city: City) -> None:
    reset = they.ask(Reset.PASSWORD, they.of[SYSTEM])
    here, elsewhere = person(city.county, SECURITY, below=True), person(city.other_county, SECURITY, below=True)
    Appointment.objects.create(user=they.owner, role=AUDIT, organ=city.bureau)
    for by in (here, elsewhere):
        with pytest.raises(OutOfReach):
            confirm_reset(reset, by=by)
    assert confirm_reset(reset, by=they.of[SECURITY])


def test_what_was_refused_or_taken_back_is_over(they: Administrators) -> None:
    for by in (they.of[AUDIT], they.of[SYSTEM], they.owner):
        reset = they.ask(Reset.PASSWORD, they.of[SYSTEM])
        confirm_reset(reset, by=they.of[SECURITY])
        refuse_reset(reset, by=by)
        for act in (refuse_reset, confirm_reset):
            with pytest.raises(Refused, match="重新申请"):
                act(reset, by=they.of[SECURITY])
        with pytest.raises(Refused):
            reset_password(they.owner, by=they.of[SYSTEM])


def test_a_reset_is_confirmed_once(they: Administrators) -> None:
    reset = confirm_reset(they.ask(Reset.PASSWORD, they.of[SYSTEM]), by=they.of[SECURITY])
    with pytest.raises(Refused, match="已经确认过"):
        confirm_reset(reset, by=they.of[AUDIT])


def test_the_term_is_a_setting_and_after_it_all_begins_anew(they: Administrators, settings) -> None:
    settings.GONGKAI_RESET_HOURS = 3
    with time_machine.travel(timezone.now(), tick=False) as clock:
        reset = they.ask(Reset.PASSWORD, they.of[SYSTEM])
        with pytest.raises(Refused, match="已有申请"):
            they.ask(Reset.PASSWORD, they.of[SYSTEM])
        confirm_reset(reset, by=they.of[SECURITY])
        assert list(resets_for(they.of[AUDIT])) == [reset]
        clock.shift(dt.timedelta(hours=3))
        with pytest.raises(Refused):
            reset_password(they.owner, by=they.of[SYSTEM])
        assert not resets_for(they.of[AUDIT]).exists()
        again = they.ask(Reset.PASSWORD, they.of[SYSTEM])
    reset.refresh_from_db()
    assert (reset.state, again.state) == (ResetState.EXPIRED, ResetState.WAITING)
    settings.GONGKAI_RESET_HOURS = 0
    assert [error.id for error in run_checks(tags=["accounts"])] == ["accounts.E002"]


def test_where_nobody_could_confirm_one_is_told_at_once(city: City) -> None:
    system, owner = person(city.city, SYSTEM, below=True), person(city.county, AUDIT)
    person(city.county, SECURITY, is_active=False)
    person(city.city, SECURITY)
    with pytest.raises(Refused, match=r"没有能确认的人.*recover_account"):
        ask_reset(owner, what=Reset.PASSWORD, because="忘记口令", by=system)
    person(city.county, SECURITY)
    assert ask_reset(owner, what=Reset.PASSWORD, because="忘记口令", by=system)


def test_a_request_has_a_reason_and_is_for_administrators_other_than_oneself(
    they: Administrators, city: City
) -> None:
    by = they.of[SYSTEM]
    with pytest.raises(Refused) as refused:
        ask_reset(they.owner, what=Reset.PASSWORD, because="  ", by=by)
    assert refused.value.field == "because"
    for user, says in ((by, "不能重置自己"), (person(city.county, Role.HANDLER), "不是管理员")):
        with pytest.raises(Refused, match=says):
            ask_reset(user, what=Reset.PASSWORD, because="忘记口令", by=by)


def test_who_will_be_an_administrator_is_guarded_and_who_was_is_not(they: Administrators, city: City) -> None:
    later = timezone.localdate() + dt.timedelta(days=9)
    will, was = person(city.county), person(city.county, SECURITY)
    Appointment.objects.create(user=will, role=AUDIT, organ=city.county, valid_from=later)
    was.appointments.update(ended_at=timezone.now())
    with pytest.raises(Refused):
        reset_password(will, by=they.of[SYSTEM])
    assert reset_password(was, by=they.of[SYSTEM])


def test_owner_and_administrators_are_told_and_all_stands_in_the_log(they: Administrators) -> None:
    by, second = they.of[SYSTEM], they.of[SECURITY]
    reset = they.ask(Reset.PASSWORD, by)
    told = {they.owner, they.of[AUDIT], second}
    assert {notice.to for notice in Notice.objects.filter(sending__subject__startswith="待确认")} == told
    confirm_reset(reset, by=second)
    assert [notice.to for notice in Notice.objects.filter(sending__subject__startswith="已确认")] == [by]
    password = reset_password(they.owner, by=by)
    done = Notice.objects.filter(sending__subject__startswith="已办理")
    assert {notice.to for notice in done} == told
    assert second.name in done[0].sending.text
    found = Event.objects.exclude(verb__startswith="notices").order_by("number")
    assert [(one.verb, one.actor) for one in found] == [
        ("accounts.ask_reset", by.pk),
        ("accounts.confirm_reset", second.pk),
        ("accounts.reset_password", by.pk),
    ]
    assert found[0].after["user"] == they.owner.pk
    assert found[0].after["because"].startswith("hmac-")
    assert found[2].after["reset"] == reset.pk
    assert password not in str([one.__dict__ for one in Event.objects.all()])


def test_a_refusal_is_told_to_who_asked_and_stands_in_the_log(they: Administrators) -> None:
    reset = they.ask(Reset.SECOND_FACTOR, they.of[SECURITY])
    refuse_reset(reset, by=they.owner)
    (notice,) = Notice.objects.filter(to=they.of[SECURITY])
    assert "没有同意" in notice.sending.text
    assert Event.objects.get(verb="accounts.refuse_reset").actor == they.owner.pk
    refuse_reset(they.ask(Reset.SECOND_FACTOR, they.of[SECURITY]), by=they.of[SECURITY])
    assert Notice.objects.filter(to=they.of[SECURITY]).count() == 1


def test_nobody_ties_an_administrators_account_to_another_identity_of_the_city(they: Administrators) -> None:
    said = {"name": they.owner.name, "phone": "", "email": ""}
    with pytest.raises(Refused) as refused:
        change_person(they.owner, **said, single_sign_on="mine", by=they.of[SYSTEM])
    assert refused.value.field == "single_sign_on"
    assert change_person(they.owner, **said, single_sign_on="", by=they.of[SYSTEM]).single_sign_on is None
    they.owner.appointments.update(ended_at=timezone.now())
    assert change_person(they.owner, **said, single_sign_on="mine", by=they.of[SYSTEM]).single_sign_on == "mine"


def test_the_server_gives_an_account_back_and_tells_everybody(
    they: Administrators, client: Client, settings
) -> None:
    settings.AXES_FAILURE_LIMIT = 1
    enter(client, they.owner.username, "wrong")
    assert AccessAttempt.objects.exists()
    said = StringIO()
    call_command("recover_account", they.owner.username, stdout=said)
    enter(client, they.owner.username, said.getvalue().split()[-1])
    assert client.get("/").url.startswith("/account/password/")
    assert User.objects.get(pk=they.owner.pk).must_change_password
    assert not TOTPDevice.objects.exists()
    event = Event.objects.get(verb="accounts.recover")
    assert (event.actor, event.subject_id, event.after["phones"]) == (None, str(they.owner.pk), 1)
    assert {notice.to for notice in Notice.objects.all()} == {they.owner, *they.of.values()}
    shown = {one.title: one.alarming for one in events_of_account(they.owner)}
    assert shown["在服务器上恢复账号"] is True


def test_the_server_knows_no_account_that_is_not_there(db: None) -> None:
    with pytest.raises(CommandError, match="没有账号“nobody”"):
        call_command("recover_account", "nobody")
