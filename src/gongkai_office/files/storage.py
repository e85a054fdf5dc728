"""Where the bytes of files lie: on disk so that they survive a fall of power, or in an object store."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, default_storage


class DurableStorage(FileSystemStorage):
    """Files on disk. A file is there whole or not at all, and once `save` returned it stays.

    Names are hashes of the content: writing one again writes the same, and makes it young again for `prune`.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002  # Django's signature
        """Return the name itself, taken or not."""
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as written:
                for chunk in content.chunks():
                    written.write(chunk)
                written.flush()
                os.fsync(written.fileno())
            Path(temporary).replace(place)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise
        _sync_folders(place.parent, Path(self.location))
        return name


def _sync_folders(folder: Path, top: Path) -> None:
    while True:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if folder == top or folder == folder.parent:
            return
        folder = folder.parent


def place_of(sha256: str) -> str:
    """Return where bytes of a hash lie: in folders that stay small."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def put(sha256: str, data: bytes) -> str:
    """Write bytes under their hash and return their place. Where they lie already, they are written anew."""
    place = place_of(sha256)
    saved = default_storage.save(place, ContentFile(data))
    if saved != place:
        raise OSError(f"the storage called {place} {saved}")
    return place
