"""Where uploaded files are kept and how they are looked at, and how reminders go out: from the environment."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import environment as env
from gongkai_office.config import words

_DISK, _OBJECTS = "gongkai_office.files.storage.DurableStorage", "gongkai_office.files.object_store.ObjectStorage"
_OPTIONS = ("endpoint", "region", "addressing", "prefix")
_ADDRESSING = ("auto", "path", "virtual")


def storage_of_files(data: Path) -> dict[str, Any]:
    """Return Django's storage of files: a folder, or a bucket where GONGKAI_STORAGE names one."""
    said = env.text("STORAGE")
    if not said or not said.startswith("s3://"):
        folder = Path(said).expanduser().resolve() if said else data / "files"
        return {"BACKEND": _DISK, "OPTIONS": {"location": folder}}
    address = urlsplit(said)
    options = {name: values[-1] for name, values in parse_qs(address.query).items()}
    if not address.netloc or set(options) - set(_OPTIONS) or options.get("addressing", "auto") not in _ADDRESSING:
        raise ImproperlyConfigured(words.BAD_STORAGE.format(said=said))
    return {
        "BACKEND": _OBJECTS,
        "OPTIONS": {
            "bucket_name": address.netloc,
            "endpoint_url": options.get("endpoint"),
            "region_name": options.get("region", "us-east-1"),
            "addressing": options.get("addressing", "path" if "endpoint" in options else "auto"),
            "location": options.get("prefix", ""),
            "access_key": env.text("STORAGE_KEY") or None,
            "secret_key": env.text("STORAGE_SECRET") or None,
        },
    }


def limits_of_files() -> dict[str, int]:
    """Return the bounds of uploads and of the process that looks at them."""
    return {
        "BYTES": env.number("UPLOAD_MB") << 20,
        "HEAVY_BYTES": max(env.number("UPLOAD_SCAN_MB"), env.number("UPLOAD_MB")) << 20,
        "SECONDS": env.number("INSPECT_SECONDS"),
        "MEMORY": env.number("INSPECT_MEMORY"),
        "AT_ONCE": max(env.number("INSPECT_AT_ONCE"), 1),
        "WAIT": 20,
    }


def mail_settings() -> dict[str, Any]:
    """Return Django's settings of e-mail; without a server there is no mail."""
    security = env.one_of("EMAIL_SECURITY", "starttls", "ssl", "none")
    return {
        "EMAIL_HOST": env.text("EMAIL_HOST"),
        "EMAIL_PORT": env.number("EMAIL_PORT"),
        "EMAIL_HOST_USER": env.text("EMAIL_USER"),
        "EMAIL_HOST_PASSWORD": env.text("EMAIL_PASSWORD"),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "ssl",
        "EMAIL_TIMEOUT": 15,
        "DEFAULT_FROM_EMAIL": env.text("EMAIL_FROM") or env.text("EMAIL_USER"),
    }


def rules_of_notices() -> dict[str, Any]:
    """Return how reminders go out: by which channels, and when they do not."""
    found = {name: path for name, path, wanted in _CHANNELS if env.text(wanted)}
    if own := env.text("NOTICE_CHANNEL"):
        found["own"] = own
    if found.get("gateway") and not (_is_web(env.text("SMS_GATEWAY")) and env.text("SMS_GATEWAY_KEY")):
        raise ImproperlyConfigured(words.BAD_GATEWAY)
    begins, ends = _time("QUIET_FROM"), _time("QUIET_TO")
    if begins == ends:
        raise ImproperlyConfigured(words.NO_QUIET.format(said=begins))
    return {
        "CHANNELS": found,
        "DEFAULT": [name for name in env.several("NOTICE_DEFAULT") if name in found],
        "QUIET_FROM": begins,
        "QUIET_TO": ends,
        "WORKING_DAYS_ONLY": env.flag("NOTICE_WORKING_DAYS_ONLY"),
        "URGENT_AT_ANY_TIME": env.flag("NOTICE_URGENT_AT_ANY_TIME"),
        "SITE": env.text("SITE").rstrip("/"),
        "GATEWAY": env.text("SMS_GATEWAY"),
        "GATEWAY_KEY": env.text("SMS_GATEWAY_KEY").encode(),
        "FOLDER": env.text("NOTICE_FOLDER"),
        "PEOPLE_OF_ORGAN": "gongkai_office.administration.notices.people.people_of",
        "IS_WORKED": "gongkai_office.administration.notices.people.is_worked",
    }


_CHANNELS = (
    ("email", "gongkai_office.notices.channels.mail.Mail", "EMAIL_HOST"),
    ("gateway", "gongkai_office.notices.channels.gateway.Gateway", "SMS_GATEWAY"),
    ("folder", "gongkai_office.notices.channels.folder.Folder", "NOTICE_FOLDER"),
)


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)


def _time(name: str) -> time:
    try:
        return datetime.strptime(env.text(name), "%H:%M").time()  # noqa: DTZ007  # a time of any day
    except ValueError:
        raise ImproperlyConfigured(words.NOT_A_TIME.format(name=env.PREFIX + name, said=env.text(name))) from None
