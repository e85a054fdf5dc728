"""Kill server and workers at random while clients write, and see whether anything acknowledged is missing or doubled.

    python -m tests.office.kill.killing --kills 200
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.office.http_client import GONE, Browser
from tests.office.installation import Installation, installed

ROOT = Path(__file__).resolve().parents[3]
CLIENTS = 3
LONGEST_QUIET_S = 90
FILL = """
from tests.office.city import make_city, person
from gongkai_office.accounts.words import Role
city = make_city()
for n in range({clients}):
    person(city.city, Role.SYSTEM_ADMINISTRATOR, below=True, username=f"client{{n}}")
print(city.county.pk, city.bureau.pk, city.other_county.pk)
"""
COUNT = """
import json
from collections import Counter
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
found = dict(
    changed=Counter(e.after["phone"] for e in Event.objects.filter(verb="organs.change") if "phone" in e.after),
    added=Counter(Organ.objects.filter(short_name__startswith="m").values_list("short_name", flat=True)),
    told=Counter(e.after.get("short_name") for e in Event.objects.filter(verb="organs.add")),
)
print(json.dumps(found))
"""


class Outcome(NamedTuple):
    """What came of it: kills, acts that were acknowledged and not, what is wrong, and what verification said."""

    kills: int
    acknowledged: int
    unanswered: int
    problems: list[str]

    def __str__(self) -> str:
        wrong = "\n".join(self.problems) or "nothing acknowledged is missing or doubled, and the chain verifies"
        return f"{self.kills} kills, {self.acknowledged} acts acknowledged, {self.unanswered} unanswered: {wrong}"


class Client(threading.Thread):
    """Writes until it is told to stop, and notes down what was acknowledged in a file, before it goes on."""

    def __init__(self, site: Installation, number: int, organ: str, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.site, self.number, self.organ, self.stopped = site, number, organ, stop
        self.log = (site.folder / f"client{number}.log").open("w")
        self.unanswered = 0
        self.faults: list[str] = []

    def run(self) -> None:
        browser, act = None, 0
        while not self.stopped.is_set():
            try:
                if browser is None:
                    browser = self._signed_in()
                    continue
                act += 1
                self._act(browser, f"m{self.number}-{act}", change=act % 2 == 0)
            except GONE:
                self.unanswered += 1
                browser = None
                time.sleep(0.2)
        self.log.close()

    def _signed_in(self) -> Browser | None:
        from tests.office.city import PASSWORD

        browser = Browser(self.site.address)
        return browser if browser.sign_in(f"client{self.number}", PASSWORD).status == 302 else None

    def _act(self, browser: Browser, mark: str, *, change: bool) -> None:
        if change:
            answer = browser.fill_in(f"/organs/{self.organ}/edit/", {"phone": mark})
        else:
            said = {"name": f"标记{mark}局", "short_name": mark, "kind": "department", "level": "county"}
            answer = browser.fill_in(f"/organs/{self.organ}/add/", said)
        if answer.status == 302 and "sign-in" not in answer.location:
            self.log.write(json.dumps({"mark": mark, "change": change}) + "\n")
            self.log.flush()
        elif answer.status < 500 and answer.status != 302:
            self.faults.append(f"{mark}: {answer.status}")

    def acknowledged(self) -> list[dict[str, object]]:
        lines = (self.site.folder / f"client{self.number}.log").read_text().splitlines()
        return [json.loads(line) for line in lines]


def kill_and_look(kills: int, seed: int) -> Outcome:
    """Kill so often, at random, and return what came of it."""
    chance = random.Random(seed)
    with installed() as site:
        site.environment["PYTHONPATH"] = str(ROOT)
        organs = site.python(FILL.format(clients=CLIENTS)).split()
        site.start()
        stop = threading.Event()
        clients = [Client(site, number, organs[number], stop) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        for _ in range(kills):
            time.sleep(chance.uniform(0.3, 2.0))
            _kill_one(site, chance)
        _until_all_wrote(clients)
        stop.set()
        for client in clients:
            client.join(60)
        site.stop()
        problems = [*_wrong(site, clients), *(fault for client in clients for fault in client.faults)]
        verified = site.run("verify_log", check=False)
        if verified.returncode:
            problems.append(verified.stdout + verified.stderr)
        acknowledged = sum(len(client.acknowledged()) for client in clients)
        return Outcome(kills, acknowledged, sum(client.unanswered for client in clients), problems)


def _kill_one(site: Installation, chance: random.Random) -> None:
    """End one process with no warning; where it is the first, all of them, as a service manager does."""
    found = site.processes()
    pid = chance.choice(found) if found else 0
    if pid and pid != found[0]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    else:
        site.kill_all()
        site.start()


def _until_all_wrote(clients: list[Client]) -> None:
    """Wait until every client was acknowledged once more: the site must come back by itself."""
    before = [len(client.acknowledged()) for client in clients]
    deadline = time.monotonic() + LONGEST_QUIET_S
    while any(len(client.acknowledged()) <= n for client, n in zip(clients, before, strict=True)):
        if time.monotonic() > deadline:
            raise AssertionError("the site did not come back")
        time.sleep(0.2)


def _wrong(site: Installation, clients: list[Client]) -> list[str]:
    found = json.loads(site.python(COUNT).splitlines()[-1])
    problems = [f"twice: {mark}" for kind in found.values() for mark, times in kind.items() if times > 1]
    for client in clients:
        for one in client.acknowledged():
            for kind in ("changed",) if one["change"] else ("added", "told"):
                if found[kind].get(str(one["mark"]), 0) != 1:
                    problems.append(f"acknowledged but not {kind}: {one['mark']}")
    return problems


def main() -> int:
    """Kill as often as asked, and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    outcome = kill_and_look(asked.kills, asked.seed)
    print(outcome)
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
