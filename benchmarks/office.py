"""How fast the site's pages are with 3,401 organs and 10,000 people on two workers, against a bare Django view."""

from __future__ import annotations

import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.office_data import PASSWORD
from tests.office.installation import free_port

ROOT = Path(__file__).resolve().parents[1]
WORKERS, CLIENTS, REQUESTS = 2, 4, 60
PAGES = {
    "system": ("/", "/organs/", "/organs/?q=第7局", "/organs/1/", "/organs/100/", "/people/", "/people/?page=150",
               "/people/?q=测量77", "/people/100/", "/jobs/", "/files/", "/calendar/2026/",
               "/conventions/1/", "/inbox/", "/health/"),
    "security": ("/people/", "/people/?page=150", "/access-review/"),
    "audit": ("/log/", "/log/?organ=100"),
}  # fmt: skip
AIM = 300


def show_office() -> None:
    """Print median and 95th percentile of each page in milliseconds, and how many bare views that is."""
    print(f"{'a page of the site, two workers, four clients':44}{'median ms':>11}{'p95 ms':>9}{'bare views':>12}")
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        environment = _environment(Path(folder))
        _prepare(environment)
        with _served("benchmarks.bare:application", environment) as bare_port:
            bare = statistics.median(_times(bare_port, "/", ""))
        print(f"  {'a bare Django view':42}{1e3 * bare:11.1f}{'':9}{1:12.1f}")
        with _served("gongkai_office.config.wsgi:application", environment) as port:
            for name, pages in PAGES.items():
                cookie = _signed_in(port, name)
                for page in pages:
                    _told(page, _times(port, page, cookie), bare)
    print()


def _told(page: str, times: list[float], bare: float) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    over = "" if 1e3 * p95 < AIM else f"  over the aim of {AIM} ms"
    print(f"  {page:42}{1e3 * median:11.1f}{1e3 * p95:9.1f}{median / bare:12.1f}{over}")


def _environment(folder: Path) -> dict[str, str]:
    said = {
        "SECRET_KEY": "only-for-measuring-" * 4,
        "LOG_KEY": "a-log-key-only-for-measuring-" * 3,
        "DATA": str(folder),
        "SECOND_FACTOR": "0",
    }
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GONGKAI_")}
    return plain | {
        "DJANGO_SETTINGS_MODULE": "gongkai_office.config.settings",
        "PYTHONPATH": str(ROOT),
        **{f"GONGKAI_{name}": value for name, value in said.items()},
    }


def _prepare(environment: dict[str, str]) -> None:
    for command in (
        ["-m", "django", "migrate", "--verbosity=0"],
        ["-m", "django", "collectstatic", "--noinput", "--verbosity=0"],
        ["-m", "benchmarks.office_data"],
    ):
        subprocess.run([sys.executable, *command], env=environment, check=True)


@contextmanager
def _served(application: str, environment: dict[str, str]) -> Iterator[int]:
    """Run an application on two workers of the server and give its port."""
    port = free_port()
    command = [
        "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-access-log",
        "--workers", str(WORKERS), "--blocking-threads", "2", "--log-level", "warning",
        "--workers-kill-timeout", "5", application,
    ]  # fmt: skip
    server = subprocess.Popen([sys.executable, *command], env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def _signed_in(port: int, name: str) -> str:
    """Sign in as a browser does, and return the cookies."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/account/sign-in/")
    answer = connection.getresponse()
    page, cookies = answer.read().decode(), _cookies(answer)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    form = {"csrfmiddlewaretoken": token[1] if token else "", "username": name, "password": PASSWORD}
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/account/sign-in/", urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.FOUND:
        raise RuntimeError(f"{name} could not sign in: {answer.status}")
    return _cookies(answer)


def _cookies(answer: http.client.HTTPResponse) -> str:
    return "; ".join(one.split(";")[0] for one in answer.headers.get_all("Set-Cookie") or ())


def _times(port: int, page: str, cookie: str) -> list[float]:
    """Return the seconds of each request, asked by several clients at once."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        return [one for some in pool.map(lambda _: _asked(port, page, cookie), range(CLIENTS)) for one in some]


def _asked(port: int, page: str, cookie: str) -> list[float]:
    connection, times = http.client.HTTPConnection("127.0.0.1", port), []
    address = quote(page, safe="/?=&")
    for number in range(REQUESTS // CLIENTS + 1):
        started = time.perf_counter()
        connection.request("GET", address, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{page}: {answer.status}")
        if number:  # the first opens the connection
            times.append(time.perf_counter() - started)
    connection.close()
    return times


if __name__ == "__main__":
    show_office()
