"""What runs by itself for files and reminders."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from gongkai_office.administration.files.background import prune_files
from gongkai_office.administration.notices.background import deliver_notices
from gongkai_office.files.storage import put
from gongkai_office.jobs.registry import KINDS, PLANS
from gongkai_office.notices.actions import notify
from gongkai_office.notices.models import Delivery
from tests.office.city import City, person


class Told:
    """A run that remembers what it was told."""

    job = 1

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def progress(self, done: int, total: int, says: str = "") -> None:  # noqa: ARG002  # as a run is called
        self.steps.append((done, total))

    def finish(self, result: object = None) -> None:
        """Nothing to mark."""


def test_both_are_known_and_run_by_themselves() -> None:
    for name in ("files.prune", "notices.deliver"):
        assert name in KINDS
        assert name in PLANS


def test_mails_that_are_due_go_out_with_progress(city: City, settings, mailoutbox) -> None:
    settings.NOTICES = {
        **settings.NOTICES,
        "CHANNELS": {"email": "gongkai_office.notices.channels.mail.Mail"},
        "DEFAULT": ["email"],
    }
    notify(to=[person(city.county, email=f"{n}@example.cn") for n in range(3)], subject="甲", urgent=True)
    run = Told()
    assert deliver_notices(run) == {"sent": 3, "failed": 0}
    assert run.steps == [(1, 3), (2, 3), (3, 3)]
    assert len(mailoutbox) == 3
    assert Delivery.objects.filter(sent_at__lte=timezone.now()).count() == 3


def test_messages_are_only_carried_out_when_there_are_any(city: City, settings) -> None:
    wanted = PLANS["notices.deliver"].wanted
    assert wanted is not None
    settings.NOTICES = {
        **settings.NOTICES,
        "CHANNELS": {"email": "gongkai_office.notices.channels.mail.Mail"},
        "DEFAULT": ["email"],
    }
    assert not wanted()
    sent = notify(to=[person(city.county, email="a@example.cn")], subject="甲", urgent=True)
    assert wanted()
    Delivery.objects.update(not_before=sent.created_at + timedelta(hours=1))
    assert not wanted()


def test_pruning_leaves_what_is_young(db: None) -> None:
    put("ee" * 32, b"young")
    assert prune_files(Told()) == {"deleted": 0}
