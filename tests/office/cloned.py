"""A clone of the migrated test database, for tests that must commit; thrown away afterwards.

The database refuses to empty the log, so tests cannot clean up behind commits as Django's TransactionTestCase does:
`@pytest.mark.django_db(transaction=True)`, `transactional_db` and pytest-django's `live_server` fail once an event
stands. Such a test asks for the fixture `clone` instead, and for no other fixture of a database (`db`, `city`):

    def test_two_people_act_at_once(clone: Clone) -> None:
        city = make_city()              # committed: the clone is the site's database while the test runs
        ...                             # threads may connect; each closes its own: `connections.close_all()`

A server in the test's own process, answering on 127.0.0.1 from threads, for a browser or an HTTP client:

    with serving() as address:
        page.goto(address)

A process of its own (server, worker, command) that may be killed:

    subprocess.Popen([sys.executable, "-m", "gongkai_office.config.command", "worker"], env=clone.environment)

`clone.url` is what DATABASE_URL says there. SQLite is copied with its backup interface into a file, PostgreSQL with
CREATE DATABASE ... TEMPLATE; both take well under a second.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import urllib.parse
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, connections
from django.test.testcases import LiveServerThread, _StaticFilesHandler


class Clone(NamedTuple):
    """A cloned database: its address, and the environment of a process that is to use it."""

    url: str
    environment: dict[str, str]


@contextlib.contextmanager
def cloned(folder: Path) -> Iterator[Clone]:
    """Make a clone the site's database for a while; a file of SQLite lies in the folder."""
    if connection.in_atomic_block:
        raise RuntimeError("a clone is of the committed database: ask for no other fixture of one")
    made = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    with made(folder) as (name, url), _as_default(name):
        yield Clone(url, _environment(url))


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """Serve the site from threads of this process, and give its address; only on a clone."""
    server = LiveServerThread("127.0.0.1", _StaticFilesHandler)
    server.daemon = True
    hosts, settings.ALLOWED_HOSTS = settings.ALLOWED_HOSTS, [*settings.ALLOWED_HOSTS, "127.0.0.1"]
    server.start()
    server.is_ready.wait()
    try:
        if server.error:
            raise server.error
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.terminate()
        settings.ALLOWED_HOSTS = hosts


@contextlib.contextmanager
def _sqlite(folder: Path) -> Iterator[tuple[str, str]]:
    place = folder / "clone.sqlite3"
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(place)) as copy:
        connection.connection.backup(copy)
    yield str(place), f"sqlite:///{place}"


@contextlib.contextmanager
def _postgresql(_folder: Path) -> Iterator[tuple[str, str]]:
    source, name = connection.settings_dict["NAME"], f"clone_{uuid.uuid4().hex}"
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    try:
        yield name, _address(name)
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def _as_default(name: str) -> Iterator[None]:
    """Let every thread of this process connect to another database; the old connection is kept, for it may be the
    only one to a database in memory."""
    said, old = connections.settings["default"], connections["default"]
    connections.settings["default"] = {**said, "NAME": name}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"], connections.settings["default"] = old, said


def _address(name: str) -> str:
    said: dict[str, Any] = connection.settings_dict
    user = ":".join(urllib.parse.quote(said[part]) for part in ("USER", "PASSWORD") if said[part])
    return f"postgres://{user}@{said['HOST'] or 'localhost'}:{said['PORT'] or 5432}/{name}"


def _environment(url: str) -> dict[str, str]:
    keys = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE",)}
    return {**keys, "DATABASE_URL": url}
