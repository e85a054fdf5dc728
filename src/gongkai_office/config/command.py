"""`gongkai-office`: run and look after the site."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from gongkai_office.config import environment, words
from gongkai_office.config.troubles import sentence_of

SETTINGS = "gongkai_office.config.settings"
TOLD = {"migrate", "check", "backup", "restore", "drill", "demo", "work"}  # those that HELP names


def main() -> None:
    """Run a command of the site; what is wrong outside the program is told in a sentence, without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.umask(0o077)  # what we write is for nobody else: it holds keys and personal data
    try:
        code = run(sys.argv[1:])
    except Exception as error:
        sentence = sentence_of(error)
        if sentence is None or os.environ.get("GONGKAI_DEBUG") == "1":
            raise
        print(words.PROBLEM.format(sentence=sentence), file=sys.stderr)  # noqa: T201  # a command speaks
        code = 1
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name and return the exit code."""
    name, *rest = arguments or ["--help"]
    if name in ("-h", "--help") or (name == "help" and not rest):
        print(help_page())  # noqa: T201  # as above
        return 0
    if name in OWN:
        return OWN[name](rest)
    environment.load_file()
    return _of_django(arguments)


def help_page() -> str:
    """Return what the command can do, ours first."""
    from django.core.management import find_commands

    rooms = ("accounts", "administration", "audit", "files", "jobs", "notices", "organs")
    house = Path(__file__).resolve().parents[1]
    named = {name for room in rooms for name in find_commands(str(house / room / "management"))} - TOLD
    more = words.MORE.format(names=words.COMMA.join(sorted(named))) if named else ""
    return words.HELP.format(more=more)


def key(_: list[str]) -> int:
    """Print a random key."""
    from gongkai_office.config.setting_up import new_key

    print(new_key())  # noqa: T201  # as above
    return 0


def setup(arguments: list[str]) -> int:
    """Make what a first start needs, or bring an older installation up to date."""
    from gongkai_office.config.setting_up import setup as set_up

    return set_up(arguments)


def serve(arguments: list[str]) -> int:
    """Run the site and its background work until told to stop."""
    from gongkai_office.config.serving import serve as serve_until_stopped

    return serve_until_stopped(arguments)


def demo(arguments: list[str]) -> int:
    """Build a fictional city and serve it."""
    from gongkai_office.config.demo.running import demo as demonstrate

    return demonstrate(arguments)


def _of_django(arguments: list[str]) -> int:
    import django
    from django.conf import settings
    from django.core.management import ManagementUtility, get_commands

    _ = settings.INSTALLED_APPS  # what is wrong with the settings comes out here; later Django would hide it
    django.setup()
    name = arguments[0]
    if name != "help" and name not in get_commands():
        print(words.UNKNOWN_COMMAND.format(name=name), file=sys.stderr)  # noqa: T201  # as above
        return 2
    ManagementUtility(["gongkai-office", *arguments]).execute()
    return 0


OWN: dict[str, Callable[[list[str]], int]] = {"key": key, "setup": setup, "serve": serve, "demo": demo}


if __name__ == "__main__":
    main()
