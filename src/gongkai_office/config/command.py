"""`gongkai-office`: run and look after the site."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run a command of the site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai_office.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
