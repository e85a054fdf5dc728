"""Clients that write as people do, by the pages, and note down what was acknowledged before they go on."""

from __future__ import annotations

import hashlib
import itertools
import json
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.office.http_client import GONE, Answer, Browser, form_of
from tests.office.installation import Installation

# That of tests/office/city.py, which cannot be imported where no settings are.
PASSWORD = "Chunfeng-2026!"
LONGEST_LIST, SHORTEST_LIST = 130, 2
LIST_HEAD = "机关名称,上级机关,简称,机关类别,层级"


class Unexpected(Exception):
    """The site answered in a way that it should not: which page, what."""

    def __init__(self, path: str, answer: Answer) -> None:
        said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.page.partition("<main")[2] or answer.page))
        super().__init__(f"{path}: {answer.status} {answer.location} {said[:400]}")
        self.answer = answer


class Place(NamedTuple):
    """Where a client writes: its own organ, and the organ in whose name it sends."""

    organ: str
    name: str
    sender: str


class Client(threading.Thread):
    """Writes until it is told to stop."""

    def __init__(self, site: Installation, number: int, place: Place, stop: threading.Event, seed: int) -> None:
        super().__init__(daemon=True)
        self.site, self.number, self.place, self.stopped = site, number, place, stop
        self.log = site.folder / f"client{number}.log"
        self.log.touch()
        self.chance = random.Random(f"{seed}-{number}")
        self.browser = Browser(site.address)
        self.acknowledged, self.unanswered = Counter[str](), 0
        self.errors, self.faults = Counter[int](), list[str]()

    def run(self) -> None:
        for number in self._numbers():
            act = self.chance.choice(ACTS)
            try:
                said = act(self, f"m{self.number}-{number}")
            except GONE:
                self.unanswered += 1
                time.sleep(0.2)
            except Unexpected as unexpected:
                self._count(unexpected)
            else:
                self._note({"act": act.__name__.strip("_"), **said})

    def _numbers(self) -> Iterator[int]:
        """Number the acts; before the first, sign in, once and for all: sessions outlive the server."""
        while not self.stopped.is_set():
            try:
                answer = self.browser.sign_in(f"client{self.number}", PASSWORD)
            except GONE:
                time.sleep(0.2)
                continue
            if answer.status == 302:
                break
            self._count(Unexpected("sign-in", answer))
        yield from itertools.takewhile(lambda _: not self.stopped.is_set(), itertools.count(1))

    def _count(self, unexpected: Unexpected) -> None:
        status = unexpected.answer.status
        if status >= 500:
            self.errors[status] += 1
        else:
            self.faults.append(f"client {self.number}: {unexpected}")
        time.sleep(0.2)

    def _note(self, said: dict[str, Any]) -> None:
        with self.log.open("a") as log:
            log.write(json.dumps(said) + "\n")
        self.acknowledged[said["act"]] += 1


def _change(client: Client, mark: str) -> dict[str, Any]:
    """Change an organ's address."""
    path = f"/organs/{client.place.organ}/edit/"
    _sent_to(r"/organs/\d+/", path, client.browser.fill_in(path, {"address": mark}))
    return {"mark": mark, "organ": int(client.place.organ)}


def _add(client: Client, mark: str) -> dict[str, Any]:
    """Add an organ."""
    said = {"name": f"标记{mark}局", "short_name": mark, "kind": "department", "level": "county"}
    path = f"/organs/{client.place.organ}/add/"
    _sent_to(r"/organs/\d+/", path, client.browser.fill_in(path, said))
    return {"marks": [mark]}


def _upload(client: Client, mark: str) -> dict[str, Any]:
    """Upload a table."""
    lines = "".join(f"{line},{mark}\n" for line in range(client.chance.randint(2, 20_000)))
    data = f"序号,内容\n{lines}".encode()
    said = {"organ": client.place.organ, "purpose": "files.tables"}
    answer = client.browser.fill_in("/files/upload/", said, {"file": (f"{mark}.csv", data)})
    key = _sent_to(r"/files/(\d+)/", "/files/upload/", answer)
    return {"file": int(key), "sha256": hashlib.sha256(data).hexdigest()}


def _send(client: Client, mark: str) -> dict[str, Any]:
    """Send a notice to all people of an organ, which goes out by mail at any time of the day."""
    said = {"organ": client.place.sender, "scope": "own", "subject": mark, "text": mark, "urgent": "on"}
    answer = client.browser.fill_in("/notices/write/", {**said, "send": "1"})
    return {"sending": int(_sent_to(r"/notices/(\d+)/", "/notices/write/", answer)), "subject": mark}


def _deliver(client: Client, _mark: str) -> dict[str, Any]:
    """Have the mails sent that are due, as an administrator does who will not wait a minute."""
    path = "/schedules/notices.deliver/run/"
    form = form_of(client.browser.get("/schedules/").page, f'form[action="{path}"]')
    return {"job": int(_sent_to(r"/jobs/(\d+)/", path, client.browser.post(path, form)))}


def _import(client: Client, mark: str) -> dict[str, Any]:
    """Take in a list of organs: upload it, look at the preview, confirm; a job writes it."""
    longest = client.chance.choice((SHORTEST_LIST, SHORTEST_LIST, LONGEST_LIST))
    marks = [f"{mark}-{line}" for line in range(1, client.chance.randint(SHORTEST_LIST, longest) + 1)]
    lines = [f"标记{one}局,{client.place.name},{one},政府工作部门,县级" for one in marks]
    data = "\n".join([LIST_HEAD, *lines, ""]).encode()
    said = {"existing": "update"}
    answer = client.browser.fill_in("/organs/import/", said, {"file": (f"{mark}.csv", data)})
    _sent_to(r"/organs/import/\d+/", "/organs/import/", answer)
    preview = answer.location
    key = _sent_to(r"/jobs/(\d+)/", preview, client.browser.fill_in(preview, {}))
    return {"marks": marks, "job": int(key)}


def _people(client: Client, mark: str) -> dict[str, Any]:
    """Take in a list of people: upload it, look at the preview, confirm; a job writes it."""
    names = [f"{mark}-{line}" for line in range(1, client.chance.choice((SHORTEST_LIST, LONGEST_LIST)) + 1)]
    lines = [f"{name},测试人员,{client.place.name}" for name in names]
    data = "\n".join(["账号,姓名,所在机关", *lines, ""]).encode()
    answer = client.browser.fill_in("/people/import/", {}, {"file": (f"{mark}.csv", data)})
    _sent_to(r"/people/import/\d+/", "/people/import/", answer)
    preview = answer.location
    _sent_to(r"/people/import/\d+/", preview, client.browser.fill_in(preview, {}))
    return {"people": names}


def _sent_to(pattern: str, path: str, answer: Answer) -> str:
    """Return the key in the address that the site leads on to; raises Unexpected where it does not."""
    found = re.match(pattern, answer.location) if answer.status == 302 else None
    if found is None or "sign-in" in answer.location:
        raise Unexpected(path, answer)
    return found[found.re.groups]


Act = Callable[[Client, str], dict[str, Any]]
ACTS: tuple[Act, ...] = (
    _change, _change, _add, _add, _upload, _send, _send, _deliver, _deliver, _import, _people,
)  # fmt: skip
