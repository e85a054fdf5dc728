"""A backup's file: a tar of the database, the uploaded files, and, last, a manifest with the hash of each."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tarfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, NamedTuple, cast

from gongkai_office.config import words_backups as words
from gongkai_office.config.errors import Trouble

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files"
FAST = 1  # most uploaded files are compressed already
A_PIECE = 1024 * 1024


class Part(NamedTuple):
    """A file in a backup: its bytes and their SHA-256."""

    size: int
    sha256: str


class Manifest(NamedTuple):
    """What a backup says of itself.

    `vendor` is the database's, `number` and `digest` the log's head, `counts` rows by table; `lacking` are uploaded
    files that the database names and the storage did not have. `files` is where uploaded files are: in the backup,
    or in an object store that has a backup of its own.
    """

    made_at: str
    version: str
    vendor: str
    number: int
    digest: str
    counts: dict[str, int]
    files: str
    lacking: list[str]
    parts: dict[str, Part]
    format: int = FORMAT

    @property
    def uploaded(self) -> list[str]:
        """Return the names of the uploaded files in the backup."""
        return [name for name in self.parts if name.startswith(f"{FILES}/")]

    def as_json(self) -> bytes:
        """Return it as it stands in the file."""
        plain = self._asdict() | {"parts": {name: part._asdict() for name, part in self.parts.items()}}
        return json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True).encode()


def write(
    place: Path, parts: Iterable[tuple[str, Path]], manifest: Callable[[dict[str, Part]], Manifest]
) -> Manifest:
    """Write a backup under another name, bring it to the disk, and only then give it its own."""
    unfinished = place.with_name(place.name + ".part")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=FAST) as tar:
                found = manifest({name: _add(tar, name, source) for name, source in parts})
                said = found.as_json()
                tar.addfile(_row(MANIFEST, len(said)), io.BytesIO(said))
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(place)
    finally:
        unfinished.unlink(missing_ok=True)
    return found


def _add(tar: tarfile.TarFile, name: str, source: Path) -> Part:
    with source.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        hashed = _Hashing(file)
        tar.addfile(_row(name, size), cast("IO[bytes]", hashed))
    return Part(size, hashed.digest.hexdigest())


def _row(name: str, size: int) -> tarfile.TarInfo:
    row = tarfile.TarInfo(name)
    row.size, row.mode, row.mtime = size, 0o600, int(time.time())
    return row


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


def verify(place: Path) -> Manifest:
    """Read a whole backup, hold every part against the manifest, and return that; raises Trouble."""
    return _read(place, None)


def unpack(place: Path, folder: Path) -> Manifest:
    """Unpack a backup into a folder, verifying it on the way; raises Trouble, and then what is there is no use."""
    return _read(place, folder)


def _read(place: Path, folder: Path | None) -> Manifest:
    try:
        with gzip.open(place) as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            found, said = {}, b""
            for name, file in _members(tar):
                if name == MANIFEST:
                    said = file.read()
                else:
                    found[name] = _copy(file, folder / name if folder else None)
            while packed.read(A_PIECE):  # to the end, where gzip keeps its own sum
                pass
    except FileNotFoundError:
        raise Trouble(words.NO_SUCH_BACKUP.format(place=place)) from None
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as error:
        raise Trouble(words.BROKEN.format(place=place, why=_why(error))) from None
    manifest = _manifest(place, said)
    wrong = [name for name in manifest.parts.keys() | found.keys() if manifest.parts.get(name) != found.get(name)]
    if wrong:
        raise Trouble(words.CHANGED.format(place=place, names=words.COMMA.join(sorted(wrong)[:5])))
    return manifest


def _why(error: Exception) -> str:
    match error:
        case EOFError():
            return words.CUT_OFF
        case zlib.error():
            return words.GARBLED
        case ValueError():
            return words.NOT_OURS.format(name=error)
        case OSError(strerror=str(why)):
            return why
        case _:  # what tarfile, or gzip about its own sum, says in English
            return words.NO_TAR


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for row in tar:
        parts = PurePosixPath(row.name).parts
        inside = row.name == MANIFEST or parts[:1] in ((DATABASE,), (FILES,))
        if not (row.isfile() and inside and ".." not in parts):
            raise ValueError(row.name)
        file = tar.extractfile(row)
        if file is not None:
            yield row.name, file


def _copy(file: IO[bytes], target: Path | None) -> Part:
    digest, size = hashlib.sha256(), 0
    if target is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") if target is not None else open(os.devnull, "wb") as out:  # noqa: PTH123  # no path of ours
        while piece := file.read(A_PIECE):
            digest.update(piece)
            size += out.write(piece)
    return Part(size, digest.hexdigest())


def _manifest(place: Path, said: bytes) -> Manifest:
    if not said:
        raise Trouble(words.BROKEN.format(place=place, why=words.NO_MANIFEST))
    plain: dict[str, Any] = json.loads(said)
    if plain.get("format") != FORMAT:
        raise Trouble(words.OTHER_FORMAT.format(place=place, version=plain.get("version", "?")))
    parts = {name: Part(**part) for name, part in plain.pop("parts").items()}
    return Manifest(**plain, parts=parts)
