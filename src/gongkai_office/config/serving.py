"""One command runs the site: granian for the pages, workers for the jobs, a supervisor that keeps them alive."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.core.management import call_command

from gongkai_office.config import environment, words
from gongkai_office.config.arguments import Arguments
from gongkai_office.config.errors import Trouble
from gongkai_office.config.logs import logging_of
from gongkai_office.config.supervising import Child, supervise
from gongkai_office.config.troubles import want_migrated, want_writable

LOCK = "in-use.lock"


def serve(arguments: list[str]) -> int:
    """Check that everything is ready, then run until SIGTERM or SIGINT; return the exit code."""
    environment.load_file()
    given = _parser().parse_args(arguments)
    data = environment.folder("DATA")
    want_writable(data)
    want_free(given.host, given.port, instead=words.OTHER_PORT)
    _ready(migrate=given.migrate)
    run = _fresh_folder(data)
    with held(data, exclusive=False), _only_while_running(run):
        # Asked to end while its workers load, the server takes half a minute; without a supervisor it has no time.
        children = [Child(words.WEB, granian(given.host, given.port, _log_configuration(run)), signal.SIGKILL)]
        children += [] if given.no_worker else workers()
        print(words.SERVING.format(host=given.host, port=given.port), flush=True)  # noqa: T201  # a command speaks
        return supervise(children)


def _parser() -> Arguments:
    parser = Arguments("serve", words.SERVE_HELP)
    host, port = environment.text("HOST"), environment.number("PORT")
    parser.add_argument("--host", metavar=words.ADDRESS, default=host, help=words.SERVE_HOST)
    parser.add_argument("--port", type=int, metavar=words.PORT, default=port, help=words.SERVE_PORT)
    parser.add_argument("--no-worker", action="store_true", help=words.SERVE_NO_WORKER)
    parser.add_argument("--migrate", action="store_true", help=words.SERVE_MIGRATE)
    return parser


def _ready(*, migrate: bool) -> None:
    import django
    from django.conf import settings
    from django.db import connections

    django.setup()
    if migrate:
        call_command("migrate", interactive=False, verbosity=0)
    want_migrated()
    if not settings.DEBUG and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()


def _fresh_folder(data: Path) -> Path:
    """Empty the folder of what lives only as long as this supervisor, and let the children find it."""
    run = data / f"run-{socket.gethostname()}-{os.getpid()}"
    for old in data.glob(f"run-{socket.gethostname()}-*"):
        if not Path("/proc", old.name.rpartition("-")[2]).exists():
            shutil.rmtree(old, ignore_errors=True)
    metrics = run / "metrics"
    metrics.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(metrics)
    return run


@contextlib.contextmanager
def _only_while_running(run: Path) -> Iterator[None]:
    try:
        yield
    finally:
        shutil.rmtree(run, ignore_errors=True)


def _log_configuration(run: Path) -> Path:
    place = run / "logging.json"
    said = logging_of(environment.text("LOG_LEVEL"), environment.text("LOG_FORMAT"))
    place.write_text(json.dumps(said), encoding="utf-8")
    return place


def granian(host: str, port: int, log_configuration: Path) -> list[str]:
    """Return the command line of the server of pages."""
    options = {
        "interface": "wsgi",
        "http": "1",
        "host": host,
        "port": port,
        "workers": environment.number("WORKERS"),
        "blocking-threads": environment.number("THREADS"),
        "workers-max-rss": environment.number("WORKER_MEMORY"),
        "workers-lifetime": environment.number("WORKER_HOURS") * 3600,
        "workers-kill-timeout": 25,
        "http1-header-read-timeout": 10_000,
        "respawn-interval": 0.5,
        "log-level": environment.text("LOG_LEVEL").lower(),
        "log-config": log_configuration,
    }
    said = [f"--{name}={value}" for name, value in options.items()]
    application = "gongkai_office.config.served:application"
    return [sys.executable, "-m", "granian", *said, "--no-ws", "--factory", "--respawn-failed-workers", application]


def workers() -> list[Child]:
    """Return the processes that run jobs."""
    number = environment.number("JOB_WORKERS")
    return [Child(f"{words.WORKER} {index}", itself("work")) for index in range(1, number + 1)]


def itself(*arguments: str) -> list[str]:
    """Return the command line of another command of ours."""
    return [sys.executable, "-m", "gongkai_office.config.command", *arguments]


def want_free(host: str, port: int, *, instead: str) -> None:
    """Raise Trouble where an address cannot be listened on, saying how to take another `instead`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or error
            raise Trouble(words.PORT_TAKEN.format(host=host, port=port, why=why, instead=instead)) from None


def held(data: Path, *, exclusive: bool) -> IO[str]:
    """Hold the folder of data: servers share it, a restore wants it for itself; raises Trouble where it is held."""
    lock = (data / LOCK).open("a")
    try:
        fcntl.flock(lock, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise Trouble(words.IN_USE.format(data=data)) from None
    return lock
