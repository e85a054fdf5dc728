"""Reminders into a folder (待转发文件夹), for an office whose network touches no other: somebody carries them over.

Each message is a file of JSON called by its key, so that one that is sent twice is there once.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from gongkai_office.notices import words
from gongkai_office.notices.channels import Message, Person
from gongkai_office.notices.errors import Temporary


class Folder:
    """A folder of files, one a message."""

    title = words.CHANNELS["folder"]

    def address(self, person: Person) -> str:
        return person.phone

    def send(self, message: Message) -> None:
        text = words.MESSAGE.format(outside=message.text, link=message.link)
        said = {"key": message.key, "phone": message.address, "text": text, "sent_at": timezone.now().isoformat()}
        folder = Path(settings.NOTICES["FOLDER"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
            new = folder / f".{message.key}.new"
            with new.open("w", encoding="utf-8") as written:
                json.dump(said, written, ensure_ascii=False)
                written.flush()
                os.fsync(written.fileno())
            new.replace(folder / f"{message.key}.json")
        except OSError as error:
            raise Temporary(words.NOT_WRITTEN.format(why=error.strerror)) from error
