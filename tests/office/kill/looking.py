"""Whether what was acknowledged is there once: run with the site's settings, when the site stands still.

    gongkai-office shell -c 'from tests.office.kill.looking import look; look("folder")'

prints a list of what is wrong, as JSON.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.db.models import Q
from django.utils import timezone

from gongkai_office.accounts.models import User
from gongkai_office.audit.models import Event
from gongkai_office.files.errors import FileDamaged
from gongkai_office.files.models import StoredFile
from gongkai_office.files.words import State as FileState
from gongkai_office.jobs.actions import UNFINISHED, retry_job, run_schedule
from gongkai_office.jobs.errors import CannotRetry
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import Fault, State
from gongkai_office.notices.delivering import HOLD, deliver_due
from gongkai_office.notices.models import Delivery, Notice, Sending
from gongkai_office.notices.words import DeliveryState
from gongkai_office.organs.models import Organ

Said = dict[str, Any]
_LONGEST_SENDING = timedelta(seconds=10)  # from taking a message up to its arrival, standstills included
_LATER = timedelta(days=30)  # by when all holds have run out, and no night or holiday keeps a message in
_LEFT = Q(state__in=UNFINISHED) | Q(state=State.FAILED, fault=Fault.CRASH)


def look(folder: str, sender: int) -> None:
    """Print what is wrong."""
    said = [json.loads(line) for log in sorted(Path(folder).glob("client*.log")) for line in log.open()]
    sendings, mails = partial(_sendings, sender=sender), partial(_mails, log=Path(folder) / "mail.log")
    checks = (_organs, _people, _changes, _jobs, _files, sendings, mails)
    print(json.dumps([problem for check in checks for problem in check(said)], ensure_ascii=False))


def wait_until_drained(longest_s: float) -> None:
    """Wait until no job is left to do, and no mail to send; print those that still are after a while.

    A job whose process died several times has failed visibly: it is run again, as an administrator would.
    """
    until = time.monotonic() + longest_s
    while (left := _left()) and time.monotonic() < until:
        for one in left:
            if isinstance(one, Delivery):
                run_schedule("notices.deliver", by=None)
            elif one.state == State.FAILED:
                with contextlib.suppress(CannotRetry):  # the same is queued again
                    retry_job(one, by=None)
        time.sleep(0.2)
    told = [f"still {one.state} after {longest_s} s: {one} {one.error}" for one in left]
    print(json.dumps(told, ensure_ascii=False))


def _left() -> list[Job | Delivery]:
    """Return the jobs that are left to do, and one mail that should be gone."""
    due = Delivery.objects.filter(state=DeliveryState.WAITING, not_before__lte=timezone.now())
    return [*Job.objects.filter(_LEFT), *due[:1]]


def _organs(said: list[Said]) -> Iterator[str]:
    rows = Counter(Organ.objects.filter(short_name__startswith="m").values_list("short_name", flat=True))
    events = Counter(event.after.get("short_name") for event in Event.objects.filter(verb="organs.add"))
    wanted = {mark for one in said for mark in one.get("marks", ())}
    for mark in sorted(wanted | rows.keys() | events.keys()):
        if (rows[mark], events[mark]) != (1, 1):
            yield f"organ {mark}: {rows[mark]} rows, {events[mark]} events, acknowledged: {mark in wanted}"
    if any(troubles := Organ.objects.find_problems()):
        yield f"the tree is broken: {troubles}"


def _people(said: list[Said]) -> Iterator[str]:
    imported = User.objects.filter(username__startswith="m").values_list("pk", "username")
    rows = {str(key): name for key, name in imported}
    events = Counter(Event.objects.filter(verb="people.add").values_list("subject_id", flat=True))
    wanted = {name for one in said for name in one.get("people", ())}
    yield from (f"person {name} is missing" for name in sorted(wanted - set(rows.values())))
    for key in rows.keys() | events.keys():
        if events[key] != 1 or key not in rows:
            yield f"person {rows.get(key, key)}: {events[key]} events"


def _changes(said: list[Said]) -> Iterator[str]:
    changed = list(Event.objects.filter(verb="organs.change").order_by("number"))
    events = Counter(event.after["address"] for event in changed if "address" in event.after)
    for mark in {one["mark"] for one in said if one["act"] == "change"} | events.keys():
        if events[mark] != 1:
            yield f"change {mark}: {events[mark]} events"
    last = {event.organ: event.after["address"] for event in changed if "address" in event.after}
    for organ, address in Organ.objects.filter(pk__in=last).values_list("pk", "address"):
        if address != last[organ]:
            yield f"organ {organ}: its address is {address}, the log says {last[organ]}"


def _jobs(said: list[Said]) -> Iterator[str]:
    done = set(Job.objects.filter(state=State.DONE).values_list("pk", flat=True))
    yield from (f"job {one['job']} is not done" for one in said if "job" in one and one["job"] not in done)
    for job in Job.objects.exclude(state=State.DONE):
        yield f"job {job}: {job.fault} {job.error} {job.details[-1500:]}"


def _files(said: list[Said]) -> Iterator[str]:
    accepted = Counter(Event.objects.filter(verb="files.accept").values_list("subject_id", flat=True))
    files = {file.pk: file for file in StoredFile.objects.all()}
    for file in files.values():
        if file.state != FileState.ACCEPTED or accepted[str(file.pk)] != 1:
            yield f"file {file.pk}: {file.state} {file.reason}, {accepted[str(file.pk)]} events"
        try:
            file.read()
        except FileDamaged as error:
            yield f"file {file.pk}: {error}"
    if extra := accepted.keys() - {str(key) for key in files}:
        yield f"events without files: {extra}"
    for one in said:
        if "file" in one and (one["file"] not in files or files[one["file"]].sha256 != one["sha256"]):
            yield f"file {one['file']} is missing or another one"


def _sendings(said: list[Said], sender: int) -> Iterator[str]:
    people = set(User.objects.filter(organ=sender, is_active=True).values_list("pk", flat=True))
    events = Counter(Event.objects.filter(verb="notices.send").values_list("subject_id", flat=True))
    subjects = Counter(Sending.objects.values_list("subject", flat=True))
    for sending in Sending.objects.exclude(by=None):
        got = Counter(Notice.objects.filter(sending=sending).values_list("to", flat=True))
        times = (events[str(sending.pk)], subjects[sending.subject])
        if got != Counter(people - {sending.by_id}) or times != (1, 1):
            yield f"notice {sending}: to {dict(got)}, {times[0]} events, {times[1]} sendings"
    there = dict(Sending.objects.values_list("pk", "subject"))
    for one in said:
        if "sending" in one and there.get(one["sending"]) != one["subject"]:
            yield f"notice {one['subject']} is missing"


def _mails(said: list[Said], log: Path) -> Iterator[str]:
    """Let the holds of dead workers run out, send what is left, and see that each mail came, twice only then."""
    stopped = time.time()
    while deliver_due(now=timezone.now() + _LATER)["sent"]:
        pass
    came: dict[str, list[Said]] = {}
    for line in log.open():
        one = json.loads(line)
        came.setdefault(one["key"], []).append(one)
    for delivery in Delivery.objects.select_related("notice__to"):
        mails = came.pop(delivery.key, [])
        if delivery.state != DeliveryState.SENT or {one["to"] for one in mails} != {delivery.notice.to.email}:
            yield f"mail {delivery}: {delivery.error}, came {mails}"
        soon = (HOLD - _LONGEST_SENDING).total_seconds()
        if any(b["at"] - a["at"] < soon and b["at"] < stopped for a, b in pairwise(mails)):
            yield f"mail {delivery} came twice while its sender lived: {mails}"
    if came:
        yield f"mails that nobody sent: {came}"
    for one in said:
        if "sending" in one:
            people = Notice.objects.filter(sending=one["sending"]).count()
            if Delivery.objects.filter(notice__sending=one["sending"]).count() != people:
                yield f"notice {one['subject']} has not one mail for each of {people} people"
