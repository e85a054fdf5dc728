"""Pages of reminders: one's own, writing and sending, phones."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import Appointment
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.notices.actions import notify
from gongkai_office.notices.models import Delivery, Notice, Sending
from tests.office.city import City, person


def page(client: Client, name: str, *args: object, **asked: str) -> str:
    answer = client.get(reverse(f"administration:{name}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_notice_is_read_by_opening_it_and_the_bell_counts_the_rest(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    for number in range(3):
        notify(to=[user], subject=f"第{number}件事", text="请办理", link="/organs/")
    client.force_login(user)
    assert '>3<span class="visually-hidden">条未读' in page(client, "inbox")
    first = Notice.objects.filter(to=user).first()
    assert "请办理" in page(client, "notice", first.pk)
    inbox = page(client, "inbox")
    assert '>2<span class="visually-hidden">条未读' in inbox
    assert "第2件事" not in inbox
    assert "第2件事" in page(client, "inbox", show="all")


def test_all_are_marked_as_read_and_that_is_undone(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    for number in range(3):
        notify(to=[user], subject=f"第{number}件事")
    client.force_login(user)
    answer = client.post(reverse("administration:mark_read"), {"all": "1"}, follow=True)
    shown = answer.content.decode()
    assert "已将 3 条通知标为已读" in shown
    undo = answer.context["undo"]
    assert (
        "已将 3 条通知恢复为未读"
        in client.post(reverse("administration:undo_read"), {"at": undo}, follow=True).content.decode()
    )
    assert Notice.objects.filter(to=user, read_at=None).count() == 3
    assert list(Event.objects.values_list("verb", flat=True)[:2]) == ["notices.unread", "notices.read"]


def test_chosen_ones_alone_are_marked_and_never_another_persons(city: City, client: Client) -> None:
    one, other = person(city.county, Role.HANDLER), person(city.county, Role.HANDLER)
    sending = notify(to=[one, other], subject="甲")
    notify(to=[one], subject="乙")
    client.force_login(one)
    client.post(reverse("administration:mark_read"), {"notice": [str(n.pk) for n in sending.notices.all()]})
    assert Notice.objects.filter(to=one, read_at=None).count() == 1
    assert Notice.objects.filter(to=other, read_at=None).count() == 1
    theirs = Notice.objects.get(to=other)
    assert client.get(reverse("administration:notice", args=[theirs.pk])).status_code == 404


def test_a_broken_moment_undoes_nothing(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.HANDLER))
    assert client.post(reverse("administration:undo_read"), {"at": "2026-13-45"}).status_code == 404
    assert client.post(reverse("administration:undo_read"), {"at": "<script>"}).status_code == 404


def written(city: City, **more: object) -> dict[str, object]:
    return {
        "organ": city.city.pk,
        "scope": "all",
        "subject": "请于月底前报送年度报告",
        "text": "各单位：",
        **more,
    }


def test_whom_a_notice_reaches_is_shown_before_it_goes_out(city: City, client: Client) -> None:
    sender = person(city.city, Role.SUPERVISOR, below=True)
    liaison = person(city.county, Role.LIAISON)
    person(city.county, Role.HANDLER)
    stranger = person(city.foreign, Role.LIAISON)
    client.force_login(sender)
    write = reverse("administration:write_notice")
    asked = written(city, roles=["liaison"])
    preview = client.post(write, {**asked, "preview": "1"}).content.decode()
    assert liaison.name in preview
    assert stranger.name not in preview
    assert "确认发送给 1 人" in preview
    assert city.other_county.name in preview  # nobody hears for it
    assert not Sending.objects.exists()
    answer = client.post(write, {**asked, "send": "1"})
    sending = Sending.objects.get()
    assert answer.url == reverse("administration:sending", args=[sending.pk])
    assert [notice.to for notice in sending.notices.all()] == [liaison]
    assert liaison.name in page(client, "sending", sending.pk)
    assert "请于月底前报送年度报告" in page(client, "sendings")


def test_scopes_reach_what_they_say(city: City, client: Client) -> None:
    sender = person(city.city, Role.SUPERVISOR, below=True)
    people = {organ.name: person(organ, Role.HANDLER) for organ in (city.county, city.county_bureau, city.foreign)}
    client.force_login(sender)

    def reached(**more: object) -> set[str]:
        answer = client.post(reverse("administration:write_notice"), {**written(city, **more), "preview": "1"})
        return {one.organ.name for one in answer.context["reach"].people}

    assert reached(scope="own") == set()
    assert reached(scope="direct") == {city.county.name}
    assert reached(scope="all") == {city.county.name, city.county_bureau.name}
    assert reached(scope="named", names=f"{city.county_bureau.name}\n") == {city.county_bureau.name}
    assert city.foreign.name in people


def test_who_writes_is_offered_the_organ_that_their_role_covers(city: City, client: Client) -> None:
    sender = person(city.bureau)
    Appointment.objects.create(user=sender, role=Role.LIAISON, organ=city.bureau)
    Appointment.objects.create(user=sender, role=Role.SUPERVISOR, organ=city.city, below=True)
    client.force_login(sender)
    shown = client.get(reverse("administration:write_notice"))
    assert shown.context["form"]["organ"].initial == city.city
    assert f'<option value="{city.city.pk}" selected>' in shown.content.decode()


def test_who_writes_is_not_told_but_their_organ_counts_as_heard(city: City, client: Client) -> None:
    sender = person(city.county_bureau, Role.UNIT_HEAD)
    client.force_login(sender)
    answer = client.post(
        reverse("administration:write_notice"), written(city, organ=city.county_bureau.pk, preview="1")
    )
    assert answer.context["reach"] == ([], 1, [])
    assert "除您以外没有在用的账号" in answer.content.decode()
    other = person(city.county_bureau)
    asked = written(city, organ=city.county_bureau.pk, send="1")
    client.post(reverse("administration:write_notice"), asked)
    assert [one.to for one in Notice.objects.all()] == [other]


def test_a_name_of_several_organs_is_asked_about_and_a_path_tells_which(city: City, client: Client) -> None:
    for bureau in (city.county_bureau, city.other_county_bureau):
        bureau.name = "民政局"
        bureau.save()
    wanted = person(city.other_county_bureau)
    person(city.county_bureau)
    client.force_login(person(city.city, Role.SUPERVISOR, below=True))
    write = reverse("administration:write_notice")
    path = "萤泽市人民政府/砚萤县人民政府/民政局"
    answer = client.post(write, written(city, scope="named", names="民政局", send="1"))
    says = answer.content.decode()
    assert "“民政局”在您可以通知的范围里有 2 个" in says
    assert path in says
    client.post(write, written(city, scope="named", names=path, send="1"))
    assert [one.to for one in Notice.objects.all()] == [wanted]


def test_a_notice_says_in_whose_name_and_by_whom_it_was_sent(city: City, client: Client) -> None:
    sender, reader = person(city.bureau, Role.SUPERVISOR), person(city.county)
    sending = notify(to=[reader], subject="报送提醒", by=sender, organ=city.bureau.pk)
    for user, name, keys in (
        (reader, "inbox", ()),
        (reader, "notice", [one.pk for one in sending.notices.all()]),
        (sender, "sendings", ()),
        (sender, "sending", [sending.pk]),
    ):
        client.force_login(user)
        main = page(client, name, *keys, **({"show": "all"} if name == "inbox" else {})).partition("<main")[2]
        assert city.bureau.name in main
        assert sender.name in main


def test_an_organ_out_of_reach_is_not_found_by_name(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.UNIT_HEAD, below=True))
    asked = written(city, organ=city.county.pk, scope="named", names=city.other_county.name, send="1")
    answer = client.post(reverse("administration:write_notice"), asked)
    assert "找不到" in answer.content.decode()
    asked = written(city, organ=city.other_county.pk, send="1")
    assert client.post(reverse("administration:write_notice"), asked).status_code == 200
    assert not Sending.objects.exists()


def test_a_title_with_a_phone_number_does_not_leave_the_house(city: City, client: Client) -> None:
    client.force_login(person(city.city, Role.SUPERVISOR, below=True))
    for subject in ("请联系13800000000", "身份证11010519491231002X", "请回复a@b.cn"):
        answer = client.post(reverse("administration:write_notice"), written(city, subject=subject, send="1"))
        assert "请不要写个人信息" in answer.content.decode()
    assert not Sending.objects.exists()


def test_the_list_of_phones_has_who_was_not_reached_first_and_each_look_is_logged(
    city: City, client: Client
) -> None:
    sender = person(city.city, Role.SUPERVISOR, below=True)
    reached = person(city.county, Role.HANDLER, phone="000-1111")
    missed = person(city.county, Role.HANDLER, phone="=000-2222")
    sending = notify(to=[reached, missed], subject="报送提醒", text="请报送", by=sender, organ=city.city.pk)
    Notice.objects.filter(to=reached).update(read_at=sending.created_at)
    client.force_login(sender)
    shown = page(client, "phones", sending.pk)
    assert "【报送提醒】请报送" in shown
    assert shown.index(missed.name) < shown.index(reached.name)
    answer = client.get(reverse("administration:phones_csv", args=[sending.pk]))
    assert "'=000-2222" in answer.content.decode()
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    assert Event.objects.filter(verb="notices.show_phones", actor=sender.pk).count() == 2


def test_who_moved_out_of_reach_is_phoned_no_more(city: City, client: Client) -> None:
    sender = person(city.county, Role.UNIT_HEAD, below=True)
    stays, leaves = person(city.county, phone="000-1111"), person(city.county, phone="000-2222")
    sending = notify(to=[stays, leaves], subject="报送提醒", by=sender, organ=city.county.pk)
    leaves.organ = city.other_county
    leaves.save()
    client.force_login(sender)
    for name in ("phones", "phones_csv"):
        shown = client.get(reverse(f"administration:{name}", args=[sending.pk])).content.decode()
        assert "000-1111" in shown
        assert "000-2222" not in shown


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-14:00", "yesterday", ""])
def test_a_moment_that_never_was_undoes_nothing(city: City, client: Client, at: str) -> None:
    client.force_login(person(city.county, Role.HANDLER))
    assert client.post(reverse("administration:undo_read"), {"at": at}).status_code == 404


def test_what_was_sent_is_found_by_title_and_by_what_became_of_it(city: City, client: Client) -> None:
    sender = person(city.city, Role.SUPERVISOR, below=True)
    one = person(city.county, email="a@example.cn")
    kept = {name: notify(to=[one], subject=name, organ=city.city.pk) for name in ("甲事", "乙事", "丙事")}
    kept["丁事"] = notify(to=[one], subject="丁事", by=sender, organ=city.city.pk)
    Notice.objects.exclude(sending=kept["甲事"]).update(read_at=kept["甲事"].created_at)
    Delivery.objects.create(notice=kept["乙事"].notices.get(), channel="x", state="failed")
    Delivery.objects.create(notice=kept["丙事"].notices.get(), channel="x")
    client.force_login(sender)

    def listed(**asked: str) -> set[str]:
        answer = client.get(reverse("administration:sendings"), asked)
        return {one.subject for one in answer.context["page"]}

    assert listed() == set(kept)
    assert listed(q="丙") == {"丙事"}
    assert listed(state="unread") == {"甲事"}
    assert listed(state="failed") == {"乙事"}
    assert listed(state="waiting") == {"丙事"}
    assert listed(state="mine") == {"丁事"}
    assert "没有符合条件的通知" in page(client, "sendings", q="无")


def test_what_others_sent_elsewhere_does_not_exist(city: City, client: Client) -> None:
    theirs = notify(to=[person(city.foreign, Role.HANDLER)], subject="别处", organ=city.foreign.pk)
    client.force_login(person(city.city, Role.SUPERVISOR, below=True))
    for name in ("sending", "phones", "phones_csv"):
        assert client.get(reverse(f"administration:{name}", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("administration:retry_sending", args=[theirs.pk])).status_code == 404


def test_what_the_system_sent_is_seen_by_who_looks_after_the_whole_installation(city: City, client: Client) -> None:
    notify(to=[person(city.foreign)], subject="系统自己发的")
    everywhere = person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True)
    one_county = person(city.county, Role.SYSTEM_ADMINISTRATOR, below=True)
    supervisor = person(city.city, Role.SUPERVISOR, below=True)
    for user, sees in ((everywhere, True), (one_county, False), (supervisor, False)):
        client.force_login(user)
        assert ("系统自己发的" in page(client, "sendings")) == sees


def test_who_may_not_send_is_refused(city: City, client: Client) -> None:
    client.force_login(person(city.county, Role.HANDLER))
    assert client.get(reverse("administration:write_notice")).status_code == 403
    assert client.get(reverse("administration:sendings")).status_code == 403


def test_channels_are_chosen_among_those_that_reach_one(city: City, client: Client, settings) -> None:
    settings.NOTICES = {
        **settings.NOTICES,
        "CHANNELS": {
            "email": "gongkai_office.notices.channels.mail.Mail",
            "gateway": "gongkai_office.notices.channels.gateway.Gateway",
        },
    }
    user = person(city.county, Role.HANDLER, email="a@example.cn")
    client.force_login(user)
    shown = page(client, "choose_channels")
    assert "电子邮件" in shown
    assert "不能选：短信" in shown
    client.post(reverse("administration:choose_channels"), {"channels": ["email"]})
    assert user.notice_choice.channels == ["email"]
    answer = client.post(reverse("administration:choose_channels"), {"channels": ["gateway"]})
    assert answer.status_code == 200
    user.notice_choice.refresh_from_db()
    assert user.notice_choice.channels == ["email"]
