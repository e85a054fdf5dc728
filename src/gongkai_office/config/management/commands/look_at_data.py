"""`gongkai-office look_at_data`: what a database holds, as JSON, for restores and drills."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from gongkai_office.config.backups.comparing import look


class Command(BaseCommand):
    """Print what a database holds and whether its log holds."""

    requires_system_checks = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look and print."""
        self.stdout.write(json.dumps(look(), ensure_ascii=False))
