"""A whole installation in a folder of its own, as processes that can be killed: server, workers, database."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tests.office.http_client import GONE, Browser
from tests.office.site import COMMAND, Site, database

START_S, STOP_S = 60, 40


class Process(NamedTuple):
    """A process of the site: what it is there for, and who started it."""

    pid: int
    part: str
    parent: int
    command: str

    def __str__(self) -> str:
        return f"{self.part} {self.pid}"


class Installation(Site):
    """The site's server and worker, on a database that is still empty."""

    def __init__(self, folder: Path, address: str, settings: Mapping[str, str] | None = None) -> None:
        super().__init__(folder, address)
        said = {"SECOND_FACTOR": "0", "WORKERS": "2"} | dict(settings or {})
        self.environment |= {f"GONGKAI_{name}": value for name, value in said.items()}
        self.data.mkdir(exist_ok=True)
        self.port = free_port()
        self.log = (folder / "server.log").open("ab")
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Installation:
        self.run("migrate", "--verbosity=0")
        self.run("collectstatic", "--noinput", "--verbosity=0")
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        self.kill_all()
        self.log.close()

    def start(self) -> None:
        """Start the server with its worker, and wait until it answers; one that ends at once is started again."""
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self.server is None or self.server.poll() is not None:
                self.server = self.serve()
            with contextlib.suppress(*GONE):
                if self._stands() and Browser(self.address, 2).get("/healthz").status == 200:
                    return
            time.sleep(0.2)
        raise AssertionError((self.folder / "server.log").read_text()[-4000:])

    def _stands(self) -> bool:
        """Tell whether the pages come from the server's own process: what a killed one left behind answers too."""
        own = self.server.pid if self.server is not None else 0
        return any(one.part == "web" and one.parent == own for one in self.processes())

    def serve(self) -> subprocess.Popen[bytes]:
        """Start the server, which is not ready yet."""
        return subprocess.Popen(
            [*COMMAND, "serve", "--host", "127.0.0.1", "--port", str(self.port)],
            env=self.environment, cwd=self.folder, stdout=self.log, stderr=self.log, start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        """Ask the server to stop, and wait until it did; kill_all ends what does not."""
        if self.server is not None:
            self.server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.server.wait(STOP_S)

    def processes(self) -> list[Process]:
        """Return all processes of the site, also those that outlived who started them."""
        found = {one.pid: one for one in _processes_in(self.folder)}
        return [one._replace(part=self._part(one, found)) for one in found.values()]

    def _part(self, one: Process, others: Mapping[int, Process]) -> str:
        if self.server is not None and one.pid == self.server.pid:
            return "supervisor"
        if "granian" in one.command:
            return "web worker" if "worker-" in one.command else "web"
        if one.parent in others and others[one.parent].command == one.command and one.command.endswith(" work"):
            return "child"
        return "job worker" if one.command.endswith(" work") else one.command

    def kill_supervisor(self) -> None:
        """End the first process alone; the others have to notice."""
        if self.server is not None:
            self.server.kill()
            self.server.wait()

    def kill_all(self) -> None:
        """End everything at once, as a power cut does."""
        while left := self.processes():
            for one in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(one.pid, signal.SIGKILL)
            if self.server is not None:
                self.server.wait(STOP_S)


@contextlib.contextmanager
def installed(settings: Mapping[str, str] | None = None) -> Iterator[Installation]:
    """Make an installation with some settings besides the usual ones, each by its name, and remove it."""
    with (
        tempfile.TemporaryDirectory(prefix="gongkai-installed-") as folder,
        database() as address,
        Installation(Path(folder), address, settings) as made,
    ):
        yield made


def _processes_in(folder: Path) -> Iterator[Process]:
    """Yield the processes that work in a folder; one that ended but was not waited for works nowhere."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                if (entry / "cwd").readlink() == folder:
                    command = (entry / "cmdline").read_text().replace("\0", " ").strip()
                    # The name in brackets may hold anything, blanks too.
                    parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                    yield Process(int(entry.name), "", parent, command)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
