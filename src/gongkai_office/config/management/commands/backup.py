"""`gongkai-office backup`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat

from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.making import back_up


class Command(BaseCommand):
    """Make a backup."""

    help = words.BACKUP_HELP
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to put it."""
        parser.add_argument("--to", type=Path, metavar=words.FOLDER, help=words.TO)

    def handle(self, *_args: Any, to: Path | None, **_options: Any) -> None:
        """Make it and say what was made."""
        made = back_up(folder=to)
        files = len(made.manifest.uploaded)
        size = filesizeformat(made.place.stat().st_size)
        said = words.MADE.format(place=made.place, size=size, number=made.manifest.number, files=files)
        self.stdout.write(said)
        if made.manifest.files == "bucket":
            self.stdout.write(words.IN_BUCKET)
        if lacking := made.manifest.lacking:
            names = words.COMMA.join(lacking[:3])
            self.stderr.write(words.LACKING.format(count=len(lacking), names=names))
        if made.removed:
            self.stdout.write(words.REMOVED.format(names=words.COMMA.join(file.name for file in made.removed)))
