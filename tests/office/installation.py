"""A whole installation in a folder of its own, as processes that can be killed: server, workers, database."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from tests.office.http_client import GONE, Browser

COMMAND = [sys.executable, "-m", "gongkai_office.config.command"]
START_S, STOP_S = 60, 20


class Installation:
    """The site's server and worker on a fresh database: SQLite in the folder, or PostgreSQL where DATABASE_URL is set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.log = (folder / "server.log").open("ab")
        self.server: subprocess.Popen[bytes] | None = None
        self.base_url = os.environ.get("DATABASE_URL", "")
        self.name = f"gongkai_installed_{os.getpid()}"
        self.environment = self._environment()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Installation:
        if self.base_url:
            _on_postgresql(self.base_url, f'CREATE DATABASE "{self.name}"')
        self.run("migrate", "--verbosity=0")
        self.run("collectstatic", "--noinput", "--verbosity=0")
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        self.log.close()
        if self.base_url:
            _on_postgresql(self.base_url, f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run one of the site's commands to its end."""
        done = subprocess.run(
            [*COMMAND, *arguments], env=self.environment, cwd=self.folder, capture_output=True, text=True, check=False
        )
        if check and done.returncode:
            raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done

    def python(self, program: str) -> str:
        """Run a program with the site's models at hand, and return what it prints."""
        return self.run("shell", "--verbosity=0", "-c", program).stdout

    def start(self) -> None:
        """Start the server with its worker, and wait until it answers."""
        self.server = subprocess.Popen(
            [*COMMAND, "serve", "--host", "127.0.0.1", "--port", str(self.port)],
            env=self.environment, cwd=self.folder, stdout=self.log, stderr=self.log, start_new_session=True,
        )  # fmt: skip
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            with contextlib.suppress(*GONE):
                if Browser(self.address, 2).get("/healthz").status == 200:
                    return
            time.sleep(0.2)
        raise AssertionError((self.folder / "server.log").read_text()[-4000:])

    def stop(self) -> None:
        """Ask the server to stop, and end what is left of it."""
        if self.server is not None:
            with contextlib.suppress(ProcessLookupError):
                self.server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.server.wait(STOP_S)
            self.kill_all()

    def processes(self) -> list[int]:
        """Return the server's process and all that descend from it, the server first."""
        if self.server is None or self.server.poll() is not None:
            return []
        parents = dict(_parents())
        found = [self.server.pid]
        for pid in found:
            found += [child for child, parent in parents.items() if parent == pid]
        return found

    def kill_all(self) -> None:
        """End server and workers at once, as a power cut or a service manager does."""
        for pid in reversed(self.processes()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.server is not None:
            self.server.wait(STOP_S)

    def _environment(self) -> dict[str, str]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI_", "DJANGO_"))}
        said = {
            "SECRET_KEY": "only-for-tests-" * 4,
            "LOG_KEY": "a-log-key-only-for-tests-" * 3,
            "DATA": str(self.folder / "data"),
            "SECOND_FACTOR": "0",
            "WORKERS": "2",
        }
        (self.folder / "data").mkdir(exist_ok=True)
        plain |= {f"GONGKAI_{name}": value for name, value in said.items()}
        if self.base_url:
            plain["DATABASE_URL"] = urllib.parse.urlsplit(self.base_url)._replace(path=f"/{self.name}").geturl()
        return plain


@contextlib.contextmanager
def installed() -> Iterator[Installation]:
    """Make an installation, and remove it."""
    with tempfile.TemporaryDirectory(prefix="gongkai-installed-") as folder, Installation(Path(folder)) as made:
        yield made


def _parents() -> Iterator[tuple[int, int]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                # The name in brackets may hold anything, blanks too.
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _on_postgresql(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(urllib.parse.urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]  # a name of our own making


