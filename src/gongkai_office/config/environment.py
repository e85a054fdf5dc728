"""What the environment says, read once, with a Chinese sentence for each thing that cannot be.

Every setting has its row in variables.toml; a file of settings (KEY=value lines, as systemd reads them)
may say what the environment does not.
"""

from __future__ import annotations

import ipaddress
import os
import shlex
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import words
from gongkai_office.config.variables import VARIABLES

PREFIX = "GONGKAI_"
SYSTEM_FILE = Path("/etc/gongkai/office.env")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def text(name: str, default: str | None = None) -> str:
    """Return a setting's text: GONGKAI_<name>, or its default in the table of settings."""
    variable = VARIABLES.get(name)
    whole = variable.whole_name if variable else PREFIX + name
    fallback = default if default is not None else variable.default if variable else ""
    return os.environ.get(whole, "").strip() or fallback


def flag(name: str, *, default: bool | None = None) -> bool:
    """Return whether a setting is on: 1 or 0."""
    said = text(name, None if default is None else str(int(default)))
    if said not in ("0", "1"):
        raise ImproperlyConfigured(words.NOT_A_FLAG.format(name=PREFIX + name, said=said))
    return said == "1"


def number(name: str, default: int | None = None) -> int:
    """Return a setting's whole number."""
    said = text(name, None if default is None else str(default))
    if not (said.isascii() and said.isdecimal()):
        raise ImproperlyConfigured(words.NOT_A_NUMBER.format(name=PREFIX + name, said=said))
    return int(said)


def several(name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return a setting's parts, set apart by commas."""
    said = text(name, None if default is None else ",".join(default))
    return tuple(part.strip() for part in said.split(",") if part.strip())


def one_of(name: str, *known: str) -> str:
    """Return a setting that is one of a few words."""
    said = text(name)
    if said not in known:
        raise ImproperlyConfigured(
            words.NOT_ONE_OF.format(name=PREFIX + name, said=said, known=words.COMMA.join(known))
        )
    return said


def networks(name: str) -> tuple[Network, ...]:
    """Return a setting's addresses and networks."""
    try:
        return tuple(ipaddress.ip_network(part, strict=False) for part in several(name))
    except ValueError as error:
        raise ImproperlyConfigured(words.NOT_A_NETWORK.format(name=PREFIX + name, said=error)) from None


def folder(name: str, default: Path | None = None) -> Path:
    """Return a setting's folder, as a whole path."""
    return Path(text(name) or default or ".").expanduser().resolve()


def database(default: Path) -> dict[str, Any]:
    """Return what Django is to know of the database: DATABASE_URL, or a file of SQLite where it is unset."""
    said = text("DATABASE_URL")
    if not said:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}
    return database_at(said)


def database_at(said: str) -> dict[str, Any]:
    """Return what Django is to know of the database at an address."""
    try:
        found: dict[str, Any] = dict(dj_database_url.parse(said, conn_max_age=60, conn_health_checks=True))
    except (ValueError, KeyError) as error:
        # The driver's message may quote the address, and with it the password.
        raise ImproperlyConfigured(words.BAD_DATABASE_URL.format(why=type(error).__name__)) from None
    if found["ENGINE"].rpartition(".")[2] not in ("postgresql", "sqlite3"):
        raise ImproperlyConfigured(words.BAD_DATABASE_URL.format(why=said.partition(":")[0]))
    return found


def forget() -> None:
    """Remove all settings from the environment."""
    for name in [name for name in os.environ if name.startswith(PREFIX) or name == "DATABASE_URL"]:
        del os.environ[name]


def load_file(environ: MutableMapping[str, str] = os.environ) -> Path | None:
    """Let a file of settings say what the environment does not, and return that file; None where there is none.

    It is what GONGKAI_ENV_FILE names, or /etc/gongkai/office.env, or office.env in the folder of data. Raises
    ImproperlyConfigured where the named one cannot be read or a line is none of a setting.
    """
    named = environ.get("GONGKAI_ENV_FILE", "").strip()
    in_data = Path(environ.get("GONGKAI_DATA", "").strip() or VARIABLES["DATA"].default) / "office.env"
    places = [Path(named)] if named else [SYSTEM_FILE, in_data]
    for place in places:
        if named or place.is_file():
            for name, value in lines_of(place):
                environ.setdefault(name, value)
            return place
    return None


def lines_of(place: Path) -> list[tuple[str, str]]:
    """Return the settings that a file says, in its order."""
    try:
        whole = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(words.UNREADABLE_FILE.format(place=place, why=_why(error))) from None
    found = []
    for number_, line in enumerate(whole.splitlines(), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        name, sign, value = said.partition("=")
        if not (sign and name.strip().isidentifier()):
            raise ImproperlyConfigured(words.NOT_A_LINE.format(place=place, number=number_))
        found.append((name.strip(), _unquoted(value.strip())))
    return found


def _unquoted(value: str) -> str:
    if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
        return "".join(shlex.split(value))
    return value


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
