"""Give an account back to its owner when nobody can do so on a page."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gongkai_office.accounts import people_words as words
from gongkai_office.accounts.models import User
from gongkai_office.accounts.recovery_actions import recover_account


class Command(BaseCommand):
    """Give out a one-time password and remove second factor and lock; the log and all administrators are told."""

    help = words.RECOVER_ACCOUNT

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar=words.ACCOUNT, help=words.RECOVER_ACCOUNT_USERNAME)

    def handle(self, *_: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(words.NO_ACCOUNT.format(username=options["username"]))
        password = recover_account(user)
        self.stdout.write(words.RECOVERED.format(name=user.name, username=user.username, password=password))
