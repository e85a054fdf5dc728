"""What keeps the site from running, in a Chinese sentence for whoever runs it."""

from __future__ import annotations

import getpass
import os
import sqlite3
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from gongkai_office.config import words
from gongkai_office.config.errors import Trouble


def sentence_of(error: BaseException) -> str | None:
    """Return the sentence for an error that is not the program's fault, None for any other."""
    if isinstance(error, Trouble | ImproperlyConfigured):
        return str(error)
    if isinstance(error, DatabaseError | sqlite3.Error) or type(error).__module__.startswith("psycopg"):
        return database_sentence(error)
    if isinstance(error, PermissionError | FileNotFoundError | NotADirectoryError) and error.filename:
        return words.NOT_WRITABLE.format(place=error.filename, why=error.strerror, user=user())
    return None


def database_sentence(error: BaseException) -> str:
    """Return what is wrong with the database, by what its driver said."""
    detail = " ".join(str(error).split())
    for said, sentence in words.DATABASE_TROUBLES:
        if said in detail:
            return sentence.format(where=place_of_database(), detail=detail)
    return words.DATABASE_TROUBLE.format(where=place_of_database(), detail=detail)


def place_of_database(of: BaseDatabaseWrapper | None = None) -> str:
    """Return where a database is, the site's where none is given, without its password."""
    said = (of or connection).settings_dict
    if (of or connection).vendor == "sqlite":
        return words.SQLITE.format(place=said["NAME"])
    return words.POSTGRESQL.format(host=said["HOST"] or "localhost", port=said["PORT"] or 5432, name=said["NAME"])


def user() -> str:
    """Return who runs the program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def want_writable(place: Path) -> None:
    """Make a folder where there is none, and raise Trouble where it cannot be written to."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        why = error.strerror or str(error)
        raise Trouble(words.NOT_WRITABLE.format(place=place, why=why, user=user())) from None


def want_whole() -> None:
    """Raise Trouble where a check of settings or program finds an error."""
    from django.core.checks import run_checks

    found = [str(one.msg) for one in run_checks() if one.is_serious() and not one.is_silenced()]
    if found:
        raise Trouble("\n".join(found))


def want_migrated() -> None:
    """Raise Trouble where the database is older or newer than the program."""
    from gongkai_office.administration.health.migrations import migrations_apart

    missing, unknown = migrations_apart()
    if unknown:
        raise Trouble(words.NEWER_DATABASE.format(names=words.COMMA.join(unknown)))
    if missing:
        raise Trouble(words.UNMIGRATED.format(count=len(missing)))
