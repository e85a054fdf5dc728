"""The pages on which the account of an administrator is reset by four eyes."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai_office.accounts.models import AccountReset, User
from gongkai_office.accounts.words import Role
from tests.office.browsing import as_, at, text_of
from tests.office.city import City, person


@pytest.fixture
def system(city: City) -> User:
    """The city's system administrator, who asks for passwords."""
    return person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True, name="系管员")


@pytest.fixture
def security(city: City) -> User:
    """The city's security administrator, who asks for second factors."""
    return person(city.city, Role.SECURITY_ADMINISTRATOR, below=True, name="安管员")


@pytest.fixture
def owner(city: City) -> User:
    """The auditing administrator whose account it is."""
    return person(city.city, Role.AUDIT_ADMINISTRATOR, below=True, name="审管员")


@pytest.mark.parametrize(
    ("page", "what", "asks"),
    [("reset_password", "重置口令", "system"), ("remove_second_factor", "解除动态口令", "security")],
)
def test_a_reset_goes_from_page_to_page(
    system: User, security: User, owner: User, page: str, what: str, asks: str
) -> None:
    asker, second = (system, security) if asks == "system" else (security, system)
    one, other, owners = as_(asker), as_(second), as_(owner)
    assert "须经另一类管理员确认" in text_of(one.get(at(page, owner.pk)))
    assert "请填写" in text_of(one.post(at(page, owner.pk), {"because": ""}))
    asked = text_of(one.post(at(page, owner.pk), {"because": "换了手机"}, follow=True))
    assert "另一类管理员确认后请您到这里办理" in asked
    reset = AccountReset.objects.get()
    decide = at("account_reset", reset.pk)
    assert one.get(at(page, owner.pk)).url == decide
    assert "正等另一类管理员确认" in text_of(one.get(decide))
    assert f"对审管员{what}的申请正等另一类管理员确认" in text_of(one.get(at("home")))
    assert f"{asker.name}申请对审管员{what}，请向本人核实" in text_of(other.get(at("home")))
    assert f"申请对审管员{what}" not in text_of(owners.get(at("home"))).split("未读通知")[0]
    assert 'value="confirm"' not in text_of(owners.get(decide))
    seen = text_of(other.get(decide))
    assert "换了手机" in seen
    assert 'value="confirm"' in seen
    assert "已确认" in text_of(other.post(decide, {"decision": "confirm"}, follow=True))
    assert f"对审管员{what}的申请已经确认" in text_of(one.get(at("home")))
    assert "去办理" in text_of(one.get(decide))
    assert f"{second.name}已确认" in text_of(one.get(at(page, owner.pk)))
    text_of(one.post(at(page, owner.pk), follow=True))
    assert "已办理" in text_of(one.get(decide))
    assert "申请" not in text_of(one.get(at("home"))).split("未读通知")[0]


def test_a_confirmed_password_is_shown_to_who_asked(system: User, security: User, owner: User) -> None:
    as_(system).post(at("reset_password", owner.pk), {"because": "忘记口令"})
    reset = AccountReset.objects.get()
    as_(security).post(at("account_reset", reset.pk), {"decision": "confirm"})
    answer = as_(system).post(at("reset_password", owner.pk), follow=True)
    owner.refresh_from_db()
    assert [(one, one.check_password(password)) for one, password in answer.context["given"]] == [(owner, True)]
    assert "no-store" in answer["Cache-Control"]


def test_who_asked_takes_it_back_and_any_other_administrator_refuses(
    system: User, security: User, owner: User
) -> None:
    for by, button in ((system, "撤回"), (security, "不同意"), (owner, "不同意")):
        as_(system).post(at("reset_password", owner.pk), {"because": "忘记口令"})
        decide = at("account_reset", AccountReset.objects.latest("pk").pk)
        assert button in text_of(as_(by).get(decide))
        assert "账号没有改动" in text_of(as_(by).post(decide, {"decision": "refuse"}, follow=True))
        assert "请重新申请" in text_of(as_(security).post(decide, {"decision": "confirm"}, follow=True))
        assert "正等" not in text_of(as_(system).get(at("home")))


def test_a_request_whose_term_is_over_says_so_and_offers_nothing(system: User, security: User, owner: User) -> None:
    as_(system).post(at("reset_password", owner.pk), {"because": "忘记口令"})
    AccountReset.objects.update(until=timezone.now() - dt.timedelta(minutes=1))
    seen = text_of(as_(security).get(at("account_reset", AccountReset.objects.get().pk)))
    assert "过期未办" in seen
    assert 'name="decision"' not in seen
    assert "重置管理员账号" not in text_of(as_(security).get(at("home"))).split("未读通知")[0]


def test_where_nobody_could_confirm_the_page_says_what_to_do(system: User, owner: User) -> None:
    seen = text_of(as_(system).post(at("reset_password", owner.pk), {"because": "忘记口令"}))
    assert "没有能确认的人" in seen
    assert "recover_account" in seen


def test_passwords_for_many_leave_administrators_out_and_name_them(city: City, system: User, owner: User) -> None:
    one, client = person(city.county), as_(system)
    marked = {"person": [one.pk, owner.pk]}
    assert "审管员是管理员" in text_of(client.get(at("give_passwords"), marked))
    answer = client.post(at("give_passwords"), marked, follow=True)
    assert [user for user, _ in answer.context["given"]] == [one]
    owner.refresh_from_db()
    assert not owner.must_change_password
    only = client.get(at("give_passwords"), {"person": [owner.pk]}, follow=True)
    assert "审管员是管理员" in text_of(only)
    assert "请先在人员列表里勾选" not in text_of(only)


def test_a_county_does_not_find_a_request_about_the_city(city: City, system: User, owner: User) -> None:
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    as_(system).post(at("reset_password", owner.pk), {"because": "忘记口令"})
    county = as_(person(city.county, Role.SECURITY_ADMINISTRATOR, below=True))
    assert county.get(at("account_reset", AccountReset.objects.get().pk)).status_code == 404
    assert "重置管理员账号" not in text_of(county.get(at("home")))
