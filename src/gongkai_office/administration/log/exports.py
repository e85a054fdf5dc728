"""The log of a period as a file: CSV, XLSX, or JSON lines that others can verify."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Max, Min, QuerySet
from django.http import HttpResponseBase
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.administration.log import words
from gongkai_office.administration.log.queries import named, of_organ, sees_everything, visible
from gongkai_office.administration.workbooks import Sheet, workbook
from gongkai_office.audit.chain import SAID
from gongkai_office.audit.exported import Header, as_lines
from gongkai_office.audit.models import Event
from gongkai_office.organs.models import Organ
from gongkai_office.pages.downloads import attachment
from gongkai_office.pages.spreadsheets import CSV, XLSX, csv_lines

A_BATCH = 2_000
MOST_ROWS = 50_000  # of a workbook, which is made in memory


class Selection(NamedTuple):
    """What is taken out: the events, and what the file says of them."""

    events: QuerySet[Event]
    header: Header


def select(user: Any, since: dt.datetime, until: dt.datetime, *, organ: Organ | None, below: bool) -> Selection:
    """Return the events of a period that somebody may take out.

    Without an organ, for somebody who sees everything, they are all from the first to the last of the period by
    number, so that whoever gets the file can see that none is missing.
    """
    events = visible(user, Action.EXPORT_LOG)
    complete = organ is None and sees_everything(user, Action.EXPORT_LOG)
    if organ is not None:
        events = of_organ(events, organ, below=below)
    within = events.filter(recorded_at__gte=since, recorded_at__lt=until)
    ends = within.aggregate(first=Min("number"), last=Max("number"))
    first, last = ends["first"] or 0, ends["last"] or 0
    chosen = (Event.objects.all() if complete else within).filter(number__gte=first, number__lte=last)
    header = Header(since.isoformat(), until.isoformat(), first, last, chosen.count() if last else 0, complete)
    return Selection(chosen if last else Event.objects.none(), header)


def concerned(user: Any, organ: Organ | None) -> int | None:
    """Return the organ under which an export is recorded: the chosen one, or where the reach of who exports begins.

    None, the whole installation, where that reach is over a root.
    """
    if organ is not None or may(user, Action.EXPORT_LOG):
        return organ.pk if organ is not None else None
    return int(organs_for(user, Action.EXPORT_LOG).values_list("pk", flat=True)[0])


def as_file(selection: Selection, form: str) -> HttpResponseBase:
    """Answer with a selection as a file of a form, to be saved."""
    kinds: dict[str, tuple[str, Callable[[Selection], bytes | Iterator[bytes]]]] = {
        "xlsx": (XLSX, _workbook),
        "csv": (CSV, _csv),
        "jsonl": ("application/jsonl; charset=utf-8", _lines),
    }
    kind, write = kinds[form]
    return attachment(f"{words.FILE_NAME}-{timezone.localdate()}.{form}", write(selection), kind)


def _lines(selection: Selection) -> Iterator[bytes]:
    events = ({field: getattr(event, field) for field in (*SAID, "digest")} for event in _all(selection.events))
    yield from as_lines(selection.header, events)


def _csv(selection: Selection) -> Iterator[bytes]:
    return csv_lines(chain([words.COLUMNS], _rows(selection)))


def _workbook(selection: Selection) -> bytes:
    return workbook(Sheet(words.SHEET, words.COLUMNS, _rows(selection)))


def _rows(selection: Selection) -> Iterator[tuple[str | int, ...]]:
    for batch in _batches(selection.events):
        for event, actor, organ, verb, subject, _ in named(batch):
            yield (
                event.number, _moment(event.recorded_at), _moment(event.happened_at), actor, organ, verb,
                event.verb, subject, event.subject_id, _json(event.before), _json(event.after), event.address,
                event.request, event.method, event.previous, event.digest,
            )  # fmt: skip


def _all(events: QuerySet[Event]) -> Iterator[Event]:
    for batch in _batches(events):
        yield from batch


def _batches(events: QuerySet[Event]) -> Iterator[list[Event]]:
    after = -1
    while batch := list(events.filter(number__gt=after).order_by("number")[:A_BATCH]):
        yield batch
        after = batch[-1].number


def _moment(moment: dt.datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S.%f")


def _json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True) if said else ""
