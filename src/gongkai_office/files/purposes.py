"""What files are uploaded for, and which kinds of files each of that takes (文件用途)."""

from __future__ import annotations

from typing import NamedTuple

from gongkai_office.files import words
from gongkai_office.files.kinds import DOCUMENTS, TABLES


class Purpose(NamedTuple):
    """What a file is for: its key, Chinese title, and the kinds that it takes.

    A `private` one's files are about people: only who uploaded one sees it, and only on a page of its own is it
    uploaded.
    """

    key: str
    title: str
    kinds: tuple[str, ...]
    private: bool = False


PURPOSES: dict[str, Purpose] = {}


def add_purpose(key: str, title: str, kinds: tuple[str, ...] = DOCUMENTS, *, private: bool = False) -> None:
    """Let files be uploaded for something; a room's own purposes are room.purpose."""
    PURPOSES[key] = Purpose(key, title, kinds, private)


def offered() -> list[Purpose]:
    """Return what any file may be uploaded for."""
    return [one for one in PURPOSES.values() if not one.private]


def private() -> list[str]:
    """Return the keys of the private purposes."""
    return [one.key for one in PURPOSES.values() if one.private]


add_purpose("files.general", words.GENERAL)
add_purpose("files.tables", words.TABLES, TABLES)
add_purpose("files.bundle", words.BUNDLE, (*DOCUMENTS, "zip"))
