"""Pages of organs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.actions.roles import grant_role
from gongkai_office.accounts.gate import Action, may
from gongkai_office.accounts.models import Appointment, User
from gongkai_office.accounts.words import ADMINISTRATORS, Role
from gongkai_office.audit.models import Event
from gongkai_office.organs import actions
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import parent_of
from gongkai_office.organs.words import Kind, Level
from tests.office.city import PASSWORD, City, person

MARCH = "2024-03-01"


def read(client: Client, name: str, /, *arguments: Any, **query: Any) -> str:
    answer = client.get(reverse(f"administration:{name}", args=arguments), query)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, name: str, /, *arguments: Any, **data: Any) -> Any:
    return client.post(reverse(f"administration:{name}", args=arguments), data)


def test_an_administrator_signs_in_changes_an_organ_and_the_log_has_it(city: City, client: Client) -> None:
    user = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    client.post(reverse("accounts:sign_in"), {"username": user.username, "password": PASSWORD})
    page = read(client, "organs")
    assert city.county_bureau.name in page
    assert city.foreign.name in page
    answer = send(
        client, "edit_organ", city.county.pk,
        name="萤台县人民政府", kind="government", level="county", phone="000-1234567",
    )  # fmt: skip
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


def test_a_broad_branch_shows_a_hundred_at_first_and_more_when_asked(city: City, admin: Client) -> None:
    for number in range(1, 251):
        Organ.objects.add_child(
            city.county, {"name": f"萤台县第{number}局", "kind": Kind.DEPARTMENT, "level": Level.COUNTY}
        )
    first = read(admin, "organ_branch", city.county.pk)
    assert first.count('class="branch"') == 1 + 100
    assert "更多（还有 151 个）" in first
    address = f"{reverse('administration:organs')}?open={city.county.pk}&amp;state=&amp;shown=200#"
    assert address in first
    assert read(admin, "organ_branch", city.county.pk, shown=200).count('class="branch"') == 1 + 200
    page = read(admin, "organs", open=city.county.pk, shown=300)
    assert "萤台县第250局" in page
    assert "更多" not in page
    last = Organ.objects.get(name="萤台县第250局")
    page = read(admin, "organs", open=last.pk)
    assert "萤台县第250局" in page
    assert "萤台县第200局" not in page


def test_what_is_below_one_organ_is_searched_alone(city: City, admin: Client) -> None:
    page = read(admin, "organs", under=city.county.pk, q="民政")
    assert "只在萤台县人民政府的下级中查找" in page
    assert "萤台县民政局" in page
    assert "砚萤县民政局" not in page
    assert f'name="under" value="{city.county.pk}"' in page
    assert "没有符合条件的机关" in read(admin, "organs", under=999999)


def test_a_large_tree_opens_down_to_what_is_asked_for_and_branch_by_branch(city: City, admin: Client) -> None:
    for number in range(60):
        row = {"name": f"砚萤县第{number}局", "kind": Kind.DEPARTMENT, "level": Level.COUNTY}
        Organ.objects.add_child(city.other_county, row)
    closed = read(admin, "organs")
    assert city.other_county.name in closed
    assert "砚萤县第7局" not in closed
    assert "砚萤县第7局" in read(admin, "organs", open=city.other_county.pk)
    branch = read(admin, "organ_branch", city.other_county.pk)
    assert "砚萤县第7局" in branch
    assert "<html" not in branch
    assert "砚萤县第7局" not in read(admin, "organ_branch", city.other_county.pk, shut=1)


def test_pages_ask_the_database_no_more_for_many_organs_than_for_few(
    city: City, admin: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(120):
        row = {"name": f"萤台县第{number}局", "kind": Kind.DEPARTMENT, "level": Level.COUNTY}
        Organ.objects.add_child(city.county, row)
    for name, arguments, query, most in (
        ("organs", [], {"open": city.county.pk}, 11),
        ("organs", [], {"q": "局"}, 12),
        ("organ", [city.county.pk], {}, 20),
        ("export_organs", ["csv"], {}, 12),
    ):
        with django_assert_max_num_queries(most):
            admin.get(reverse(f"administration:{name}", args=arguments), query)


def test_an_organ_is_found_by_name_former_name_code_and_kind(city: City, admin: Client) -> None:
    actions.rename_organ(city.bureau, name="萤泽市社会事务局", on=dt.date(2024, 3, 1), by=None)
    Organ.objects.filter(pk=city.county.pk).update(credit_code="11441700007280420Y")
    assert "萤泽市社会事务局" in read(admin, "organs", q="萤泽市民政")
    assert "萤台县人民政府" in read(admin, "organs", q="11441700007280420y")
    found = read(admin, "organs", q="民政")
    assert "砚萤县民政局" in found
    assert f">{city.city.name}</a></td>" not in found.replace("</a><", "</a></td><")
    assert "没有符合条件的机关" in read(admin, "organs", kind="zone")
    actions.abolish_organ(city.bureau, on=dt.date(2024, 4, 1), by=None)
    assert "萤泽市社会事务局" not in read(admin, "organs", level="city")
    assert "2024-04-01撤销" in read(admin, "organs", state="abolished")


def test_a_new_organ_is_offered_the_code_of_the_government_that_it_is_under(city: City, admin: Client) -> None:
    Organ.objects.filter(pk=city.county.pk).update(division_code="639721")
    asked = send(admin, "add_organ_below", city.county.pk, name="萤台县水利局", suggest="1").content.decode()
    assert "行政区划代码：639721" in asked
    assert 'value="639721"' in asked


def test_a_new_organ_gets_what_its_name_suggests_only_with_a_word_about_it(city: City, admin: Client) -> None:
    asked = send(admin, "add_organ_below", city.county.pk, name="萤台县水利局", suggest="1").content.decode()
    assert "按名称推定：机关类别：政府工作部门，层级：县级" in asked
    assert not Organ.objects.filter(name="萤台县水利局").exists()
    answer = send(admin, "add_organ_below", city.county.pk, name="萤台县水利局", kind="department", level="county")
    new = Organ.objects.get(name="萤台县水利局")
    assert answer.url == reverse("administration:organ", args=[new.pk])
    assert parent_of(new) == city.county


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"name": "萤台县民政局"}, "不能重名"),
        ({"credit_code": "11441700007280420X"}, "校验码不符"),
        ({"site_code": "33"}, "网站标识码应为10位数字"),
        ({"website": "www.example.org"}, "http"),
        ({"kind": ""}, "请选择机关类别。"),
    ],
)
def test_nonsense_is_refused_at_its_field(city: City, admin: Client, data: dict[str, str], said: str) -> None:
    sent = {"name": "萤台县水利局", "kind": "department", "level": "county"} | data
    answer = send(admin, "add_organ_below", city.county.pk, **sent)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not Event.objects.filter(verb="organs.add").exists()


def test_an_act_says_what_follows_and_is_done_only_when_confirmed(city: City, admin: Client) -> None:
    person(city.county, Role.HANDLER)
    data = {
        "on": MARCH,
        "successor": city.other_county.pk,
        "children": "nowhere",
        "document_number": "萤政发〔2024〕3号",
    }
    refused = send(admin, "act_on_organ", city.county.pk, "abolish", **data).content.decode()
    assert "还有1个存续的下级机关（萤台县民政局）" in refused
    data["children"] = "with_successor"
    asked = send(admin, "act_on_organ", city.county.pk, "abolish", **data).content.decode()
    for said in ("自2024-03-01起撤销", "由“砚萤县人民政府”承接", "1个存续的下级机关移到", "1个账号", "确认撤销"):
        assert said in asked
    assert Organ.objects.get(pk=city.county.pk).abolished_on is None
    assert not Event.objects.filter(verb="organs.abolish").exists()
    assert send(admin, "act_on_organ", city.county.pk, "abolish", **data, back="1").status_code == 200
    assert send(admin, "act_on_organ", city.county.pk, "abolish", **data, confirmed="1").status_code == 302
    assert Organ.objects.get(pk=city.county.pk).abolished_on == dt.date(2024, 3, 1)
    page = read(admin, "organ", city.county.pk)
    assert "2024-03-01撤销" in page
    assert "萤政发〔2024〕3号" in page
    assert (
        send(admin, "act_on_organ", city.county.pk, "undo_abolition", asked="1", confirmed="1").status_code == 302
    )
    assert Organ.objects.get(pk=city.county.pk).abolished_on is None


@pytest.mark.parametrize(
    ("verb", "data", "said"),
    [
        ("rename", {"name": "萤泽市社会事务局", "on": MARCH}, "此前的日期仍称“萤泽市民政局”"),
        ("move", {"under": "county"}, "移到“萤台县人民政府”之下"),
        (
            "merge",
            {"others": "萤台县民政局\n砚萤县人民政府/砚萤县民政局", "on": MARCH, "children": "nowhere"},
            "萤台县民政局”自",
        ),
        ("split", {"others": "萤台县民政局", "on": MARCH, "children": "nowhere"}, "继续存续"),
        ("transfer", {"what": "婚姻登记", "to": "county", "on": MARCH}, "“婚姻登记”自2024-03-01起"),
    ],
)  # fmt: skip
def test_every_act_is_confirmed_and_recorded(
    city: City, admin: Client, verb: str, data: dict[str, Any], said: str
) -> None:
    sent = {name: city.county.pk if value == "county" else value for name, value in data.items()}
    assert said in send(admin, "act_on_organ", city.bureau.pk, verb, **sent).content.decode()
    assert not Event.objects.filter(verb=f"organs.{verb}").exists()
    assert send(admin, "act_on_organ", city.bureau.pk, verb, **sent, confirmed="1").status_code == 302
    assert Event.objects.filter(verb=f"organs.{verb}").exists()


def test_who_adds_an_organ_at_the_top_sees_it(city: City, admin: Client) -> None:
    data = {"name": "萤泽省人民政府", "kind": "government", "level": "province"}
    assert "萤泽省人民政府" in admin.post(reverse("administration:add_organ"), data, follow=True).content.decode()


def test_what_runs_the_installation_goes_below_another_organ_only_where_administrators_of_all_kinds_are(
    city: City, admin: Client
) -> None:
    granter, _ = (
        person(city.city, role, below=True) for role in (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
    )
    province = Organ.objects.add_root({"name": "萤泽省人民政府", "kind": Kind.GOVERNMENT, "level": Level.PROVINCE})
    Organ.objects.filter(pk=city.foreign.pk).update(abolished_on=MARCH)
    sent = {"under": province.pk, "confirmed": "1"}
    for role in ADMINISTRATORS:
        page = send(admin, "act_on_organ", city.city.pk, "move", **sent).content.decode()
        assert "请先在仍将存续的顶层机关授予这些角色" in page
        assert role.label in page
        heir = person(city.city)
        grant_role(user=heir, role=role, organ=province, below=True, by=granter)
    assert parent_of(Organ.objects.get(pk=city.city.pk)) is None
    assert send(admin, "act_on_organ", city.city.pk, "move", **sent).status_code == 302
    assert parent_of(Organ.objects.get(pk=city.city.pk)) == province
    assert may(User.objects.get(pk=heir.pk), Action.VERIFY_LOG)


def test_an_organ_outside_cannot_be_merged_or_moved_to(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    data = {"others": "砚萤县民政局", "on": MARCH, "children": "nowhere", "confirmed": "1"}
    answer = send(client, "act_on_organ", city.county_bureau.pk, "merge", **data)
    assert "没有找到“砚萤县民政局”" in answer.content.decode()
    for under in (city.other_county.pk, ""):
        answer = send(client, "act_on_organ", city.county_bureau.pk, "move", under=under, confirmed="1")
        assert answer.status_code == 200
    assert parent_of(Organ.objects.get(pk=city.county_bureau.pk)) == city.county


def test_reviewers_are_proposed_by_law_set_and_ended(city: City, admin: Client) -> None:
    assert "行政复议法第二十四条" in read(admin, "organ", city.county_bureau.pk)
    assert 'value="萤台县人民政府"' in read(admin, "set_reviewer", city.county_bureau.pk)
    data = {"role": "reconsideration", "name": "萤台县人民政府", "valid_from": MARCH}
    assert send(admin, "set_reviewer", city.county_bureau.pk, **data).status_code == 302
    assert "有效期2024-03-01至今后" in send(admin, "set_reviewer", city.county_bureau.pk, **data).content.decode()
    one = city.county_bureau.reviewers.get()
    assert send(admin, "end_reviewer", city.county_bureau.pk, one.pk, on="2024-12-31").status_code == 302
    assert "2024-12-31" in read(admin, "organ", city.county_bureau.pk)
    assert send(admin, "end_reviewer", city.county.pk, one.pk, remove="1").status_code == 404
    assert send(admin, "end_reviewer", city.county_bureau.pk, one.pk, remove="1").status_code == 302
    assert not city.county_bureau.reviewers.exists()


def test_a_superior_that_one_does_not_see_stays_when_something_else_is_changed(city: City, client: Client) -> None:
    Organ.objects.filter(pk=city.county_bureau.pk).update(system_superior=city.bureau)
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True))
    page = read(client, "edit_organ", city.county_bureau.pk)
    assert f'value="{city.bureau.pk}" selected' in page
    data = {"name": "萤台县民政局", "kind": "department", "level": "county", "phone": "000-1234567"}
    send(client, "edit_organ", city.county_bureau.pk, **data, system_superior=city.bureau.pk)
    kept = Organ.objects.get(pk=city.county_bureau.pk)
    assert (kept.phone, kept.system_superior) == ("000-1234567", city.bureau)
    send(client, "edit_organ", city.county_bureau.pk, **data, system_superior=city.foreign.pk)
    assert Organ.objects.get(pk=city.county_bureau.pk).system_superior == city.bureau


def test_an_organ_is_not_taken_from_below_one_that_is_out_of_reach(city: City, client: Client) -> None:
    taker = person(city.county_bureau, Role.SYSTEM_ADMINISTRATOR, below=True)
    Appointment.objects.create(user=taker, role=Role.SYSTEM_ADMINISTRATOR, organ=city.other_county, below=True)
    client.force_login(taker)
    data = {"under": city.other_county.pk, "confirmed": "1"}
    answer = send(client, "act_on_organ", city.county_bureau.pk, "move", **data)
    assert "不在您的权限之内" in answer.content.decode()
    assert parent_of(Organ.objects.get(pk=city.county_bureau.pk)) == city.county


@pytest.fixture
def of_the_county_alone(city: City, client: Client) -> Client:
    """The browser of a system administrator of the county and of nothing below it."""
    client.force_login(person(city.county, Role.SYSTEM_ADMINISTRATOR))
    return client


@pytest.mark.parametrize("confirmed", [{}, {"confirmed": "1"}])
@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("abolish", {"on": MARCH, "children": "abolished"}),
        ("split", {"on": MARCH, "children": "abolished", "others": "砚萤县人民政府", "ends": "1"}),
        ("move", {"under": "other_county"}),
    ],
)
def test_a_role_over_an_organ_alone_changes_nothing_below_it(
    city: City, of_the_county_alone: Client, verb: str, data: dict[str, Any], confirmed: dict[str, str]
) -> None:
    user = city.county.people.get()
    for organ in (city.city, city.other_county):
        Appointment.objects.create(user=user, role=Role.SYSTEM_ADMINISTRATOR, organ=organ, below=True)
    Appointment.objects.filter(organ=city.city).update(below=False)
    sent = {
        name: getattr(city, str(value)).pk if value == "other_county" else value for name, value in data.items()
    }
    answer = send(of_the_county_alone, "act_on_organ", city.county.pk, verb, **sent, **confirmed)
    assert "而它还有下级机关" in answer.content.decode()
    assert not Event.objects.exclude(verb__startswith="sign").filter(verb__startswith="organs.").exists()


def test_a_role_over_an_organ_alone_adds_and_moves_nothing_below_it(
    city: City, of_the_county_alone: Client
) -> None:
    address = reverse("administration:add_organ_below", args=[city.county.pk])
    assert of_the_county_alone.get(address).status_code == 403
    assert address not in read(of_the_county_alone, "organ", city.county.pk)
    user = city.county.people.get()
    for organ in (city.other_county, city.other_county_bureau):
        Appointment.objects.create(user=user, role=Role.SYSTEM_ADMINISTRATOR, organ=organ)
    answer = send(of_the_county_alone, "act_on_organ", city.other_county_bureau.pk, "move", under=city.county.pk)
    assert "不能在其下设置机关" in answer.content.decode()


@pytest.mark.parametrize("confirmed", [{}, {"confirmed": "1"}])
def test_the_last_administrators_do_not_end_with_their_organ(
    city: City, admin: Client, confirmed: dict[str, str]
) -> None:
    person(city.city, Role.SECURITY_ADMINISTRATOR, below=True)
    data = {"on": MARCH, "children": "abolished"}
    refused = send(admin, "act_on_organ", city.city.pk, "abolish", **data, **confirmed).content.decode()
    assert "没有有效的系统管理员、安全管理员" in refused
    assert Organ.objects.get(pk=city.city.pk).abolished_on is None
    for role in (Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR):
        person(city.foreign, role, below=True)
    assert send(admin, "act_on_organ", city.city.pk, "abolish", **data, confirmed="1").status_code == 302


def test_the_end_of_many_organs_is_told_without_ending_them(
    city: City, admin: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        row = {"name": f"萤台县第{number:02}局", "kind": Kind.DEPARTMENT, "level": Level.COUNTY}
        Organ.objects.add_child(Organ.objects.get(pk=city.county.pk), row)
    Organ.objects.filter(pk=city.bureau.pk).update(system_superior=city.county_bureau)
    data = {"on": MARCH, "children": "abolished"}
    with django_assert_max_num_queries(45):
        asked = send(admin, "act_on_organ", city.county.pk, "abolish", **data).content.decode()
    assert "31个存续的下级机关一并撤销：“萤台县民政局”" in asked
    assert "“萤台县第18局”等。" in asked
    assert "萤台县第19局" not in asked
    assert "另有1个存续的机关以撤销的机关为垂直领导上级或者主管部门（“萤泽市民政局”）" in asked
    assert send(admin, "act_on_organ", city.county.pk, "abolish", **data, confirmed="1").status_code == 302
    assert "2024-03-01已撤销" in read(admin, "organ", city.bureau.pk)
    assert (
        "31个下级机关一并恢复"
        in send(admin, "act_on_organ", city.county.pk, "undo_abolition", asked="1").content.decode()
    )


def test_what_is_refused_on_confirming_is_told_on_the_form(city: City, admin: Client) -> None:
    data = {"on": MARCH, "children": "abolished", "others": "萤台县人民政府\n萤台县民政局"}
    answer = send(admin, "act_on_organ", city.other_county.pk, "merge", **data, confirmed="1")
    assert "“萤台县民政局”已于2024-03-01撤销" in answer.content.decode()
    assert Organ.objects.get(pk=city.county.pk).abolished_on is None


def test_a_transfer_by_mistake_is_taken_back_on_its_page(city: City, admin: Client) -> None:
    actions.transfer_functions(city.bureau, to=city.county, what="婚姻登记", on=dt.date(2024, 3, 1), by=None)
    address = reverse("administration:act_on_organ", args=[city.bureau.pk, "undo_succession"])
    assert address in read(admin, "organ", city.bureau.pk)
    row = city.bureau.successions.get()
    assert "2024-03-01 职能划转婚姻登记，由“萤台县人民政府”承接" in admin.get(address).content.decode()
    assert "从沿革中删除" in admin.post(address, {"succession": row.pk}).content.decode()
    assert admin.post(address, {"succession": row.pk, "confirmed": "1"}).status_code == 302
    assert address not in read(admin, "organ", city.bureau.pk)
