"""Copies of a database as of one moment, and databases made from copies; SQLite and PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.db import connection, connections

from gongkai_office.config import words_backups as words
from gongkai_office.config.errors import Trouble

if TYPE_CHECKING:
    import psycopg
    from django.db.backends.base.base import BaseDatabaseWrapper

Settings = dict[str, Any]


class Facts(NamedTuple):
    """What a copy holds, to be compared with what is restored from it."""

    number: int
    digest: str
    counts: dict[str, int]
    places: list[str]


class Cursor(Protocol):
    """What asks a database."""

    def execute(self, statement: str, /) -> Any:
        """Ask."""

    def fetchall(self) -> list[Any]:
        """Return the rows."""


TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
}


def facts_of(cursor: Cursor) -> Facts:
    """Return what a database holds as of the transaction of a cursor."""
    counts = {}
    cursor.execute(TABLES[connection.vendor])
    for table in sorted(name for (name,) in cursor.fetchall()):
        cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # a name of our own
        counts[table] = cursor.fetchall()[0][0]
    cursor.execute("SELECT number, digest FROM audit_head")
    number, digest = next(iter(cursor.fetchall()), (0, ""))
    cursor.execute("SELECT DISTINCT place FROM files_storedfile WHERE place <> ''")
    return Facts(number, digest, counts, sorted(place for (place,) in cursor.fetchall()))


def copy(target: Path) -> Facts:
    """Write a copy of the site's database to a file and return what is in it; others go on writing meanwhile."""
    return _copy_sqlite(target) if connection.vendor == "sqlite" else _copy_postgresql(target)


def _copy_sqlite(target: Path) -> Facts:
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(target)) as copied:
        connection.connection.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")
        cursor = copied.cursor()
        cursor.execute("PRAGMA integrity_check")
        if (said := cursor.fetchall()) != [("ok",)]:
            raise Trouble(words.DATABASE_DAMAGED.format(why=str(said[0][0])))
        return facts_of(cursor)


def _copy_postgresql(target: Path) -> Facts:
    """Let pg_dump see exactly what we count: it takes over the snapshot of our transaction."""
    with _connected(connection.settings_dict) as ours, ours.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchall()[0][0]
        facts = facts_of(cursor)
        _tool("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
    return facts


def is_empty(of: BaseDatabaseWrapper | None = None) -> bool:
    """Tell whether a database, the site's where none is given, holds nothing that somebody did: person or event."""
    asked = of or connection
    there = set(asked.introspection.table_names())
    with asked.cursor() as cursor:
        for table in ("accounts_user", "audit_event"):
            if table in there:
                cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # as above
                if cursor.fetchone()[0]:
                    return False
    return True


def end_sessions() -> int:
    """Let nobody be signed in any more, whatever the version of the tables, and return how many were."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_session")
        return int(cursor.rowcount)


def load(source: Path) -> None:
    """Make the site's database from a copy; what was in it is gone."""
    target = connection.settings_dict
    connections.close_all()
    if connection.vendor == "sqlite":
        database = Path(target["NAME"])
        for leftover in (f"{database}-wal", f"{database}-shm"):
            Path(leftover).unlink(missing_ok=True)
        new = database.with_name(database.name + ".new")
        shutil.copyfile(source, new)
        new.chmod(0o600)
        new.replace(database)
    else:
        load_postgresql(source, target)


def load_postgresql(source: Path, target: Settings) -> None:
    """Empty a PostgreSQL database of ours and fill it from a copy, in one transaction each."""
    with _connected(target) as into, into.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"  # not the database's own cleaning
        )
        if cursor.fetchall()[0][0]:
            raise Trouble(words.OTHERS_CONNECTED)
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    said = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    _tool("pg_restore", *said, f"--dbname={target['NAME']}", str(source), settings=target)


@contextlib.contextmanager
def trial_database(source: Path, given: Settings | None) -> Iterator[Settings]:
    """Fill a PostgreSQL database for trials from a copy: the given one, or one that is made and dropped again."""
    ours = connection.settings_dict
    if given is not None:
        if (given["NAME"], given["HOST"], str(given["PORT"])) == (ours["NAME"], ours["HOST"], str(ours["PORT"])):
            raise Trouble(words.DRILL_IN_EARNEST)
        load_postgresql(source, given)
        yield given
        return
    name = f"{ours['NAME']}_drill_{os.getpid()}"
    _alone(ours, "CREATE DATABASE {}", name)
    try:
        load_postgresql(source, ours | {"NAME": name})
        yield ours | {"NAME": name}
    finally:
        _alone(ours, "DROP DATABASE {} WITH (FORCE)", name)


def _alone(settings: Settings, statement: str, name: str) -> None:
    """Run a statement about a database, which is possible outside of transactions only."""
    from psycopg import errors, sql

    with _connected(settings, autocommit=True) as into:
        try:
            into.execute(sql.SQL(statement).format(sql.Identifier(name)))
        except errors.InsufficientPrivilege:
            raise Trouble(words.MAY_NOT_CREATE) from None


def _connected(settings: Settings, *, autocommit: bool = False) -> psycopg.Connection[Any]:
    """Connect to a PostgreSQL database; its driver is an extra that an office on SQLite does not have."""
    import psycopg

    return psycopg.connect(**_parameters(settings), autocommit=autocommit)


def _parameters(settings: Settings) -> dict[str, Any]:
    said = {
        "host": settings["HOST"],
        "port": settings["PORT"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        "dbname": settings["NAME"],
        "sslmode": settings.get("OPTIONS", {}).get("sslmode"),
    }
    return {name: value for name, value in said.items() if value}


def _tool(name: str, *arguments: str, settings: Settings | None = None) -> None:
    """Run a program of PostgreSQL's; the password travels in its environment, where other users cannot see it."""
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
             "sslmode": "PGSSLMODE"}  # fmt: skip
    given = _parameters(settings or connection.settings_dict)
    environment = {names[key]: str(value) for key, value in given.items()}
    try:
        subprocess.run(
            [name, *arguments],
            env=os.environ | environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=None,
        )
    except FileNotFoundError:
        raise Trouble(words.NO_TOOL.format(name=name)) from None
    except subprocess.CalledProcessError as error:
        raise Trouble(words.TOOL_FAILED.format(name=name, why=error.stderr.strip()[-500:])) from None
