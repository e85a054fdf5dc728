"""`gongkai-office`: run and look after the site."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from gongkai import __version__
from gongkai_office.config import environment, words
from gongkai_office.config.arguments import Arguments, speak_chinese
from gongkai_office.config.troubles import sentence_of, want_whole

SETTINGS = "gongkai_office.config.settings"
TOLD = {"migrate", "check", "backup", "restore", "drill", "demo", "work",
        "move_database"}  # fmt: skip  # those that HELP names
OF_DJANGO = {"--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color",
             "--force-color"}  # fmt: skip  # options of its commands that say nothing to an office


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
    if name == "--version":
        print(f"gongkai-office {__version__}")  # noqa: T201  # as above
        return 0
    if name == "help":
        name, rest = rest[0], ["--help"]
    speak_chinese()
    if _needs_no_installation(name, rest):
        from gongkai_office.config.setting_up import pretend_installation

        pretend_installation()
    if name in OWN:
        return OWN[name](rest)
    environment.load_file()
    return _of_django(name, rest)


def _needs_no_installation(name: str, rest: list[str]) -> bool:
    """Tell whether something is only to be explained, or an exported log to be verified by whoever received it."""
    exported = name == "verify_log" and any(said.partition("=")[0] == "--export" for said in rest)
    return exported or "--help" in rest or "-h" in rest


def help_page() -> str:
    """Return what the command can do, ours first."""
    from django.core.management import find_commands

    rooms = ("accounts", "administration", "audit", "files", "jobs", "notices", "organs")
    house = Path(__file__).resolve().parents[1]
    named = {name for room in rooms for name in find_commands(str(house / room / "management"))} - TOLD
    more = words.MORE.format(names=words.COMMA.join(sorted(named))) if named else ""
    return words.HELP.format(more=more)


def key(arguments: list[str]) -> int:
    """Print a random key."""
    from gongkai_office.config.setting_up import new_key

    Arguments("key", words.KEY_HELP).parse_args(arguments)
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


def migrate(arguments: list[str]) -> int:
    """Make or upgrade the database; what more is asked of Django's own command goes to that."""
    environment.load_file()
    if arguments and arguments[0] not in ("-h", "--help"):
        return _of_django("migrate", arguments)
    from gongkai_office.config.setting_up import migrate as bring_database_up_to_date

    Arguments("migrate", words.MIGRATE_HELP).parse_args(arguments)
    bring_database_up_to_date()
    return 0


def demo(arguments: list[str]) -> int:
    """Build a fictional city and serve it."""
    from gongkai_office.config.demo.running import demo as demonstrate

    return demonstrate(arguments)


def _of_django(name: str, rest: list[str]) -> int:
    import django
    from django.conf import settings
    from django.core.management import CommandError, get_commands, load_command_class

    _ = settings.INSTALLED_APPS  # what is wrong with the settings comes out here; later Django would hide it
    django.setup()
    room = get_commands().get(name)
    if room is None:
        print(words.UNKNOWN_COMMAND.format(name=name), file=sys.stderr)  # noqa: T201  # as above
        return 2
    command = load_command_class(room, name)
    command.suppressed_base_arguments = OF_DJANGO
    if command.requires_system_checks:
        want_whole()
        command.requires_system_checks = []
    try:
        command.run_from_argv(["gongkai-office", name, "--traceback", *rest])  # which lets errors reach us
    except CommandError as error:
        print(words.PROBLEM.format(sentence=error), file=sys.stderr)  # noqa: T201  # as above
        return error.returncode
    return 0


OWN: dict[str, Callable[[list[str]], int]] = {
    "key": key, "setup": setup, "serve": serve, "migrate": migrate, "demo": demo,
}  # fmt: skip


if __name__ == "__main__":
    main()
