"""Reminders: who gets one, by which channels, and what the log has of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.notices.actions import choose_channels, mark_read, notify, notify_organ, reachable_by
from gongkai_office.notices.errors import NobodyToNotify, NotOurPage
from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.queries import unread_of
from tests.office.city import City, person

MAIL = "gongkai_office.notices.channels.mail.Mail"
GATEWAY = "gongkai_office.notices.channels.gateway.Gateway"


@pytest.fixture(autouse=True)
def channels_set_up(settings):
    settings.NOTICES = {**settings.NOTICES, "CHANNELS": {"email": MAIL, "gateway": GATEWAY}, "DEFAULT": ["email"]}


def test_each_person_gets_a_notice_once_and_a_message_by_each_channel_that_reaches_them(city: City):
    both = person(city.county, email="a@example.cn", phone="000-1")
    neither = person(city.county)
    sending = notify(to=[both, neither, both], subject="甲")
    assert sending.notices.count() == 2
    assert [(one.notice.to, one.channel) for one in Delivery.objects.all()] == [(both, "email")]
    choose_channels(by=both, wanted=["gateway", "email", "unknown"])
    second = notify(to=[both], subject="乙")
    assert set(Delivery.objects.filter(notice__sending=second).values_list("channel", flat=True)) == {
        "email",
        "gateway",
    }
    choose_channels(by=both, wanted=[])
    third = notify(to=[both], subject="丙")
    assert not Delivery.objects.filter(notice__sending=third).exists()
    assert unread_of(both) == 3
    assert set(reachable_by(both)) == {"email", "gateway"}
    assert reachable_by(neither) == {}


def test_one_event_tells_of_a_sending_and_names_nobody(city: City):
    receiver = person(city.county)
    sending = notify(to=[receiver], subject="关于张某某的申请", by=receiver, organ=city.county.pk)
    event = Event.objects.get(verb="notices.send")
    assert (event.subject_id, event.organ, event.actor) == (str(sending.pk), city.county.pk, receiver.pk)
    assert event.after["people"] == 1
    assert "张某某" not in str(event.after)


def test_nobody_is_an_error_with_a_sentence(city: City):
    with pytest.raises(NobodyToNotify) as caught:
        notify(to=[], subject="甲")
    assert "没有可以通知的人" in caught.value.reason
    assert not Sending.objects.exists()


@pytest.mark.parametrize(
    "link",
    [
        "http://x.cn/",
        "//x.cn/",
        "/\\x.cn",
        "javascript:alert(1)",
        "x",
        "/a b",
        "/a\nb",
        "\\\\x",
        "/报告",
        "https:/x",
        " /a",
        "/a\\b",
    ],
)
def test_a_link_that_may_lead_out_is_refused(city: City, link):
    with pytest.raises(NotOurPage):
        notify(to=[person(city.county)], subject="甲", link=link)


@pytest.mark.parametrize("link", ["/", "/organs/1/", "/files/?state=refused&q=%E5%B9%B4#top"])
def test_a_page_of_the_site_is_linked(city: City, link):
    assert notify(to=[person(city.county)], subject="甲", link=link).link == link


def test_the_people_of_an_organ_are_those_in_use_with_the_roles_that_are_meant(city: City):
    liaison = person(city.county, Role.LIAISON)
    handler = person(city.county, Role.HANDLER)
    below = person(city.county_bureau, Role.LIAISON)
    person(city.county, Role.LIAISON, is_active=False)
    person(city.other_county, Role.LIAISON)

    def reached(**more):
        return {notice.to for notice in notify_organ(city.county.pk, subject="甲", **more).notices.all()}

    assert reached() == {liaison, handler}
    assert reached(roles=["liaison"]) == {liaison}
    assert reached(below=True) == {liaison, handler, below}
    assert reached(below=True, roles=["liaison"]) == {liaison, below}
    with pytest.raises(NobodyToNotify):
        notify_organ(city.bureau.pk, subject="甲")
    with pytest.raises(NobodyToNotify):
        notify_organ(0, subject="甲")


def test_reading_what_was_read_is_no_event(city: City):
    one = person(city.county)
    notify(to=[one], subject="甲")
    assert mark_read(by=one) == 1
    assert mark_read(by=one) == 0
    assert Event.objects.filter(verb="notices.read").count() == 1


def test_the_bell_asks_one_question(city: City, django_assert_num_queries):
    one = person(city.county)
    with django_assert_num_queries(1):
        assert unread_of(one) == 0
    assert not Notice.objects.exists()


@given(st.text(max_size=80))
def test_every_link_that_passes_is_a_path_of_this_site(text):
    from urllib.parse import urljoin, urlsplit

    from gongkai_office.notices.actions import _OUR_PAGE

    if _OUR_PAGE.fullmatch(text):
        assert urlsplit(urljoin("http://127.0.0.1/x/", text)).netloc == "127.0.0.1"
