"""What is done to the log besides adding to it: its head goes out, it is verified, parts of it are exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from gongkai_office.audit.errors import NotWritable, WentBack
from gongkai_office.audit.guards import make_guards
from gongkai_office.audit.heads import HeadLine, append, read_heads
from gongkai_office.audit.models import HEAD, Event, Head
from gongkai_office.audit.record import Actor, record
from gongkai_office.audit.verify import Verdict, silent, verify


def export_head(path: Path, *, by: Actor | None) -> HeadLine:
    """Append the chain's head to the file outside, and return it.

    The line is on the disk before the log tells of it: where the machine stops between the two, the file has one
    that the log does not know, which does no harm. Raises WentBack where the last line of the file is not in the
    chain, and NotWritable.
    """
    head = Head.objects.get(pk=HEAD)
    method = Event.objects.filter(number=head.number).values_list("method", flat=True).first()
    line = HeadLine(timezone.now().isoformat(), head.number, head.digest, method or settings.GONGKAI_DIGEST)
    try:
        before = read_heads(path)
        if before.lines and not _contains(before.lines[-1]):
            raise WentBack(path, exported=before.lines[-1].number, number=head.number)
        append(path, line, after_torn=before.torn)
    except OSError as error:
        raise NotWritable(path, error.strerror or str(error)) from error
    with transaction.atomic():
        record("audit.export_head", head, by=by, after={"number": line.number, "digest": line.digest})
    return line


def _contains(line: HeadLine) -> bool:
    if line.number == 0:
        return line.digest == ""
    return Event.objects.filter(number=line.number, digest=line.digest).exists()


def verify_log(path: Path, *, by: Actor | None, progress: Callable[[int, int], None] = silent) -> Verdict:
    """Verify the chain, and record that it was verified and with what result.

    Raises NotWritable where the file of heads cannot be read. What broke a chain may keep it from taking more
    events; the verdict is returned all the same.
    """
    try:
        verdict = verify(path, progress=progress)
    except OSError as error:
        raise NotWritable(path, error.strerror or str(error)) from error
    try:
        _note(verdict, by=by)
    except (DatabaseError, Head.DoesNotExist):
        if verdict.holds:
            raise
    return verdict


@transaction.atomic
def restore_guards(*, by: Actor | None) -> tuple[str, ...]:
    """Make the triggers that are missing again, and return their names; nothing is recorded where all stand."""
    made = make_guards()
    if made:
        record("audit.restore_guards", Head(pk=HEAD), by=by, after={"triggers": made})
    return made


@transaction.atomic
def _note(verdict: Verdict, *, by: Actor | None) -> Event:
    said = {"holds": verdict.holds, "events": verdict.events, "number": verdict.number, "flaws": verdict.count}
    return record("audit.verify", Head(pk=HEAD), by=by, after={**said, "digest": verdict.digest})


@transaction.atomic
def note_export(*, by: Actor | None, organ: int | None, **said: Any) -> Event:
    """Record that part of the log is taken out: the period, the form, how many events, under which conditions."""
    return record("audit.export", Head(pk=HEAD), by=by, organ=organ, after=said)
