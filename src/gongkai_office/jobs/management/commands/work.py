"""`gongkai-office work`: run a worker."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from gongkai_office.jobs import words
from gongkai_office.jobs.limits import limits
from gongkai_office.jobs.worker import Worker


class Command(BaseCommand):
    """Run the jobs that are queued, until told to stop (SIGTERM or SIGINT)."""

    help = words.WORK_HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many jobs run at once, and whether to leave when nothing is left to do."""
        how_many = parser.add_argument("--at-once", type=int, default=limits().at_once, help=words.AT_ONCE_HELP)
        how_many.metavar = words.AT_ONCE_NUMBER
        parser.add_argument("--until-idle", action="store_true", help=words.UNTIL_IDLE_HELP)

    def handle(self, *_args: Any, at_once: int, until_idle: bool, **_options: Any) -> None:
        """Run a worker."""
        worker = Worker(at_once=max(1, at_once))

        def stop(_number: int, _frame: FrameType | None) -> None:
            worker.stop()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        self.stdout.write(words.WORKER_STARTED.format(name=worker.name))
        worker.run(until_idle=until_idle)
        self.stdout.write(words.WORKER_STOPPED.format(name=worker.name))
