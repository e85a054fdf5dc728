"""`gongkai-office drill`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.restoring import drill


class Command(BaseCommand):
    """Try whether the newest backup can be restored."""

    help = words.DRILL_HELP
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup to try."""
        parser.add_argument("place", type=Path, nargs="?", metavar=words.FILE, help=words.FROM_NEWEST)

    def handle(self, *_args: Any, place: Path | None, **_options: Any) -> None:
        """Try and report; the exit code is 1 where it did not pass."""
        tried = drill(place)
        if tried.reasons:
            self.stderr.write(words.FAILED.format(place=tried.place, reasons="\n".join(tried.reasons)))
            sys.exit(1)
        files = len(tried.manifest.uploaded)
        said = words.PASSED.format(
            place=tried.place,
            number=tried.manifest.number,
            rows=sum(tried.manifest.counts.values()),
            files=files,
            seconds=tried.seconds,
        )
        self.stdout.write(said)
