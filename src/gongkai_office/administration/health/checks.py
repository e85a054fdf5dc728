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
from django.utils import timezone

from gongkai_office.administration.health import words
from gongkai_office.administration.health.migrations import migrations_apart
from gongkai_office.administration.health.words import State
from gongkai_office.audit.guards import missing_guards
from gongkai_office.audit.models import Event
from gongkai_office.jobs.queries import queue_state

LOGGER = logging.getLogger("gongkai.health")
MEGABYTE = 1024 * 1024
HEAD_VERB = "log.export_head"
DRILL_VERB = "data.drill"
OLDEST_HEAD = timedelta(hours=49)
OLDEST_DRILL = timedelta(days=100)


class Check(NamedTuple):
    """What a check found. `stops` is whether the installation cannot do its work while it is bad."""

    key: str
    title: str
    state: State
    says: str
    advice: str = ""
    stops: bool = False


def all_checks() -> list[Check]:
    """Return what every check found, in the order of the page; one that cannot be made is bad itself."""
    found: list[Check] = []
    for check in CHECKS:
        try:
            found.extend(check())
        except DatabaseError:
            LOGGER.exception("A check of the installation could not be made.")
            found.append(
                Check(
                    check.__name__, words.DATABASE, State.BAD, words.DATABASE_BAD, words.DATABASE_ADVICE, stops=True
                )
            )  # noqa: E501  # one row
            break
    return found


def database() -> Iterator[Check]:
    """Ask the database something that costs nothing."""
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    took = round((time.perf_counter() - started) * 1000, 1)
    yield Check("database", words.DATABASE, State.GOOD, words.DATABASE_GOOD.format(milliseconds=took), stops=True)


def migrated() -> Iterator[Check]:
    """Compare the database's migrations with the program's."""
    missing, unknown = migrations_apart()
    says, advice = words.MIGRATED_GOOD, ""
    if missing:
        says, advice = words.MIGRATED_MISSING.format(count=len(missing)), words.MIGRATED_MISSING_ADVICE
    elif unknown:
        says, advice = words.MIGRATED_UNKNOWN, words.MIGRATED_UNKNOWN_ADVICE
    yield Check("migrated", words.MIGRATED, State.BAD if advice else State.GOOD, says, advice, stops=True)


def disk() -> Iterator[Check]:
    """See whether the folder of data can be written to and has room."""
    try:
        with tempfile.TemporaryFile(dir=settings.DATA):
            pass
        usage = shutil.disk_usage(settings.DATA)
    except OSError:
        yield Check("disk", words.DISK, State.BAD, words.UNWRITABLE, words.UNWRITABLE_ADVICE, stops=True)
        return
    says = words.DISK_SAYS.format(free=filesizeformat(usage.free), total=filesizeformat(usage.total))
    full = usage.free < settings.GONGKAI_MIN_DISK * MEGABYTE
    yield Check("disk", words.DISK, State.BAD if full else State.GOOD, says, words.DISK_ADVICE * full, stops=True)


def jobs() -> Iterator[Check]:
    """See whether jobs are run: workers that live, how long the oldest job waits, how many failed."""
    queue = queue_state()
    waited = (timezone.now() - queue.oldest) if queue.oldest else timedelta()
    minutes = int(waited.total_seconds() // 60)
    if queue.workers:
        yield Check(
            "workers", words.WORKERS, State.GOOD, words.WORKERS_GOOD.format(count=queue.workers), stops=True
        )
    else:
        yield Check("workers", words.WORKERS, State.BAD, words.WORKERS_NONE, words.WORKERS_ADVICE, stops=True)
    late = minutes >= settings.GONGKAI_MAX_QUEUE_MINUTES
    says = words.QUEUE_SAYS.format(count=queue.waiting, minutes=minutes) if queue.waiting else words.QUEUE_EMPTY
    yield Check(
        "queue", words.QUEUE, State.BAD if late else State.GOOD, says, words.QUEUE_ADVICE * late, stops=True
    )
    says = words.FAILED_SAYS.format(count=queue.failed) if queue.failed else words.FAILED_NONE
    state = State.WARNING if queue.failed else State.GOOD
    yield Check("failed_jobs", words.FAILED, state, says, words.FAILED_ADVICE * bool(queue.failed))


def log() -> Iterator[Check]:
    """See whether the database still guards the log, and when its head was last exported."""
    missing = missing_guards()
    if missing:
        says = words.GUARDS_BAD.format(count=len(missing))
        yield Check("guards", words.GUARDS, State.BAD, says, words.GUARDS_ADVICE, stops=True)
    else:
        yield Check("guards", words.GUARDS, State.GOOD, words.GUARDS_GOOD, stops=True)
    last = last_event(HEAD_VERB)
    if last is None:
        first = Event.objects.order_by("number").values_list("recorded_at", flat=True).first()
        fresh = first is None or timezone.now() - first < OLDEST_HEAD
        says = words.HEAD_FRESH if fresh else words.HEAD_NEVER
    else:
        fresh, says = (
            timezone.now() - last.recorded_at < OLDEST_HEAD,
            words.HEAD_SAYS.format(ago=ago(last.recorded_at)),
        )
    yield Check(
        "head", words.HEAD, State.GOOD if fresh else State.BAD, says, words.HEAD_ADVICE * (not fresh), stops=True
    )  # noqa: E501  # one row


def backups() -> Iterator[Check]:
    """See how old the newest backup is, and when it was last tried to restore one."""
    newest = newest_backup()
    hours = settings.GONGKAI_MAX_BACKUP_HOURS
    if newest is None:
        yield Check(
            "backup", words.BACKUP, State.BAD if hours else State.WARNING, words.BACKUP_NEVER, words.BACKUP_ADVICE
        )  # noqa: E501  # one row
        return
    made = datetime.fromtimestamp(newest.stat().st_mtime, UTC)
    old = bool(hours) and timezone.now() - made > timedelta(hours=hours)
    says = words.BACKUP_SAYS.format(ago=ago(made), size=filesizeformat(newest.stat().st_size))
    yield Check("backup", words.BACKUP, State.BAD if old else State.GOOD, says, words.BACKUP_ADVICE * old)
    yield drill()


def drill() -> Check:
    """See when a restore was last tried, and whether it went well."""
    last = last_event(DRILL_VERB)
    if last is None:
        return Check("drill", words.DRILL, State.WARNING, words.DRILL_NEVER, words.DRILL_ADVICE)
    when = ago(last.recorded_at)
    if not last.after.get("passed"):
        return Check("drill", words.DRILL, State.BAD, words.DRILL_FAILED.format(ago=when), words.DRILL_ADVICE)
    old = timezone.now() - last.recorded_at > OLDEST_DRILL
    state = State.WARNING if old else State.GOOD
    return Check("drill", words.DRILL, state, words.DRILL_SAYS.format(ago=when), words.DRILL_ADVICE * old)


def mode() -> Iterator[Check]:
    """See whether the site runs as it should where real work is done."""
    says = words.MODE_DEBUG if settings.DEBUG else words.MODE_DEMO if settings.DEMO else ""
    state = State.WARNING if says else State.GOOD
    yield Check("mode", words.MODE, state, says or words.MODE_GOOD, words.MODE_ADVICE if says else "")
    if settings.HTTPS:
        yield Check("https", words.HTTPS, State.GOOD, words.HTTPS_GOOD)
    else:
        yield Check("https", words.HTTPS, State.WARNING, words.HTTPS_BAD, words.HTTPS_ADVICE)


CHECKS: tuple[Callable[[], Iterator[Check]], ...] = (database, migrated, disk, jobs, log, backups, mode)


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
