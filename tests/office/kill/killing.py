"""Kill server and workers at random while clients write, and see whether what was acknowledged stands exactly once.

    python -m tests.office.kill.killing --kills 200

on SQLite, or on a database made for it on the PostgreSQL server that DATABASE_URL names. What befell the site is
printed; the same seed brings the same strikes again, if not at the same moments.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.office.installation import Installation, installed
from tests.office.kill.clients import Client, Place
from tests.office.kill.mail_server import mail_server
from tests.office.kill.strikes import strike

ROOT = Path(__file__).resolve().parents[3]
CLIENTS = 3
LONGEST_QUIET_S = 60
LONGEST_DRAIN_S = 60
LONGEST_PAUSE_S = 10
# A hold shorter than the standstills, so that jobs are taken over from who is not dead.
SETTINGS = {
    "JOB_WORKERS": "2", "JOB_HOLD": "2", "JOB_PAUSE": "1", "JOB_GRACE": "5",
    "EMAIL_HOST": "127.0.0.1", "EMAIL_FROM": "office@gongkai.example",
}  # fmt: skip
FILL = """
import json
from django.utils import timezone
from tests.office.city import make_city, person
from gongkai_office.accounts.words import Role
from gongkai_office.jobs.planning import plan
plan(timezone.now())
city = make_city()
for n in range({clients}):
    mail = f"client{{n}}@gongkai.example"
    person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True, username=f"client{{n}}", email=mail)
organs = (city.county, city.bureau, city.other_county)
print(json.dumps([[str(organ.pk), organ.name, str(city.city.pk)] for organ in organs]))
"""


class Outcome(NamedTuple):
    """What came of it: kills, what was acknowledged, unanswered, answered with an error, and what is wrong.

    `mails` is how often each mail came, by its key.
    """

    kills: int
    acknowledged: Counter[str]
    unanswered: int
    errors: Counter[int]
    mails: Counter[str]
    reasons: Counter[str]
    seconds: float
    problems: list[str]

    @property
    def twice(self) -> int:
        """Return how many mails came once more than they should."""
        return self.mails.total() - len(self.mails)

    def __str__(self) -> str:
        acts = ", ".join(f"{count} {act}" for act, count in sorted(self.acknowledged.items()))
        errors = ", ".join(f"{count} × {status}" for status, count in sorted(self.errors.items())) or "none"
        reasons = "".join(f"  {count} × {reason}\n" for reason, count in self.reasons.most_common())
        wrong = "\n".join(self.problems) or "nothing acknowledged is missing or doubled, and the chain verifies"
        return (
            f"{self.kills} kills in {self.seconds:.0f} s, {self.acknowledged.total()} acts acknowledged ({acts}), "
            f"{self.unanswered} unanswered, answers 5xx: {errors}\n"
            f"{len(self.mails)} mails came, {self.twice} of them twice: taken just before the sender died\n"
            f"{reasons}{wrong}"
        )


def kill_and_look(kills: int, seed: int) -> Outcome:
    """Kill so often, at random, and return what came of it."""
    began, chance = time.monotonic(), random.Random(seed)
    print(f"seed {seed}", flush=True)
    with mail_server() as mails, installed({**SETTINGS, "EMAIL_PORT": str(mails.port)}) as site:
        mails.log = site.folder / "mail.log"
        mails.log.touch()
        site.environment["PYTHONPATH"] = str(ROOT)
        places = [Place(*said) for said in json.loads(site.python(FILL.format(clients=CLIENTS)).splitlines()[-1])]
        site.start()
        stop = threading.Event()
        clients = [Client(site, number, places[number], stop, seed) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        for number in range(1, kills + 1):
            _until_some_wrote(clients, chance.uniform(0.2, 1.5))
            print(f"{time.monotonic() - began:6.1f} s  {number:3} {strike(site, chance)}", flush=True)
        problems = [*_came_back(clients)]
        stop.set()
        for client in clients:
            client.join(60)
        problems += _wrong(site, places[0].sender)
        problems += [fault for client in clients for fault in client.faults]
        return Outcome(
            kills,
            sum((client.acknowledged for client in clients), Counter()),
            sum(client.unanswered for client in clients),
            sum((client.errors for client in clients), Counter()),
            mails.received(),
            _reasons(site),
            time.monotonic() - began,
            problems,
        )


def _until_some_wrote(clients: list[Client], at_least_s: float) -> None:
    """Wait a moment, and until somebody was acknowledged, but not for long: strikes are to hit who writes."""
    began, before = time.monotonic(), _total(clients)
    while time.monotonic() < began + at_least_s or (
        _total(clients) == before and time.monotonic() < began + LONGEST_PAUSE_S
    ):
        time.sleep(0.05)


def _total(clients: list[Client]) -> int:
    return sum(client.acknowledged.total() for client in clients)


def _came_back(clients: list[Client]) -> Iterator[str]:
    """Wait until every client was acknowledged once more: the site must come back by itself."""
    before = [client.acknowledged.total() for client in clients]
    deadline = time.monotonic() + LONGEST_QUIET_S
    while any(client.acknowledged.total() <= n for client, n in zip(clients, before, strict=True)):
        if time.monotonic() > deadline:
            yield f"the site did not come back within {LONGEST_QUIET_S} s"
            return
        time.sleep(0.1)


def _wrong(site: Installation, sender: str) -> Iterator[str]:
    looking = "from tests.office.kill import looking; looking."
    yield from json.loads(site.python(f"{looking}wait_until_drained({LONGEST_DRAIN_S})").splitlines()[-1])
    site.stop()
    yield from (f"left behind: {process}" for process in site.processes())
    yield from json.loads(site.python(f"{looking}look({str(site.folder)!r}, {sender})").splitlines()[-1])
    verified = site.run("verify_log", check=False)
    if verified.returncode:
        yield verified.stdout + verified.stderr


def _reasons(site: Installation) -> Counter[str]:
    """Count what the site's log tells of errors: the last line of each traceback."""
    found = Counter[str]()
    for line in (site.folder / "server.log").read_text(errors="replace").splitlines():
        with contextlib.suppress(json.JSONDecodeError):
            said = json.loads(line)
            if traceback := said.get("traceback"):
                found[f"{said['logger']}: {traceback.strip().splitlines()[-1][:300]}"] += 1
    return found


def main() -> int:
    """Kill as often as asked, and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    outcome = kill_and_look(asked.kills, asked.seed)
    print(outcome)
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
