"""Where uploaded files are kept and how they are looked at, and how reminders go out: from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import environment as env
from gongkai_office.config import words

_DISK, _OBJECTS = "gongkai_office.files.storage.DurableStorage", "storages.backends.s3.S3Storage"
_OPTIONS = ("endpoint", "region", "addressing", "prefix")
_ADDRESSING = ("auto", "path", "virtual")


def storage_of_files(data: Path) -> dict[str, Any]:
    """Return Django's storage of files: a folder, or a bucket where GONGKAI_STORAGE is s3://bucket?endpoint=…"""
    said = env.text("STORAGE")
    if not said or not said.startswith("s3://"):
        folder = Path(said).expanduser().resolve() if said else data / "files"
        return {"BACKEND": _DISK, "OPTIONS": {"location": folder, "file_permissions_mode": 0o600}}
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
            "addressing_style": options.get("addressing", "path" if "endpoint" in options else "auto"),
            "location": options.get("prefix", ""),
            "access_key": env.text("STORAGE_KEY") or None,
            "secret_key": env.text("STORAGE_SECRET") or None,
            # Names are hashes: writing one again writes the same.
            "file_overwrite": True,
            "default_acl": None,
            "querystring_auth": True,
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
