"""What happens to a request, as data."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.law import events
from gongkai.law.documents import Document, Element
from gongkai.law.events import Channel, Party, Service
from gongkai.law.roles import Role
from gongkai.terms import letters, requests

DAY = dt.date(2026, 3, 2)
EXAMPLES = [
    events.Submitted(on=DAY, channel=Channel.FAX, note="周一"),
    events.Consulted(on=DAY, consultation="一", party=Party.CO_PRODUCER),
    events.Extended(on=DAY),
    events.Answered(on=DAY, service=Service.POSTED),
    events.Reopened(on=DAY, until=dt.date(2026, 3, 16)),
    events.Reopened(on=DAY, calendar_days=15),
]


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.kind)
def test_an_event_comes_back_from_json(event) -> None:
    assert msgspec.json.decode(msgspec.json.encode([event]), type=list[events.AnyEvent]) == [event]


def test_an_unknown_event_or_field_is_refused() -> None:
    for line in ('[{"event": "burnt", "on": "2026-03-02"}]', '[{"event": "arrived", "on": "2026-03-02", "at": 1}]'):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(line, type=list[events.AnyEvent])


def test_an_event_is_called_by_its_official_word() -> None:
    assert [(event.kind, event.label) for event in EXAMPLES] == [
        ("submitted", "提交申请"),
        ("consulted", "征求意见"),
        ("extended", "延期告知"),
        ("answered", "作出答复"),
        ("reopened", "责令重新答复"),
        ("reopened", "责令重新答复"),
    ]


def test_every_word_has_its_member_and_every_member_its_word() -> None:
    assert set(events.KINDS) == set(requests.EVENTS)
    for members, words in (
        (Channel, requests.CHANNELS),
        (Party, requests.PARTIES),
        (Service, requests.SERVICES),
        (Role, requests.ROLES),
        (Document, letters.TITLES),
        (Element, letters.ELEMENTS),
    ):
        assert {member.value: member.label for member in members} == words
