"""`gongkai-office move_database`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from gongkai_office.config import words_backups as words
from gongkai_office.config.backups.moving import move
from gongkai_office.config.troubles import place_of_database


class Command(BaseCommand):
    """Move from SQLite to PostgreSQL."""

    help = words.MOVE_HELP
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to."""
        parser.add_argument("--to", required=True, metavar=words.ADDRESS, help=words.MOVE_TO)

    def handle(self, *_args: Any, to: str, **_options: Any) -> None:
        """Move and say what to do next."""
        moved = move(to)
        self.stdout.write(words.MOVED.format(**moved._asdict(), old=place_of_database()))
