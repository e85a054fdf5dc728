"""Messages on their way: sent once, tried again, given up, never lost when a worker dies."""

from __future__ import annotations

import hashlib
import hmac
import json
import smtplib
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from django.core import mail
from django.utils import timezone

from gongkai_office.accounts.words import Role
from gongkai_office.notices import delivering
from gongkai_office.notices.actions import notify, retry
from gongkai_office.notices.channels import Message
from gongkai_office.notices.channels.folder import Folder
from gongkai_office.notices.channels.gateway import Gateway
from gongkai_office.notices.channels.mail import Mail
from gongkai_office.notices.delivering import HOLD, PAUSES, deliver_due
from gongkai_office.notices.errors import NothingFailed, Permanent, Temporary
from gongkai_office.notices.models import Delivery
from gongkai_office.notices.words import DeliveryState
from tests.office.city import City, person

NOON = timezone.make_aware(timezone.datetime(2026, 11, 23, 12))
MESSAGE = Message("k" * 32, "000-1", "标题", "您有一条新通知。", "https://gongkai.example/inbox/1/")


class Pager:
    """A city's own channel, as tests want it to behave."""

    title = "寻呼"
    sent: ClassVar[list[Message]] = []
    fault: Exception | None = None

    def address(self, who) -> str:
        return who.phone

    def send(self, message: Message) -> None:
        Pager.sent.append(message)
        if Pager.fault:
            raise Pager.fault


@pytest.fixture(autouse=True)
def pager(settings):
    Pager.sent, Pager.fault = [], None
    channels = {"own": f"{__name__}.Pager"}
    settings.NOTICES = {
        **settings.NOTICES,
        "CHANNELS": channels,
        "DEFAULT": ["own"],
        "SITE": "https://gongkai.example",
    }
    return Pager


@pytest.fixture
def delivery(city: City, time_machine) -> Delivery:
    time_machine.move_to(NOON, tick=False)
    one = person(city.county, Role.HANDLER, phone="000-1", email="a@example.cn")
    sending = notify(to=[one], subject="关于张某某的申请", text="张某某，身份证……")
    return Delivery.objects.get(notice__sending=sending)


def test_what_is_due_is_sent_once_and_names_no_applicant(delivery):
    assert deliver_due(now=NOON) == {"sent": 1, "failed": 0}
    assert deliver_due(now=NOON + timedelta(days=1)) == {"sent": 0, "failed": 0}
    (message,) = Pager.sent
    assert message.address == "000-1"
    assert "张某某" not in str(message)
    assert message.link == f"https://gongkai.example/inbox/{delivery.notice_id}/"
    delivery.refresh_from_db()
    assert (delivery.state, delivery.sent_at, delivery.attempts) == (DeliveryState.SENT, NOON, 1)


def test_before_its_time_nothing_is_sent(delivery):
    Delivery.objects.update(not_before=NOON + timedelta(hours=1))
    assert deliver_due(now=NOON)["sent"] == 0
    assert deliver_due(now=NOON + timedelta(hours=1))["sent"] == 1


def test_a_fault_that_passes_is_tried_again_after_growing_pauses_and_then_given_up(delivery):
    Pager.fault = Temporary("网关忙")
    now = NOON
    for attempt in range(len(PAUSES)):
        assert deliver_due(now=now) == {"sent": 0, "failed": 1}
        delivery.refresh_from_db()
        assert (delivery.state, delivery.error, delivery.attempts) == (DeliveryState.WAITING, "网关忙", attempt + 1)
        assert delivery.not_before >= now + PAUSES[attempt]
        now = delivery.not_before
    deliver_due(now=now)
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.FAILED
    assert len({message.key for message in Pager.sent}) == 1


def test_a_lasting_fault_is_given_up_at_once_and_can_be_tried_again_by_hand(delivery):
    Pager.fault = Permanent("号码无效")
    deliver_due(now=NOON)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "号码无效")
    Pager.fault = None
    sending = delivery.notice.sending
    assert retry(sending, by=delivery.notice.to) == 1
    assert deliver_due(now=NOON)["sent"] == 1
    with pytest.raises(NothingFailed):
        retry(sending, by=delivery.notice.to)


def test_a_channel_that_raises_anything_keeps_no_other_message_from_going_out(delivery, city):
    Pager.fault = ZeroDivisionError()
    notify(to=[person(city.county, phone="000-2")], subject="乙")
    assert deliver_due(now=NOON) == {"sent": 0, "failed": 2}
    assert set(Delivery.objects.values_list("error", flat=True)) == {"发送程序出错：ZeroDivisionError"}


