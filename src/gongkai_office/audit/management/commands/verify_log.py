"""`gongkai-office verify_log`: hold the log against itself; exit code 1 where it breaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from gongkai_office.audit import words
from gongkai_office.audit.actions import verify_log
from gongkai_office.audit.errors import LogError
from gongkai_office.audit.exported import FileVerdict, verify_file
from gongkai_office.audit.verify import Verdict, silent

BREAKS, CANNOT = 1, 2  # exit codes


class Command(BaseCommand):
    """Verify the database's log, or an exported file alone."""

    help = words.HELP_VERIFY
    requires_system_checks: list[str] = []  # an exported file is verified where there is no database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--export", type=Path, metavar=words.FILE, help=words.HELP_EXPORT)
        parser.add_argument("--heads", type=Path, metavar=words.FILE, help=words.HELP_HEADS)

    def handle(self, *_args: Any, export: Path | None, heads: Path | None, **_options: Any) -> None:
        verdict = self._verdict(export, heads)
        for sentence in verdict.sentences:
            self.stdout.write(sentence)
        if not verdict.holds:
            sys.exit(BREAKS)

    def _verdict(self, export: Path | None, heads: Path | None) -> Verdict | FileVerdict:
        try:
            if export is not None:
                return verify_file(export, heads)
            progress = self._tell if sys.stderr.isatty() else silent
            return verify_log(heads or settings.GONGKAI_HEADS, by=None, progress=progress)
        except LogError as error:
            raise CommandError(str(error), returncode=CANNOT) from error
        except DatabaseError as error:
            raise CommandError(words.NO_DATABASE.format(why=error), returncode=CANNOT) from error

    def _tell(self, done: int, total: int) -> None:
        said = words.VERIFYING.format(done=done, total=total)
        self.stderr.write(f"\r{said}", ending="\n" if done >= total else "")
