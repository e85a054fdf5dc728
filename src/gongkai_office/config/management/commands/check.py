"""`gongkai-office check`: whether settings and program are whole, and with --deploy the installation, too."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import ERROR, run_checks
from django.core.management.base import BaseCommand

from gongkai_office.administration.health.checks import all_checks
from gongkai_office.administration.health.words import State
from gongkai_office.config import words_checks as words
from gongkai_office.config.troubles import want_migrated


class Command(BaseCommand):
    """Say what is wrong; exit code 1 where something must be mended."""

    help = words.HELP
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to look at the installation, too."""
        parser.add_argument("--deploy", action="store_true", help=words.DEPLOY)

    def handle(self, *_args: Any, deploy: bool, **_options: Any) -> None:
        """Check and say what was found."""
        found = list(_of_settings(deploy=deploy))
        if deploy:
            want_migrated()
            found += [*_of_installation(), *_of_backups()]
        for state, sentence in found:
            self.stdout.write(words.SAYS[state].format(sentence=sentence))
        bad = sum(state is State.BAD for state, _ in found)
        warnings = sum(state is State.WARNING for state, _ in found)
        self.stdout.write(words.FOUND.format(bad=bad, warnings=warnings) if bad or warnings else words.WHOLE)
        if bad:
            sys.exit(1)


def _of_settings(*, deploy: bool) -> Iterator[tuple[State, str]]:
    for one in run_checks(include_deployment_checks=deploy):
        if not one.is_silenced():
            says = words.OF_DJANGO.get(one.id or "", one.msg)
            yield State.BAD if one.is_serious(ERROR) else State.WARNING, f"{says} ({one.id})"


def _of_installation() -> Iterator[tuple[State, str]]:
    for one in all_checks():
        advice = words.ADVICE.format(advice=one.advice) if one.advice else ""
        yield one.state, words.TITLED.format(title=one.title, says=one.says) + advice


def _of_backups() -> Iterator[tuple[State, str]]:
    """See whether backups would be lost together with the data."""
    folder, data = Path(settings.GONGKAI_BACKUPS), Path(settings.DATA)
    if not folder.is_dir():
        yield State.BAD, words.NO_BACKUPS.format(folder=folder)
    elif folder.stat().st_dev == data.stat().st_dev:
        yield State.WARNING, words.BACKUPS_BESIDE.format(folder=folder)
