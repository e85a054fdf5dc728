"""What somebody sees when a page fails, is not there, is not for them, or was open too long."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai_office.accounts.words import Role
from gongkai_office.administration.health import views
from tests.office.city import City, person

pytestmark = pytest.mark.django_db


def test_a_failure_shows_its_number_and_not_its_reason(monkeypatch) -> None:
    def fails() -> None:
        raise RuntimeError("secret reason")

    monkeypatch.setattr(views, "all_checks", fails)
    answer = Client(raise_request_exception=False).get("/readyz")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert answer["X-Request-ID"] in page
    assert "系统出错" in page
    assert "secret" not in page


def test_a_page_that_is_not_there_is_said_so_in_our_look(client: Client) -> None:
    answer = client.get("/nothing/at/all/")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.content.decode()
    assert "masthead" in answer.content.decode()


def test_a_refusal_says_what_to_do(client: Client, city: City) -> None:
    client.force_login(person(city.county))
    answer = client.get("/health/")
    assert answer.status_code == 403
    assert "安全管理员" in answer.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/health/", 403), ("/nothing/at/all/", 404)])
def test_who_is_signed_in_keeps_the_menu_and_everything_around_it(
    client: Client, city: City, settings, address: str, status: int
) -> None:
    settings.DEMO = True
    user = person(city.county, Role.HANDLER)
    client.force_login(user)
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    for part in ("主菜单", "工作日历", user.name, "演示环境", "回到工作台"):
        assert part in page
    client.logout()
    assert "主菜单" not in client.get("/nothing/at/all/").content.decode()


def test_a_form_that_was_open_too_long_is_said_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/sign-in/", {"username": "a"})
    assert answer.status_code == 403
    assert "表单已过期" in answer.content.decode()


def test_an_unknown_domain_is_refused(client: Client) -> None:
    answer = client.get("/account/sign-in/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "请求有误" in answer.content.decode()
