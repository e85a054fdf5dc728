"""What is checked of an installation: each check says what it found and, where something is wrong, what to do."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone

from gongkai_office.administration.health import words
from gongkai_office.administration.health.migrations import migrations_apart
from gongkai_office.administration.health.words import State
from gongkai_office.administration.log.queries import heads_beside_data
from gongkai_office.audit.guards import missing_guards
from gongkai_office.audit.models import Event
from gongkai_office.jobs.models import Schedule
from gongkai_office.jobs.queries import queue_state
from gongkai_office.notices.queries import troubles

LOGGER = logging.getLogger("gongkai.health")
MEGABYTE = 1024 * 1024
HEAD_VERB = "audit.export_head"
DRILL_VERB = "data.drill"
GUARDING = ("accounts.disable_unused", "audit.export_head", "audit.verify", "data.back_up", "data.drill")
OLDEST_HEAD = timedelta(hours=49)
OLDEST_DRILL = timedelta(days=100)


class Check(NamedTuple):
    """What a check found. `stops` is whether the installation cannot do its work while it is bad.

    `link` is the page that lists what is wrong, where there is one.
    """

    key: str
    title: str
    state: State
    says: str
    advice: str = ""
    stops: bool = False
    link: str = ""


def all_checks() -> list[Check]:
    """Return what every check found, in the order of the page; nothing more is asked of a database that fails."""
    found: list[Check] = []
    for check in CHECKS:
        try:
            found.extend(check())
        except DatabaseError:
            LOGGER.exception("A check of the installation could not be made.")
            found.append(_bad("database", words.DATABASE, words.DATABASE_BAD, words.DATABASE_ADVICE))
            break
    return found


def _good(key: str, title: str, says: str, *, stops: bool = True) -> Check:
    return Check(key, title, State.GOOD, says, stops=stops)


def _bad(key: str, title: str, says: str, advice: str, *, stops: bool = True) -> Check:
    return Check(key, title, State.BAD, says, advice, stops)


def _warning(key: str, title: str, says: str, advice: str, link: str = "") -> Check:
    return Check(key, title, State.WARNING, says, advice, link=link)


def database() -> Iterator[Check]:
    """Ask the database something that costs nothing."""
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    took = f"{(time.perf_counter() - started) * 1000:.1f}"
    yield _good("database", words.DATABASE, words.DATABASE_GOOD.format(milliseconds=took))


def migrated() -> Iterator[Check]:
    """Compare the database's migrations with the program's."""
    missing, unknown = migrations_apart()
    if missing:
        says = words.MIGRATED_MISSING.format(count=len(missing))
        yield _bad("migrated", words.MIGRATED, says, words.MIGRATED_MISSING_ADVICE)
    elif unknown:
        yield _bad("migrated", words.MIGRATED, words.MIGRATED_UNKNOWN, words.MIGRATED_UNKNOWN_ADVICE)
    else:
        yield _good("migrated", words.MIGRATED, words.MIGRATED_GOOD)


def disk() -> Iterator[Check]:
    """See whether the folder of data can be written to and has room."""
    try:
        with tempfile.TemporaryFile(dir=settings.DATA):
            usage = shutil.disk_usage(settings.DATA)
    except OSError:
        yield _bad("disk", words.DISK, words.UNWRITABLE, words.UNWRITABLE_ADVICE)
        return
    says = words.DISK_SAYS.format(free=filesizeformat(usage.free), total=filesizeformat(usage.total))
    if usage.free < settings.GONGKAI_MIN_DISK * MEGABYTE:
        yield _bad("disk", words.DISK, says, words.DISK_ADVICE)
    else:
        yield _good("disk", words.DISK, says)


def jobs() -> Iterator[Check]:
    """See whether jobs are run: workers that live, how long the oldest job waits, how many failed."""
    queue = queue_state()
    if queue.workers:
        yield _good("workers", words.WORKERS, words.WORKERS_GOOD.format(count=queue.workers))
    else:
        yield _bad("workers", words.WORKERS, words.WORKERS_NONE, words.WORKERS_ADVICE)
    minutes = int((timezone.now() - queue.oldest).total_seconds() // 60) if queue.oldest else 0
    says = words.QUEUE_SAYS.format(count=queue.waiting, minutes=minutes) if queue.waiting else words.QUEUE_EMPTY
    if minutes >= settings.GONGKAI_MAX_QUEUE_MINUTES:
        yield _bad("queue", words.QUEUE, says, words.QUEUE_ADVICE)
    else:
        yield _good("queue", words.QUEUE, says)
    yield schedules()
    if queue.failed:
        says = words.FAILED_SAYS.format(count=queue.failed)
        link = reverse("administration:jobs") + "?state=failed"
        yield _warning("failed_jobs", words.FAILED, says, words.FAILED_ADVICE, link)
    else:
        yield _good("failed_jobs", words.FAILED, words.FAILED_NONE, stops=False)


def schedules() -> Check:
    """See whether anything that guards the installation was switched off."""
    off = [one.title for one in Schedule.objects.filter(name__in=GUARDING, enabled=False)]
    if not off:
        return _good("schedules", words.SCHEDULES, words.SCHEDULES_GOOD, stops=False)
    says = words.SCHEDULES_OFF.format(titles=words.AND.join(off))
    link = reverse("administration:schedules")
    return _warning("schedules", words.SCHEDULES, says, words.SCHEDULES_ADVICE, link)


def deliveries() -> Iterator[Check]:
    """See whether mail and text messages go out: what was given up, is tried again, or should be gone."""
    found = troubles()
    if not found.any or found.since is None:
        yield _good("deliveries", words.DELIVERIES, words.DELIVERIES_GOOD, stops=False)
        return
    counted = (
        (words.DELIVERIES_FAILED, found.failed),
        (words.DELIVERIES_RETRIED, found.retried),
        (words.DELIVERIES_LATE, found.late),
    )
    what = words.LIST.join(said.format(count=count) for said, count in counted if count)
    reason = words.DELIVERIES_REASON.format(reason=found.reason) if found.reason else ""
    says = words.DELIVERIES_SAYS.format(what=what, ago=ago(found.since), reason=reason)
    link = reverse("administration:sendings") + ("?state=failed" if found.failed else "?state=waiting")
    yield _warning("deliveries", words.DELIVERIES, says, words.DELIVERIES_ADVICE, link)


def log() -> Iterator[Check]:
    """See whether the database still guards the log, and what became of its head."""
    if missing := missing_guards():
        says = words.GUARDS_BAD.format(count=len(missing))
        yield _bad("guards", words.GUARDS, says, words.GUARDS_ADVICE)
    else:
        yield _good("guards", words.GUARDS, words.GUARDS_GOOD)
    yield head()


def head() -> Check:
    """See when the log's head was last exported, and whether it went outside; a demonstration has no outside."""
    last = last_event(HEAD_VERB)
    says = words.HEAD_SAYS.format(ago=ago(last.recorded_at)) if last else words.HEAD_NEVER
    if timezone.now() - last.recorded_at >= OLDEST_HEAD if last else not is_fresh():
        return _bad("head", words.HEAD, says, words.HEAD_ADVICE)
    says = says if last else words.HEAD_FRESH
    if heads_beside_data() and not settings.DEMO:
        return _warning("head", words.HEAD, words.HEAD_BESIDE.format(says=says), words.HEAD_BESIDE_ADVICE)
    return _good("head", words.HEAD, says)


