"""Pages of local conventions."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import PauseStart
from gongkai.law.local_conventions.reading import local_conventions
from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
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
    assert "请填写" in client.post(page, said(source="")).content.decode()
    assert not ConventionChoice.objects.exists()
    assert "已设为：征求意见书发出的当日" in client.post(page, said(), follow=True).content.decode()
    below = client.get(url("conventions_of", city.county_bureau.pk)).content.decode()
    assert f"沿用{city.county.name}" in below
    assert "主任办公会议第3次纪要" in below
    assert head.name in below
    assert "都相同" in client.post(page, said()).content.decode()
    row = ConventionChoice.objects.get()
    undo = url("withdraw_choice", city.county.pk, row.pk)
    assert undo in client.get(page).content.decode()
    assert "已撤回" in client.post(undo, follow=True).content.decode()
    assert conventions_for(city.county, timezone.localdate()).pause_starts is PauseStart.DAY_AFTER_DISPATCH
    assert client.post(url("withdraw_choice", city.county_bureau.pk, row.pk)).status_code == 404


def test_before_a_choice_is_withdrawn_the_page_says_what_will_hold_and_from_when(
    head: User, city: City, client: Client
) -> None:
    key = "longest_correction_days"
    page = url("convention", city.county.pk, key)
    client.post(page, said("20"))
    client.post(page, said("25", valid_from="2026-06-01"))
    first, second = ConventionChoice.objects.order_by("pk")
    shown = client.get(url("withdraw_choice", city.county.pk, second.pk))
    rows = [(one.first.isoformat(), one.last, one.now.told, one.then.told) for one in shown.context["periods"]]
    assert rows == [("2026-06-01", None, "25个工作日", "20个工作日")]
    told = " ".join(shown.content.decode().split())
    assert "自 2026-06-01 起</th> <td>25个工作日</td> <td><strong>20个工作日" in told
    shown = client.get(url("withdraw_choice", city.county.pk, first.pk)).content.decode()
    assert "自 2026-01-01 起，至 2026-05-31 止" in shown
    assert "15个工作日" in shown
    assert not ConventionChoice.objects.exclude(withdrawn_at=None).exists()
    client.post(url("withdraw_choice", city.county.pk, first.pk))
    again = client.get(url("withdraw_choice", city.county.pk, first.pk), follow=True)
    assert "不能再次撤回" in again.content.decode()


def test_numbers_stand_with_their_unit(head: User, city: City, client: Client) -> None:
    shown = client.get(url("conventions_of", city.county.pk)).content.decode()
    assert [told for told in ("1个工作日", "15个工作日", "200元") if f'"held">{told}<' not in shown] == []
    form = client.get(url("convention", city.county.pk, "first_step_above_thirty")).content.decode()
    assert "数值（元）" in form
    assert "默认 200元" in form


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


def sent(client: Client, city: City, text: str, **more: str) -> HttpResponse:
    """Upload a file for the county."""
    asked = {"source": "局务会", "valid_from": "2026-01-01", "file": SimpleUploadedFile("a.toml", text.encode())}
    return client.post(url("upload_conventions", city.county.pk), asked | more)


def test_a_file_is_shown_line_by_line_and_written_once_that_is_confirmed(
    head: User, city: City, client: Client
) -> None:
    client.post(url("convention", city.county.pk, "charge_fees"), said("true"))
    text = '# 说明\npause_starts = "dispatch_day"\nlongest_correction_days = 20\nroll_over = "day_off"\n'
    shown = sent(client, city, text)
    plan = shown.context["plan"]
    assert [(one.line, one.now.told, one.told) for one in plan.changes] == [
        (2, "征求意见书发出的次日", "征求意见书发出的当日"), (3, "15个工作日", "20个工作日"),
    ]  # fmt: skip
    assert [one.key for one in plan.same] == ["roll_over"]
    assert [one.key for one in plan.kept] == ["charge_fees"]
    assert ConventionChoice.objects.count() == 1
    page = url("upload_conventions", city.county.pk)
    done = client.post(page, {"plan": shown.context["kept"]}, follow=True).content.decode()
    assert "已按文件设定 2 项本地口径，自2026-01-01起适用。" in done
    held = conventions_for(city.county, timezone.localdate())
    assert (held.pause_starts, held.longest_correction_days, held.charge_fees) == (
        PauseStart.DISPATCH_DAY, 20, True,
    )  # fmt: skip
    event = Event.objects.filter(verb="conventions.choose").latest("number")
    assert (event.actor, event.after["source"]) == (head.pk, "局务会")
    assert "都相同，没有要改变的" in sent(client, city, text).content.decode()


def test_every_line_that_is_unknown_or_out_of_range_is_told(head: User, city: City, client: Client) -> None:
    shown = sent(client, city, 'pause_start = "dispatch_day"\nlongest_correction_days = 61\n')
    errors = shown.context["form"].errors["file"]
    assert [error.partition("：")[0] for error in errors] == ["第 1 行", "第 2 行"]
    (error,) = sent(client, city, '\nenquiry_row = "3.1"\n').context["form"].errors["file"]
    assert error.startswith("第 2 行：")
    assert "没有写明任何一项" in sent(client, city, "# 无\n").content.decode()
    assert sent(client, city, "charge_fees = true", source="").context["form"].errors["source"]
    assert not ConventionChoice.objects.exists()


def test_what_changed_since_it_was_shown_is_shown_again_and_nobody_elses_plan_counts(
    head: User, city: City, client: Client
) -> None:
    kept = sent(client, city, "longest_correction_days = 20").context["kept"]
    client.post(url("convention", city.county.pk, "longest_correction_days"), said("10"))
    again = client.post(url("upload_conventions", city.county.pk), {"plan": kept})
    assert "又有变动" in again.content.decode()
    assert [one.now.told for one in again.context["plan"].changes] == ["10个工作日"]
    assert ConventionChoice.objects.count() == 1
    for organ, plan in ((city.county_bureau, again.context["kept"]), (city.county, "made up")):
        answer = client.post(url("upload_conventions", organ.pk), {"plan": plan}, follow=True)
        assert "请重新上传文件" in answer.content.decode()
    assert ConventionChoice.objects.count() == 1
    client.post(url("upload_conventions", city.county.pk), {"plan": again.context["kept"]})
    assert conventions_for(city.county, timezone.localdate()).longest_correction_days == 20


def test_what_was_given_out_changes_nothing_where_it_came_from(head: User, city: City, client: Client) -> None:
    client.post(url("convention", city.county.pk, "pause_starts"), said())
    text = client.get(url("export_conventions", city.county.pk)).content.decode()
    shown = sent(client, city, text, valid_from=timezone.localdate().isoformat())
    assert shown.context["plan"].changes == []


def test_organs_are_found_by_name(head: User, city: City, client: Client) -> None:
    found = client.get(url("conventions"), {"organ": "民政"}).content.decode()
    assert city.county_bureau.name in found
    assert city.other_county_bureau.name not in found
    assert "没有名称包含“鹭汀”的机关" in client.get(url("conventions"), {"organ": "鹭汀"}).content.decode()
