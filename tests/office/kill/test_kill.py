"""Server and workers are killed at random while clients write."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.office.installation import Installation, installed
from tests.office.kill.killing import kill_and_look

KILLS, SEED = 20, 7


def test_nothing_acknowledged_is_missing_or_doubled_after_kills() -> None:
    outcome = kill_and_look(KILLS, SEED)
    assert outcome.problems == [], outcome
    assert outcome.acknowledged.total() > KILLS
    assert outcome.acknowledged.keys() == {"change", "add", "upload", "send", "deliver", "import", "people"}
    assert len(outcome.mails) >= 2 * outcome.acknowledged["send"]
    assert outcome.twice <= KILLS
    assert outcome.errors.total() < KILLS, outcome


def test_no_page_is_served_after_the_supervisor_was_killed_while_the_server_started() -> None:
    with installed() as site:
        for delay in (0.1, 0.6, 1.2):  # the server loads, its workers load, they serve
            site.server = site.serve()
            until(lambda: "web" in parts(site), 30)
            time.sleep(delay)
            site.kill_supervisor()
            until(lambda: not parts(site) & {"web", "web worker"}, 3)
            site.kill_all()


def parts(site: Installation) -> set[str]:
    return {process.part for process in site.processes()}


def until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)
