"""Acts of several people at the same moment, each in a thread and a transaction of its own; only on a clone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from django.db import connection, connections
from django.db.models import Model
from django.db.models.signals import ModelSignal, post_save

from gongkai_office.audit.models import Event

LONGEST_S = 30

Act = Callable[[], object]


def at_once(*acts: Act) -> list[Exception]:
    """Do acts in threads that begin together, and return what was raised, in the order of the acts."""
    gate, raised = threading.Barrier(len(acts)), dict[int, Exception]()

    def done(place: int, act: Act) -> None:
        try:
            gate.wait()
            act()
        except Exception as error:  # noqa: BLE001  # told by the test
            raised[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=done, args=one, daemon=True) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST_S)
    assert not any(thread.is_alive() for thread in threads)
    return [raised[place] for place in sorted(raised)]


def crossing(
    first: Act, second: Act, *, after: ModelSignal = post_save, of: type[Model] = Event
) -> list[Exception]:
    """Do an act, and another one in the middle of it; return what was raised. Only on PostgreSQL.

    The first stops once it has recorded its first event (or at another signal) until the second waits for it.
    """
    stopped, there = threading.Event(), list[int]()

    def stop(**_said: object) -> None:
        if threading.get_ident() in there and not stopped.is_set():
            stopped.set()
            _until_somebody_waits()

    def acting() -> None:
        there.append(threading.get_ident())
        first()

    def joining() -> None:
        assert stopped.wait(LONGEST_S)
        second()

    after.connect(stop, sender=of)
    try:
        return at_once(acting, joining)
    finally:
        after.disconnect(stop, sender=of)


def _until_somebody_waits() -> None:
    """Wait until another connection waits for a lock that this one holds."""
    end = time.monotonic() + LONGEST_S / 2
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(
                "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
            )
            if cursor.fetchone()[0]:
                return
            time.sleep(0.01)
    raise AssertionError("nobody waits")
