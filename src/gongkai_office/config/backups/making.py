"""Make a backup: one file, verified, and the oldest ones removed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection, transaction
from django.utils import timezone

from gongkai import __version__
from gongkai_office.administration.health.migrations import migrations_apart
from gongkai_office.audit.models import Head
from gongkai_office.audit.record import Actor, record
from gongkai_office.config import words_backups as words
from gongkai_office.config.backups import archive, databases
from gongkai_office.config.backups.archive import DATABASE, FILES, Manifest, Part
from gongkai_office.config.errors import Trouble
from gongkai_office.config.troubles import want_writable

PATTERN = "gongkai-*.tar.gz"


class Made(NamedTuple):
    """A backup that was made: its file, what it says of itself, and the old ones that were removed."""

    place: Path
    manifest: Manifest
    removed: list[Path]


def back_up(*, folder: Path | None = None, by: Actor | None = None) -> Made:
    """Make a backup, verify it, record it, and keep only the newest ones; raises Trouble."""
    into = folder or Path(settings.GONGKAI_BACKUPS)
    if into != Path(settings.DATA) / "backups" and not into.is_dir():  # a disk that is not mounted
        raise Trouble(words.NO_FOLDER.format(folder=into))
    want_writable(into)
    now = timezone.now()
    place = into / f"gongkai-{now:%Y%m%dT%H%M%S}-{__version__}.tar.gz"
    with tempfile.TemporaryDirectory(dir=into, prefix=".making-") as workshop:
        copied = Path(workshop) / DATABASE
        facts = databases.copy(copied)
        stored = dict(stored_files())

        def manifest(parts: dict[str, Part]) -> Manifest:
            return Manifest(
                made_at=now.isoformat(timespec="seconds"),
                version=__version__,
                vendor=connection.vendor,
                number=facts.number,
                digest=facts.digest,
                counts=facts.counts,
                files="inside" if on_disk() else "bucket",
                lacking=[name for name in facts.places if on_disk() and f"{FILES}/{name}" not in parts],
                parts=parts,
            )

        archive.write(place, [(DATABASE, copied), *stored.items()], manifest)
    verified = archive.verify(place)
    if not migrations_apart()[0]:  # before an upgrade the log may be of another shape than the program's
        record_backup("data.back_up", place, verified, by=by, size=place.stat().st_size)
    return Made(place, verified, _remove_oldest(into))


def on_disk() -> bool:
    """Tell whether uploaded files are on this machine's disk."""
    return isinstance(storages["default"], FileSystemStorage)


def files_folder() -> Path:
    """Return the folder of uploaded files; only where they are on disk."""
    return Path(storages["default"].path(""))


def stored_files() -> Iterator[tuple[str, Path]]:
    """Yield every uploaded file under its name in a backup."""
    if on_disk():
        folder = files_folder()
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield f"{FILES}/{file.relative_to(folder).as_posix()}", file


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder, the oldest first."""
    return sorted(folder.glob(PATTERN), key=lambda file: file.name)


def _remove_oldest(folder: Path) -> list[Path]:
    old = backups_in(folder)[: -max(1, settings.GONGKAI_KEEP_BACKUPS)]
    for file in old:
        file.unlink()
    return old


@transaction.atomic
def record_backup(verb: str, place: Path, manifest: Manifest, *, by: Actor | None, **said: object) -> None:
    """Record what was done with a backup."""
    record(verb, Head.objects.get(), by=by, after={"file": place.name, "number": manifest.number, **said})
