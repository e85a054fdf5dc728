"""An installation for tests: a folder of data, a database of the kind that is tested, and the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

KEYS = {"GONGKAI_SECRET_KEY": "only-for-tests-" * 4, "GONGKAI_LOG_KEY": "a-log-key-only-for-tests-" * 3}
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")


class Installation:
    """What stands in a folder, and the command over it."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.data = folder / "data"  # made by setup, or by whoever does without
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "DJANGO_"))}
        self.environment = {**ours, **KEYS, "GONGKAI_DATA": str(self.data), "GONGKAI_ENV_FILE": os.devnull}
        self.environment["DATABASE_URL"] = database

    def run(self, *arguments: str, code: int | None = 0, **environment: str) -> str:
        """Run a command, see that its exit code is as expected, and return what it said."""
        command = [sys.executable, "-m", "gongkai_office.config.command", *arguments]
        done = subprocess.run(
            command, env=self.environment | environment, capture_output=True, text=True, check=False, timeout=120,
            cwd=self.data.parent,
        )  # fmt: skip
        said = done.stdout + done.stderr
        assert code is None or done.returncode == code, said
        assert "Traceback" not in said, said
        return said

    def python(self, program: str) -> str:
        """Run a program inside the site and return what it printed."""
        whole = f"import django; django.setup()\n{program}"
        environment = self.environment | {"DJANGO_SETTINGS_MODULE": "gongkai_office.config.settings"}
        done = subprocess.run(
            [sys.executable, "-c", whole], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def copied(model: Installation, folder: Path, address: str) -> Installation:
    """Return a copy of an installation, at an address that `database` gave for it."""
    shutil.copytree(model.data, folder / "data")
    return Installation(folder, address)


@contextmanager
def database(like: str = "") -> Iterator[str]:
    """Give a database of the kind that is tested, an empty one or a copy of another.

    For SQLite there is nothing to name; for PostgreSQL it is a new one on the server of DATABASE_URL.
    """
    if not ON_POSTGRESQL:
        yield ""
        return
    server = os.environ["DATABASE_URL"]
    name = f"gongkai_test_{uuid.uuid4().hex[:12]}"
    address = urlsplit(server)._replace(path=f"/{name}").geturl()
    template = urlsplit(like).path.strip("/") or "template1"
    with psycopg.connect(server.rpartition("/")[0] + "/postgres", autocommit=True) as into:
        new, old = sql.Identifier(name), sql.Identifier(template)
        into.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))
        try:
            yield address
        finally:
            into.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
