"""The first start, and the first start after an upgrade: keys, database, static files."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from django.core.management import call_command

from gongkai_office.config import environment, words
from gongkai_office.config.arguments import Arguments
from gongkai_office.config.errors import Trouble
from gongkai_office.config.troubles import place_of_database, want_writable

LEVELS = ("nation", "province", "city", "county", "township")  # organs.words.Level, which needs settings to load
KEYS = ("GONGKAI_SECRET_KEY", "GONGKAI_LOG_KEY")


def new_key() -> str:
    """Return a random key of 64 characters that need no quotes."""
    return secrets.token_urlsafe(48)


def setup(arguments: list[str]) -> int:
    """Make what is missing, bring the rest up to date, and say what to do next."""
    parser = Arguments("setup", words.SETUP_HELP)
    parser.add_argument("--data", type=Path, metavar=words.FOLDER, help=words.SETUP_DATA)
    parser.add_argument("--organ", metavar=words.NAME, help=words.SETUP_ORGAN)
    parser.add_argument("--level", choices=LEVELS, default="city", help=words.SETUP_LEVEL)
    given = parser.parse_args(arguments)
    if given.data:
        os.environ["GONGKAI_DATA"] = str(given.data.expanduser().resolve())
    file = None if _names_a_new_file() else environment.load_file()
    data = environment.folder("DATA")
    want_writable(data)
    written = ensure_keys(data)
    if written:
        _want_nobody_elses_data(written)
        print(words.KEYS_WRITTEN.format(place=written))  # noqa: T201  # a command speaks
    bring_up_to_date()
    if given.organ:
        _found_office(given.organ, given.level)
    print(words.NEXT.format(steps=_next_steps(_command(written or file))))  # noqa: T201  # as above
    return 0


def _names_a_new_file() -> bool:
    """Tell whether the file of settings that is named is the one to be written."""
    named = os.environ.get("GONGKAI_ENV_FILE", "").strip()
    return bool(named) and not Path(named).exists() and not any(os.environ.get(name, "").strip() for name in KEYS)


def _want_nobody_elses_data(written: Path) -> None:
    """Take fresh keys back where the database was in use with others."""
    import django

    from gongkai_office.config.backups.databases import is_empty

    django.setup()
    if not is_empty():
        written.unlink()
        raise Trouble(words.KEYS_LOST.format(data=place_of_database(), place=written))


def _next_steps(command: str) -> str:
    from gongkai_office.organs.models import Organ

    steps = [words.NEXT_SERVE.format(command=command)]
    steps += [words.NEXT_OPEN.format(host=environment.text("HOST"), port=environment.text("PORT"))]
    if not Organ.objects.exists():
        steps = [words.NEXT_ORGAN.format(command=command), *steps]
    return "\n".join(words.STEP.format(number=number, says=says) for number, says in enumerate(steps, 1))


def _found_office(name: str, level: str) -> None:
    """Make the organ at the top and its three administrators, who make the rest; raises Trouble where it stands."""
    from django.db import transaction

    from gongkai_office.accounts.actions.first import create_administrators
    from gongkai_office.organs.actions import add_organ
    from gongkai_office.organs.models import Organ
    from gongkai_office.organs.words import Kind

    with transaction.atomic():
        if Organ.objects.exists():
            raise Trouble(words.HAS_ORGANS)
        organ = add_organ(under=None, by=None, name=name, kind=Kind.GOVERNMENT, level=level)
        made = create_administrators(organ=organ)
    print(words.ORGAN_MADE.format(organ=organ), words.ADMINISTRATORS_MADE, sep="\n")  # noqa: T201  # as above
    for added in made:
        print(f"  {added.user.username}\t{added.user.name}\t{added.password}")  # noqa: T201  # as above


def _command(file: Path | None) -> str:
    """Return how to call us so that the file of settings is found from anywhere."""
    if file is None or file == environment.SYSTEM_FILE:
        return sys.argv[0]
    return f"GONGKAI_ENV_FILE={file.resolve()} {sys.argv[0]}"


def pretend_installation() -> None:
    """Forget what is set, and set what the program needs to be loaded where nothing is to be read or written."""
    environment.forget()
    said = {"GONGKAI_ENV_FILE": os.devnull, "DATABASE_URL": "sqlite://:memory:"}
    os.environ.update({**said, **{name: new_key() for name in KEYS}})


def ensure_keys(data: Path) -> Path | None:
    """Write a file with fresh keys where the environment has none; return it, None where there is nothing to do.

    Raises Trouble where one is there and the other is not, or where there are data whose keys are lost.
    """
    there = [name for name in KEYS if os.environ.get(name, "").strip()]
    if len(there) == len(KEYS):
        return None
    if there:
        (missing,) = set(KEYS) - set(there)
        raise Trouble(words.HALF_THE_KEYS.format(there=there[0], missing=missing))
    place = Path(os.environ.get("GONGKAI_ENV_FILE", "").strip() or data / "office.env")
    if (data / "gongkai.sqlite3").exists() or place.exists():
        raise Trouble(words.KEYS_LOST.format(data=data, place=place))
    said = {"GONGKAI_DATA": str(data), **{name: new_key() for name in KEYS}}
    _write_privately(place, "".join(f"{name}={value}\n" for name, value in said.items()))
    os.environ.update(said)
    return place


def _write_privately(place: Path, content: str) -> None:
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)


def migrate() -> None:
    """Make or upgrade the database, and say where it is."""
    import django

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    print(words.DATABASE_READY.format(database=place_of_database()))  # noqa: T201  # as above


def bring_up_to_date(*, quietly: bool = False) -> None:
    """Migrate the database, make the folder of backups and collect the static files."""
    import django
    from django.conf import settings

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    if settings.GONGKAI_BACKUPS == settings.DATA / "backups":  # one elsewhere is made by whoever mounts it
        settings.GONGKAI_BACKUPS.mkdir(exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=False)
    if not quietly:
        print(words.DATABASE_READY.format(database=place_of_database()))  # noqa: T201  # as above
        print(words.STATIC_READY.format(place=settings.STATIC_ROOT))  # noqa: T201  # as above