def backups() -> Iterator[Check]:
    """See how old the newest backup is, and when it was last tried to restore one."""
    hours, newest = settings.GONGKAI_MAX_BACKUP_HOURS, newest_backup()
    if newest is None:
        report = _bad if hours and not is_fresh() else _warning
        yield report("backup", words.BACKUP, words.BACKUP_NEVER, words.BACKUP_ADVICE)._replace(stops=False)
        return
    made = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    says = words.BACKUP_SAYS.format(ago=ago(made), size=filesizeformat(newest.stat().st_size))
    if hours and timezone.now() - made > timedelta(hours=hours):
        yield _bad("backup", words.BACKUP, says, words.BACKUP_ADVICE, stops=False)
    else:
        yield _good("backup", words.BACKUP, says, stops=False)
    yield drill()


def drill() -> Check:
    """See when a restore was last tried, and whether it went well."""
    last = last_event(DRILL_VERB)
    if last is None:
        return _warning("drill", words.DRILL, words.DRILL_NEVER, words.DRILL_ADVICE)
    when = ago(last.recorded_at)
    if not last.after.get("passed"):
        return _bad("drill", words.DRILL, words.DRILL_FAILED.format(ago=when), words.DRILL_ADVICE, stops=False)
    if timezone.now() - last.recorded_at > OLDEST_DRILL:
        return _warning("drill", words.DRILL, words.DRILL_SAYS.format(ago=when), words.DRILL_ADVICE)
    return _good("drill", words.DRILL, words.DRILL_SAYS.format(ago=when), stops=False)


def mode() -> Iterator[Check]:
    """See whether the site runs as it should where real work is done."""
    if settings.DEBUG or settings.DEMO:
        says = words.MODE_DEBUG if settings.DEBUG else words.MODE_DEMO
        yield _warning("mode", words.MODE, says, words.MODE_ADVICE)
    else:
        yield _good("mode", words.MODE, words.MODE_GOOD, stops=False)
    if settings.HTTPS:
        yield _good("https", words.HTTPS, words.HTTPS_GOOD, stops=False)
    else:
        yield _warning("https", words.HTTPS, words.HTTPS_BAD, words.HTTPS_ADVICE)


CHECKS: tuple[Callable[[], Iterator[Check]], ...] = (database, migrated, disk, jobs, deliveries, log, backups, mode)


def is_fresh() -> bool:
    """Tell whether the installation is so new that nothing of every night need have happened yet."""
    first = Event.objects.order_by("number").values_list("recorded_at", flat=True).first()
    return first is None or timezone.now() - first < OLDEST_HEAD


def last_event(verb: str) -> Event | None:
    """Return the newest event of a verb."""
    return Event.objects.filter(verb=verb).order_by("-number").first()


def newest_backup() -> Path | None:
    """Return the newest file in the folder of backups."""
    found = sorted(Path(settings.GONGKAI_BACKUPS).glob("gongkai-*.tar.gz"), key=lambda file: file.name)
    return found[-1] if found else None


def ago(moment: datetime) -> str:
    """Return how long ago something was, in words."""
    minutes = int((timezone.now() - moment).total_seconds() // 60)
    if minutes < 1:
        return words.NOW
    if minutes < 120:
        return words.MINUTES_AGO.format(count=minutes)
    if minutes < 48 * 60:
        return words.HOURS_AGO.format(count=minutes // 60)
    return words.DAYS_AGO.format(count=minutes // (24 * 60))
