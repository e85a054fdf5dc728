"""Move an office that has grown from SQLite to PostgreSQL: every row with its key, and the log with its chain."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import DatabaseError, connection, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from gongkai_office.audit.models import Event, Head
from gongkai_office.audit.record import record
from gongkai_office.config import environment
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.comparing import look_elsewhere, unlike
from gongkai_office.config.backups.databases import facts_of, is_empty
from gongkai_office.config.errors import Trouble
from gongkai_office.config.serving import held, itself
from gongkai_office.config.troubles import place_of_database, want_migrated

TARGET = "target"
OF_EACH = {"django_migrations"}  # tables that each database has of its own
A_BATCH = 2_000  # rows in memory at a time


class Moved(NamedTuple):
    """What stands in the other database now: where it is, rows, and the number of the log's last event."""

    place: str
    rows: int
    number: int


def move(url: str) -> Moved:
    """Copy the site's SQLite database into an empty one of PostgreSQL, and hold that against the old one.

    Uploaded files stay where they are. Raises Trouble where the site runs, where the other database is not empty or
    cannot be written to, and where what was copied is not what was there; the old one is only read, but for the
    event that says so.
    """
    said = environment.database_at(url)
    if connection.vendor != "sqlite" or not said["ENGINE"].endswith("postgresql"):
        raise Trouble(words.ONLY_TO_POSTGRESQL)
    data = Path(settings.DATA)
    with held(data, exclusive=True), _connected(said) as target:
        want_migrated()
        place = place_of_database(target)
        try:
            _prepare(target, url)
            with transaction.atomic(), transaction.atomic(using=TARGET):
                record("data.move", Head.objects.get(), by=None, after={"database": place})
                _copy_all(target)
        except DatabaseError as error:
            raise Trouble(words.NOT_MOVED.format(place=place, why=" ".join(str(error).split()))) from None
        with connection.cursor() as cursor:
            facts = facts_of(cursor)
        counts = {table: count for table, count in facts.counts.items() if table not in OF_EACH}
        seen = look_elsewhere(url, data)
        seen["counts"] = dict.fromkeys(counts, 0) | seen.get("counts", {})
    if reasons := unlike(seen, facts.number, facts.digest, counts):
        raise Trouble(words.MOVED_BADLY.format(place=place, reasons="\n".join(reasons)))
    return Moved(place, sum(counts.values()), facts.number)


@contextmanager
def _connected(said: dict[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    connections.settings[TARGET] = {**connections.settings["default"], "OPTIONS": {}, **said}
    target = connections[TARGET]
    try:
        yield target
    finally:
        target.close()
        del connections[TARGET], connections.settings[TARGET]


def _prepare(target: BaseDatabaseWrapper, url: str) -> None:
    """Make the tables, in a process of its own: migrations write to the default database."""
    if not is_empty(target):
        raise Trouble(words.TARGET_NOT_EMPTY.format(place=place_of_database(target)))
    environ = os.environ | {"DATABASE_URL": url}
    done = subprocess.run(itself("migrate"), env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(words.NOT_MOVED.format(place=place_of_database(target), why=done.stderr.strip()[-500:]))


def _copy_all(target: BaseDatabaseWrapper) -> None:
    """Copy every table in one transaction, at whose end the database looks at foreign keys.

    The log's guards stand: its events come in their order, and its head, which migrations made, moves once.
    """
    copied = list(apps.get_models(include_auto_created=True))
    with target.cursor() as cursor:
        for model in set(copied) - {Event, Head}:
            cursor.execute(f"DELETE FROM {_table(target, model)}")  # what migrations put there
    for model in set(copied) - {Head}:
        _copy(model, target)
    head = Head.objects.get()
    Head.objects.using(TARGET).update(number=head.number, digest=head.digest)
    with target.cursor() as cursor:
        for statement in target.ops.sequence_reset_sql(no_style(), copied):
            cursor.execute(statement)


def _copy(model: type[models.Model], target: BaseDatabaseWrapper) -> None:
    fields = model._meta.local_concrete_fields  # noqa: SLF001  # as Django's documentation has it
    rows = model._base_manager.order_by("pk").iterator(A_BATCH)  # noqa: SLF001  # likewise
    columns = ", ".join(target.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    insert = f"INSERT INTO {_table(target, model)} ({columns}) VALUES ({places})"  # names of our own
    with target.cursor() as cursor:
        while batch := list(islice(rows, A_BATCH)):
            values = [
                [field.get_db_prep_save(getattr(row, field.attname), target) for field in fields] for row in batch
            ]
            cursor.executemany(insert, values)


def _table(target: BaseDatabaseWrapper, model: type[models.Model]) -> str:
    return target.ops.quote_name(model._meta.db_table)  # noqa: SLF001  # likewise
