"""What is done with files: taken in or refused, given out, withdrawn; each with one event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from gongkai_office.audit.chain import personal
from gongkai_office.audit.record import Actor, record
from gongkai_office.files import words
from gongkai_office.files.errors import FileRefused, NothingToWithdraw
from gongkai_office.files.inspecting import Inspected, inspect
from gongkai_office.files.kinds import Kind
from gongkai_office.files.markings import is_marked_name
from gongkai_office.files.models import Content, StoredFile
from gongkai_office.files.names import checked_name, kind_by_name
from gongkai_office.files.purposes import PURPOSES, Purpose
from gongkai_office.files.storage import put
from gongkai_office.files.words import State

# Bytes without a row are left alone that long: a row may be on its way.
GRACE = timedelta(days=1)


class Upload(Protocol):
    """An uploaded file as Django hands it on; any file with a name and a size."""

    name: str | None
    size: int | None

    def chunks(self) -> Iterable[bytes]:
        """Return the content, piece by piece."""


class Accepted(NamedTuple):
    """An upload that passed every check and is not kept yet."""

    name: str
    data: bytes
    inspected: Inspected
    organ: int | None
    purpose: Purpose


def accept(upload: Upload, *, by: Actor | None, organ: int | None, purpose: str) -> StoredFile:
    """Take a file in and return its row: its bytes are on the disk before that row is.

    Raises FileRefused, which is recorded, and InspectionBusy. Looking at the file takes seconds: who needs the row
    in a transaction of their own calls `check` before it and `keep` in it.
    """
    return keep(check(upload, by=by, organ=organ, purpose=purpose), by=by)


def check(upload: Upload, *, by: Actor | None, organ: int | None, purpose: str) -> Accepted:
    """Have a file looked at. Call it outside of a transaction: what is refused is recorded, and then raised.

    Raises KeyError for a purpose that nobody added, FileRefused and InspectionBusy.
    """
    wanted = PURPOSES[purpose]
    data = b""
    try:
        name = _checked_name(upload.name or "")
        promised = kind_by_name(name, wanted)
        _check_size(upload, promised)
        data = b"".join(upload.chunks())
        inspected = inspect(data, promised, wanted)
    except FileRefused as refused:
        sha256 = hashlib.sha256(data) if data else _hash(upload)
        _refuse(refused, upload, sha256.hexdigest(), by=by, organ=organ, purpose=purpose)
        raise
    return Accepted(name, data, inspected, organ, wanted)


def _checked_name(name: str) -> str:
    # Before anything else: a name that is refused for other reasons is kept as it is.
    if is_marked_name(name):
        raise FileRefused("classified", words.CLASSIFIED.format(where=words.WHERE["name"]))
    return checked_name(name)


def _check_size(upload: Upload, promised: Kind) -> None:
    size = upload.size or 0
    limit = settings.FILES["HEAVY_BYTES" if promised.heavy else "BYTES"]
    if not size:
        raise FileRefused("empty", words.EMPTY)
    if size > limit:
        told = {"size": _megabytes(size), "kind": words.KINDS[promised.key], "limit": _megabytes(limit)}
        raise FileRefused("too_large", words.TOO_LARGE.format(**told))


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.1f} MB".replace(".0 ", " ")


def _hash(upload: Upload) -> hashlib._Hash:
    found = hashlib.sha256()
    for chunk in upload.chunks():
        found.update(chunk)
    return found


@transaction.atomic
def _refuse(
    refused: FileRefused, upload: Upload, sha256: str, *, by: Actor | None, organ: int | None, purpose: str
) -> None:
    classified = refused.code == "classified"
    name = "".join(sign for sign in upload.name or "" if sign.isprintable())
    file = StoredFile.objects.create(
        name=words.NAME_NOT_KEPT if classified else name[:200],
        name_digest=personal(name),
        size=upload.size or 0,
        sha256=sha256,
        organ=organ,
        by_id=by.pk if by is not None else None,
        purpose=purpose,
        state=State.REFUSED,
        code=refused.code,
        reason=refused.reason,
    )
    refused.file = file.pk
    record("files.refuse", file, by=by, organ=organ, after={**_told(file), "code": file.code})


def keep(accepted: Accepted, *, by: Actor | None) -> StoredFile:
    """Keep a file that passed: its bytes first, then its row. What a rollback leaves of it, `prune` finds."""
    sha256 = hashlib.sha256(accepted.data).hexdigest()
    # Writing takes its time: the database is locked for as little of it as can be.
    place = put(sha256, accepted.data)
    return _kept(accepted, sha256, place, by=by)


@transaction.atomic
def _kept(accepted: Accepted, sha256: str, place: str, *, by: Actor | None) -> StoredFile:
    _lock(sha256)
    if not default_storage.exists(place):
        put(sha256, accepted.data)
    file = StoredFile.objects.create(
        name=accepted.name,
        name_digest=personal(accepted.name),
        kind=accepted.inspected.kind,
        size=len(accepted.data),
        sha256=sha256,
        place=place,
        organ=accepted.organ,
        by_id=by.pk if by is not None else None,
        purpose=accepted.purpose.key,
        state=State.ACCEPTED,
        remarks=list(accepted.inspected.remarks),
        signs=" ".join(accepted.inspected.signs),
    )
    record("files.accept", file, by=by, organ=accepted.organ, after={**_told(file), "signs": file.signs})
    return file


def _lock(sha256: str) -> Content:
    """Keep others from putting or deleting these bytes until the transaction ends."""
    while True:
        Content.objects.get_or_create(sha256=sha256)
        # Whoever deleted these bytes just now took the row along: look again.
        if found := Content.objects.select_for_update().filter(sha256=sha256).first():
            return found


def _told(file: StoredFile) -> dict[str, str | int]:
    # A file's name may be a person's, and a classified one's is not to be known: the log has its keyed digest.
    return {"name": file.name_digest, "kind": file.kind, "size": file.size, "sha256": file.sha256}


def download(file: StoredFile, *, by: Actor) -> bytes:
    """Return a file's bytes for somebody who takes them away; FileDamaged where they are not what was stored."""
    data = file.read()  # outside of the transaction, which keeps others from writing
    with transaction.atomic():
        record("files.download", file, by=by, organ=file.organ, after={"sha256": file.sha256})
    return data


