"""Make the first three administrators, and print their one-time passwords once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.actions.first import create_administrators
from gongkai_office.accounts.errors import AccountError
from gongkai_office.organs.models import Organ


class Command(BaseCommand):
    """Make the first three administrators; refuse where there is one who can grant roles."""

    help = words.CREATE_ADMINISTRATORS

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organ", type=int, metavar=words.NUMBER, help=words.CREATE_ADMINISTRATORS_ORGAN)

    def handle(self, *_: Any, **options: Any) -> None:
        roots = Organ.objects.filter(depth=1)
        organ = roots.filter(pk=options["organ"]).first() if options["organ"] else roots.first()
        if organ is None:
            raise CommandError(words.NO_ROOT_ORGAN)
        try:
            made = create_administrators(organ=organ)
        except AccountError as error:
            raise CommandError(error.sentence) from error
        self.stdout.write(words.ADMINISTRATORS_MADE.format(organ=organ))
        for added in made:
            self.stdout.write(f"{added.user.name}\t{added.user.username}\t{added.password}")
