"""`gongkai-office restore`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from gongkai_office.administration.health.migrations import migrations_apart
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.restoring import restore


class Command(BaseCommand):
    """Restore from a backup."""

    help = words.RESTORE_HELP
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup, and whether to replace what is there."""
        parser.add_argument("place", type=Path, metavar=words.FILE, help=words.FROM)
        parser.add_argument("--replace", action="store_true", help=words.REPLACE)

    def handle(self, *_args: Any, place: Path, replace: bool, **_options: Any) -> None:
        """Restore and say what was restored."""
        restored = restore(place, replace=replace)
        manifest = restored.manifest
        if restored.before:
            self.stdout.write(words.SAVED_BEFORE.format(place=restored.before))
        files = len(manifest.uploaded)
        rows = sum(manifest.counts.values())
        self.stdout.write(words.RESTORED.format(number=manifest.number, rows=rows, files=files))
        self.stdout.write(words.SESSIONS_ENDED.format(count=restored.sessions))
        missing, _ = migrations_apart()
        if missing:
            self.stdout.write(words.OLDER.format(count=len(missing)))
