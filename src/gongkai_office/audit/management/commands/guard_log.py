"""`gongkai-office guard_log`: make the triggers again that keep the log from being changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from gongkai_office.audit import words
from gongkai_office.audit.actions import restore_guards
from gongkai_office.audit.models import Head


class Command(BaseCommand):
    """Restore the database's guard over the log."""

    help = words.HELP_GUARD

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            made = restore_guards(by=None)
        except (DatabaseError, Head.DoesNotExist) as error:
            raise CommandError(words.NO_RIGHTS.format(why=error)) from error
        said = words.GUARDS_MADE.format(names=", ".join(made)) if made else words.GUARDS_STAND
        self.stdout.write(said)
