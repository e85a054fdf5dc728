"""Restore an installation from a backup, and try whether that would work."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import dj_database_url
from django.conf import settings
from django.db import connection

from gongkai_office.audit.record import Actor
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups import archive, databases
from gongkai_office.config.backups.archive import DATABASE, FILES, Manifest
from gongkai_office.config.backups.comparing import differences, look, look_elsewhere
from gongkai_office.config.backups.making import back_up, backups_in, files_folder, on_disk, record_backup
from gongkai_office.config.errors import Trouble
from gongkai_office.config.serving import held


class Tried(NamedTuple):
    """How a drill went: of which backup, what differed, and how long it took."""

    place: Path
    manifest: Manifest
    reasons: list[str]
    seconds: float


class Restored(NamedTuple):
    """What was restored: a backup's manifest, the backup of what was there before, how many sessions were ended."""

    manifest: Manifest
    before: Path | None
    sessions: int


def restore(place: Path, *, replace: bool, by: Actor | None = None) -> Restored:
    """Make the installation what a backup says, but for its sessions: people may have been shut out since.

    Raises Trouble where the backup is no good, where the site runs, where there are data and not `replace`, and
    where what was restored is not what the manifest says.
    """
    data = Path(settings.DATA)
    with held(data, exclusive=True), tempfile.TemporaryDirectory(dir=data, prefix=".restoring-") as workshop:
        manifest = _unpacked(place, Path(workshop))
        before = _make_room(replace=replace)
        databases.load(Path(workshop) / DATABASE)
        if on_disk() and manifest.files == "inside":
            _put_files(Path(workshop) / FILES, files_folder())
    if reasons := differences(look(), manifest, files_folder() if on_disk() else None):
        raise Trouble(words.RESTORED_BADLY.format(reasons="\n".join(reasons)))
    sessions = databases.end_sessions()
    record_backup("data.restore", place, manifest, by=by, sessions=sessions)
    return Restored(manifest, before, sessions)


def _unpacked(place: Path, folder: Path) -> Manifest:
    manifest = archive.unpack(place, folder)
    if manifest.vendor != connection.vendor:
        raise Trouble(words.OTHER_VENDOR.format(theirs=manifest.vendor, ours=connection.vendor))
    return manifest


def _make_room(*, replace: bool) -> Path | None:
    if databases.is_empty():
        return None
    if not replace:
        raise Trouble(words.NOT_EMPTY)
    return back_up().place


def _put_files(source: Path, target: Path) -> None:
    """Put the files of a backup in the place of those that are there, which go only when all are in place."""
    source.mkdir(exist_ok=True)
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    shutil.move(source, target)
    shutil.rmtree(old, ignore_errors=True)


def drill(place: Path | None = None, *, by: Actor | None = None) -> Tried:
    """Restore a backup, the newest where none is named, beside the site; compare, and record how it went."""
    started = time.monotonic()
    chosen = place or _newest()
    with tempfile.TemporaryDirectory(prefix="gongkai-drill-") as workshop:
        folder = Path(workshop)
        manifest = _unpacked(chosen, folder)
        with _trial(folder / DATABASE) as database:
            seen = look_elsewhere(database, folder)
        reasons = differences(seen, manifest, folder / FILES)
    tried = Tried(chosen, manifest, reasons, round(time.monotonic() - started, 1))
    record_backup("data.drill", chosen, manifest, by=by, passed=not reasons, seconds=str(tried.seconds))
    return tried


def _newest() -> Path:
    folder = Path(settings.GONGKAI_BACKUPS)
    found = backups_in(folder)
    if not found:
        raise Trouble(words.NO_BACKUP.format(folder=folder))
    return found[-1]


@contextlib.contextmanager
def _trial(copied: Path) -> Iterator[str]:
    """Give a backup's database an address for the time of a drill."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{copied}"
        return
    said = settings.GONGKAI_DRILL_DATABASE_URL
    given = dict(dj_database_url.parse(said)) if said else None
    with databases.trial_database(copied, given) as trial:
        yield said or _address(trial)


def _address(of: databases.Settings) -> str:
    from urllib.parse import quote

    user, password = quote(of["USER"], safe=""), quote(of["PASSWORD"], safe="")
    mode = of.get("OPTIONS", {}).get("sslmode")
    where = quote(of["HOST"], safe="") + (f":{of['PORT']}" if of["PORT"] else "")  # the host may be a folder
    return f"postgres://{user}:{password}@{where}/{quote(of['NAME'])}" + (f"?sslmode={mode}" if mode else "")
