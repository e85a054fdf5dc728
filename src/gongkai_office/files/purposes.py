"""What files are uploaded for, and which kinds of files each of that takes (文件用途)."""

from __future__ import annotations

from typing import NamedTuple

from gongkai_office.files import words
from gongkai_office.files.kinds import DOCUMENTS, TABLES


class Purpose(NamedTuple):
    """What a file is for: its key, Chinese title, and the kinds that it takes."""

    key: str
    title: str
    kinds: tuple[str, ...]


PURPOSES: dict[str, Purpose] = {}


def add_purpose(key: str, title: str, kinds: tuple[str, ...] = DOCUMENTS) -> None:
    """Let files be uploaded for something; a room's own purposes are room.purpose."""
    PURPOSES[key] = Purpose(key, title, kinds)


add_purpose("files.general", words.GENERAL)
add_purpose("files.tables", words.TABLES, TABLES)
add_purpose("files.bundle", words.BUNDLE, (*DOCUMENTS, "zip"))