@transaction.atomic
def withdraw(file: StoredFile, *, by: Actor, reason: str) -> StoredFile:
    """Take a file back that should not have been uploaded: its row stays, its bytes go where no other row has them.

    Raises NothingToWithdraw where its bytes are not kept.
    """
    file = StoredFile.objects.select_for_update().get(pk=file.pk)
    if file.state != State.ACCEPTED:
        raise NothingToWithdraw(words.NOT_KEPT.format(name=file.name))
    place, file.place = file.place, ""
    file.state, file.reason, file.withdrawn_at = State.WITHDRAWN, reason[:300], timezone.now()
    file.save(update_fields=["place", "state", "reason", "withdrawn_at"])
    before, after = {"state": State.ACCEPTED}, {"state": State.WITHDRAWN, "reason": personal(reason)}
    record("files.withdraw", file, by=by, organ=file.organ, before=before, after=after)
    transaction.on_commit(lambda: _delete_unused(place))
    return file


@transaction.atomic
def _delete_unused(place: str) -> bool:
    """Delete bytes that no row has; say whether."""
    content = _lock(place.rpartition("/")[2])
    if StoredFile.objects.filter(place=place).exists():
        return False
    default_storage.delete(place)
    content.delete()
    return True


def prune(*, now: datetime | None = None) -> int:
    """Delete bytes in the storage that no row has and that are older than a day; return how many.

    One event where there were any. Bytes that are uploaded again meanwhile are young again.
    """
    oldest = (now or timezone.now()) - GRACE
    found = [place for place in _places("") if default_storage.get_modified_time(place) < oldest]
    gone = sum(_delete_unused(place) for place in found if default_storage.get_modified_time(place) < oldest)
    if gone:
        with transaction.atomic():
            record("files.prune", StoredFile(), by=None, after={"files": gone})
    return gone


def _places(folder: str, depth: int = 0) -> Iterable[str]:
    """Yield the places of all bytes in the storage: two folders deep, as `place_of` makes them."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    if depth == 2:
        yield from (f"{folder}/{name}" for name in files)
    else:
        for name in folders:
            yield from _places(f"{folder}/{name}".strip("/"), depth + 1)
