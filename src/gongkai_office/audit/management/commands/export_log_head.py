"""`gongkai-office export_log_head`: append the log's head to the file outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from gongkai_office.audit import words
from gongkai_office.audit.actions import export_head
from gongkai_office.audit.errors import LogError


class Command(BaseCommand):
    """Export the head now, besides the daily job."""

    help = words.HELP_EXPORT_HEAD

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--heads", type=Path, metavar=words.FILE, help=words.HELP_HEADS)

    def handle(self, *_args: Any, heads: Path | None, **_options: Any) -> None:
        path = heads or settings.GONGKAI_HEADS
        try:
            line = export_head(path, by=None)
        except LogError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(words.EXPORTED.format(number=line.number, digest=line.digest, path=path))
