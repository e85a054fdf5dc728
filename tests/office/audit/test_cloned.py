"""Clones of the database, on which tests may commit."""

from __future__ import annotations

import contextlib
import http.client
import subprocess
import sys
import threading

import pytest
from django.db import DatabaseError, connection, connections, transaction

from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.verify import verify
from gongkai_office.organs.actions import add_organ
from gongkai_office.organs.models import Organ
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
    def act(name: str) -> None:
        for number in range(5):
            add_organ(under=None, by=None, name=f"{name}{number}", kind="government", level="city")
        connections.close_all()

    before = Event.objects.count()
    with transaction.atomic():
        connection.cursor().execute("SELECT 1")
    threads = [threading.Thread(target=act, args=(name,)) for name in ("萤", "砚", "鹭")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Event.objects.count() - before == Event.objects.filter(verb="organs.add").count()
    assert verify().holds
    assert (verify().events, verify().number) == (15, 15)


def test_emptying_the_whole_database_is_refused(clone: Clone) -> None:
    add_organ(under=None, by=None, name="萤泽市人民政府", kind="government", level="city")
    from django.core.management import CommandError, call_command

    with pytest.raises((CommandError, DatabaseError)):
        call_command("flush", interactive=False, verbosity=0)
    assert Event.objects.count() == 1
