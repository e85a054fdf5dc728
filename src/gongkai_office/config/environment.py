"""What the environment says, read once, with a Chinese sentence for each thing that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import words

PREFIX = "GONGKAI_"


def text(name: str, default: str = "") -> str:
    """Return a setting's text: GONGKAI_<name>."""
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    """Return whether a setting is on: 1 or 0."""
    said = text(name)
    if said not in ("", "0", "1"):
        raise ImproperlyConfigured(words.NOT_A_FLAG.format(name=PREFIX + name, said=said))
    return said == "1" if said else default


def number(name: str, default: int) -> int:
    """Return a setting's whole number."""
    said = text(name)
    if said and not said.isdecimal():
        raise ImproperlyConfigured(words.NOT_A_NUMBER.format(name=PREFIX + name, said=said))
    return int(said) if said else default


def several(name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return a setting's parts, set apart by commas."""
    return tuple(part.strip() for part in text(name).split(",") if part.strip()) or default


def folder(name: str, default: Path) -> Path:
    """Return a setting's folder, as a whole path."""
    return Path(text(name) or default).expanduser().resolve()
