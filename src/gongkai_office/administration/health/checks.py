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
HEAD_VERB = "audit.export_head"
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


def _warning(key: str, title: str, says: str, advice: str) -> Check:
    return Check(key, title, State.WARNING, says, advice)


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
    if queue.failed:
        says = words.FAILED_SAYS.format(count=queue.failed)
        yield _warning("failed_jobs", words.FAILED, says, words.FAILED_ADVICE)
    else:
        yield _good("failed_jobs", words.FAILED, words.FAILED_NONE, stops=False)


def log() -> Iterator[Check]:
    """See whether the database still guards the log, and when its head was last exported."""
    if missing := missing_guards():
        says = words.GUARDS_BAD.format(count=len(missing))
        yield _bad("guards", words.GUARDS, says, words.GUARDS_ADVICE)
    else:
        yield _good("guards", words.GUARDS, words.GUARDS_GOOD)
    last = last_event(HEAD_VERB)
    if last is not None and timezone.now() - last.recorded_at < OLDEST_HEAD:
        yield _good("head", words.HEAD, words.HEAD_SAYS.format(ago=ago(last.recorded_at)))
    elif last is not None:
        yield _bad("head", words.HEAD, words.HEAD_SAYS.format(ago=ago(last.recorded_at)), words.HEAD_ADVICE)
    elif is_fresh():
        yield _good("head", words.HEAD, words.HEAD_FRESH)
    else:
        yield _bad("head", words.HEAD, words.HEAD_NEVER, words.HEAD_ADVICE)


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


CHECKS: tuple[Callable[[], Iterator[Check]], ...] = (database, migrated, disk, jobs, log, backups, mode)


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
