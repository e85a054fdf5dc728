"""Clones of the database, on which tests may commit."""

from __future__ import annotations

import contextlib
import http.client
import subprocess
import sys
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections

from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.verify import verify
from gongkai_office.organs.actions import add_organ
from gongkai_office.organs.models import Organ
from tests.office.audit.forging import write_events
from tests.office.city import make_city
from tests.office.cloned import Clone, cloned, serving


def test_what_is_committed_on_a_clone_is_seen_by_other_threads_and_processes(clone: Clone) -> None:
    make_city()
    seen: list[int] = []

    def look() -> None:
        seen.append(Organ.objects.count())
        connections.close_all()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [7]
    program = "from gongkai_office.organs.models import Organ; print(Organ.objects.count())"
    command = [sys.executable, "-m", "gongkai_office.config.command", "shell", "--verbosity=0", "-c", program]
    assert (
        subprocess.run(command, env=clone.environment, capture_output=True, text=True, check=True).stdout == "7\n"
    )


def test_a_clone_leaves_nothing_behind_and_starts_with_an_empty_log(clone: Clone) -> None:
    assert Organ.objects.count() == 0
    assert Head.objects.values_list("number", "digest").get(pk=HEAD) == (0, "")


def test_a_server_answers_from_the_clone(clone: Clone) -> None:
    with serving() as address:
        host = address.removeprefix("http://")
        with contextlib.closing(http.client.HTTPConnection(host, timeout=20)) as browser:
            browser.request("GET", "/account/sign-in/")
            assert browser.getresponse().status == 200


def test_a_clone_inside_a_transaction_is_refused(db: None, tmp_path) -> None:
    with pytest.raises(RuntimeError), cloned(tmp_path):
        pass


def test_acts_at_the_same_time_make_one_chain_without_gaps(clone: Clone) -> None:
    def act() -> None:
        with contextlib.closing(connections["default"]):
            write_events(8)

    threads = [threading.Thread(target=act) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    verdict = verify()
    assert verdict.holds
    assert (verdict.events, verdict.number) == (32, 32)
    times = list(Event.objects.order_by("number").values_list("recorded_at", flat=True))
    assert times == sorted(times)


def test_verifying_while_others_act_finds_no_break(clone: Clone) -> None:
    def act() -> None:
        with contextlib.closing(connections["default"]):
            write_events(40)

    threads = [threading.Thread(target=act) for _ in range(2)]
    for thread in threads:
        thread.start()
    seen = []
    while any(thread.is_alive() for thread in threads):
        seen.append(verify())
    for thread in threads:
        thread.join()
    assert all(verdict.holds for verdict in seen), [verdict.sentences for verdict in seen]
    assert verify().number == 80


def test_emptying_the_whole_database_is_refused(clone: Clone) -> None:
    add_organ(under=None, by=None, name="萤泽市人民政府", kind="government", level="city")
    with pytest.raises((CommandError, DatabaseError)):  # as the vendor's tells it
        call_command("flush", interactive=False, verbosity=0)
    assert Event.objects.count() == 1
