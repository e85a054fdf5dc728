"""`gongkai-office demo`: build the fictional city in a folder of its own, and serve it on this machine only."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

from gongkai_office.config import environment
from gongkai_office.config import words_demo as words
from gongkai_office.config.arguments import Arguments
from gongkai_office.config.errors import Trouble
from gongkai_office.config.serving import LOCK, held, itself, serve, want_free
from gongkai_office.config.setting_up import bring_up_to_date, ensure_keys
from gongkai_office.config.troubles import want_writable

DEFAULT = Path("build/demo")
MARK = "demo.txt"  # what tells a folder of ours from one that must not be removed
HOST = "127.0.0.1"


def demo(arguments: list[str]) -> int:
    """Build the city where it is not to be kept, say who can sign in, and serve; return the exit code."""
    given = _parser().parse_args(arguments)
    want_free(HOST, given.port, instead=words.OTHER_PORT)
    data = given.data.expanduser().resolve()
    kept = given.keep and _is_built(data)
    _mark(data)
    with _held(data, exclusive=not kept):
        if not kept:
            _clear(data)
        _settings(data)
        bring_up_to_date(quietly=True)
        if not kept:
            print(words.BUILDING, flush=True)  # noqa: T201  # a command speaks
            _build(data)
    if given.check:
        return _check(given.port)
    told = words.ACCOUNTS.format(port=given.port, rows=(data / MARK).read_text(encoding="utf-8"))
    print(told, flush=True)  # noqa: T201  # as above
    return serve([f"--port={given.port}", f"--host={HOST}"])


def _parser() -> Arguments:
    parser = Arguments("demo", words.HELP)
    where = words.DATA.format(default=DEFAULT)
    parser.add_argument("--data", type=Path, default=DEFAULT, metavar=words.FOLDER, help=where)
    parser.add_argument("--keep", action="store_true", help=words.KEEP)
    parser.add_argument("--check", action="store_true", help=words.CHECK)
    parser.add_argument("--port", type=int, metavar=words.NUMBER, default=8000, help=words.PORT)
    return parser


def _is_built(data: Path) -> bool:
    """Tell whether a demonstration was built to its end: only then its mark says who can sign in."""
    return (data / MARK).is_file() and (data / MARK).stat().st_size > 0


def _mark(data: Path) -> None:
    """Mark an empty folder as ours before anything else is in it; raises Trouble where others' data are."""
    want_writable(data)
    if any(data.iterdir()) and not (data / MARK).is_file():
        raise Trouble(words.NOT_A_DEMO.format(data=data))
    (data / MARK).touch()


@contextlib.contextmanager
def _held(data: Path, *, exclusive: bool) -> Iterator[None]:
    """Hold the folder as a restore does, so that nothing is removed below a demonstration that runs."""
    try:
        lock = held(data, exclusive=exclusive)
    except Trouble:
        raise Trouble(words.RUNNING.format(data=data)) from None
    with lock:
        yield


def _clear(data: Path) -> None:
    """Remove what is in our folder but for its mark, which is emptied, and the lock, which is held."""
    (data / MARK).write_text("", encoding="utf-8")
    for place in data.iterdir():
        if place.name in (MARK, LOCK):
            continue
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()


def _settings(data: Path) -> None:
    """Let nothing of this machine's own installation into the demonstration."""
    environment.forget()
    file = data / "office.env"
    os.environ |= {"GONGKAI_DATA": str(data), "GONGKAI_ENV_FILE": str(file), "GONGKAI_DEMO": "1",
                   "GONGKAI_LOG_FORMAT": "text", "GONGKAI_LOG_LEVEL": "ERROR"}  # fmt: skip
    if file.exists():
        environment.load_file()
    else:
        ensure_keys(data)


def _build(data: Path) -> None:
    from django.db import transaction

    from gongkai_office.config.demo.city import PASSWORD, build

    with transaction.atomic():
        accounts = build()
    rows = "\n".join(
        words.ROW.format(username=one.username.ljust(14), name=_wide(one.name, 12), tells=one.tells)
        for one in accounts
    )
    (data / MARK).write_text(words.PASSWORDS.format(password=PASSWORD) + rows, encoding="utf-8")


def _wide(text: str, columns: int) -> str:
    taken = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
    return text + " " * max(0, columns - taken)


def _check(port: int) -> int:
    """Start the site, sign in over HTTP as the first person, and end it."""
    from gongkai_office.accounts.models import User

    name = User.objects.get(username="wen").name
    server = subprocess.Popen(itself("serve", f"--port={port}", f"--host={HOST}"))
    try:
        status, page = _signed_in(f"http://{HOST}:{port}", server)
    finally:
        server.terminate()
        server.wait(60)
    if status != 200 or name not in page:
        raise Trouble(words.NOT_UP.format(why=words.NOT_SIGNED_IN.format(status=status)))
    print(words.UP.format(name=name))  # noqa: T201  # a command speaks
    return 0


def _signed_in(address: str, server: subprocess.Popen[bytes]) -> tuple[int, str]:
    from gongkai_office.config.demo.city import PASSWORD

    cookies = CookieJar()
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(cookies), urllib.request.ProxyHandler({})
    )
    _wait(browser, address + "/healthz", server)
    browser.open(address + "/account/sign-in/").close()
    token = next(cookie.value or "" for cookie in cookies if cookie.name == "csrftoken")
    form = {"username": "wen", "password": PASSWORD, "csrfmiddlewaretoken": token, "next": "/"}
    request = urllib.request.Request(address + "/account/sign-in/", urllib.parse.urlencode(form).encode())
    try:
        with browser.open(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def _wait(browser: urllib.request.OpenerDirector, address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            browser.open(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise Trouble(words.NOT_UP.format(why=words.NO_ANSWER))
