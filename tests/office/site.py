"""The site in a folder: its data, a database of the kind that is tested, and the command over them."""

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

COMMAND = [sys.executable, "-m", "gongkai_office.config.command"]
KEYS = {"GONGKAI_SECRET_KEY": "only-for-tests-" * 4, "GONGKAI_LOG_KEY": "a-log-key-only-for-tests-" * 3}
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
LONGEST_S = 300


class Site:
    """What stands in a folder, and the command over it."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"  # made by setup, or by whoever does without
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "DJANGO_"))}
        self.environment = {**ours, **KEYS, "GONGKAI_DATA": str(self.data), "GONGKAI_ENV_FILE": os.devnull}
        self.environment["DATABASE_URL"] = database

    def run(self, *arguments: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; see that it went well where `check`."""
        done = self._ran([*COMMAND, *arguments], environment)
        assert not (check and done.returncode), f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def says(self, *arguments: str, code: int = 0, **environment: str) -> str:
        """Run a command, see that it did not break and its exit code is as expected, and return what it said."""
        done = self.run(*arguments, check=False, **environment)
        said = done.stdout + done.stderr
        assert done.returncode == code, said
        assert "Traceback" not in said, said
        return said

    def python(self, program: str) -> str:
        """Run a program inside the site and return what it printed."""
        done = self._ran([sys.executable, "-c", f"import django; django.setup()\n{program}"], {})
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def _ran(self, command: list[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {"DJANGO_SETTINGS_MODULE": "gongkai_office.config.settings"} | self.environment | more
        return subprocess.run(
            command, env=environment, cwd=self.folder, capture_output=True, text=True, check=False,
            timeout=LONGEST_S,
        )  # fmt: skip


def copied(model: Site, folder: Path, address: str) -> Site:
    """Return a copy of a site, at an address that `database` gave for it."""
    shutil.copytree(model.data, folder / "data")
    return Site(folder, address)


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