def test_a_message_whose_worker_died_is_sent_again_with_the_same_key(delivery):
    Pager.fault = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        deliver_due(now=NOON)
    Pager.fault = None
    assert deliver_due(now=NOON + HOLD - timedelta(seconds=1))["sent"] == 0
    assert deliver_due(now=NOON + HOLD)["sent"] == 1
    assert len(Pager.sent) == 2
    assert len({message.key for message in Pager.sent}) == 1


def test_two_workers_never_take_the_same_message(delivery):
    assert delivering._taken(delivery.pk, NOON) is not None
    assert delivering._taken(delivery.pk, NOON) is None


def test_a_channel_that_was_taken_away_or_an_address_that_went_fails_with_a_sentence(delivery, settings):
    person_ = delivery.notice.to
    person_.phone = ""
    person_.save()
    deliver_due(now=NOON)
    delivery.refresh_from_db()
    assert delivery.error == "没有登记邮箱或手机"
    settings.NOTICES = {**settings.NOTICES, "CHANNELS": {}}
    Delivery.objects.update(state=DeliveryState.WAITING)
    deliver_due(now=NOON)
    delivery.refresh_from_db()
    assert "没有安装" in delivery.error


def test_a_mail_has_the_sentence_and_the_link_and_an_identity_that_stays(settings):
    Mail().send(MESSAGE._replace(address="a@example.cn"))
    Mail().send(MESSAGE._replace(address="a@example.cn"))
    first, second = mail.outbox
    assert first.to == ["a@example.cn"]
    assert MESSAGE.link in first.body
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (ConnectionRefusedError(), Temporary),
        (TimeoutError(), Temporary),
        (smtplib.SMTPServerDisconnected(), Temporary),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), Permanent),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"later")}), Temporary),
        (smtplib.SMTPDataError(554, b"spam"), Permanent),
        (smtplib.SMTPDataError(451, b"later"), Temporary),
    ],
)
def test_faults_of_mail_are_lasting_or_not(monkeypatch, fault, kind):
    def send(_self):
        raise fault

    monkeypatch.setattr("gongkai_office.notices.channels.mail.EmailMessage.send", send)
    with pytest.raises(kind):
        Mail().send(MESSAGE)


@pytest.fixture
def gateway(settings):
    """A gateway on this machine, which answers what the test says."""
    seen: list[tuple[dict[str, str], bytes]] = []

    class Answer(BaseHTTPRequestHandler):
        status = 200

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.append((dict(self.headers), body))
            self.send_response(Answer.status)
            if 300 <= Answer.status < 400:
                self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/sms"
    settings.NOTICES = {**settings.NOTICES, "GATEWAY": address, "GATEWAY_KEY": b"shared"}
    yield Answer, seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_gateway_gets_signed_json(gateway):
    _, seen = gateway
    Gateway().send(MESSAGE)
    ((headers, body),) = seen
    said = json.loads(body)
    assert (said["key"], said["phone"]) == (MESSAGE.key, MESSAGE.address)
    assert said["text"] == MESSAGE.text + MESSAGE.link
    signed = hmac.new(b"shared", headers["X-Gongkai-Time"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["X-Gongkai-Signature"] == signed


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (500, Temporary),
        (503, Temporary),
        (429, Temporary),
        (400, Permanent),
        (403, Permanent),
        (302, Permanent),
        (307, Permanent),
    ],
)
def test_what_the_gateway_answers_is_lasting_or_not_and_no_redirect_is_followed(gateway, status, kind):
    answer, seen = gateway
    answer.status = status
    with pytest.raises(kind):
        Gateway().send(MESSAGE)
    assert len(seen) == 1


def test_a_gateway_that_is_not_there_is_tried_again(settings):
    settings.NOTICES = {**settings.NOTICES, "GATEWAY": "http://127.0.0.1:9/sms", "GATEWAY_KEY": b"shared"}
    with pytest.raises(Temporary, match="没有接受连接"):
        Gateway().send(MESSAGE)


def test_a_folder_holds_a_message_once_however_often_it_is_sent(settings, tmp_path):
    settings.NOTICES = {**settings.NOTICES, "FOLDER": str(tmp_path / "out")}
    Folder().send(MESSAGE)
    Folder().send(MESSAGE)
    (file,) = (tmp_path / "out").iterdir()
    assert json.loads(file.read_text())["text"] == MESSAGE.text + MESSAGE.link


def test_a_folder_that_cannot_be_written_is_tried_again(settings, tmp_path):
    (tmp_path / "file").write_text("x")
    settings.NOTICES = {**settings.NOTICES, "FOLDER": str(tmp_path / "file" / "out")}
    with pytest.raises(Temporary):
        Folder().send(MESSAGE)
